import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findUnwelcomeCharacters } from '#archive/characters.ts'
import { inFile, type Finding, type Problem } from '#archive/problem.ts'
import { findFaultInSlug } from '#archive/slug.ts'
import { termSchema, VOCABULARIES, type Term, type Vocabulary } from '#archive/term.ts'
import { decode } from './decode.ts'
import { toFindings } from './findings.ts'
import { isMissing, messageOf } from './list-files.ts'
import { parseYaml, type Path } from './yaml.ts'

/** All terms of an archive, in the order of their files. */
export interface ReadVocabularies {
  terms: Term[]
  problems: Problem[]
}

/** The file of a vocabulary, relative to the content folder. */
export function vocabularyFile(vocabulary: Vocabulary): string {
  return `vocabularies/${vocabulary}.yaml`
}

/** Read and check the five vocabularies of the content folder `root`; one that is absent is empty. */
export function readVocabularies(root: string): ReadVocabularies {
  const read: ReadVocabularies = { terms: [], problems: [] }
  for (const vocabulary of VOCABULARIES) {
    const file = vocabularyFile(vocabulary)
    const report = (finding: Finding): void => void read.problems.push(inFile(file, finding))
    let bytes
    try {
      bytes = readFileSync(join(root, file))
    } catch (error) {
      if (!isMissing(error)) report({ code: 'unreadable', what: messageOf(error), hint: 'check the permissions' })
      continue
    }
    const decoded = decode(bytes)
    if ('finding' in decoded) report(decoded.finding)
    else read.terms.push(...readTerms(vocabulary, decoded.text, report))
  }
  return read
}

function readTerms(vocabulary: Vocabulary, text: string, report: (finding: Finding) => void): Term[] {
  const yaml = parseYaml(text, 1)
  yaml.findings.forEach(report)
  if (yaml.findings.length > 0 || yaml.value === undefined) return []
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    report({
      line: 1,
      code: 'yaml',
      what: 'not a map from ids to records',
      hint: 'write `id:` and the record below it',
    })
    return []
  }
  return Object.entries(yaml.value).flatMap(([id, record]): Term[] => {
    const fault = findFaultInSlug(id)
    if (fault !== undefined) report({ ...yaml.placeOf([id], 'key'), field: id, code: 'wrong-id', ...fault })
    for (const [path, word] of wordsOf(record, [id])) {
      const character = findUnwelcomeCharacters(word).find(({ kind }) => kind !== 'invisible')
      if (character === undefined) continue
      const what = `the ${character.kind} character ${character.codePoint}`
      report({
        ...yaml.placeOf(path),
        field: path.map(String).join('.'),
        code: 'forbidden-character',
        what,
        hint: 'remove it',
      })
    }
    const parsed = termSchema.safeParse(record)
    if (parsed.success) return [{ ...parsed.data, vocabulary, id }]
    const inTerm = parsed.error.issues.map((issue) => ({ ...issue, path: [id, ...issue.path] }))
    toFindings({ issues: inTerm } as typeof parsed.error, yaml, knownKeys).forEach(report)
    return []
  })
}

function knownKeys(path: Path): readonly string[] {
  return path.length === 1 ? Object.keys(termSchema.shape) : []
}

function wordsOf(value: unknown, path: Path): [Path, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    wordsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}
