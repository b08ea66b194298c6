import type { Page } from '@playwright/test'
import { expect, test } from './sites.ts'

/** Pages with what is widest: calendars, tables, long names, addresses, three columns. */
const PAGES = [
  ['own', '/'],
  ['own', '/years/'],
  ['own', '/2024/'],
  ['own', '/2024/12/'],
  ['own', '/organisations/'],
  ['own', '/organisations/wipo/'],
  ['own', '/2024/12/overseas-copyright-risk-training-changsha/'],
  ['own', '/search/?q=copyright'],
  ['own', '/data/'],
  ['own', '/feeds/'],
  ['own', '/about/links/'],
  ['small', '/2024/12/a-report-with-everything/'],
  ['small', '/2024/12/a-report-with-everything/v/'],
  ['small', '/2024/11/a-title-of-three-hundred-characters/'],
  ['small', '/2024/11/a-report-in-arabic/'],
  ['small', '/2024/12/a-hostile-title/'],
] as const

for (const [site, path] of PAGES) {
  test(`${site}${path} holds at 400 % zoom: 320 px, nothing beside the window, nothing cut off`, async ({
    page,
    own,
    small,
  }) => {
    await page.setViewportSize({ width: 320, height: 256 })
    await open(page, (site === 'own' ? own : small) + path)
    expect(await page.evaluate(findLosses)).toEqual([])
  })

  test(`${site}${path} holds with letters of twice the size`, async ({ page, own, small }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await open(page, (site === 'own' ? own : small) + path)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await page.evaluate(findLosses)).toEqual([])
  })
}

test.describe('when the reader has chosen the colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })

  test('links are told from text, and the focus is seen', async ({ page, own }) => {
    await page.goto(`${own}/2024/12/overseas-copyright-risk-training-changsha/`)
    const link = page.locator('.report__names a').first()
    const colors = await link.evaluate((one) => [
      getComputedStyle(one).color,
      getComputedStyle(one.ownerDocument.body).color,
    ])
    expect(colors[0]).not.toBe(colors[1])
    await link.focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    const outline = await link.evaluate((one) => getComputedStyle(one).outline)
    expect(outline).toMatch(/solid 3px/)
  })

  test('the section one is in has a line, as has the paragraph that is linked to', async ({ page, own }) => {
    await page.goto(`${own}/2024/`)
    await expect(page.locator('.masthead [aria-current]')).toHaveCSS('border-block-end-width', '2px')
    await page.goto(`${own}/2024/12/overseas-copyright-risk-training-changsha/#p3`)
    await expect(page.locator('#p3')).toHaveCSS('outline-style', 'solid')
  })
})

test('nothing moves by itself, whatever the reader says of motion', async ({ page, own }) => {
  await page.goto(own)
  const moving = await page.evaluate(() =>
    Array.from(document.querySelectorAll('*'), (one) => getComputedStyle(one)).filter(
      ({ transitionDuration, animationName }) => transitionDuration !== '0s' || animationName !== 'none',
    ),
  )
  expect(moving).toEqual([])
})

test('a report on paper has its number, its text, its citation and its whole address, and no navigation', async ({
  page,
  own,
}) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.setViewportSize({ width: 642, height: 971 })
  await page.goto(`${own}/2024/12/overseas-copyright-risk-training-changsha/`)
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  await expect(page.locator('[data-style]').first()).toContainText(
    'https://archive.example/2024/12/overseas-copyright-risk-training-changsha/',
  )
  for (const link of await page.locator('.cite__short a').all()) await expect(link).toBeVisible()
  await expect(page.locator('#p1 .anchor')).toBeVisible()
  for (const nav of await page.getByRole('navigation', { includeHidden: true }).all()) await expect(nav).toBeHidden()
  await expect(page.getByRole('button')).toHaveCount(0)
})

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url)
  if (url.includes('?q=')) await expect(page.locator('#status')).toHaveText(/report/)
}

/**
 * What a reader would lose: a page wider than the window; text that is wider than the element that cuts it off. What scrolls
 * by itself (a wide table, the sections in the masthead) loses nothing.
 */
function findLosses(): string[] {
  const losses: string[] = []
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth) losses.push(`the page is ${String(scrollWidth)} px wide`)
  for (const one of document.querySelectorAll<HTMLElement>('body *')) {
    if (one.closest('.visually-hidden, .skip, select, option') !== null) continue
    const { overflowX } = getComputedStyle(one)
    if ((overflowX === 'hidden' || overflowX === 'clip') && one.scrollWidth > one.clientWidth + 1)
      losses.push(`${one.tagName}.${one.className} cuts off “${one.textContent.trim().slice(0, 40)}”`)
  }
  return losses
}
