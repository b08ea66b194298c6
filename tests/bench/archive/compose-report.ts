import { below, between, pick, type Random } from '../chance.ts'
import type { NamedTerms } from '../draw-terms.ts'
import type { MadeUpLanguage } from '../made-up-language.ts'
import type { MadeUpText } from '../made-up-text.ts'
import { writeBody } from './write-body.ts'
import { SHARES } from './shares.ts'

/** A report as it will be written to disk. */
export interface Composed {
  id: string
  language: MadeUpLanguage['tag']
  /** `2024/12/a-slug`. */
  path: string
  title: string
  /** The whole file. */
  text: string
}

/** What a report is made of. */
export interface Material {
  id: string
  date: string
  language: MadeUpLanguage
  text: MadeUpText
  named: NamedTerms
  /** The names of its terms in its language. */
  names: readonly string[]
  /** The series it belongs to. */
  thread: string | undefined
  isLong: boolean
  /** The report that was made before it. */
  before: Composed | undefined
}

const SOURCES = ['A wire', 'The Morning Gazette', 'Radio Five Rivers', 'The Harbour Times', 'A trade monthly']
const ROLES = { en: ['speaker', 'host', 'minister', 'party'], 'zh-Hans': ['主持', '主办', '部长', '当事人'] }
const DAY = 24 * 60 * 60 * 1000

/** Put a report together: front matter and Markdown, as an editor of the archive would write it. */
export function composeReport(random: Random, material: Material): Composed {
  const { id, date, language, text, before } = material
  const path = `${date.slice(0, 7).replace('-', '/')}/${slugOf(material)}`
  const keys = Object.entries(frontMatterOf(random, material))
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
  const target = before !== undefined && random() < SHARES.link ? before : undefined
  const body = writeBody(random, { ...material, target })
  return {
    id,
    language: language.tag,
    path,
    title: text.title,
    text: `---\n${keys.join('')}---\n\n${body}\n`,
  }
}

/** The keys of the front matter in the order of the manual; each value stands in YAML as it does in JSON. */
function frontMatterOf(random: Random, { id, date, language, text, named, thread, before }: Material) {
  const isBrief = random() < SHARES.brief
  const addRoles = (terms: NamedTerms['people']): unknown[] =>
    terms.map((term) => (random() < 0.3 ? { id: term.id, role: pick(random, ROLES[language.tag]) } : term.id))
  const isTranslation = language.tag !== 'en' && before?.language === 'en' && random() < SHARES.translation
  return {
    id,
    kind: isBrief ? 'brief' : 'report',
    lang: language.tag,
    title: text.title,
    summary: random() < SHARES.summary ? summaryOf(text, language) : undefined,
    date,
    event: random() < SHARES.event ? eventBefore(random, date) : undefined,
    dateline: random() < SHARES.dateline ? named.places[0]?.id : undefined,
    topics: named.topics.map((term) => term.id),
    places: named.places.map((term) => term.id),
    organisations: addRoles(named.organisations),
    people: addRoles(named.people),
    series: thread,
    source: isBrief ? undefined : makeSource(random, date),
    sources: isBrief ? [makeSource(random, date), { name: 'A register of treaties' }] : undefined,
    translationOf: isTranslation ? before.id : undefined,
  }
}

function makeSource(random: Random, date: string): { name: string; url: string } {
  return { name: pick(random, SOURCES), url: `https://news.example/${date}/${String(below(random, 1e6))}` }
}

/** The first sentence, or as many of its words as a summary has. */
function summaryOf({ paragraphs }: MadeUpText, { stops, space }: MadeUpLanguage): string {
  const [paragraph = ''] = paragraphs
  const end = Math.min(...stops.map((stop) => paragraph.indexOf(stop + space, 20)).map((at) => (at < 0 ? 200 : at + 1)))
  return paragraph.slice(0, end).trim()
}

/** Some days that end before the report. */
function eventBefore(random: Random, date: string): string {
  const day = (before: number): string => new Date(Date.parse(date) - before * DAY).toISOString().slice(0, 10)
  const end = between(random, 0, 5)
  return random() < 0.5 ? day(end) : `${day(end + between(random, 1, 4))}/${day(end)}`
}

/** Words of the title, and the identifier, so that no two are the same. */
function slugOf({ id, language, text }: Material): string {
  const words = language.tag === 'en' ? text.title.toLowerCase().match(/[a-z0-9]+/g) : null
  return `${(words ?? ['news']).slice(0, 5).join('-').slice(0, 60)}-${id}`.replace('--', '-')
}
