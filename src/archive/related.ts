import { compareReports, termsOf, type Catalogue, type Report } from './catalogue.ts'
import { VOCABULARIES, type Vocabulary } from './vocabulary.ts'

/** A term that two reports share. */
export interface SharedTerm {
  vocabulary: Vocabulary
  id: string
}

/** A report that has to do with another one, and why. */
export interface RelatedReport {
  report: Report
  /** Why it was chosen: it says the same in another language, it is next to it in its series, or both name the same terms. */
  reason: 'translation' | 'series' | 'terms'
  /** The terms both name, the rarest first, the series among them; a translation may share none. */
  shared: readonly SharedTerm[]
}

/** How far from a report, in the list of a term, its candidates may stand: with it the work does not grow with the list. */
const REACH = 20
/** How many candidates are enough: the terms that are left then are common ones. */
const CANDIDATES = 120

/**
 * The reports most related to one, with the reason for each: first what it translates and its translations, then its
 * neighbours in its series, then those that share its terms, where a rare term weighs more than a common one (inverse
 * document frequency, log(1 + all / reports of the term)); of equal ones the one nearer in time, then the newer one.
 *
 * Candidates are the neighbours in time within the lists of its terms, the rarest terms first, so that the work for one
 * report is bounded. The same catalogue gives the same answer. Never the report itself, or one that is not published; of
 * several that say the same in other languages the one in its own, if there is one; at most half of them from its own
 * series, which has its own thread on the page.
 */
export function findRelated(catalogue: Catalogue, report: Report, count: number): RelatedReport[] {
  const terms = weighTerms(catalogue, report)
  const translations = translationsOf(catalogue, report)
  const taken = new Set([originalOf(report)])
  const series = inOneLanguage(seriesNeighboursOf(catalogue, report), report.lang, taken).slice(0, Math.ceil(count / 2))
  const isComplete = translations.length + series.length >= count
  const named = isComplete ? [] : inOneLanguage(rankByTerms(catalogue, report, terms), report.lang, taken)
  return [
    ...translations.map((other) => ({ report: other, reason: 'translation' as const })),
    ...series.map((other) => ({ report: other, reason: 'series' as const })),
    ...named.map((other) => ({ report: other, reason: 'terms' as const })),
  ]
    .slice(0, count)
    .map((one) => ({
      ...one,
      shared: sharedTerms(one.report, terms).map(({ vocabulary, id }) => ({ vocabulary, id })),
    }))
}

/** A term of a report with what it weighs, and the list of all reports that name it. */
interface WeighedTerm extends SharedTerm {
  /** In millionths, whole: sums of them do not depend on their order. */
  weight: number
  reports: readonly Report[]
  /** The report whose score it was last added to. */
  countedFor?: Report
}

/** The terms of a report by vocabulary and id, the rarest first; of equally rare ones in the order of vocabularies, then by id. */
interface WeighedTerms {
  byRarity: readonly WeighedTerm[]
  byId: Readonly<Record<Vocabulary, ReadonlyMap<string, WeighedTerm>>>
}

function weighTerms(catalogue: Catalogue, report: Report): WeighedTerms {
  const weigh = (vocabulary: Vocabulary): Map<string, WeighedTerm> =>
    new Map(
      termsOf(report, vocabulary).map(({ id }) => {
        const reports = catalogue.terms[vocabulary].get(id)?.reports ?? []
        const weight = Math.round(1e6 * Math.log(1 + catalogue.reports.length / Math.max(1, reports.length)))
        return [id, { vocabulary, id, weight, reports }]
      }),
    )
  const byId = {
    topics: weigh('topics'),
    places: weigh('places'),
    organisations: weigh('organisations'),
    people: weigh('people'),
    series: weigh('series'),
  }
  const byRarity = VOCABULARIES.flatMap((vocabulary) =>
    [...byId[vocabulary].values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  ).sort((a, b) => a.reports.length - b.reports.length)
  return { byRarity, byId }
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

/** The reports of the series of a report that are nearest to it, by turns the next one and the one before. */
function seriesNeighboursOf({ terms }: Catalogue, report: Report): Report[] {
  const list = terms.series.get(report.series ?? '')?.reports ?? []
  const at = placeIn(list, report)
  const next = list[at] === report ? at + 1 : at
  return Array.from({ length: REACH }, (_, distance) => [list[next + distance], list[at - 1 - distance]])
    .flat()
    .filter((other) => other !== undefined)
}

/** A report that may be related, and how much its shared terms weigh. */
interface Candidate {
  report: Report
  score: number
  /** How many reports stand between the two in the order of the catalogue. */
  distance: number
  position: number
}

/** The reports that share terms with one, the most related first; those of its own series left out. */
function rankByTerms({ positions, reports }: Catalogue, report: Report, terms: WeighedTerms): Report[] {
  // A withdrawn report stands in no list: its place is where it would be.
  const position = positions.get(report) ?? placeIn(reports, report) - 0.5
  return candidatesFor(report, terms)
    .map((other): Candidate => {
      const at = positions.get(other) ?? 0
      return {
        report: other,
        score: scoreOf(other, terms),
        distance: Math.abs(at - position),
        position: at,
      }
    })
    .sort((a, b) => b.score - a.score || a.distance - b.distance || b.position - a.position)
    .map((candidate) => candidate.report)
}

/** The neighbours of a report in the lists of its terms, the rarest first, until there are enough. */
function candidatesFor(report: Report, { byRarity }: WeighedTerms): Report[] {
  const candidates = new Set<Report>()
  for (const { reports } of byRarity) {
    if (candidates.size >= CANDIDATES) break
    const at = placeIn(reports, report)
    const to = Math.min(reports.length, at + REACH + 1)
    for (let index = Math.max(0, at - REACH); index < to; index += 1) {
      const other = reports[index]
      if (other !== undefined && (report.series === undefined || other.series !== report.series)) candidates.add(other)
    }
  }
  return [...candidates]
}

/** What the terms weigh together that another report names as well. Nearly all the work is done here: it makes no list. */
function scoreOf(other: Report, { byId }: WeighedTerms): number {
  let score = 0
  for (const vocabulary of VOCABULARIES) {
    const terms = byId[vocabulary]
    if (terms.size === 0) continue
    for (const { id } of termsOf(other, vocabulary)) {
      const term = terms.get(id)
      // A report may name a term twice.
      if (term === undefined || term.countedFor === other) continue
      term.countedFor = other
      score += term.weight
    }
  }
  return score
}

/** The terms that another report names as well, the rarest first. */
function sharedTerms(other: Report, { byRarity, byId }: WeighedTerms): WeighedTerm[] {
  const shared = new Set<WeighedTerm>()
  for (const vocabulary of VOCABULARIES) {
    if (byId[vocabulary].size === 0) continue
    for (const { id } of termsOf(other, vocabulary)) {
      const term = byId[vocabulary].get(id)
      if (term !== undefined) shared.add(term)
    }
  }
  return byRarity.filter((term) => shared.has(term))
}

/**
 * Of reports that say the same in several languages keep the one in `language`, or else the first; leave out those that say
 * the same as what is `taken`, and take what is kept.
 */
function inOneLanguage(reports: readonly Report[], language: string, taken: Set<string>): Report[] {
  const groups = Map.groupBy(reports, originalOf)
  return Array.from(groups, ([original, [first, ...others]]) => {
    if (taken.has(original)) return undefined
    taken.add(original)
    return first?.lang === language ? first : (others.find(({ lang }) => lang === language) ?? first)
  }).filter((report) => report !== undefined)
}

/** The identifier of what a report translates, or its own. */
function originalOf({ id, translationOf }: Report): string {
  return translationOf ?? id
}

/** Where a report stands in a list that is sorted as the catalogue is, or would stand. */
function placeIn(list: readonly Report[], report: Report): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = list[middle]
    if (other !== undefined && compareReports(other, report) < 0) low = middle + 1
    else high = middle
  }
  return low
}
