import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { reportAddress } from '#archive/addresses.ts'
import { mintIdentifier } from '#archive/identifier.ts'
import { reportSchema, splitMessage } from '#archive/report.ts'
import { findFaultInSlug, SLUG_MAX_LENGTH } from '#archive/slug.ts'
import { findFaultInWebAddress } from '#archive/web-address.ts'
import { checkBody } from '#markdown/check-body.ts'
import { settings } from '../../src/site.config.ts'
import { mendMarkdown, withoutUnwelcome } from './mend-markdown.ts'

/** A line of a corpus, as far as it is used. */
interface Item {
  id: string
  title: string
  date: string
  lang: string
  body: string
  topics?: string[]
  people?: string[]
  orgs?: string[]
  source: string
  url?: string
  summary?: string
}

/** The vocabularies that a corpus fills. */
const FILLED = ['topics', 'organisations', 'people'] as const

/** Terms of each vocabulary, the label by the id. */
type Terms = Record<(typeof FILLED)[number], Map<string, string>>

/** What the items before have taken. */
type Taken = Record<'ids' | 'paths' | 'texts', Set<string>>

/**
 * Write the items of a corpus as an archive below `folder`, which must be empty or absent. What the check would refuse is
 * left out and named in `refused`, with the reason. The same lines give the same archive.
 *
 * @param jsonLines a file of `corpora/`, unpacked: one JSON object a line
 */
export function convertCorpus(jsonLines: string, folder: string): { written: number; refused: string[] } {
  const lines = jsonLines.split('\n').filter((line) => line.trim() !== '')
  const taken: Taken = { ids: new Set(), paths: new Set(), texts: new Set() }
  const all: Terms = { topics: new Map(), organisations: new Map(), people: new Map() }
  const refused: string[] = []
  for (const line of lines) {
    const item = JSON.parse(line) as Item
    const terms = termsOf(item)
    const converted = convert(item, terms, taken)
    if (typeof converted === 'string') {
      refused.push(`${item.id}: ${converted}`)
      continue
    }
    write(join(folder, 'reports', `${converted.path}.md`), converted.text)
    for (const vocabulary of FILLED) {
      for (const [id, label] of terms[vocabulary]) if (!all[vocabulary].has(id)) all[vocabulary].set(id, label)
    }
  }
  for (const vocabulary of FILLED) {
    const records = Array.from(all[vocabulary], ([id, label]) => `${id}:\n  label: { en: ${JSON.stringify(label)} }\n`)
    write(join(folder, 'vocabularies', `${vocabulary}.yaml`), records.join(''))
  }
  return { written: lines.length - refused.length, refused }
}

/** The path and the text of a report's file, or the reason why there is none. */
function convert(item: Item, terms: Terms, taken: Taken): { path: string; text: string } | string {
  if (Buffer.byteLength(item.body) > settings.limits.bodyBytes) return 'the text is too long'
  const id = identifierOf(item, taken.ids)
  const frontMatter = frontMatterOf(item, id, terms)
  const { error } = reportSchema.safeParse(frontMatter)
  if (error !== undefined) return splitMessage(error.issues[0]?.message ?? 'wrong front matter').what

  const body = mendMarkdown(item.body)
  const path = pathOf(item, taken.paths)
  const fault = checkBody(body, reportAddress(path), settings.limits).findings.find(
    ({ severity }) => severity !== 'warning',
  )
  if (fault !== undefined) return fault.what
  const words = body.replace(/\s+/g, ' ')
  if (taken.texts.has(words)) return 'the text stands twice'

  taken.ids.add(id)
  taken.paths.add(path)
  taken.texts.add(words)
  const keys = Object.entries(frontMatter).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
  return { path, text: `---\n${keys.join('')}---\n\n${body}\n` }
}

function frontMatterOf(item: Item, id: string, terms: Terms) {
  const { date, lang, source, url = '', summary = '' } = item
  const line = toLine(summary)
  return {
    id,
    kind: 'report',
    lang,
    title: toLine(item.title),
    ...(line !== '' && { summary: line }),
    date: date.slice(0, 10),
    ...Object.fromEntries(FILLED.map((vocabulary) => [vocabulary, [...terms[vocabulary].keys()]])),
    source: { name: source, ...(findFaultInWebAddress(url) === undefined && { url }) },
  }
}

/** The terms that an item names; the owner of a source (`GSA/digitalgov.gov`) is an organisation. */
function termsOf({ topics = [], people = [], orgs = [], source }: Item): Terms {
  const [owner = source] = source.split('/')
  return {
    topics: toTerms(topics.map((topic) => topic.replaceAll('-', ' '))),
    organisations: toTerms([owner, ...orgs.map((name) => name.replace(/^the /i, ''))]),
    people: toTerms(people),
  }
}

/** Terms by their ids; names that make no id, such as those of other letters, are left out. */
function toTerms(names: readonly string[]): Map<string, string> {
  const terms = new Map<string, string>()
  for (const name of names.map(toLine)) {
    const id = toSlug(name)
    if (findFaultInSlug(id) === undefined && !terms.has(id)) terms.set(id, name)
  }
  return terms
}

/** An identifier made of the item's own id, so that it stays the same when the corpus grows. */
function identifierOf(item: Item, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const hash = createHash('sha256')
      .update(`${item.id} ${String(attempt)}`)
      .digest()
    let place = 0
    const id = mintIdentifier((below) => (hash[place++] ?? 0) % below)
    if (!taken.has(id)) return id
  }
}

function pathOf({ title, date }: Item, taken: ReadonlySet<string>): string {
  const words = toSlug(title)
  const slug = findFaultInSlug(words) === undefined ? words : `report-${words}`.replace(/-$/, '')
  const path = `${date.slice(0, 7).replace('-', '/')}/${slug}`
  let free = path
  for (let number = 2; taken.has(free); number += 1) free = `${path}-${String(number)}`
  return free
}

/** Words of a-z and 0-9 joined by hyphens, with room for a prefix or a number. */
function toSlug(text: string): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{Mark}'’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
  return words
    .replace(/^-/, '')
    .slice(0, SLUG_MAX_LENGTH - 10)
    .replace(/-$/, '')
}

function toLine(text: string): string {
  return withoutUnwelcome(text.replace(/\s+/g, ' ')).trim()
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
