import type { Page } from '@playwright/test'
import { expect, test } from './sites.ts'

/** A page with everything that a keyboard meets, and what it must meet there, in this order. */
const WALKS = [
  {
    name: 'the front page',
    site: 'own',
    path: '/',
    stops: ['Skip to the text', 'Years', 'Topics', 'Search the archive', 'Search', /^Training on Overseas/, 'Feeds'],
  },
  {
    name: 'a report',
    site: 'own',
    path: '/2024/12/overseas-copyright-risk-training-changsha/',
    stops: [
      'Skip to the text',
      'Copyright News Archive',
      'Years',
      'Search the archive',
      'Search',
      '2024',
      'Paragraph 1',
      'Paragraph 2',
      /^Copy .*Chicago/,
      'Other styles',
      'Paragraph',
      /today/,
      'BibTeX',
      'Feeds',
    ],
  },
  {
    name: 'a report with everything',
    site: 'small',
    path: '/2024/12/a-report-with-everything/',
    stops: ['Skip to the text', 'Paragraph 2', 'link to another report', 'page elsewhere', /^Copy .*Chicago/, 'Feeds'],
  },
  {
    name: 'a year',
    site: 'own',
    path: '/2023/',
    stops: ['Skip to the text', 'Years', /^November/, /2022/, /2024/, 'Feeds'],
  },
  {
    name: 'results of a search',
    site: 'own',
    path: '/search/?q=copyright',
    stops: ['Skip to the text', 'Years', /^Search/, 'Topics', 'Newest', 'Feeds'],
  },
] as const

for (const { name, site, path, stops } of WALKS) {
  test(`${name} is walked through with the Tab key: in order, each stop seen, with a way out at both ends`, async ({
    page,
    own,
    small,
  }) => {
    await page.goto((site === 'own' ? own : small) + path)
    if (path.includes('?q=')) await expect(page.locator('#status')).toHaveText(/report/)
    const met = await walk(page, 'Tab')
    expect(met.filter(({ seen }) => !seen)).toEqual([])
    let at = 0
    for (const stop of stops) {
      const next = met.findIndex(({ name }, index) => index >= at && matches(name, stop))
      expect(
        next,
        `${String(stop)} after ${met[at - 1]?.name ?? 'the beginning'}: ${met.map((one) => one.name).join(' | ')}`,
      ).not.toBe(-1)
      at = next + 1
    }
    // The other way round one meets the same: nothing traps.
    const back = await walk(page, 'Shift+Tab', met.length)
    expect(back.map(({ name }) => name).reverse()).toEqual(met.map(({ name }) => name))
  })
}

test('the number of a paragraph leads to it by Enter', async ({ page, own }) => {
  await page.goto(`${own}/2024/12/overseas-copyright-risk-training-changsha/`)
  await page.getByRole('link', { name: 'Paragraph 3', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#p3$/)
  await expect(page.locator('#p3')).toBeInViewport()
})

test('the skip link leads past the masthead: the next stop is in the text', async ({ page, own }) => {
  await page.goto(`${own}/2024/`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

test('the citation panel is used by keyboard: styles unfold by Enter, choices by arrows and Space', async ({
  page,
  own,
}) => {
  await page.goto(`${own}/2024/12/overseas-copyright-risk-training-changsha/`)
  await page.getByText('Other styles').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-style=APA]')).toBeVisible()
  const paragraphs = page.getByRole('combobox', { name: 'Paragraph' })
  // What is not ready yet is disabled, and takes no focus.
  await expect(paragraphs).toBeEnabled()
  await paragraphs.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[data-style]').first()).toContainText('#p1')
})

test('a reader goes from year to year by the links at its end', async ({ page, own }) => {
  await page.goto(`${own}/2023/`)
  await page.locator('.turn a').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2022')
})

test.describe('the key / leads to the search', () => {
  const boxOf = (page: Page) => page.getByRole('searchbox').first()
  const control = (page: Page) => page.getByRole('checkbox', { name: 'Key / for search' })

  test('from anywhere on a page, but never while something is typed or with another key', async ({ page, own }) => {
    await page.goto(`${own}/search/`)
    await page.locator('h1').click()
    for (const keys of ['Control+/', 'Alt+/', 'Meta+/']) {
      await page.keyboard.press(keys)
      await expect(boxOf(page)).not.toBeFocused()
    }
    await page.keyboard.press('/')
    await expect(boxOf(page)).toBeFocused()
    await expect(boxOf(page)).toHaveValue('')
    await page.keyboard.type('a/b')
    await expect(boxOf(page)).toHaveValue('a/b')
    const date = page.locator('input[name=from]')
    await date.focus()
    await page.keyboard.type('2024/12')
    await expect(date).toBeFocused()
    await expect(date).toHaveValue('2024/12')
    await control(page).focus()
    await page.keyboard.press('/')
    await expect(control(page)).toBeFocused()
    await page.evaluate(() => {
      const note = document.createElement('p')
      note.contentEditable = 'true'
      document.querySelector('main')?.append(note)
      note.focus()
    })
    await page.keyboard.type('a/b')
    await expect(page.locator('[contenteditable]')).toHaveText('a/b')
  })

  test('unless it is turned off, which holds on every page until it is turned on', async ({ page, own }) => {
    await page.goto(own)
    await control(page).uncheck()
    await page.goto(`${own}/years/`)
    await expect(control(page)).not.toBeChecked()
    await page.locator('h1').click()
    await page.keyboard.press('/')
    await expect(boxOf(page)).not.toBeFocused()
    await control(page).check()
    await page.locator('h1').click()
    await page.keyboard.press('/')
    await expect(boxOf(page)).toBeFocused()
  })

  test('for the page, where nothing may be kept', async ({ page, own }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError')
        },
      })
    })
    await page.goto(own)
    await control(page).uncheck()
    await page.locator('h1').click()
    await page.keyboard.press('/')
    await expect(boxOf(page)).not.toBeFocused()
  })
})

test.describe('when JavaScript is unavailable', () => {
  test.use({ javaScriptEnabled: false })

  test('no switch of the key is offered', async ({ page, own }) => {
    await page.goto(own)
    await expect(page.locator('.shortcut-switch')).toBeHidden()
  })
})

/** A stop of the keyboard. */
interface Stop {
  name: string
  /** Whether a line shows where one is, and the place is in the window. */
  seen: boolean
}

/** Press a key until the focus has left the page, or so many stops were met. @throws Error when it never leaves */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab', most = Infinity): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let count = 0; count < 500; count += 1) {
    if (stops.length === most) return stops
    await page.keyboard.press(key)
    const stop = await page.evaluate(describeFocus)
    if (stop === undefined) return stops
    stops.push(stop)
  }
  throw new Error(`the focus never leaves: ${stops.map(({ name }) => name).join(' | ')}`)
}

function describeFocus(): Stop | undefined {
  const at = document.activeElement
  if (at === null || at === document.body) return undefined
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  const { top, bottom, left, right } = at.getBoundingClientRect()
  const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
  const isInside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
  const label = 'labels' in at ? (at as HTMLInputElement).labels?.[0]?.textContent : undefined
  const name = at.getAttribute('aria-label') ?? label ?? at.textContent
  return { name: name.replace(/\s+/g, ' ').trim(), seen: isOutlined && isInside }
}

function matches(name: string, stop: string | RegExp): boolean {
  return typeof stop === 'string' ? name === stop || name.startsWith(`${stop} `) : stop.test(name)
}
