import { below, between, pick, type Random } from '../chance.ts'
import type { MadeUpLanguage } from '../made-up-language.ts'
import type { MadeUpText } from '../made-up-text.ts'
import { SHARES } from './shares.ts'

/** What a text is written from. */
interface BodyMaterial {
  language: MadeUpLanguage
  text: MadeUpText
  /** Names that the cells of a table hold. */
  names: readonly string[]
  isLong: boolean
  /** A report to link to. */
  target: { path: string; title: string } | undefined
}

/** How many paragraphs stand under a heading. */
const PARAGRAPHS_PER_SECTION = 5

/** Write paragraphs as Markdown, with the headings, lists, quotations, tables and footnotes that news has. */
export function writeBody(random: Random, { language, text, names, isLong, target }: BodyMaterial): string {
  const hasHeadings = isLong || random() < SHARES.headings
  const listed = random() < SHARES.list ? below(random, text.paragraphs.length) : -1
  const quoted = random() < SHARES.quotation ? below(random, text.paragraphs.length) : -1
  const notes = random() < SHARES.footnotes ? between(random, 1, 4) : 0
  const blocks: string[] = []
  text.paragraphs.forEach((words, index) => {
    const isHeaded = isLong ? index % PARAGRAPHS_PER_SECTION === 0 : index === 2
    if (hasHeadings && index > 0 && isHeaded) blocks.push(`## ${headingOf(words, language)}`)
    const noted = index < notes ? `${words}[^${String(index + 1)}]` : words
    if (index === listed && index >= notes) blocks.push(toList(words, language))
    else if (index === quoted && index >= notes) blocks.push(`> ${guardStart(words)}`)
    else blocks.push(random() < SHARES.bold ? boldStart(noted) : guardStart(noted))
  })
  if (target !== undefined) blocks.push(toLink(target, language))
  if (random() < SHARES.table) blocks.push(...toTable(random, language, names))
  const written = Math.min(notes, text.paragraphs.length)
  for (let number = 1; number <= written; number += 1)
    blocks.push(`[^${String(number)}]: ${makeNote(random, language)}`)
  return blocks.join('\n\n')
}

/** Some of the words of a paragraph, without the marks between them. */
function headingOf(words: string, { space, capitalise }: MadeUpLanguage): string {
  const plain = words.replace(/[,.?，。；？]/g, '')
  const start = space === '' ? plain.slice(8, 16) : plain.split(space).slice(3, 8).join(space)
  return guardStart(capitalise(start === '' ? plain.slice(0, 8) : start))
}

/** The sentences of a paragraph as a list. */
function toList(words: string, { stops, space }: MadeUpLanguage): string {
  const ends = new RegExp(`(?<=[${[...new Set(stops)].join('')}])${space === '' ? '' : `${space}(?=\\S)`}`)
  return words
    .split(ends)
    .filter((sentence) => sentence !== '')
    .map((sentence) => `- ${guardStart(sentence)}`)
    .join('\n')
}

/** A number with a full stop at the beginning of a line would make it a list. */
function guardStart(words: string): string {
  return words.replace(/^(\d+)\./, '$1\\.')
}

/** The first clause in bold; where it is too long for that, its first words. */
function boldStart(words: string): string {
  const [clause] = /^[^\s,.?，。；？](?:[^,.?，。；？[]{0,38}[^\s,.?，。；？[])?(?=[\s,.?，。；？])/.exec(words) ?? []
  return clause === undefined ? guardStart(words) : `**${clause}**${words.slice(clause.length)}`
}

function toLink({ path, title }: { path: string; title: string }, { tag }: MadeUpLanguage): string {
  const link = `[${title}](/${path}/)`
  return tag === 'en' ? `As was reported before: ${link}.` : `此前的报道：${link}。`
}

/** A table of figures under its caption. */
function toTable(random: Random, { tag, writeName }: MadeUpLanguage, names: readonly string[]): string[] {
  const [caption, first, ...columns] = TABLE_WORDS[tag]
  const heads = [first, ...columns.slice(0, between(random, 2, 4))]
  const rows = Array.from({ length: between(random, 4, 20) }, (_, index) => [
    names[index] ?? writeName(random),
    ...heads.slice(1).map(() => (random() * 1000).toFixed(1)),
  ])
  const lines = [heads, heads.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
  return [caption, lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')]
}

/** The caption, and the heads of the columns. */
const TABLE_WORDS = {
  en: ['Table 1. What was counted', 'Name', 'First', 'Second', 'Third', 'Fourth'],
  'zh-Hans': ['表1. 统计结果', '名称', '第一项', '第二项', '第三项', '第四项'],
} as const

function makeNote(random: Random, { tag, writeName }: MadeUpLanguage): string {
  const [number, year] = [String(between(random, 1, 300)), String(between(random, 1950, 2015))]
  const name = writeName(random)
  return tag === 'en'
    ? `${name}, *${pick(random, ['Annals', 'Gazette', 'Proceedings'])}*, no. ${number}, ${year}.`
    : `${name}：《公报》第${number}号，${year}年。`
}
