import { hash } from 'node:crypto'
import { join } from 'node:path'
import { findingOf, findUnwelcomeCharacters, isJoiner } from '#archive/characters.ts'
import { inFile, type Finding, type Problem } from '#archive/problem.ts'
import { findFaultInSlug } from '#archive/slug.ts'
import { termSchema, type Term } from '#archive/term.ts'
import { VOCABULARIES, type Vocabulary } from '#archive/vocabulary.ts'
import { NO_CACHE, type ContentCache } from './content-cache.ts'
import { decode } from './decode.ts'
import { toFindings } from './findings.ts'
import { readBytes } from './read-bytes.ts'
import { parseYaml, textsOf, type ParsedYaml, type Path } from './yaml.ts'

/** All terms of an archive. */
export interface ReadVocabularies {
  /** The terms without a fault, in the order of their files. */
  terms: Term[]
  /**
   * The ids that reports may name, those of faulty terms among them, so that one fault is told once; a vocabulary that could
   * not be read at all is missing.
   */
  ids: ReadonlyMap<Vocabulary, ReadonlySet<string>>
  problems: Problem[]
}

/** The file of a vocabulary, relative to the content folder. */
export function vocabularyFile(vocabulary: Vocabulary): string {
  return `vocabularies/${vocabulary}.yaml`
}

/** Read and check the five vocabularies of the content folder `root`; one that is absent is empty. */
export function readVocabularies(root: string, cache: ContentCache = NO_CACHE): ReadVocabularies {
  const terms: Term[] = []
  const ids = new Map<Vocabulary, ReadonlySet<string>>()
  const problems: Problem[] = []
  for (const vocabulary of VOCABULARIES) {
    const file = vocabularyFile(vocabulary)
    const read = readVocabulary(join(root, file), vocabulary, cache)
    problems.push(...read.findings.map((finding) => inFile(file, finding)))
    terms.push(...read.terms)
    if (read.ids !== undefined) ids.set(vocabulary, new Set(read.ids))
  }
  return { terms, ids, problems }
}

/** What the file of a vocabulary holds; without `ids` it could not be understood. */
interface ReadVocabulary {
  terms: readonly Term[]
  ids?: readonly string[]
  findings: readonly Finding[]
}

/** Read and check the file of a vocabulary. One that was found right before is not taken apart again: thousands of terms take a second. */
function readVocabulary(path: string, vocabulary: Vocabulary, cache: ContentCache): ReadVocabulary {
  const read = readBytes(path, undefined)
  if (!('bytes' in read) && read.finding !== undefined) return { terms: [], findings: [read.finding] }
  const bytes = 'bytes' in read ? read.bytes : new Uint8Array()
  const key = `vocabulary ${vocabulary} ${hash('sha256', bytes, 'hex')}`
  const kept = cache.get(key) as Term[] | undefined
  if (kept !== undefined) return { terms: kept, ids: kept.map(({ id }) => id), findings: [] }
  const findings: Finding[] = []
  const report = (finding: Finding): void => void findings.push(finding)
  const records = readRecords(bytes, report)
  if (records === undefined) return { terms: [], findings }
  const terms = readTerms(vocabulary, records, report)
  if (findings.length === 0) cache.keep(key, terms)
  return { terms, ids: Object.keys(records.value), findings }
}

/** The records of a vocabulary and where they stand; `undefined` when its file cannot be understood. */
interface Records {
  value: Record<string, unknown>
  yaml: ParsedYaml
}

function readRecords(bytes: Uint8Array, report: (finding: Finding) => void): Records | undefined {
  const decoded = decode(bytes)
  if ('finding' in decoded) {
    report(decoded.finding)
    return undefined
  }
  const yaml = parseYaml(decoded.text, 1)
  yaml.findings.forEach(report)
  if (yaml.findings.length > 0) return undefined
  const { value = {} } = yaml
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value: { ...value }, yaml }
  report({ line: 1, code: 'yaml', what: 'not a map from ids to records', hint: 'write `id:` and the record below it' })
  return undefined
}

function readTerms(vocabulary: Vocabulary, { value, yaml }: Records, report: (finding: Finding) => void): Term[] {
  return Object.entries(value).flatMap(([id, record]): Term[] => {
    const fault = findFaultInSlug(id)
    if (fault !== undefined) report({ ...yaml.placeOf([id], 'key'), field: id, code: 'wrong-id', ...fault })
    for (const [path, word] of textsOf(record, [id])) {
      // Objects that are made of a language table would lose this key without a word.
      if (path.includes('__proto__')) {
        const hint = 'remove it'
        report({
          ...yaml.placeOf(path),
          field: path.map(String).join('.'),
          code: 'wrong-value',
          what: 'the key __proto__',
          hint,
        })
      }
      findUnwelcomeCharacters(word)
        .filter((character) => !isJoiner(character))
        .forEach((character) => {
          report({ ...yaml.placeOf(path), field: path.map(String).join('.'), ...findingOf(character) })
        })
    }
    const parsed = termSchema.safeParse(record)
    if (parsed.success) return [{ ...parsed.data, vocabulary, id }]
    const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [id, ...issue.path] }))
    toFindings(issues, yaml, knownKeys).forEach(report)
    return []
  })
}

function knownKeys(path: Path): readonly string[] {
  return path.length === 1 ? Object.keys(termSchema.shape) : []
}
