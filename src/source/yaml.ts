import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import type { Finding } from '#archive/problem.ts'

/** Keys and list positions that lead to a value, `['sources', 0, 'url']`. */
export type Path = readonly PropertyKey[]

/** A place in a file, both counted from 1. */
export interface Place {
  line: number
  column: number
}

/** What a YAML text holds. */
export interface ParsedYaml {
  /** Its value: objects, arrays and strings only; a key without a value (`null`, `~` or nothing) is left out. */
  value: unknown
  findings: Finding[]
  /** Where the value at a path stands, or its key; the nearest place above it when the path does not exist. */
  placeOf: (path: Path, part?: 'key' | 'value') => Place
}

const MAX_DEPTH = 20

/**
 * Parse YAML with limits: no anchors, aliases, merge keys, tags or second documents, nothing twice, at most 20 levels.
 * Every scalar is the text that was typed (YAML 1.2 failsafe schema): `12e456` stays an identifier and `1984` a title.
 *
 * @param firstLine the line of the file on which `text` begins
 */
export function parseYaml(text: string, firstLine: number): ParsedYaml {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    // Compares each key with each other one, which takes seconds for a file of thousands of terms: `findForbidden` does it.
    uniqueKeys: false,
  })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: line + firstLine - 1, column: col }
  }
  const faults = [...document.errors, ...document.warnings]
  // What the parser says after it has run out of depth is of no use, and not the same on every machine.
  const exhausted = faults.find(({ message }) => message.includes('call stack'))
  const findings: Finding[] = (exhausted === undefined ? faults : [exhausted]).map(({ code, message, pos }) => ({
    ...placeAt(pos[0]),
    code: 'yaml',
    what: `not readable as YAML: ${message}`,
    hint: YAML_HINTS[code] ?? 'look for a missing quotation mark, colon or space just before this place',
  }))
  if (findings.length === 0) findings.push(...findForbidden(document.contents, placeAt))

  const value = findings.length === 0 ? toPlain(document.contents) : undefined
  return {
    value,
    findings,
    placeOf: (path, part = 'value') => placeAt(offsetOf(document.contents, path, part)),
  }
}

const YAML_HINTS: Readonly<Record<string, string>> = {
  MISSING_CHAR: 'a quotation mark or bracket that was opened on this line or above is not closed',
  MULTIPLE_DOCS: 'keep one front matter',
  TAG_RESOLVE_FAILED: 'remove the tag (the word after !)',
  TAB_AS_INDENT: 'indent with spaces',
}

function findForbidden(contents: Node | null, placeAt: (offset: number) => Place): Finding[] {
  const findings: Finding[] = []
  const forbid = (node: unknown, what: string, hint: string): void => {
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
    findings.push({ ...placeAt(offset), code: 'yaml-feature', what, hint })
  }
  visit(contents, (_, node, path) => {
    if (isPair(node)) {
      if (!isScalar(node.key)) forbid(node.key, 'a key that is not a word', 'write a plain key')
      else if (node.key.value === '<<') forbid(node.key, 'a merge key (<<)', 'write the values out')
    }
    if (!isNode(node)) return undefined
    if (isAlias(node)) forbid(node, 'an alias (*)', 'write the value out')
    else if (node.anchor !== undefined) forbid(node, 'an anchor (&)', 'remove it')
    if (isMap(node))
      findTwice(node).forEach((key) => {
        findings.push({
          ...placeAt(key.range?.[0] ?? 0),
          code: 'yaml',
          what: 'the same key twice',
          hint: 'keep one of them',
        })
      })
    if (node.tag !== undefined && !isDefaultTag(node)) forbid(node, `the tag ${node.tag}`, 'remove it')
    if (isCollection(node) && path.filter(isCollection).length >= MAX_DEPTH) {
      forbid(node, `nested more than ${String(MAX_DEPTH)} levels deep`, 'write it flat')
      return visit.BREAK
    }
    return undefined
  })
  return findings
}

/** The keys of a map that stand there before. */
function findTwice({ items }: YAMLMap): Scalar[] {
  const seen = new Set<unknown>()
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return []
    if (seen.has(key.value)) return [key]
    seen.add(key.value)
    return []
  })
}

/** The tags that the parser itself gives to maps, lists and texts. */
function isDefaultTag(node: Node): boolean {
  return ['tag:yaml.org,2002:map', 'tag:yaml.org,2002:seq', 'tag:yaml.org,2002:str'].includes(node.tag ?? '')
}

/** The plain value of a node; `undefined` for a scalar that says “nothing”. */
function toPlain(node: unknown): unknown {
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }: Pair) => [String(isScalar(key) ? key.value : key), toPlain(value)])
    // `Object.fromEntries` defines properties, so that a key `__proto__` is only a key.
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  }
  if (isSeq(node)) return node.items.map((item) => toPlain(item) ?? '')
  if (!isScalar(node)) return undefined
  const text = typeof node.value === 'string' ? node.value : ''
  const isPlain = node.type === undefined || node.type === 'PLAIN'
  return isPlain && /^(?:null|Null|NULL|~|)$/.test(text) ? undefined : text
}

function offsetOf(contents: Node | null, path: Path, part: 'key' | 'value'): number {
  let node: unknown = contents
  let offset = contents?.range?.[0] ?? 0
  path.forEach((step, index) => {
    const isLast = index === path.length - 1
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(({ key }) => isScalar(key) && key.value === step)
      if (pair === undefined) {
        node = undefined
        return
      }
      node = pair.value
      const chosen: unknown = (isLast && part === 'key') || !hasText(pair.value) ? pair.key : pair.value
      if (isNode(chosen)) offset = chosen.range?.[0] ?? offset
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      if (isNode(node)) offset = node.range?.[0] ?? offset
    } else {
      node = undefined
    }
  })
  return offset
}

/** Whether a value takes any room: an empty one has a range after its key, perhaps on the next line. */
function hasText(node: unknown): boolean {
  return isNode(node) && node.range != null && node.range[1] > node.range[0]
}

/** Every text of a value, with the path to it. */
export function textsOf(value: unknown, path: Path): [Path, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}
