import { didYouMean } from '#archive/nearest.ts'
import { inFile, type Problem } from '#archive/problem.ts'
import type { Vocabulary } from '#archive/vocabulary.ts'
import type { ReadReport } from './read-report.ts'
import type { Path } from './yaml.ts'
import { vocabularyFile, type ReadVocabularies } from './read-vocabularies.ts'

/** Check what reports say of each other and of the vocabularies: ids that are shared, terms and reports that are not there. */
export function checkReferences(read: readonly ReadReport[], ids: ReadVocabularies['ids']): Problem[] {
  const reportsById = Map.groupBy(
    read.filter(({ known }) => known.id !== undefined),
    ({ known }) => known.id,
  )
  const problems = read.flatMap((one) => [...checkTerms(one, ids), ...checkTranslation(one, reportsById)])
  for (const [id, sharing] of reportsById) {
    if (sharing.length > 1) problems.push(...sharing.map((one) => sharedIdentifier(one, id ?? '', sharing)))
  }
  return problems
}

/** Terms as a report names them, and where. */
function namedTerms({ known }: ReadReport): { vocabulary: Vocabulary; id: string; path: Path }[] {
  const { dateline, series } = known
  return [
    ...(['topics', 'places', 'organisations', 'people'] as const).flatMap((vocabulary) =>
      (known[vocabulary] ?? []).map((term, index) => ({
        vocabulary,
        id: typeof term === 'string' ? term : term.id,
        path: [vocabulary, index],
      })),
    ),
    ...(dateline === undefined ? [] : [{ vocabulary: 'places' as const, id: dateline, path: ['dateline'] }]),
    ...(series === undefined ? [] : [{ vocabulary: 'series' as const, id: series, path: ['series'] }]),
  ]
}

function checkTerms(one: ReadReport, ids: ReadVocabularies['ids']): Problem[] {
  const before = new Set<string>()
  return namedTerms(one).flatMap(({ vocabulary, id, path }) => {
    const known = ids.get(vocabulary)
    const isTwice = path.length > 1 && before.has(`${vocabulary}/${id}`)
    before.add(`${vocabulary}/${id}`)
    if (isTwice) return [problemAt(one, path, 'term-twice', `“${id}” is named twice`, 'name it once')]
    if (known === undefined || known.has(id)) return []
    const hint = `${didYouMean(id, known)}add it to ${vocabularyFile(vocabulary)}`
    return [problemAt(one, path, 'unknown-term', `“${id}” is not a term of ${vocabulary}`, hint)]
  })
}

function checkTranslation(one: ReadReport, reports: ReadonlyMap<string | undefined, unknown>): Problem[] {
  const { translationOf, id } = one.known
  if (translationOf === undefined) return []
  if (translationOf === id) {
    return [problemAt(one, ['translationOf'], 'translation', 'a report cannot translate itself', 'name the original')]
  }
  if (reports.has(translationOf)) return []
  return [
    problemAt(one, ['translationOf'], 'translation', `there is no report ${translationOf}`, 'name the original’s id'),
  ]
}

function sharedIdentifier(one: ReadReport, id: string, sharing: readonly ReadReport[]): Problem {
  const others = sharing.filter((other) => other !== one).map(({ file }) => file)
  const hint = 'an id is never used twice: mint another for the newer report with `npm run new`'
  return problemAt(one, ['id'], 'shared-id', `the id ${id} is also that of ${others.join(', ')}`, hint)
}

function problemAt({ file, placeOf }: ReadReport, path: Path, code: string, what: string, hint: string): Problem {
  return inFile(file, { ...placeOf?.(path), field: path.map(String).join('.'), code, what, hint })
}
