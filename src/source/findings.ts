import type { z } from 'zod'
import { didYouMean } from '#archive/nearest.ts'
import type { Finding } from '#archive/problem.ts'
import { splitMessage } from '#archive/report.ts'
import type { ParsedYaml, Path } from './yaml.ts'

/**
 * Turn what the schema found into findings with their places in the file.
 *
 * @param knownKeys the keys that an object at a path may have, for “did you mean”
 */
export function toFindings(
  issues: readonly Issue[],
  yaml: ParsedYaml,
  knownKeys: (path: Path) => readonly string[],
): Finding[] {
  return issues.flatMap((issue) => findingsOf(issue, issue.path, yaml, knownKeys))
}

type Issue = z.core.$ZodIssue

function findingsOf(
  issue: Issue,
  path: Path,
  yaml: ParsedYaml,
  knownKeys: (path: Path) => readonly string[],
): Finding[] {
  const field = path.map(String).join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        ...yaml.placeOf([...path, key], 'key'),
        field: [...path, key].map(String).join('.'),
        code: 'unknown-key',
        what: `unknown key “${key}”`,
        hint: `${didYouMean(key, knownKeys(path))}the keys are ${knownKeys(path).join(', ')}`,
      }))
    case 'invalid_union': {
      // Of the forms a value may have, the one that fits best says what is wrong: the one that got furthest into it.
      const [best] = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a))
      if (best === undefined) return []
      return best.flatMap((inner) => findingsOf(inner, [...path, ...inner.path], yaml, knownKeys))
    }
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({
        ...yaml.placeOf(path, 'key'),
        field,
        code: 'wrong-value',
        ...splitMessage(message),
      }))
    case 'invalid_type':
      if (issue.input === undefined && isAbsent(yaml.value, path)) {
        return [{ ...placeOfMissing(path, yaml), field, code: 'missing-key', ...missing(path) }]
      }
      return [{ ...yaml.placeOf(path, 'key'), field, code: 'wrong-type', ...wrongType(issue.expected) }]
    case 'invalid_value':
      if (isAbsent(yaml.value, path)) {
        return [{ ...placeOfMissing(path, yaml), field, code: 'missing-key', ...missing(path) }]
      }
      return [{ ...yaml.placeOf(path), field, code: 'wrong-value', ...wrongValue(issue, valueAt(yaml.value, path)) }]
    default:
      return [{ ...yaml.placeOf(path), field, code: 'wrong-value', ...splitMessage(issue.message) }]
  }
}

function depthOf(issues: readonly Issue[]): number {
  return Math.max(...issues.map(({ path, code }) => path.length * 2 + (code === 'invalid_type' ? 0 : 1)))
}

function isAbsent(value: unknown, path: Path): boolean {
  return valueAt(value, path) === undefined
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value)
}

/** A missing key has no place: that of what should hold it, or the opening `---` of the front matter. */
function placeOfMissing(path: Path, yaml: ParsedYaml): { line: number; column: number } {
  return path.length > 1 ? yaml.placeOf(path.slice(0, -1)) : { line: 1, column: 1 }
}

function missing(path: Path): { what: string; hint: string } {
  return {
    what: `the key “${String(path.at(-1))}” is missing`,
    hint: 'add it; docs/report-format.md says what it holds',
  }
}

const FORMS: Readonly<Record<string, string>> = {
  array: 'a list: [a, b]',
  object: 'keys and values: { name: …, url: … }',
  record: 'languages and words: { en: … }',
  string: 'a single text',
  int: 'a whole number',
  number: 'a number, without quotation marks',
}

function wrongType(expected: string): { what: string; hint: string } {
  return { what: 'a value of another form is needed', hint: `write ${FORMS[expected] ?? expected}` }
}

function wrongValue(issue: Issue, value: unknown): { what: string; hint: string } {
  if (issue.code !== 'invalid_value' || issue.message.includes(' → ')) return splitMessage(issue.message)
  const allowed = issue.values.map(String)
  return {
    what: `“${String(value)}” is not allowed here`,
    hint: `${didYouMean(String(value), allowed)}write ${allowed.join(', ')}`,
  }
}
