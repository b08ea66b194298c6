import type { Locator, Page } from '@playwright/test'
import { findBarriers } from './find-barriers.ts'
import { expect, test } from './sites.ts'

const REPORT = '/2024/12/overseas-copyright-risk-training-changsha/'
const TITLE = 'Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha'

test.describe('when JavaScript is unavailable', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader finds a report cited in six styles, and files of it', async ({ page, own }) => {
    await page.goto(own + REPORT)
    const panel = page.getByRole('region', { name: 'Cite this report' })
    const citation = panel.locator('[data-style=Chicago]')
    await expect(citation).toHaveText(
      `National Copyright Administration of China. “${TITLE}.” Copyright News Archive, December 20, 2024. https://archive.example${REPORT}.`,
    )
    await expect(panel.locator('[data-style=APA]')).toBeHidden()
    await panel.getByText('Other styles').click()
    await expect(panel.locator('[data-style]:visible')).toHaveCount(6)
    await expect(panel.getByRole('link')).toHaveText([
      `https://archive.example${REPORT}`,
      'https://archive.example/r/k7m2q4/',
      'BibTeX',
      'RIS',
      'CSL-JSON',
    ])
  })

  test('no control is offered that would do nothing', async ({ page, own }) => {
    await page.goto(own + REPORT)
    const panel = page.getByRole('region', { name: 'Cite this report' })
    await expect(panel.locator('button:visible:enabled')).toHaveCount(0)
    await expect(panel.locator(':is(select, input):enabled')).toHaveCount(0)
  })
})

test('the files say what they are', async ({ request, own }) => {
  const answers = [
    ['report.bib', 'application/x-bibtex', '@online{k7m2q4,'],
    ['report.ris', 'application/x-research-info-systems', 'TY  - NEWS'],
    ['report.csl.json', 'json', '"article-newspaper"'],
  ] as const
  for (const [file, type, text] of answers) {
    const response = await request.get(own + REPORT + file)
    expect(response.headers()['content-type']).toContain(type)
    expect(await response.text()).toContain(text)
  }
})

test('a citation names the paragraph that is chosen, and today', async ({ page, own }) => {
  await page.clock.setFixedTime('2026-11-22T12:00:00Z')
  await page.goto(own + REPORT)
  const panel = await reachPanel(page)
  await panel.getByLabel('Paragraph').selectOption('4')
  await panel.getByLabel('with today’s date').check()
  await expect(panel.locator('[data-style=Chicago]')).toHaveText(
    `National Copyright Administration of China. “${TITLE}.” Copyright News Archive, December 20, 2024, para. 4. Accessed November 22, 2026. https://archive.example${REPORT}#p4.`,
  )
  await panel.getByLabel('Paragraph').selectOption('whole report')
  await panel.getByLabel('with today’s date').uncheck()
  await expect(panel.locator('[data-style=Chicago]')).toHaveText(
    `National Copyright Administration of China. “${TITLE}.” Copyright News Archive, December 20, 2024. https://archive.example${REPORT}.`,
  )
})

test('the paragraph that the address leads to is chosen, and the choice follows the address', async ({ page, own }) => {
  await page.goto(`${own}${REPORT}#p3`)
  const choice = (await reachPanel(page)).getByLabel('Paragraph')
  await expect(choice).toHaveValue('3')
  await page.locator('#p2 .anchor').click()
  await expect(choice).toHaveValue('2')
  await page.goBack()
  await expect(choice).toHaveValue('3')
})

test('a citation names the wording that is shown, and only paragraphs that it still has', async ({ page, small }) => {
  await page.goto(`${small}/2024/12/a-report-with-everything/`)
  const panel = await reachPanel(page)
  await panel.getByLabel('this wording (number 2)').check()
  await expect(panel.locator('[data-style=Chicago]')).toContainText(
    ', version 2. https://archive.example/archive/2024/12/a-report-with-everything/v/2/.',
  )
  const numbers = await panel.getByLabel('Paragraph').locator('option').allTextContents()
  expect(numbers.slice(0, 3)).toEqual(['whole report', '2', '3'])
})

test('a citation and the short link are copied, and this is said once', async ({ page, own, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(own + REPORT)
  const panel = await reachPanel(page)
  await panel.getByText('Other styles').click()
  await countAnnouncements(page)
  await panel.getByRole('button', { name: 'Copy the citation in the style of APA' }).press('Enter')
  await expect(panel.getByRole('status')).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `National Copyright Administration of China. (2024, December 20). ${TITLE}. Copyright News Archive. https://archive.example${REPORT}`,
  )
  expect(await page.locator('html').getAttribute('data-said')).toBe('Copied')
  await panel.getByRole('button', { name: 'Copy the short link' }).press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-said', 'Copied Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('https://archive.example/r/k7m2q4/')
})

test('nothing for citing is loaded before the panel is near', async ({ page, own }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(own + REPORT, { waitUntil: 'networkidle' })
  expect(asked).not.toContain('/scripts/cite.js')
  await page.getByRole('region', { name: 'Cite this report' }).scrollIntoViewIfNeeded()
  await expect.poll(() => asked).toContain('/scripts/cite.js')
})

test('a link to the words that a reader has marked is copied, and leads to them', async ({ page, own, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(own + REPORT)
  const panel = await reachPanel(page)
  const button = panel.getByRole('button', { name: 'Copy a link to the marked words' })
  await button.click()
  await expect(panel.getByRole('status')).toHaveText('Mark some words of the text first.')
  await page.evaluate(() => {
    const text = document.querySelector('#p3')?.lastChild
    const at = text?.textContent?.indexOf('RMB 8.97 trillion') ?? -1
    if (text) getSelection()?.setBaseAndExtent(text, at, text, at + 'RMB 8.97 trillion'.length)
  })
  await button.click()
  await expect(panel.getByRole('status')).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `https://archive.example${REPORT}#:~:text=RMB%208.97%20trillion`,
  )
  await panel.getByRole('button', { name: 'Copy the permanent link' }).press('Enter')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`https://archive.example${REPORT}`)
})

test('a hostile title is cited as text', async ({ page, small }) => {
  await page.goto(`${small}/2024/12/a-hostile-title/`)
  const panel = await reachPanel(page)
  await panel.getByLabel('with today’s date').check()
  await expect(panel.locator('[data-style=Chicago]')).toContainText('</script><script>globalThis.hacked = 1</script>')
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
})

test('the panel is accessible, opened or not, and fits a narrow screen', async ({ page, own }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(own + REPORT)
  await page.getByText('Other styles').click()
  expect(await findBarriers(page)).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
})

/** Scroll to the panel, as a reader does who wants to cite: its script is loaded then. */
async function reachPanel(page: Page): Promise<Locator> {
  const panel = page.getByRole('region', { name: 'Cite this report' })
  await panel.scrollIntoViewIfNeeded()
  return panel
}

/** Keep what the status line says, in the order in which it says it. */
async function countAnnouncements(page: Page): Promise<void> {
  await page.evaluate(() => {
    const status = document.querySelector('.cite [role=status]')
    const said: string[] = []
    new MutationObserver(() => {
      const words = status?.textContent ?? ''
      if (words !== '') said.push(words)
      document.documentElement.dataset['said'] = said.join(' ')
    }).observe(status ?? document.body, { childList: true })
  })
}
