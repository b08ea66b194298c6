import {
  pagesAddress,
  termAddress,
  termPairAddress,
  termYearAddress,
  timelineAddress,
  togetherAddress,
  vocabularyAddress,
} from '#archive/addresses.ts'
import type { Catalogue } from '#archive/catalogue.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { browseOf, hasTimeline } from './browse.ts'
import { keysOf } from './page-keys.ts'
import { termPages } from './term-pages.ts'

/** The page of each term. */
export function planTerms(catalogue: Catalogue) {
  const { ofTermPage } = keysOf(catalogue)
  return termPages(catalogue)
    .filter(({ page }) => page.number === undefined)
    .map(({ record, page }) => ({
      address: termAddress(record.term.vocabulary, record.term.id),
      params: { vocabulary: record.term.vocabulary, term: record.term.id },
      props: { record, page },
      key: () => ofTermPage(record),
    }))
}

/** The numbered pages of each term. */
export function planNumberedTerms(catalogue: Catalogue) {
  const { ofNumberedPage } = keysOf(catalogue)
  return termPages(catalogue)
    .filter(({ page }) => page.number !== undefined)
    .map(({ record, page }) => ({
      address: termAddress(record.term.vocabulary, record.term.id, page.number),
      params: { vocabulary: record.term.vocabulary, term: record.term.id, number: String(page.number) },
      props: { record, page },
      key: () => ofNumberedPage(record, page),
    }))
}

/** What leads from above the numbered pages of a term to the term. */
export function planTermPages(catalogue: Catalogue) {
  const { ofTermName } = keysOf(catalogue)
  return termPages(catalogue)
    .filter(({ page }) => page.number === 1)
    .map(({ record: { term } }) => ({
      address: pagesAddress(termAddress(term.vocabulary, term.id)),
      params: { vocabulary: term.vocabulary, term: term.id },
      props: { term },
      key: () => ofTermName(term),
    }))
}

/** The reports of a term in a year. */
export function planTermYears(catalogue: Catalogue) {
  const { ofTermYear } = keysOf(catalogue)
  return Array.from(browseOf(catalogue).termYears.values(), (termYear) => {
    const { vocabulary, id } = termYear.record.term
    return {
      address: termYearAddress(vocabulary, id, termYear.year),
      params: { vocabulary, term: id, year: termYear.year },
      props: { termYear },
      key: () => ofTermYear(termYear),
    }
  })
}

/** The timeline of each term that has one. */
export function planTimelines(catalogue: Catalogue) {
  const { ofRecord } = keysOf(catalogue)
  const records = VOCABULARIES.flatMap((vocabulary) => [...catalogue.terms[vocabulary].values()])
  return records.filter(hasTimeline).map((record) => ({
    address: timelineAddress(record.term.vocabulary, record.term.id),
    params: { vocabulary: record.term.vocabulary, term: record.term.id },
    props: { record },
    key: () => ofRecord(record),
  }))
}

/** For terms that have a page in common with others, the list of those. */
export function planTogether(catalogue: Catalogue) {
  const { ofTermPage } = keysOf(catalogue)
  const records = new Set(Array.from(browseOf(catalogue).pairs.values(), ({ records: [first] }) => first))
  return Array.from(records, (record) => ({
    address: togetherAddress(record.term.vocabulary, record.term.id),
    params: { vocabulary: record.term.vocabulary, term: record.term.id },
    props: { record },
    key: () => ofTermPage(record),
  }))
}

/** The reports that name two terms both. */
export function planPairs(catalogue: Catalogue) {
  const { ofPair } = keysOf(catalogue)
  return Array.from(browseOf(catalogue).pairs.values(), (pair) => {
    const [{ term: first }, { term: second }] = pair.records
    return {
      address: termPairAddress([first, second]),
      params: { vocabulary: first.vocabulary, term: first.id, other: `${second.vocabulary}-${second.id}` },
      props: { pair },
      key: () => ofPair(pair),
    }
  })
}

/** The index of each vocabulary. */
export function planVocabularies() {
  return VOCABULARIES.map((vocabulary) => ({
    address: vocabularyAddress(vocabulary),
    params: { vocabulary },
    props: { vocabulary },
  }))
}
