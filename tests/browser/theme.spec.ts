import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, OWN_SITE, test } from './sites.ts'

const LIGHT = 'rgb(252, 250, 245)'
const DARK = 'rgb(23, 22, 20)'

/** The most bytes of the script, compressed. */
const MOST_BYTES = 1000

test.describe('when JavaScript is unavailable', () => {
  test.use({ javaScriptEnabled: false, colorScheme: 'dark' })

  test('the theme is that of the system, and no switch is offered', async ({ page, own }) => {
    await page.goto(own)
    await expect(page.locator('.theme-switch')).toBeHidden()
    await expect(page.locator('body')).toHaveCSS('background-color', DARK)
  })
})

test('the script of the theme is at most 1 kB', () => {
  const script = readFileSync(`${OWN_SITE.folder}/theme.js`)
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(MOST_BYTES)
})

test('a reader chooses a theme by keyboard, and every page keeps it', async ({ page, own }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(own)
  await expect(page.getByRole('group', { name: 'Theme' })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'System' })).toBeChecked()
  await page.getByRole('radio', { name: 'System' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expect(page.locator('body')).toHaveCSS('background-color', DARK)
  expect(await barOf(page)).toBe('#171614')

  await page.goto(`${own}/years/`)
  await expect(page.locator('body')).toHaveCSS('background-color', DARK)
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()

  await page.getByRole('radio', { name: 'System' }).check()
  await expect(page.locator('body')).toHaveCSS('background-color', LIGHT)
  expect(await barOf(page)).toBe('#fcfaf5')
})

test('the first picture of a page is in the theme that was chosen', async ({ page, small }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.addInitScript(() => {
    localStorage.setItem('theme', 'dark')
    // Before the first frame is drawn.
    requestAnimationFrame(() => {
      Object.assign(globalThis, { first: getComputedStyle(document.documentElement).colorScheme })
    })
  })
  await page.goto(small)
  expect(await page.evaluate(() => (globalThis as { first?: string }).first)).toBe('dark')
  await expect(page.locator('head script[src$="/theme.js"]')).not.toHaveAttribute('type')
})

test('another window follows the choice', async ({ page, own, context }) => {
  await page.goto(own)
  const other = await context.newPage()
  await other.goto(own)
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(other.getByRole('radio', { name: 'Dark' })).toBeChecked()
})

test('where nothing may be kept the choice holds for the page', async ({ page, own }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError')
      },
    })
  })
  await page.goto(own)
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect(page.locator('body')).toHaveCSS('background-color', DARK)
})

/** The colour that the browser gives its own bar. */
async function barOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]'))
      .find(({ media }) => matchMedia(media).matches)
      ?.getAttribute('content')
      ?.toString(),
  )
}
