import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Term } from '#archive/term.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { between, makeRandom, pick, type Random } from '../chance.ts'
import { makeTermDrawer } from '../draw-terms.ts'
import { makeChinese } from '../made-up-chinese.ts'
import { dayOf, daysOf } from '../made-up-days.ts'
import { makeEnglish } from '../made-up-english.ts'
import { identifierOf } from '../made-up-identifiers.ts'
import { makeTerms, TERM_COUNTS } from '../made-up-terms.ts'
import { makeWriter } from '../made-up-text.ts'
import { composeReport, type Composed } from './compose-report.ts'
import { SHARES } from './shares.ts'

/** How large a made-up archive is. */
export interface ArchiveOptions {
  /** How many reports. */
  count: number
  /** The same count and the same seed give the same files; 1 by default. */
  seed?: number
}

/** The first and the last year of made-up archives of every size: a larger one has more reports a day. */
const YEARS = [2016, 2025] as const

/** How many words each language has. */
const WORDS = 60_000

/**
 * Write an archive of made-up news as a content folder below `folder`, which must be empty or absent: reports in Markdown and five
 * vocabularies. Reports are alike in archives of every size: some 350 words, with the shares of tables, footnotes and so on that
 * `shares.ts` names. One is made, written and forgotten after the other, so that a hundred thousand take no more memory than a hundred.
 */
export function writeArchive(folder: string, { count, seed = 1 }: ArchiveOptions): void {
  const random = makeRandom(seed)
  const terms = makeAllTerms(random, count)
  const make = makeReporter(random, terms)
  const days = daysOf(...YEARS)
  const folders = new Set<string>()
  let before: Composed | undefined
  for (let index = 0; index < count; index += 1) {
    const composed = make({ id: identifierOf(index, seed), date: dayOf(index, count, days), before })
    const file = join(folder, 'reports', `${composed.path}.md`)
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true })
    folders.add(dirname(file))
    writeFileSync(file, composed.text)
    before = composed
  }
  mkdirSync(join(folder, 'vocabularies'), { recursive: true })
  for (const vocabulary of VOCABULARIES) {
    const own = terms.filter((term) => term.vocabulary === vocabulary)
    writeFileSync(join(folder, 'vocabularies', `${vocabulary}.yaml`), own.map(toRecord).join(''))
  }
}

/** What is known of a report before it is made up. */
interface Occasion {
  id: string
  date: string
  /** The report that was made before it, which it may link to or translate. */
  before?: Composed | undefined
}

/** Make a function that makes up reports, one in ten of them Chinese. */
export function makeReporter(random: Random, terms: readonly Term[]): (occasion: Occasion) => Composed {
  const drawTerms = makeTermDrawer(random, terms)
  const series = terms.filter(({ vocabulary }) => vocabulary === 'series').map(({ id }) => id)
  const labels = new Map(terms.map(({ vocabulary, id, label }) => [`${vocabulary}/${id}`, label]))
  const languages = [makeEnglish(random, WORDS), makeChinese(random, WORDS)] as const
  const [english, chinese] = languages.map((language) => ({ language, write: makeWriter(random, language) }))
  if (english === undefined || chinese === undefined) throw new Error('a language without a writer')
  return ({ id, date, before }) => {
    const { language, write } = random() < SHARES.chinese ? chinese : english
    const named = drawTerms()
    const names = (['places', 'organisations', 'people'] as const).flatMap((vocabulary) =>
      named[vocabulary].map((term) => {
        const label = labels.get(`${vocabulary}/${term.id}`)
        return label?.[language.tag] ?? label?.['en'] ?? term.id
      }),
    )
    const isLong = random() < SHARES.long
    const text = write(names, isLong ? 10 : 1)
    const thread = series.length > 0 && random() < SHARES.series ? pick(random, series) : undefined
    return composeReport(random, { id, date, language, text, named, names, thread, isLong, before })
  }
}

/**
 * The terms of an archive of a size. Of people it knows the more, the more it reports, and at a slower and slower pace (Heaps' law);
 * places and organisations are as many in all.
 */
function makeAllTerms(random: Random, count: number): Term[] {
  const people = Math.min(TERM_COUNTS.people, Math.ceil(16 * Math.sqrt(count)))
  const terms = makeTerms(random, true, { ...TERM_COUNTS, people })
  const places = terms.filter(({ vocabulary }) => vocabulary === 'places')
  const series = Array.from({ length: Math.ceil(Math.sqrt(count)) }, (_, index): Term => {
    const { label } = pick(random, places)
    const year = String(between(random, ...YEARS))
    return {
      vocabulary: 'series',
      id: `thread-${String(index + 1)}`,
      label: { en: `Talks of ${label['en'] ?? ''}, ${year}`, 'zh-Hans': `${label['zh-Hans'] ?? ''}会谈（${year}）` },
      aliases: [],
      sameAs: [],
      note: {},
    }
  })
  return [...terms, ...series]
}

function toRecord({ id, label, aliases }: Term): string {
  const names = aliases.length === 0 ? '' : `  aliases: ${JSON.stringify(aliases)}\n`
  return `${id}:\n  label: ${JSON.stringify(label)}\n${names}`
}
