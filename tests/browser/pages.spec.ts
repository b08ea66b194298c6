import { findBarriers } from './find-barriers.ts'
import { expect, test } from './sites.ts'

/** One address of every kind of page: of the repository's own archive, and of the fixture archive. */
const OWN = [
  '/',
  '/years/',
  '/2024/',
  '/2024/12/',
  '/2024/12/20/',
  '/2024/12/overseas-copyright-risk-training-changsha/',
  '/topics/',
  '/organisations/wipo/',
  '/about/',
  '/about/coverage/',
  '/about/links/',
  '/on-this-day/',
  '/on-this-day/12-20/',
  '/organisations/wipo/2013/',
  '/topics/copyright/timeline/',
  '/topics/copyright/with/organisations-wipo/',
  '/feeds/',
  '/data/',
  '/1886/09/berne-convention-signed/v/',
  '/search/',
  '/search/?q=copyright',
  '/search/?q=nothingatallisfound',
  '/search/?q=NCAC+treaty&topics=training&from=1990&sort=oldest',
  '/search/?q=copyrigth',
  '/not-here/',
  '/zh/',
  '/zh/years/',
  '/zh/2024/',
  '/zh/2024/12/',
  '/zh/topics/',
  '/zh/organisations/wipo/',
  '/zh/search/',
  '/zh/search/?q=版权',
  '/zh/about/',
]
const SMALL = [
  '/',
  '/2023/',
  '/2023/06/',
  '/2024/12/',
  '/2024/12/a-report-with-everything/',
  '/2024/12/a-report-with-everything/v/1/',
  '/2024/12/a-report-with-everything/v/2/',
  '/corrections/',
  '/2024/12/a-report-in-chinese/',
  '/2024/11/a-report-in-arabic/',
  '/2024/11/a-title-of-three-hundred-characters/',
  '/2024/12/a-hostile-title/',
  '/2023/05/a-withdrawn-report/',
  '/2023/05/a-report-that-is-gone/',
  '/2023/a-report-known-by-its-year/',
  '/organisations/an-organisation/',
  '/topics/hostile-labels/',
  '/people/',
]
const pages = [...OWN.map((path) => ['own', path] as const), ...SMALL.map((path) => ['small', path] as const)]

for (const [site, path] of pages) {
  test(`${site}${path} is accessible in both themes, and never wider than the window`, async ({ page, own, small }) => {
    // What is wrong with colours is so at any width, and what is wrong with places in any colours.
    await page.setViewportSize({ width: 360, height: 800 })
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await page.goto((site === 'own' ? own : small) + path)
    await settle(page, path)
    expect(await findBarriers(page), '360 px, dark').toEqual([])

    const overflowing: number[] = []
    for (const width of [320, 360, 400, 460, 520, 600, 680, 760, 860, 960, 1100, 1280, 1440]) {
      await page.setViewportSize({ width, height: 800 })
      const needed = await page.evaluate(() => document.documentElement.scrollWidth)
      if (needed > width) overflowing.push(width)
    }
    expect(overflowing, 'widths at which something lies beside the window').toEqual([])

    await page.setViewportSize({ width: 1280, height: 800 })
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await findBarriers(page), '1280 px, light').toEqual([])
  })
}

test('a hostile title, label, source or text runs nothing', async ({ page, small }) => {
  for (const path of [
    '/',
    '/2024/12/',
    '/2024/12/a-hostile-title/',
    '/topics/',
    '/topics/hostile-labels/',
    '/search/?q=hostile',
    '/search/?q=script',
  ]) {
    await page.goto(small + path)
    await settle(page, path)
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
  }
})

/** Wait for the answer of a search. */
async function settle(page: import('@playwright/test').Page, path: string): Promise<void> {
  if (path.includes('?q=')) await expect(page.locator('#status')).toHaveText(/report|报道/)
}
