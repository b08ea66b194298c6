import { createHash } from 'node:crypto'
import type { Report } from '#archive/catalogue.ts'
import { completeIdentifier } from '#archive/identifier.ts'
import type { NamedTerm } from '#archive/report.ts'
import type { Term } from '#archive/term.ts'
import { between, makeRandom, pick, type Random } from './chance.ts'
import { makeChinese } from './made-up-chinese.ts'
import { makeEnglish } from './made-up-english.ts'
import { makeTerms } from './made-up-terms.ts'
import { makeWriter, type MadeUpText } from './made-up-text.ts'

/** News that nobody wrote. */
export interface News {
  /** The reports, in no order. */
  reports: Report[]
  /** The text of each report as HTML, by the report's id: `<p id="p1">…</p>`, as the pipeline numbers paragraphs. */
  texts: Map<string, string>
  terms: Term[]
}

/** What news to make up. */
export interface NewsOptions {
  /** The same seed gives the same news. */
  seed: number
  /** The first and the last year; the reports are spread evenly over all days of all years. */
  from: number
  to: number
  /** The languages of the texts: English by default; with `en+zh` half of the reports are Chinese. */
  languages?: 'en' | 'en+zh' | 'zh'
}

/** How many words each language has. */
const VOCABULARY = 60_000

const DAY = 24 * 60 * 60 * 1000
const SOURCES = ['A wire', 'The Morning Gazette', 'Radio Five Rivers', 'The Harbour Times', 'A trade monthly']

/** Characters of an identifier, to count with. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

/** Make up `count` reports with their texts, in memory: for measuring a search without writing and reading Markdown. */
export function makeNews(count: number, { seed, from, to, languages = 'en' }: NewsOptions): News {
  const random = makeRandom(seed)
  const terms = makeTerms(random, languages !== 'en')
  const drawTerms = makeTermDrawer(random, terms)
  const labels = new Map(terms.map(({ vocabulary, id, label }) => [`${vocabulary}/${id}`, label]))
  const writeEnglish = languages === 'zh' ? undefined : makeWriter(random, makeEnglish(random, VOCABULARY))
  const writeChinese = languages === 'en' ? undefined : makeWriter(random, makeChinese(random, VOCABULARY))
  const days = daysOf(from, to)

  const news: News = { reports: [], texts: new Map(), terms }
  for (let index = 0; index < count; index += 1) {
    const isEnglish = writeChinese === undefined || (writeEnglish !== undefined && random() < 0.5)
    const lang = isEnglish ? 'en' : 'zh-Hans'
    const named = drawTerms()
    const names = (['places', 'organisations', 'people'] as const).flatMap((vocabulary) =>
      named[vocabulary].map(({ id }) => {
        const label = labels.get(`${vocabulary}/${id}`)
        return label?.[lang] ?? label?.['en'] ?? ''
      }),
    )
    const text = (isEnglish ? writeEnglish : writeChinese)?.(names)
    if (text === undefined) throw new Error('a language without a writer')
    const html = toHtml(text)
    const id = identifierOf(index, seed)
    const report = toReport(random, { id, lang, title: text.title, date: dayOf(index, count, days), named, html })
    news.reports.push(report)
    news.texts.set(report.id, html)
  }
  return news
}

/** The paragraphs of a rendered text without their tags, in order. */
export function plainTextOf(html: string): string[] {
  return Array.from(html.matchAll(/<p[ >].*?<\/p>/gs), ([paragraph]) =>
    paragraph
      .replace(/<[^>]*>/g, '')
      .replace(/&(?:#x3C|lt);/g, '<')
      .replace(/&(?:#x3E|gt);/g, '>')
      .replace(/&(?:#x22|quot);/g, '"')
      .replace(/&(?:#x26|amp);/g, '&'),
  )
}

/** The terms that a report names. */
type Named = Record<'topics' | 'places' | 'organisations' | 'people', NamedTerm[]>

/** Make a function that draws the terms of a report, some of them far more often than others. */
function makeTermDrawer(random: Random, terms: readonly Term[]): () => Named {
  // One object for each term serves all reports: five million of them would be half of the memory.
  const all = Map.groupBy(terms, ({ vocabulary }) => vocabulary)
  const lists = new Map(Array.from(all, ([name, list]) => [name, list.map(({ id }) => ({ id, role: undefined }))]))
  const draw = (vocabulary: Term['vocabulary'], least: number, most: number): NamedTerm[] => {
    const list = lists.get(vocabulary) ?? []
    const size = between(random, least, most)
    const drawn = Array.from({ length: size }, () => list[Math.floor(random() ** 2 * list.length)])
    return [...new Set(drawn)].filter((term) => term !== undefined)
  }
  return () => ({
    topics: draw('topics', 1, 2),
    places: draw('places', 1, 3),
    organisations: draw('organisations', 0, 3),
    people: draw('people', 0, 3),
  })
}

/** What of a report is known before it is one. */
type Draft = Pick<Report, 'id' | 'lang' | 'title' | 'date'> & { named: Named; html: string }

function toReport(random: Random, { id, lang, title, date, named, html }: Draft): Report {
  const words = lang === 'en' ? title.toLowerCase().match(/[a-z0-9]+/g) : null
  const slug = [...(words ?? ['news']).slice(0, 5), id].join('-')
  const path = `${date.slice(0, 7).replace('-', '/')}/${slug}`
  const source = { name: pick(random, SOURCES) }
  const isBrief = random() < 0.15
  return {
    id,
    kind: isBrief ? 'brief' : 'report',
    lang,
    title,
    titleSupplied: false,
    date,
    ...named,
    topics: named.topics.map((topic) => topic.id),
    ...(!isBrief && { source }),
    sources: isBrief ? [source] : [],
    status: 'published',
    corrections: [],
    path,
    file: `reports/${path}.md`,
    digest: createHash('sha256').update(html).digest('hex'),
    pictures: {},
  }
}

function toHtml({ paragraphs }: MadeUpText): string {
  return paragraphs.map((paragraph, index) => `<p id="p${String(index + 1)}">${paragraph}</p>`).join('\n')
}

/** Every day of some years, `1987-03-26`. */
function daysOf(from: number, to: number): string[] {
  const first = Date.UTC(from, 0, 1)
  const count = (Date.UTC(to + 1, 0, 1) - first) / DAY
  return Array.from({ length: count }, (_, day) => new Date(first + day * DAY).toISOString().slice(0, 10))
}

/** The day of a report: neighbours are far from each other in time, and all days get their share. */
function dayOf(index: number, count: number, days: readonly string[]): string {
  // A prime, so that each place is taken once.
  const place = (index * 7_368_787) % count
  return days[Math.floor((place * days.length) / count)] ?? ''
}

/** An identifier for each index, no two the same: an odd factor moves the 25 bits of an identifier about, one to one. */
function identifierOf(index: number, seed: number): string {
  const bits = (Math.imul(index, 0x9e3779b1) + Math.imul(seed, 0x85ebca6b)) >>> 0
  return completeIdentifier(Array.from({ length: 5 }, (_, place) => DIGITS[(bits >>> (place * 5)) & 31]).join(''))
}
