import { didYouMean } from '#archive/nearest.ts'
import { inFile, type Problem } from '#archive/problem.ts'
import { VOCABULARIES, type Term, type Vocabulary } from '#archive/term.ts'
import { termsOf, type Report } from '#archive/catalogue.ts'
import type { ReadReport } from './read-report.ts'
import type { Path } from './yaml.ts'
import { vocabularyFile } from './read-vocabularies.ts'

/** Check what reports say of each other and of the vocabularies: ids that are shared, terms and reports that are not there. */
export function checkReferences(read: readonly ReadReport[], terms: readonly Term[]): Problem[] {
  const ids = new Map<Vocabulary, Set<string>>(VOCABULARIES.map((vocabulary) => [vocabulary, new Set()]))
  for (const { vocabulary, id } of terms) ids.get(vocabulary)?.add(id)
  const reportsById = Map.groupBy(
    read.filter(({ report }) => report !== undefined),
    ({ report }) => report?.id,
  )

  const problems = read.flatMap((one) => {
    const { report } = one
    return report === undefined ? [] : [...checkTerms(one, report, ids), ...checkTranslation(one, report, reportsById)]
  })
  for (const [id, sharing] of reportsById) {
    if (sharing.length > 1) problems.push(...sharing.map((one) => sharedIdentifier(one, id ?? '', sharing)))
  }
  return [...problems, ...checkTwins(read)]
}

function checkTerms(one: ReadReport, report: Report, ids: ReadonlyMap<Vocabulary, ReadonlySet<string>>): Problem[] {
  return VOCABULARIES.flatMap((vocabulary) =>
    termsOf(report, vocabulary).flatMap(({ id }) => {
      const known = ids.get(vocabulary) ?? new Set<string>()
      if (known.has(id)) return []
      const path = pathOf(report, vocabulary, id)
      const hint = `${didYouMean(id, known)}add it to ${vocabularyFile(vocabulary)}`
      return [problemAt(one, path, 'unknown-term', `“${id}” is not a term of ${vocabulary}`, hint)]
    }),
  )
}

/** Where a report names a term. */
function pathOf(report: Report, vocabulary: Vocabulary, id: string): Path {
  if (vocabulary === 'series') return ['series']
  const named: readonly (string | { id: string })[] = report[vocabulary]
  const index = named.findIndex((term) => (typeof term === 'string' ? term : term.id) === id)
  return index < 0 ? ['dateline'] : [vocabulary, index]
}

function checkTranslation(
  one: ReadReport,
  report: Report,
  reports: ReadonlyMap<string | undefined, unknown>,
): Problem[] {
  const { translationOf, id } = report
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

/** Reports whose texts are the same, word for word. */
function checkTwins(read: readonly ReadReport[]): Problem[] {
  const twins = Map.groupBy(
    read.filter(({ wordsDigest }) => wordsDigest !== undefined),
    ({ wordsDigest }) => wordsDigest,
  )
  return [...twins.values()].flatMap(([first, ...others]) =>
    others.map((one) => {
      const what = `the text is the same as that of ${first?.file ?? ''}`
      return inFile(one.file, { line: 1, code: 'same-text', what, hint: 'keep one of them' })
    }),
  )
}

function problemAt({ file, placeOf }: ReadReport, path: Path, code: string, what: string, hint: string): Problem {
  return inFile(file, { ...placeOf?.(path), field: path.map(String).join('.'), code, what, hint })
}
