import type { Catalogue, Report } from './catalogue.ts'
import { placeIn } from './partition-point.ts'
import { termIndexOf, type IndexedTerm, type TermIndex } from './term-index.ts'

/** A report that has to do with another one, and why. */
export interface RelatedReport {
  report: Report
  /** Why it was chosen: it says the same in another language, it is next to it in its series, or both name the same terms. */
  reason: 'translation' | 'series' | 'terms'
  /** The terms both name, the rarest first, the series among them; a translation may share none. */
  shared: readonly IndexedTerm[]
}

/** How far from a report, in the list of a term, its candidates may stand: with it the work does not grow with the list. */
const REACH = 20
/** How many candidates are enough: the terms that are left then are common ones. */
const CANDIDATES = 120

/**
 * The reports most related to one, with the reason for each: first what it translates and its translations, then its
 * neighbours in its series, then those that share its terms, where a rare term weighs more than a common one (inverse
 * document frequency, log(1 + all / reports of the term), both told roughly); of equal ones the one nearer in time, then the newer one.
 *
 * Candidates are the neighbours in time within the lists of its terms, the rarest terms first, so that the work for one
 * report is bounded. The same catalogue gives the same answer. Never the report itself, or one that is not published; of
 * several that say the same in other languages the one in its own, if there is one; at most half of them from its own
 * series, which has its own thread on the page.
 */
export function findRelated(catalogue: Catalogue, report: Report, count: number): RelatedReport[] {
  if (count <= 0) return []
  const index = termIndexOf(catalogue)
  const translations = translationsOf(catalogue, report)
  const taken = new Set([originalOf(report)])
  const series = inOneLanguage(seriesNeighboursOf(catalogue, report, index), report.lang, taken).slice(
    0,
    Math.ceil(count / 2),
  )
  const named = pickByTerms(catalogue, report, index, count - translations.length - series.length, taken)
  return [
    ...translations.map((other) => ({ report: other, reason: 'translation' as const })),
    ...series.map((other) => ({ report: other, reason: 'series' as const })),
    ...named.map((other) => ({ report: other, reason: 'terms' as const })),
  ]
    .slice(0, count)
    .map((one) => ({ ...one, shared: sharedTerms(report, one.report, index) }))
}

/** What a report translates, then the other translations of that, then its own; each once, itself left out. */
function translationsOf({ byId, translations }: Catalogue, report: Report): Report[] {
  const { translationOf = '' } = report
  const original = byId.get(translationOf)
  const all = [
    ...(original?.status === 'published' ? [original] : []),
    ...(translations.get(translationOf) ?? []),
    ...(translations.get(report.id) ?? []),
  ]
  return [...new Set(all)].filter((other) => other !== report)
}

/** The list of a term in which candidates for a report stand, and where: from one place up to another, which is no longer one of them. */
export interface CandidateList {
  /** The number of the term. */
  term: number
  from: number
  to: number
}

/**
 * Where the candidates for a report stand. What is related to it follows from what there is to say of it, of its translations and their
 * original, and of the reports in these lists; from what the terms weigh and their order; and from nothing else.
 */
export function candidateListsOf(catalogue: Catalogue, report: Report): CandidateList[] {
  const { named, places, reports, series } = termIndexOf(catalogue)
  const place = places.get(report) ?? 0
  const own = series.get(seriesOf(catalogue, report) ?? '')
  const terms = named[place] ?? NO_TERMS
  const isApart = own !== undefined && !terms.includes(own)
  return [...terms, ...(isApart ? [own] : [])].map((term) => ({
    term,
    ...neighboursIn(reports[term] ?? NO_TERMS, place),
  }))
}

/** Where the neighbours of a report begin and end in the list of a term; it may stand among them itself. */
function neighboursIn(list: Int32Array, place: number): { from: number; at: number; to: number } {
  const at = placeIn(list, place)
  return { from: Math.max(0, at - REACH), at, to: Math.min(list.length, at + REACH + 1) }
}

/** The reports of the series of a report that are nearest to it, by turns the next one and the one before. */
function seriesNeighboursOf(catalogue: Catalogue, report: Report, { places, reports, series }: TermIndex): Report[] {
  const list = reports[series.get(seriesOf(catalogue, report) ?? '') ?? -1] ?? NO_TERMS
  const place = places.get(report) ?? 0
  const { at } = neighboursIn(list, place)
  const next = list[at] === place ? at + 1 : at
  return Array.from({ length: REACH }, (_, distance) => [list[next + distance], list[at - 1 - distance]])
    .flat()
    .flatMap((other) => (other === undefined ? [] : (catalogue.pages[other] ?? [])))
}

/** The series of a report; of a translation that names none, that of what it translates. */
function seriesOf({ byId }: Catalogue, { series, translationOf = '' }: Report): string | undefined {
  const original = byId.get(translationOf)
  return series ?? (original?.status === 'published' ? original.series : undefined)
}

/**
 * The reports that share terms with one, the most related first, those of its own series left out. This is done for every report
 * whenever anything has changed: it looks for the best ones again and again instead of putting all candidates in order.
 *
 * @param count how many are wanted, at most
 * @param taken what is told already, by the identifiers of originals
 */
function pickByTerms(
  catalogue: Catalogue,
  report: Report,
  index: TermIndex,
  count: number,
  taken: Set<string>,
): Report[] {
  if (count <= 0) return []
  const { pages } = catalogue
  const { times, named, places } = index
  const place = places.get(report) ?? 0
  const terms = named[place] ?? NO_TERMS
  const own = times[place] ?? 0
  const series = seriesOf(catalogue, report)
  const isApart = (at: number): boolean => series === undefined || pages[at]?.series !== series
  const candidates = candidatesFor(place, terms, index, isApart)
  const scores = scoresOf(candidates, terms, index)
  /** Whether of two candidates with the same score one is more related than the other: nearer, then newer. */
  const isNearer = (one: number, other: number): boolean => {
    const [first = 0, second = 0] = [candidates[one], candidates[other]]
    const byDistance = Math.abs((times[second] ?? 0) - own) - Math.abs((times[first] ?? 0) - own)
    return byDistance === 0 ? first > second : byDistance > 0
  }
  /** The best of those that are left, and fit. */
  const takeBest = (fits: (candidate: Report) => boolean): Report | undefined => {
    let best = -1
    let most = -1
    for (let at = 0; at < candidates.length; at += 1) {
      const score = scores[at] ?? 0
      if (score < most || (score === most && !isNearer(at, best))) continue
      const candidate = pages[candidates[at] ?? 0]
      if (candidate === undefined || !fits(candidate)) continue
      best = at
      most = score
    }
    return pages[candidates[best] ?? -1]
  }
  const picked: Report[] = []
  while (picked.length < count) {
    const best = takeBest((other) => !taken.has(originalOf(other)))
    if (best === undefined) break
    const original = originalOf(best)
    taken.add(original)
    picked.push(
      best.lang === report.lang
        ? best
        : (takeBest((other) => other.lang === report.lang && originalOf(other) === original) ?? best),
    )
  }
  return picked
}

const NO_TERMS = new Int32Array()

/** The neighbours of a report in the lists of its terms, the rarest first, until there are enough: their places among all pages. */
function candidatesFor(
  place: number,
  terms: Int32Array,
  { reports, marks }: TermIndex,
  fits: (at: number) => boolean,
): number[] {
  const candidates: number[] = []
  for (const term of terms) {
    if (candidates.length >= CANDIDATES) break
    const list = reports[term] ?? NO_TERMS
    const { from, to } = neighboursIn(list, place)
    for (let next = from; next < to; next += 1) {
      const other = list[next] ?? 0
      if (other === place || marks[other] === place || !fits(other)) continue
      marks[other] = place
      candidates.push(other)
    }
  }
  // Asked for the same report again, none of them is marked.
  for (const other of candidates) marks[other] = -1
  return candidates
}

/** What the terms weigh together that each candidate names too, of the terms of a report. Nearly all the work is done here. */
function scoresOf(
  candidates: readonly number[],
  terms: Int32Array,
  { named, weights, weighed }: TermIndex,
): Float64Array {
  for (const term of terms) weighed[term] = weights[term] ?? 0
  const scores = new Float64Array(candidates.length)
  for (let at = 0; at < candidates.length; at += 1) {
    const theirs = named[candidates[at] ?? 0] ?? NO_TERMS
    let score = 0
    for (let place = 0; place < theirs.length; place += 1) score += weighed[theirs[place] ?? 0] ?? 0
    scores[at] = score
  }
  for (const term of terms) weighed[term] = 0
  return scores
}

/** The terms that two reports both name, the rarest first. */
function sharedTerms(report: Report, other: Report, { named, places, terms }: TermIndex): IndexedTerm[] {
  const theirs = new Set(named[places.get(other) ?? 0])
  return Array.from(named[places.get(report) ?? 0] ?? NO_TERMS)
    .filter((term) => theirs.has(term))
    .flatMap((term) => terms[term] ?? [])
}

/**
 * Of reports that say the same in several languages keep the one in `language`, or else the first; leave out those that say
 * the same as what is `taken`, and take what is kept.
 */
function inOneLanguage(reports: readonly Report[], language: string, taken: Set<string>): Report[] {
  const chosen = new Map<string, Report>()
  for (const report of reports) {
    const original = originalOf(report)
    if (taken.has(original)) continue
    const other = chosen.get(original)
    if (other === undefined || (other.lang !== language && report.lang === language)) chosen.set(original, report)
  }
  for (const original of chosen.keys()) taken.add(original)
  return [...chosen.values()]
}

/** The identifier of what a report translates, or its own. */
function originalOf({ id, translationOf }: Report): string {
  return translationOf ?? id
}
