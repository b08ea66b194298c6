import { expect, test } from './sites.ts'

test('a search shows what it found, with the words marked and a link to the best paragraph', async ({ page, own }) => {
  await page.goto(`${own}/search/?q=embroidery`)
  await expect(page.getByRole('status')).toHaveText('1 report.')
  const hit = page.locator('.hit').first()
  await expect(hit.getByRole('heading')).toContainText('Changsha')
  await expect(hit.locator('mark').first()).toContainText('embroidery')
  await hit.getByRole('link', { name: '¶6' }).click()
  await expect(page).toHaveURL(/changsha\/#p6$/)
})

test('what is typed is searched, and the address bar holds it', async ({ page, own }) => {
  await page.goto(`${own}/search/`)
  await page.getByRole('searchbox').pressSequentially('Marrakesh')
  await expect(page).toHaveURL(/\?q=Marrakesh$/)
  await expect(page.getByRole('status')).toHaveText(/\d+ reports\./)
})

test('filters narrow a search, and Back widens it again', async ({ page, own }) => {
  await page.goto(`${own}/search/?q=treaty`)
  await expect(page.getByRole('status')).toHaveText(/\d+ reports\./)
  const all = await page.getByRole('status').textContent()
  await page.getByRole('combobox', { name: 'Year' }).selectOption('2012')
  await expect(page).toHaveURL(/\?q=treaty&year=2012$/)
  await expect(page.getByRole('status')).toHaveText('1 report.')
  await page.goBack()
  await expect(page).toHaveURL(/\?q=treaty$/)
  await expect(page.getByRole('status')).toHaveText(all ?? '')
  await expect(page.getByRole('combobox', { name: 'Year' })).toHaveValue('')
})

test('a filter alone lists its reports, the newest first', async ({ page, own }) => {
  await page.goto(`${own}/search/?kind=brief&topics=berne-convention`)
  await expect(page.getByRole('status')).toHaveText(/\d+ reports\./)
  const dates = await page
    .locator('.hit time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))
  expect(dates.length).toBeGreaterThan(3)
  expect(dates).toEqual([...dates].sort().reverse())
})

test('the search box of every page leads to the results', async ({ page, own }) => {
  await page.goto(`${own}/2024/`)
  await page.getByRole('searchbox').fill('Jingdezhen')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\/\?q=Jingdezhen$/)
  await expect(page.locator('.hit').first()).toContainText('Jingdezhen')
})

test('Chinese words are found in a Chinese report from an English page', async ({ page, small }) => {
  await page.goto(`${small}/search/?q=版权产业`)
  await expect(page.locator('.hit').first()).toContainText('版权产业海外风险防控培训班在长沙举行')
  await page.goto(`${small}/search/?q="海外风险"`)
  await expect(page.locator('.hit').first()).toContainText('版权产业海外风险防控培训班在长沙举行')
})

test('other names of an organisation find the reports that name it', async ({ page, small }) => {
  await page.goto(`${small}/search/?q=某组织`)
  await expect(page.locator('.hit')).toHaveCount(2)
})

test('withdrawn reports, drafts and reports of the future are not found', async ({ page, small }) => {
  for (const words of ['withdrawn', 'draft', 'future']) {
    await page.goto(`${small}/search/?q=${words}`)
    await expect(page.getByRole('status')).toHaveText(/No report was found/)
  }
})

test('a search without results says what to try', async ({ page, own }) => {
  await page.goto(`${own}/search/?q=zzzzqqqq`)
  await expect(page.getByRole('status')).toHaveText(/No report was found.*Try fewer/)
  await expect(page.getByRole('main').getByRole('link', { name: 'Topics' })).toBeVisible()
})

test('many results come in pages that can be linked to', async ({ page, own }) => {
  await page.goto(`${own}/search/?q=convention`)
  await page.getByRole('link', { name: 'Page 2' }).click()
  await expect(page).toHaveURL(/\?q=convention&page=2$/)
  await expect(page.locator('.pages [aria-current]')).toHaveText('2')
})

test.describe('when the index is missing', () => {
  test('the page says so in one sentence and offers the browse pages', async ({ browser, own }) => {
    // A page of its own: its errors are what is tested.
    const page = await browser.newPage()
    await page.route('**/search/manifest.json', (route) => route.fulfill({ status: 404 }))
    await page.goto(`${own}/search/?q=copyright`)
    await expect(page.getByRole('status')).toHaveText(/The search did not work/)
    await expect(page.getByRole('main').getByRole('link', { name: 'Topics' })).toBeVisible()
    await page.close()
  })
})

test('every word must occur: an unknown one is not dropped, nor cut to its beginning', async ({ page, own }) => {
  for (const words of [
    'changsha nonexistentword',
    'nonexistentword',
    'artery',
    '"tre"',
    'changsha "nonexistent word"',
  ]) {
    await page.goto(`${own}/search/?q=${encodeURIComponent(words)}`)
    await expect(page.getByRole('status')).toHaveText(/No report was found/)
  }
})

test('the last word may be unfinished, and a phrase may stand anywhere', async ({ page, own }) => {
  await page.goto(`${own}/search/?q=beijing+audiov`)
  await expect(page.locator('.hit').first()).toContainText('Audiovisual')
  await page.goto(`${own}/search/?q=${encodeURIComponent('training “Suzhou embroidery”')}`)
  await expect(page.getByRole('status')).toHaveText('1 report.')
  await page.goto(`${own}/search/?q=risks`)
  await expect(page.getByRole('status')).toHaveText(/\d+ reports\./)
  const count = (await page.getByRole('status').textContent()) ?? ''
  await page.goto(`${own}/search/?q=risk`)
  await expect(page.getByRole('status')).toHaveText(count)
})

test('a search that was committed with Enter stays in the history', async ({ page, own }) => {
  await page.goto(`${own}/search/`)
  const box = page.getByRole('searchbox')
  await box.fill('Marrakesh')
  await box.press('Enter')
  await expect(page).toHaveURL(/\?q=Marrakesh$/)
  await box.fill('Beijing')
  await box.press('Enter')
  await expect(page).toHaveURL(/\?q=Beijing$/)
  await page.goBack()
  await expect(page).toHaveURL(/\?q=Marrakesh$/)
  await expect(box).toHaveValue('Marrakesh')
})

test('a page of results beyond the last one is the last one', async ({ page, own }) => {
  await page.goto(`${own}/search/?q=convention&page=9999`)
  await expect(page.locator('.hit').first()).toBeVisible()
  await expect(page.locator('.pages a').last()).toHaveAttribute('aria-current', 'page')
})
