import { termsOf, type Catalogue, type Report } from './catalogue.ts'
import { VOCABULARIES, type Vocabulary } from './vocabulary.ts'

/** A report that has to do with another one, and why. */
export interface RelatedReport {
  report: Report
  /** The terms both name, the rarest first; the first one is the best reason. */
  shared: readonly { vocabulary: Vocabulary; id: string }[]
}

/** How far from a report, in the list of a term, its candidates may stand: with it the work does not grow with the list. */
const REACH = 20

/** What a shared term of each vocabulary counts, before its rarity. */
const WEIGHT: Readonly<Record<Vocabulary, number>> = {
  series: 3,
  people: 1.5,
  organisations: 1,
  topics: 1,
  places: 0.75,
}

/**
 * The reports most related to one: those that share its terms, where a rare term weighs more than a common one
 * (inverse document frequency). Only the neighbours in time within each term's list are candidates, so that the work
 * for one report is bounded. The same catalogue gives the same answer; never the report itself, one that is not
 * published, or a translation of it, which the page names anyway; at most half of them from its own series.
 */
export function findRelated(catalogue: Catalogue, report: Report, count: number): RelatedReport[] {
  const candidates = new Map<
    Report,
    { score: number; shared: { vocabulary: Vocabulary; id: string; score: number }[] }
  >()
  for (const vocabulary of VOCABULARIES) {
    for (const { id } of termsOf(report, vocabulary)) {
      const list = catalogue.terms[vocabulary].get(id)?.reports ?? []
      const score = WEIGHT[vocabulary] * Math.log(1 + catalogue.reports.length / Math.max(1, list.length))
      for (const other of neighbours(catalogue, list, report)) {
        const candidate = candidates.get(other) ?? { score: 0, shared: [] }
        candidate.score += score
        candidate.shared.push({ vocabulary, id, score })
        candidates.set(other, candidate)
      }
    }
  }
  const original = report.translationOf ?? report.id
  const ranked = [...candidates]
    .filter(([other]) => (other.translationOf ?? other.id) !== original)
    .sort(
      ([a, { score: scoreOfA }], [b, { score: scoreOfB }]) => scoreOfB - scoreOfA || nearer(catalogue, report, a, b),
    )
  return withoutTooManyOf(
    report.series,
    ranked.map(([other]) => other),
    count,
  ).map((other) => ({
    report: other,
    shared: (candidates.get(other)?.shared ?? [])
      .sort((a, b) => b.score - a.score)
      .map(({ vocabulary, id }) => ({ vocabulary, id })),
  }))
}

/** The first `count` of a ranking, at most half of them from one series: a series has its own thread on the page. */
function withoutTooManyOf(series: string | undefined, ranked: readonly Report[], count: number): Report[] {
  let left = Math.ceil(count / 2)
  return ranked
    .filter((other) => {
      if (series === undefined || other.series !== series) return true
      left -= 1
      return left >= 0
    })
    .slice(0, count)
}

/** The reports around `report` in a list that is sorted as the catalogue is, itself left out. */
function neighbours(catalogue: Catalogue, list: readonly Report[], report: Report): Report[] {
  const position = catalogue.positions.get(report) ?? 0
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = list[middle]
    if (other !== undefined && (catalogue.positions.get(other) ?? 0) < position) low = middle + 1
    else high = middle
  }
  return list.slice(Math.max(0, low - REACH), low + REACH + 1).filter((other) => other !== report)
}

/** Of two reports, the one nearer in the order of the catalogue first; then the older one. */
function nearer({ positions }: Catalogue, report: Report, a: Report, b: Report): number {
  const at = positions.get(report) ?? 0
  const [atA, atB] = [positions.get(a) ?? 0, positions.get(b) ?? 0]
  return Math.abs(atA - at) - Math.abs(atB - at) || atA - atB
}
