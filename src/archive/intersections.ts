import type { Catalogue, Period, Report, TermRecord } from './catalogue.ts'
import { countOtherTerms, numberTerms, type NumberedTerms } from './numbered-terms.ts'
import { partitionPoint } from './partition-point.ts'
import { VOCABULARIES } from './vocabulary.ts'

/** How many reports an intersection has at least: of one there is nothing to list. */
const LEAST = 2

/** The reports of a term in one year. */
export interface TermYear {
  /** `organisations/wipo/2024` */
  id: string
  record: TermRecord
  year: string
  /** Oldest first. */
  reports: readonly Report[]
  /** The year before it and after it that the term has as well. */
  previous?: TermYear
  next?: TermYear
}

/** The reports that name both of two terms. */
export interface TermPair {
  /** `topics/copyright/organisations/wipo` */
  id: string
  /** The two terms in their one order: that of the vocabularies, then by id. */
  records: readonly [TermRecord, TermRecord]
  /** Oldest first. */
  reports: readonly Report[]
}

/** The years in which a term has at least two reports, by their ids; terms by vocabulary and in the order of its file, years in order. */
export function findTermYears({ terms, years }: Catalogue): Map<string, TermYear> {
  const all = VOCABULARIES.flatMap((vocabulary) =>
    Array.from(terms[vocabulary].values()).flatMap((record) => yearsOf(record, years)),
  )
  return new Map(all.map((one) => [one.id, one]))
}

/** The years of a term: of its reports, which are in order, only the first of each year is looked for. */
function yearsOf(record: TermRecord, all: readonly Period[]): TermYear[] {
  let from = 0
  const years = all.flatMap(({ id: year }): TermYear[] => {
    const isWithin = (at: number): boolean => (record.reports[at]?.date.slice(0, 4) ?? '') <= year
    const to = partitionPoint(from, record.reports.length, isWithin)
    const reports = record.reports.slice(from, to)
    from = to
    return reports.length < LEAST ? [] : [{ id: `${idOf(record)}/${year}`, record, year, reports }]
  })
  years.forEach((one, index) => {
    const previous = years[index - 1]
    if (previous === undefined) return
    one.previous = previous
    previous.next = one
  })
  return years
}

/**
 * The pairs of terms that at least two reports name both, by their ids: those with the most reports first; where they have
 * as many, in the order of vocabularies, then by id, of the first term, then of the second. O(sum of terms² per report), at most.
 *
 * @param most how many pairs there may be; the others are left out
 */
export function findTermPairs(catalogue: Catalogue, most: number): Map<string, TermPair> {
  if (most <= 0) return new Map()
  const terms = numberTerms(catalogue)
  const chosen = countPairs(terms, most)
  const reports = collectReports(catalogue.pages, terms, chosen)
  return new Map(
    chosen.flatMap((pair) => {
      const [first, second] = [terms.records[pair.first], terms.records[pair.second]]
      if (first === undefined || second === undefined) return []
      const id = termPairId(first, second)
      return [[id, { id, records: [first, second], reports: reports.get(pair) ?? [] }]]
    }),
  )
}

/** The id of a pair of terms, whichever of them is named first. */
export function termPairId(one: TermRecord, other: TermRecord): string {
  return compareTerms(one, other) <= 0 ? `${idOf(one)}/${idOf(other)}` : `${idOf(other)}/${idOf(one)}`
}

/** Two terms by their numbers, the lower one first, and how many reports name both. */
interface CountedPair {
  first: number
  second: number
  count: number
}

/**
 * The pairs with the most reports, these first. Terms with the most reports are looked at first: no pair has more reports than either of
 * its terms, so that those with few need not be looked at when enough pairs with more are found.
 */
function countPairs(terms: NumberedTerms, most: number): CountedPair[] {
  const lengthOf = (number: number): number => terms.records[number]?.reports.length ?? 0
  const owns = [...terms.records.keys()].sort((a, b) => lengthOf(b) - lengthOf(a))
  const isDone = new Uint8Array(owns.length)
  let pairs: CountedPair[] = []
  let least = LEAST
  for (const [own, { numbers, counts }] of countOtherTerms(terms, owns)) {
    if (lengthOf(own) < least) break
    isDone[own] = 1
    for (const other of numbers) {
      const count = counts[other] ?? 0
      if (count < least || isDone[other] === 1) continue
      pairs.push({ first: Math.min(own, other), second: Math.max(own, other), count })
    }
    if (pairs.length < 2 * most) continue
    pairs = firstPairs(pairs, most)
    least = pairs.at(-1)?.count ?? LEAST
  }
  return firstPairs(pairs, most)
}

function firstPairs(pairs: readonly CountedPair[], most: number): CountedPair[] {
  return pairs.toSorted((a, b) => b.count - a.count || a.first - b.first || a.second - b.second).slice(0, most)
}

/** The reports of each pair, oldest first: one pass over the reports of each first term. */
function collectReports(
  all: readonly Report[],
  { named, reports }: NumberedTerms,
  pairs: readonly CountedPair[],
): Map<CountedPair, Report[]> {
  const found = new Map(pairs.map((pair) => [pair, [] as Report[]]))
  for (const [first, group] of Map.groupBy(pairs, (pair) => pair.first)) {
    const bySecond = new Map(group.map((pair) => [pair.second, found.get(pair)]))
    for (const place of reports[first] ?? []) {
      const report = all[place]
      if (report === undefined) continue
      for (const second of named[place] ?? []) bySecond.get(second)?.push(report)
    }
  }
  return found
}

function compareTerms({ term: a }: TermRecord, { term: b }: TermRecord): number {
  const order = VOCABULARIES.indexOf(a.vocabulary) - VOCABULARIES.indexOf(b.vocabulary)
  return order !== 0 ? order : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function idOf({ term }: TermRecord): string {
  return `${term.vocabulary}/${term.id}`
}
