import fc from 'fast-check'
import type { Report } from '#archive/catalogue.ts'
import type { Term } from '#archive/term.ts'
import { makeIdentifier, makeReport, makeTerm } from '../archive/make-report.ts'

/** A report with its text. */
export interface MadeUpReport {
  report: Report
  paragraphs: readonly string[]
}

/** Words that no stemmer of a language below joins, some of them the beginning of others; few, so that phrases repeat. */
export const WORDS = 'bova bovar cimu dorlen ekto fupa gorrin gorrinok hulo tolb tolbur vexa zorbi'.split(' ')
/** Numbers, and words with digits, as they are searched for and as they are written. */
export const NUMBERS: readonly (readonly [word: string, written: string])[] = [
  ['7', '7'],
  ['1987', '1987'],
  ['1200', '1,200'],
  ['3400000', '3,400,000'],
  ['g20', 'G20'],
  ['covid19', 'covid19'],
]
export const HAN = Array.from('海外风险版权保护合作')
export const KANA = Array.from('かがルール々著')
const LANGUAGES = ['en', 'de', 'fr', 'zh-Hans', 'ja']

/** Terms whose names share words and letters with the texts, and are nowhere whole. */
export const TERMS: readonly Term[] = [
  ...(['topics', 'places', 'organisations', 'people'] as const).flatMap((vocabulary) =>
    ['aba', 'bcb', 'cdc', 'ded'].map((id, index): Term => ({
      ...makeTerm(vocabulary, id),
      label: { en: `${WORDS[index] ?? ''} Qqx ${id}`, 'zh-Hans': `甲${HAN.slice(index, index + 3).join('')}乙` },
      aliases: [`${id}q`, `Éqx ${WORDS[index + 4] ?? ''}`],
    })),
  ),
  { ...makeTerm('series', 'serial'), label: { en: 'Qqx serial' } },
]

/** An accent, a capital or nothing. */
const asWritten = fc
  .tuple(fc.constantFrom(...WORDS), fc.constantFrom('', '', '', 'capital', 'capitals', 'accent', 'combining'))
  .map(([word, style]) => {
    if (style === 'capital') return word.charAt(0).toUpperCase() + word.slice(1)
    if (style === 'capitals') return word.toUpperCase()
    const accented = word.replace(/[aeou]/, '$&\u0301')
    return style === 'accent' ? accented.normalize('NFC') : style === 'combining' ? accented : word
  })

const latin = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 6, arbitrary: asWritten }, fc.constantFrom(...NUMBERS.map(([, written]) => written))),
      fc.constantFrom(' ', ' ', ' ', ' ', ', ', '. ', '-', ' – ', '/', '’', ' (', '; '),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((pieces) => pieces.map(([word, between]) => word + between).join(''))

const lettersOf = (letters: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 }).map((run) => run.join(''))

const unspaced = fc
  .array(fc.tuple(lettersOf(HAN), fc.constantFrom('，', '。', '、', '》', ' ', ' EU')), { minLength: 1, maxLength: 3 })
  .map((pieces) => pieces.map(([run, between]) => run + between).join(''))
const kana = fc
  .array(fc.tuple(lettersOf(KANA), fc.constantFrom('、', '。', '・')), { minLength: 1, maxLength: 2 })
  .map((pieces) => pieces.map(([run, between]) => run + between).join(''))

const paragraph = fc
  .array(fc.oneof({ weight: 3, arbitrary: latin }, unspaced, kana), { minLength: 1, maxLength: 3 })
  .map((pieces) => pieces.join(' ').trim())

const two = (number: number): string => String(number).padStart(2, '0')
const date = fc
  .tuple(fc.integer({ min: 2001, max: 2009 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .chain(([year, month, day]) => {
    const ofMonth = `${String(year)}-${two(month)}`
    return fc.constantFrom(String(year), ofMonth, ...Array.from({ length: 4 }, () => `${ofMonth}-${two(day)}`))
  })

const idsOf = (vocabulary: string): fc.Arbitrary<string[]> =>
  fc.subarray(
    TERMS.filter((term) => term.vocabulary === vocabulary).map(({ id }) => id),
    { maxLength: 3 },
  )
const named = (vocabulary: string): fc.Arbitrary<Report['places']> =>
  idsOf(vocabulary).map((ids) => ids.map((id) => ({ id, role: undefined })))

const madeUp = fc
  .record({
    title: paragraph,
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
    date,
    kind: fc.constantFrom('report', 'report', 'brief'),
    lang: fc.constantFrom(...LANGUAGES),
    topics: idsOf('topics'),
    places: named('places'),
    organisations: named('organisations'),
    people: named('people'),
    series: fc.option(fc.constant('serial'), { nil: undefined }),
    source: fc.option(fc.constantFrom('Vexa Qqx Daily', '乙保护乙报'), { nil: undefined }),
  })
  .map(({ paragraphs, series, source, ...given }) => ({
    paragraphs,
    given: {
      ...given,
      ...(series !== undefined && { series }),
      ...(source !== undefined && { source: { name: source } }),
    },
  }))

/** Reports made up from few words, so that phrases and repeats happen; the same number gives the same reports. */
export function makeUpReports(count: number): MadeUpReport[] {
  return fc.sample(madeUp, { numRuns: count, seed: 20241220 }).map(({ given, paragraphs }, number) => ({
    report: makeReport({ ...given, id: makeIdentifier(number * 7) }),
    paragraphs,
  }))
}

/** The text of a report as the pipeline would write it. */
export function toHtml(paragraphs: readonly string[]): string {
  return paragraphs.map((text, index) => `<p id="p${String(index + 1)}">${text}</p>`).join('\n')
}
