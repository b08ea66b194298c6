import { createHash } from 'node:crypto'
import type { Report } from '#archive/catalogue.ts'
import type { Term } from '#archive/term.ts'
import { makeRandom, pick, type Random } from './chance.ts'
import { makeTermDrawer, type NamedTerms } from './draw-terms.ts'
import { dayOf, daysOf } from './made-up-days.ts'
import { makeChinese } from './made-up-chinese.ts'
import { makeEnglish } from './made-up-english.ts'
import { identifierOf } from './made-up-identifiers.ts'
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

const SOURCES = ['A wire', 'The Morning Gazette', 'Radio Five Rivers', 'The Harbour Times', 'A trade monthly']

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

/** What of a report is known before it is one. */
type Draft = Pick<Report, 'id' | 'lang' | 'title' | 'date'> & { named: NamedTerms; html: string }

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
    size: Buffer.byteLength(html),
    pictures: {},
  }
}

function toHtml({ paragraphs }: MadeUpText): string {
  return paragraphs.map((paragraph, index) => `<p id="p${String(index + 1)}">${paragraph}</p>`).join('\n')
}
