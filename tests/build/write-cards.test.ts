import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { imageSize } from 'image-size'
import type { Report } from '#archive/catalogue.ts'
import type { Settings } from '#archive/settings.ts'
import { COLOURS, type Card } from '#build/card-design.ts'
import { openCardFonts } from '#build/card-fonts.ts'
import { writerBelow } from '#build/write-below.ts'
import { writeCards } from '#build/write-cards.ts'
import { openPainter } from '#build/paint-card.ts'
import { settings as own } from '../../src/site.config.ts'
import { makeReport } from '../archive/make-report.ts'
import { ROOT } from '../build.ts'

const seal = readFileSync(join(ROOT, 'public/icon.svg'))
const settings: Settings = { ...own, name: 'An Archive', description: 'Reports on copyright.', languages: ['en'] }

const english = makeReport({ id: 'a', title: 'A training in Changsha' })
const chinese = makeReport({ id: 'b', lang: 'zh-Hans', title: '“版权风险”培训班在长沙举办' })
const arabic = makeReport({ id: 'c', lang: 'ar', title: 'الإعلان العالمي لحقوق الإنسان' })
const withdrawn = makeReport({ id: 'd', status: 'withdrawn' })

let work: string

before(() => {
  work = mkdtempSync(join(tmpdir(), 'cards '))
})

after(() => {
  rmSync(work, { recursive: true, force: true })
})

/** Write cards into a new folder. */
async function write(
  name: string,
  reports: readonly Report[],
  kept = join(work, `${name}-kept`),
): Promise<{ out: string; count: number; made: number; card: (report: Report) => Buffer; archive: Buffer }> {
  const out = join(work, name)
  const counts = await writeCards(writerBelow(out), reports, { settings, seal, folder: kept })
  const card = (report: Report): Buffer => readFileSync(join(out, report.path, 'card.png'))
  return { out, ...counts, card, archive: readFileSync(join(out, 'card.png')) }
}

suite('cards', () => {
  test('are pictures of 1200 × 630 pixels, one for the archive and one beside the page of each report', async () => {
    const { count, card, archive } = await write('sizes', [english, chinese])
    assert.equal(count, 3)
    const pictures = [archive, card(english), card(chinese)]
    assert.deepEqual(
      pictures.map((picture) => imageSize(picture)),
      pictures.map(() => ({ width: 1200, height: 630, type: 'png' })),
    )
    assert.equal(new Set(pictures.map((picture) => picture.toString('base64'))).size, 3)
  })

  test('are the same bytes whatever was painted before, and at the same time', async () => {
    const others = ['一个标题', 'Всеобщая декларация', '另一个，更长的标题“在这里”'].map((title, index) =>
      makeReport({ id: `o${String(index)}`, lang: 'zh-Hans', title }),
    )
    // Of a letter with two marks each may be found in another font.
    const marked = makeReport({ id: 'e', title: 'x\u0301\u0323' })
    const vietnamese = makeReport({ id: 'v', title: 'Tiếng Việt' })
    const first = await write('first', [marked, english, chinese])
    const second = await write('second', [vietnamese, ...others, chinese, english, marked])
    assert.deepEqual(first.card(marked), second.card(marked))
    assert.deepEqual(first.card(english), second.card(english))
    assert.deepEqual(first.card(chinese), second.card(chinese))
    assert.deepEqual(first.archive, second.archive)
  })

  test('are the card of the archive for a report in letters that our fonts do not have, and for one that was withdrawn', async () => {
    const { card, archive } = await write('others', [arabic, withdrawn])
    assert.deepEqual(card(arabic), archive)
    assert.deepEqual(card(withdrawn), archive)
  })

  test('of an archive whose name our fonts cannot set show its seal alone', async () => {
    const out = join(work, 'unnamed')
    const unnamed: Settings = { ...settings, name: 'أرشيف', description: 'تقارير', languages: ['ar'] }
    await writeCards(writerBelow(out), [], { settings: unnamed, seal, folder: join(work, 'unnamed-kept') })
    const empty = await openPainter(openCardFonts(), seal)({ name: '', description: '', language: 'ar' })
    assert.deepEqual(readFileSync(join(out, 'card.png')), empty)
  })
})

suite('cards that were made before', () => {
  test('are used again while they show the same, and are thrown away when nothing needs them', async () => {
    const kept = join(work, 'kept')
    const first = await write('before', [english, chinese], kept)
    const again = await write('again', [english, chinese], kept)
    const changed = await write('changed', [{ ...english, title: 'Another title' }], kept)
    assert.deepEqual([first.made, again.made, changed.made], [3, 0, 1])
    assert.deepEqual(again.card(chinese), first.card(chinese))
    assert.notDeepEqual(changed.card(english), first.card(english))
    assert.equal(readdirSync(kept).length, 2)
  })

  test('are made again when what is kept was damaged', async () => {
    const kept = join(work, 'damaged')
    const first = await write('whole', [english], kept)
    for (const key of readdirSync(kept)) writeFileSync(join(kept, key), 'damaged')
    const second = await write('mended', [english], kept)
    assert.equal(second.made, 2)
    assert.deepEqual(second.card(english), first.card(english))
    assert.equal((await write('mended again', [english], kept)).made, 0)
  })
})

suite('a title', () => {
  const archive = { name: 'An Archive', description: '', language: 'en' }
  const card = (title: string, language: string): Card => ({ title, language, date: '2024', publisher: 'X', archive })
  const longest: [language: string, title: string][] = [
    ['en', 'A title of many words that goes on and on until there is no more room '.repeat(5).slice(0, 300)],
    ['en', 'W'.repeat(300)],
    ['zh-Hans', '版'.repeat(300)],
  ]

  test('of three hundred characters has room, whatever they are', async () => {
    const paint = openPainter(openCardFonts(), seal)
    for (const [language, title] of longest) {
      // What is cut off does not show: if the end of a title were, another end would give the same picture.
      const ended = await paint(card(title, language))
      const endedOtherwise = await paint(card(title.slice(0, -2) + (language === 'en' ? 'ii' : '一一'), language))
      assert.notDeepEqual(ended, endedOtherwise)
    }
  })
})

suite('the fonts of the cards', () => {
  const fonts = openCardFonts()
  const cases: [text: string, covered: boolean][] = [
    ['Training “copyright” – 20 %', true],
    ['国家版权局、世界知识产权组织', true],
    ['Всеобщая декларация, Ελληνικά, Tiếng Việt, हिन्दी', true],
    ['日本語かな', true],
    ['a\u200db\u202e', true],
    ['العربية', false],
    ['עברית', false],
    ['한국어', false],
    ['ไทย', false],
    ['A title 😀', false],
  ]
  for (const [text, covered] of cases) {
    test(`${covered ? 'can' : 'cannot'} set ${JSON.stringify(text)}`, () => {
      assert.equal(fonts.covers(text), covered)
    })
  }

  test('are loaded once, and of Chinese only what is needed', () => {
    const some = openCardFonts()
    const latin = some.load(['A title']).length
    const han = some.load(['版权']).length
    assert.ok(latin > 0)
    assert.ok(han > 0 && han <= 4, String(han))
    assert.equal(some.load(['A title', '版权']).length, 0)
  })
})

test('the colours of the cards are those of the light pages', () => {
  const tokens = readFileSync(join(ROOT, 'src/styles/tokens.css'), 'utf8')
  const light = (name: string): string | undefined =>
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}),`).exec(tokens)?.[1]
  assert.deepEqual(COLOURS, {
    paper: light('paper'),
    ink: light('ink'),
    quiet: light('ink-quiet'),
    rule: light('rule'),
  })
})
