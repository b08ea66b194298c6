import type { Report } from '#archive/catalogue.ts'
import { completeIdentifier } from '#archive/identifier.ts'
import type { Term } from '#archive/term.ts'
import type { Vocabulary } from '#archive/vocabulary.ts'

/** A report for a test: a published one of 20 December 2024 that names no term, but for what is given. */
export function makeReport(given: Partial<Report> = {}): Report {
  const { id = 'k7m2q4', date = '2024-12-20' } = given
  const path = `${date.slice(0, 7).replace('-', '/')}/report-${id}`
  return {
    id,
    kind: 'report',
    lang: 'en',
    title: `Report ${id}`,
    titleSupplied: false,
    date,
    topics: [],
    places: [],
    organisations: [],
    people: [],
    sources: [],
    status: 'published',
    corrections: [],
    path,
    file: `reports/${path}.md`,
    digest: '',
    size: 1000,
    pictures: {},
    ...given,
  }
}

/** A valid identifier for each number from 0 to 99,999; a greater number gives a greater one. */
export function makeIdentifier(number: number): string {
  return completeIdentifier(String(number).padStart(5, '0'))
}

/** A term for a test. */
export function makeTerm(vocabulary: Vocabulary, id: string): Term {
  return { vocabulary, id, label: { en: id }, aliases: [], sameAs: [], note: {} }
}
