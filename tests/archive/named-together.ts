import fc from 'fast-check'
import { buildCatalogue, type Catalogue, type Report } from '#archive/catalogue.ts'
import { VOCABULARIES, type Vocabulary } from '#archive/vocabulary.ts'
import { makeIdentifier, makeReport, makeTerm } from './make-report.ts'

const IDS = ['one', 'other', 'third']

/** Catalogues of up to twelve reports of four years that name terms of all vocabularies, some of them twice, one as dateline. */
export const someCatalogue: fc.Arbitrary<Catalogue> = fc
  .array(
    fc.record({
      topics: fc.array(fc.constantFrom(...IDS), { maxLength: 3 }),
      places: fc.array(fc.constantFrom(...IDS), { maxLength: 2 }),
      people: fc.array(fc.constantFrom(...IDS), { maxLength: 2 }),
      dateline: fc.constantFrom(undefined, ...IDS),
      series: fc.constantFrom(undefined, ...IDS),
      year: fc.constantFrom('2021', '2022', '2023', '2024'),
      status: fc.constantFrom('published' as const, 'published' as const, 'withdrawn' as const),
    }),
    { maxLength: 12 },
  )
  .map((given) =>
    buildCatalogue(
      given.map(({ places, people, year, ...fields }, index) =>
        makeReport({
          ...fields,
          id: makeIdentifier(index),
          date: `${year}-12-20`,
          places: places.map((id) => ({ id })),
          people: people.map((id) => ({ id })),
        }),
      ),
      // In an order of its own, as in a file.
      VOCABULARIES.flatMap((vocabulary) => IDS.toReversed().map((id) => makeTerm(vocabulary, id))),
    ),
  )

/** Whether a report names a term, told by looking at its keys one by one. */
export function names(report: Report, vocabulary: Vocabulary, id: string): boolean {
  switch (vocabulary) {
    case 'topics':
      return report.topics.includes(id)
    case 'series':
      return report.series === id
    case 'places':
      return report.dateline === id || report.places.some((place) => place.id === id)
    default:
      return report[vocabulary].some((term) => term.id === id)
  }
}

/** All terms in the one order: of vocabularies, then by id. */
export const ALL_TERMS = VOCABULARIES.flatMap((vocabulary) => IDS.map((id) => ({ vocabulary, id })))
