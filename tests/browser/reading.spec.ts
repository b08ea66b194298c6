import { readFileSync } from 'node:fs'
import { expect, OWN_SITE, test } from './sites.ts'

test.describe('when JavaScript is unavailable', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader finds a report by year, month and day', async ({ page, own }) => {
    await page.goto(own)
    await page.getByRole('navigation', { name: 'Browse' }).getByRole('link', { name: 'Years' }).click()
    await page.getByRole('link', { name: /^1992:/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('1992')
    await page.getByRole('link', { name: /^October\s+\d+ report/ }).click()
    await page.getByRole('link', { name: /^15 October 1992:/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thursday, 15 October 1992')
    await page.getByRole('main').getByRole('link', { name: /Berne/ }).first().click()
    await expect(page.locator('.report__text')).toContainText('China')
  })

  test('a reader goes from a report to whom it names, and on to another report', async ({ page, own }) => {
    await page.goto(`${own}/2024/12/overseas-copyright-risk-training-changsha/`)
    await page
      .getByRole('complementary', { name: 'Named in this report' })
      .getByRole('link', { name: 'World Intellectual Property Organization' })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('World Intellectual Property Organization')
    await page.getByRole('link', { name: /Marrakesh Treaty adopted/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Marrakesh')
  })

  test('a link to a paragraph marks it', async ({ page, own }) => {
    await page.goto(`${own}/2024/12/overseas-copyright-risk-training-changsha/#p3`)
    await expect(page.locator(':target')).toContainText('8.97 trillion')
    await expect(page.locator('#p3 .anchor')).toHaveAccessibleName('Paragraph 3')
  })

  test('the search page says what to do instead', async ({ page, own }) => {
    await page.goto(`${own}/search/?q=copyright`)
    await expect(page.locator('noscript')).toBeVisible()
    expect(await page.locator('noscript').textContent()).toContain('needs JavaScript')
    await page.getByRole('main').getByRole('link', { name: 'Topics' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Topics')
  })

  test('an address that is not there answers 404 and helps on', async ({ page, own }) => {
    const response = await page.goto(`${own}/2024/12/mistyped/`)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here')
    await expect(page.getByRole('main').getByRole('link', { name: 'Years' })).toBeVisible()
    await expect(page.getByRole('heading', { name: '此处没有页面' })).toBeVisible()
  })
})

test('a mistyped address proposes the month it was in', async ({ page, small }) => {
  await page.goto(`${small}/2024/12/mistyped/`)
  await expect(page.getByRole('link', { name: '/archive/2024/12/' })).toBeVisible()
})

test('a mistyped period proposes those nearest to it that have reports', async ({ page, own }) => {
  await page.goto(`${own}/2022/11/`)
  const periods = page.locator('[data-found=periods] a:visible')
  await expect(periods).toHaveText(['May 2022', 'April 2023'])
  await periods.first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('May 2022')
})

test('whatever was mistyped, the front page is proposed at last', async ({ page, small }) => {
  await page.goto(`${small}/nothing-of-this/`)
  await expect(page.getByRole('link', { name: '/archive/', exact: true })).toBeVisible()
})

test('a mistyped address in Chinese is answered in Chinese', async ({ page, own }) => {
  await page.goto(`${own}/zh/2022/11/`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('此处没有页面')
  await expect(page.getByRole('link', { name: '2022年5月' })).toHaveAttribute('href', '/zh/2022/05/')
  await expect(page.getByRole('link', { name: '/zh/2022/', exact: true })).toBeVisible()
})

test('also by a host that has one page for all that is not there', async ({ page, own }) => {
  const body = readFileSync(`${OWN_SITE.folder}/404.html`, 'utf8')
  const options = { status: 404, contentType: 'text/html; charset=utf-8', body }
  await page.route('**/zh/2022/11/', (route) => route.fulfill(options))
  await page.goto(`${own}/zh/2022/11/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('此处没有页面')
  await expect(page.getByRole('main')).toContainText('网址可能输入有误')
  await expect(page.getByRole('main').getByText('These may help')).toBeHidden()
  await expect(page.getByRole('link', { name: '2022年5月' })).toHaveAttribute('href', '/zh/2022/05/')
})

test('the skip link is the first stop of the keyboard and leads to the text', async ({ page, own }) => {
  await page.goto(own)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('the numbers of paragraphs are not copied with the text', async ({ page, own }) => {
  await page.goto(`${own}/2024/12/overseas-copyright-risk-training-changsha/`)
  const copied = await page.evaluate(() => {
    const selection = getSelection()
    selection?.selectAllChildren(document.querySelector('.report__text') ?? document.body)
    return selection?.toString() ?? ''
  })
  expect(copied.startsWith('The Training on Overseas Risk')).toBe(true)
  expect(copied).not.toMatch(/^\d$/m)
})

test('nothing on the page of a report moves while it loads', async ({ page, small }) => {
  await page.goto(`${small}/2024/12/a-report-with-everything/`)
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => {
          resolve(sum)
        }, 300)
      }),
  )
  expect(shift).toBe(0)
})

test('a picture is shown in its size, with its caption and credit', async ({ page, small }) => {
  await page.goto(`${small}/2024/12/a-report-with-everything/`)
  const picture = page.getByRole('img', { name: 'A red hall on a light ground' })
  await picture.scrollIntoViewIfNeeded()
  await expect(picture).toHaveJSProperty('naturalWidth', 320)
  await expect(page.getByRole('figure')).toContainText('The hall before the opening')
  await expect(page.getByRole('figure')).toContainText('Photo: An agency')
})

test('the old address of a report leads to the new one, and that of a removed report says why', async ({
  request,
  page,
  small,
}) => {
  const moved = await request.get(`${small}/2024/12/an-address-that-was-left/`, { maxRedirects: 0 })
  expect([moved.status(), moved.headers()['location']]).toEqual([301, '/archive/2024/12/a-translation-into-english/'])
  for (const path of ['/2023/05/a-report-that-is-gone/', '/2023/05/a-removed-address-that-was-left/']) {
    const gone = await page.goto(small + path)
    expect(gone?.status()).toBe(410)
    await expect(page.getByText('A court ordered its removal.')).toBeVisible()
  }
})
