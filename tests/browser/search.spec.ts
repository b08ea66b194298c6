import type { Page } from '@playwright/test'
import { findBarriers } from './find-barriers.ts'
import { expect, test } from './sites.ts'

const box = (page: Page) => page.getByRole('searchbox', { name: 'Words to search for' })
const status = (page: Page) => page.getByRole('status')
const hits = (page: Page) => page.locator('.hit')
const address = (query: string): string => `/search/?q=${encodeURIComponent(query)}`

test('a search shows what it found, with the words marked and a link to the best paragraph', async ({ page, own }) => {
  await page.goto(`${own}/search/?q=embroidery`)
  await expect(status(page)).toHaveText('1 report.')
  const hit = hits(page).first()
  await expect(hit.getByRole('heading')).toContainText('Changsha')
  await expect(hit.locator('mark').first()).toHaveText('embroidery')
  await hit.getByRole('link', { name: 'Paragraph 6' }).click()
  await expect(page).toHaveURL(/changsha\/#p6/)
  await expect(page.locator('#p6')).toBeInViewport()
})

test('a browser that can highlights the very words that were searched for', async ({ page, own }) => {
  await page.goto(`${own}${address('"Suzhou embroidery"')}`)
  await expect(hits(page).first().getByRole('link', { name: 'Paragraph 6' })).toHaveAttribute(
    'href',
    /#p6:~:text=[^,]+-,Suzhou%20embroidery,-/,
  )
})

test('what is typed is searched, and the address bar holds it', async ({ page, own }) => {
  await page.goto(`${own}/search/`)
  await box(page).pressSequentially('Marrakesh')
  await expect(page).toHaveURL(/\?q=Marrakesh$/)
  await expect(status(page)).toHaveText(/\d+ reports\./)
})

test('each facet says how many reports each choice would leave, and choosing narrows the results', async ({
  page,
  own,
}) => {
  await page.goto(`${own}/search/?q=treaty`)
  await expect(status(page)).toHaveText(/\d+ reports\./)
  const all = (await status(page).textContent()) ?? ''
  const brief = page.getByRole('group', { name: 'Topics' }).getByRole('listitem').nth(2)
  const count = (await brief.locator('.facet__count').textContent()) ?? ''
  await brief.getByRole('checkbox').check()
  await expect(page).toHaveURL(/\?q=treaty&topics=[a-z-]+$/)
  await expect(status(page)).toHaveText(new RegExp(`^${count} reports?\\.`))
  await expect(page.locator('.chip')).toHaveCount(1)
  await page.goBack()
  await expect(page).toHaveURL(/\?q=treaty$/)
  await expect(status(page)).toHaveText(all)
  await expect(page.locator('.chip')).toHaveCount(0)
})

test('two choices of one facet are alternatives, and a chip is removed by keyboard', async ({ page, own }) => {
  await page.goto(`${own}/search/?topics=berne-convention`)
  await expect(status(page)).toHaveText(/\d+ reports\./)
  const one = parseInt((await status(page).textContent()) ?? '', 10)
  await page.goto(`${own}/search/?topics=berne-convention&topics=training`)
  await expect(status(page)).toHaveText(/\d+ reports\./)
  expect(parseInt((await status(page).textContent()) ?? '', 10)).toBeGreaterThan(one)
  await page.getByRole('link', { name: 'Remove Training' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?topics=berne-convention$/)
  await expect(status(page)).toHaveText(new RegExp(`^${String(one)} reports\\.`))
})

test('of many values one is found by typing', async ({ page, own }) => {
  await page.goto(`${own}/search/?kind=brief`)
  const topics = page.getByRole('group', { name: 'Topics' })
  await topics.getByRole('searchbox', { name: 'Find in Topics' }).fill('rome')
  await expect(topics.getByRole('checkbox')).toHaveCount(1)
  await topics.getByRole('checkbox').check()
  await expect(page).toHaveURL(/topics=rome-convention/)
})

test('dates narrow to the day, and ends in the wrong order are put right and told', async ({ page, own }) => {
  await page.goto(`${own}/search/?q=treaty`)
  await page.getByRole('textbox', { name: /^From/ }).fill('2012-12')
  await page.getByRole('textbox', { name: /^To/ }).fill('2012-06-24')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/from=2012-12&to=2012-06-24/)
  await expect(status(page)).toHaveText(/^2 reports\. The two dates were swapped\./)
  await page.goto(`${own}/search/?q=treaty&from=yesterday`)
  await expect(status(page)).toHaveText(/“yesterday” is not a date/)
})

test('a search without words lists the newest first, can be turned round, and leads to the page that shows the same', async ({
  page,
  own,
}) => {
  const dates = (): Promise<string[]> =>
    page.locator('.hit time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))
  await page.goto(`${own}/search/?topics=copyright-industry`)
  await expect(status(page)).toHaveText(/\d+ reports\./)
  const newest = await dates()
  expect(newest.length).toBeGreaterThan(3)
  expect(newest).toEqual([...newest].sort().reverse())
  await page.getByRole('link', { name: 'Oldest' }).click()
  await expect(page).toHaveURL(/sort=oldest/)
  await expect.poll(dates).toEqual([...newest].sort())
  await page.goBack()
  await page.getByRole('link', { name: 'All of these reports on one page' }).click()
  await expect(page).toHaveURL(/\/topics\/copyright-industry\/$/)
})

test('the search box of every page leads to the results, and / leads to the box', async ({ page, own }) => {
  await page.goto(`${own}/2024/`)
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('Jingdezhen')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\/\?q=Jingdezhen$/)
  await expect(hits(page).first()).toContainText('Jingdezhen')
})

test('the arrow keys lead from the box through the results and back', async ({ page, own }) => {
  await page.goto(`${own}/search/?q=treaty`)
  await expect(hits(page).first()).toBeVisible()
  await box(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.hit__link').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.hit__link').nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(box(page)).toBeFocused()
})

test('Chinese words are found in a Chinese report from an English page, wherever they are cut', async ({
  page,
  small,
}) => {
  for (const words of ['版权产业', '"海外风险"', '外风', '防控培']) {
    await page.goto(small + address(words))
    await expect(hits(page).first()).toContainText('版权产业海外风险防控培训班在长沙举行')
    await expect(hits(page).first()).toContainText('Chinese')
  }
})

test('nothing is searched while an input method composes', async ({ page, own }) => {
  await page.goto(`${own}/search/`)
  await box(page).focus()
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'banquan', selectionStart: 7, selectionEnd: 7 })
  await page.waitForTimeout(500)
  await expect(page).toHaveURL(/\/search\/$/)
  await session.send('Input.insertText', { text: '版权' })
  await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent('版权')}$`))
})

test('other names are searched for too, which is told and can be switched off', async ({ page, own }) => {
  await page.goto(`${own}/search/?q=NCAC`)
  await expect(status(page)).toHaveText(/“NCAC” is also searched for as .*“国家版权局”/)
  const all = parseInt((await status(page).textContent()) ?? '', 10)
  await page.getByRole('link', { name: 'Search only for “NCAC”' }).click()
  await expect(page).toHaveURL(/q=%22NCAC%22$/)
  await expect(status(page)).toHaveText(/^\d+ reports\.$/)
  expect(parseInt((await status(page).textContent()) ?? '', 10)).toBeLessThan(all)
})

test('a word that is typed wrongly gets a suggestion, which leads to its results', async ({ page, own }) => {
  await page.goto(`${own}/search/?q=copyrigth`)
  await expect(status(page)).toHaveText(/No report was found/)
  await page.getByRole('link', { name: 'copyright', exact: true }).click()
  await expect(page).toHaveURL(/q=copyright$/)
  await expect(status(page)).toHaveText(/^\d+ reports\./)
})

test('what was left out of a search is told', async ({ page, own }) => {
  await page.goto(`${own}${address('the treaty OR convention')}`)
  await expect(status(page)).toHaveText(/“OR” is not understood here.*“the” was left out/)
})

test('a date, an identifier and an address lead straight to their page', async ({ page, own }) => {
  const report = /\/2024\/12\/overseas-copyright-risk-training-changsha\/$/
  for (const [typed, leads] of [
    ['2024-12-20', /\/2024\/12\/20\/$/],
    ['20 December 2024', /\/2024\/12\/20\/$/],
    ['k7m2q4', report],
    ['https://en.ncac.gov.cn/news/topnews/202412/t20241220_877843.html', report],
    ['/2024/12/overseas-copyright-risk-training-changsha/', report],
    ['/r/k7m2q4/', report],
  ] as const) {
    await page.goto(`${own}/search/`)
    await box(page).fill(typed)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(leads)
  }
})

test('a day without reports says so', async ({ page, own }) => {
  await page.goto(`${own}/search/`)
  await box(page).fill('1999-01-01')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/from=1999-01-01&to=1999-01-01/)
  await expect(status(page)).toHaveText(/No report was found/)
})

test('withdrawn reports, drafts and reports of the future are not found', async ({ page, small }) => {
  for (const words of ['withdrawn', 'draft', 'future']) {
    await page.goto(`${small}/search/?q=${words}`)
    await expect(status(page)).toHaveText(/No report was found/)
  }
})

test('a search without results says what to try', async ({ page, own }) => {
  await page.goto(`${own}/search/?q=treaty&topics=training&from=1900&to=1901`)
  await expect(status(page)).toHaveText(/No report was found/)
  await expect(page.getByRole('main').getByRole('link', { name: 'Years' })).toBeVisible()
  await page.getByRole('link', { name: 'Search without the filters' }).click()
  await expect(page).toHaveURL(/\?q=treaty$/)
  await expect(status(page)).toHaveText(/^\d+ reports\./)
})

test('many results come in pages that can be linked to, and Back leads to the place in the list', async ({
  page,
  own,
}) => {
  await page.goto(`${own}/search/?q=convention`)
  await page.getByRole('link', { name: 'Page 2' }).click()
  await expect(page).toHaveURL(/\?q=convention&page=2$/)
  await expect(page.locator('.pages [aria-current]')).toHaveText('2')
  const link = page.locator('.hit__link').nth(7)
  await link.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  expect(before).toBeGreaterThan(200)
  const title = (await link.textContent()) ?? ''
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await page.goBack()
  await expect(page.locator('.pages [aria-current]')).toHaveText('2')
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before)
  await expect(page.getByRole('link', { name: title })).toBeFocused()
  await page.goto(`${own}/search/?q=convention&page=9999`)
  await expect(page.locator('.pages [aria-current]')).toBeVisible()
})

test('every word must occur: an unknown one is not dropped, nor cut to its beginning', async ({ page, own }) => {
  for (const words of [
    'changsha nonexistentword',
    'nonexistentword',
    'artery',
    '"tre"',
    'changsha "nonexistent word"',
  ]) {
    await page.goto(own + address(words))
    await expect(status(page)).toHaveText(/No report was found/)
  }
})

test('the last word may be unfinished, which is told', async ({ page, own }) => {
  await page.goto(`${own}/search/?q=beijing+audiov`)
  await expect(hits(page).first()).toContainText('Audiovisual')
  await expect(status(page)).toHaveText(/No report holds “audiov” as a whole word: .*“audiovisual”/)
})

test('a search that was committed with Enter stays in the history', async ({ page, own }) => {
  await page.goto(`${own}/search/`)
  await box(page).fill('Marrakesh')
  await box(page).press('Enter')
  await expect(page).toHaveURL(/\?q=Marrakesh$/)
  await box(page).fill('Beijing')
  await box(page).press('Enter')
  await expect(page).toHaveURL(/\?q=Beijing$/)
  await page.goBack()
  await expect(page).toHaveURL(/\?q=Marrakesh$/)
  await expect(box(page)).toHaveValue('Marrakesh')
})

test('each answer is announced once', async ({ page, own }) => {
  await page.goto(`${own}/search/`)
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    const live = document.querySelector('#status')
    if (live === null) return
    new MutationObserver(() => said.push(live.textContent)).observe(live, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  // Key by key without a pause, however busy the machine is: a pause would be a search of its own.
  await box(page).evaluate((input: HTMLInputElement) => {
    for (const key of 'Marrakesh treaty') {
      input.value += key
      input.dispatchEvent(new InputEvent('input', { data: key, bubbles: true }))
    }
  })
  await expect(status(page)).toHaveText(/\d+ reports\./)
  await page.waitForTimeout(500)
  const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said)
  expect(said).toHaveLength(1)
})

test('the listed reports can be taken away, and the link to the search copied', async ({ page, own, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${own}/search/?q=Marrakesh`)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(status(page)).toHaveText('The link to this search was copied.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${own}/search/?q=Marrakesh`)
  for (const [name, pattern] of [
    ['CSV', /^id,address,kind,language,date,title,source,topics,[\s\S]*Marrakesh[\s\S]*\r\n$/],
    ['RIS', /^TY {2}- ELEC\r\n[\s\S]*Marrakesh/],
    ['BibTeX', /^@online\{[\s\S]*Marrakesh/],
    ['JSON', /^\[\n {2}\{\n {4}"id"/],
  ] as const) {
    if (name === 'CSV') await page.getByText('Take the list away').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^Marrakesh\./)
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    expect(Buffer.concat(chunks).toString()).toMatch(pattern)
    await expect(status(page)).toHaveText(/reports were saved as Marrakesh\./)
  }
})

test.describe('when something fails', () => {
  // Pages of their own: their errors are what is tested.
  const cases: readonly [title: string, broken: string, says: RegExp][] = [
    ['the manifest is missing', '**/search/manifest.json', /The search did not work/],
    ['the index is missing', '**/*.pf_index', /The search did not work/],
    ['the program of the engine is missing', '**/engine.js', /The search did not work/],
    ['the known words are missing', '**/words/*', /The search did not work/],
  ]
  for (const [title, broken, says] of cases) {
    test(`${title}: the page says so in one sentence and offers the browse pages`, async ({ browser, own }) => {
      const page = await browser.newPage()
      await page.context().route(broken, (route) => route.fulfill({ status: 404 }))
      await page.goto(`${own}/search/?q=copyright`)
      await expect(status(page)).toHaveText(says)
      await expect(page.getByRole('main').getByRole('link', { name: 'Years' })).toBeVisible()
      expect(await findBarriers(page)).toEqual([])
      await page.close()
    })
  }

  test('the network is gone: the page says so, and works again when it is back', async ({ browser, own }) => {
    const page = await browser.newPage()
    await page.goto(`${own}/search/`)
    await page.context().setOffline(true)
    await box(page).fill('copyright')
    await expect(status(page)).toHaveText(/You are offline/)
    expect(await findBarriers(page)).toEqual([])
    await page.context().setOffline(false)
    await box(page).fill('copyright law')
    await expect(status(page)).toHaveText(/\d+ reports\./)
    await page.close()
  })

  test('no worker is granted: the page searches by itself', async ({ browser, own }) => {
    const page = await browser.newPage()
    await page.addInitScript(() => {
      // An arrow function cannot be constructed: `new Worker` throws, as where a policy refuses it.
      Object.assign(globalThis, { Worker: () => undefined })
    })
    await page.goto(`${own}/search/?q=Marrakesh`)
    await expect(status(page)).toHaveText(/\d+ reports\./)
    await page.close()
  })

  test('no WebAssembly: the page says so', async ({ browser, own }) => {
    const page = await browser.newPage()
    await page.context().route('**/search-worker.js', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: `delete globalThis.WebAssembly;\n${await response.text()}` })
    })
    await page.goto(`${own}/search/?q=copyright`)
    await expect(status(page)).toHaveText(/The search did not work/)
    await page.close()
  })

  test('JavaScript is off: the form leads to the browse pages', async ({ browser, own }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${own}/2024/`)
    await page.getByRole('searchbox').fill('copyright')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/search\/\?q=copyright$/)
    await expect(page.locator('noscript .note')).toHaveText(/Searching happens in your browser and needs JavaScript/)
    await expect(page.locator('noscript .note')).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: 'Years' })).toBeVisible()
    await expect(page.getByText('Narrow the search')).toBeHidden()
    await context.close()
  })
})
