import { isMap, isNode, isPair, isScalar, isSeq, parseDocument, type Node, type Pair } from 'yaml'

/** The lines between which the front matter of a file stands, and what parts its lines. */
const FRONT_MATTER = /^(\uFEFF?---[^\n]*?(\r?\n))([^]*?)^---[ \t]*\r?$/m

/**
 * Add an item to a list in the front matter of a file, at its end; the list is made when there is none. Everything else stays as
 * it is, comments and the text of the report included.
 *
 * @param text the whole file
 * @param item the item as YAML in one line, `{ date: 2024-12-20, … }`
 * @throws Error when the front matter cannot be read, or the key holds something other than a list
 */
export function addToList(text: string, key: string, item: string): string {
  return edit(text, (yaml, end) => {
    const pair = findPair(yaml, key)
    const list = pair?.value
    if (pair === undefined) return `${yaml}${key}:${end}  - ${item}${end}`
    if (isSeq(list) && list.flow === true) {
      const at = list.range?.[1] ?? 0
      const isEmpty = list.items.length === 0
      return `${yaml.slice(0, at - 1).trimEnd()}${isEmpty ? '' : ', '}${item}${yaml.slice(at - 1)}`
    }
    if (isSeq(list)) {
      const last = list.items.at(-1)
      const start = list.range?.[0] ?? 0
      const indent = yaml.slice(yaml.lastIndexOf('\n', start) + 1, start)
      const at = lineEnd(yaml, (isNode(last) ? last.range?.[1] : undefined) ?? 0)
      return `${yaml.slice(0, at)}${end}${indent}- ${item}${yaml.slice(at)}`
    }
    if (list === null || (isScalar(list) && list.value === ''))
      return replacePair(yaml, pair, `${key}:${end}  - ${item}`)
    throw new Error(`${key} is not a list: mend it first`)
  })
}

/**
 * Set a key in the front matter of a file: in its place where it is there, else at the end. Everything else stays as it is.
 *
 * @param value the value as YAML in one line
 * @throws Error when the front matter cannot be read
 */
export function setKey(text: string, key: string, value: string): string {
  return edit(text, (yaml, end) => {
    const pair = findPair(yaml, key)
    return pair === undefined ? `${yaml}${key}: ${value}${end}` : replacePair(yaml, pair, `${key}: ${value}`)
  })
}

/** A text as a YAML scalar on one line. JSON's strings are such, whatever they hold (YAML 1.2.2, section 1.2). */
export function toYamlText(text: string): string {
  return JSON.stringify(text)
}

function edit(text: string, change: (yaml: string, end: string) => string): string {
  const match = FRONT_MATTER.exec(text)
  if (match === null) throw new Error('the front matter cannot be read: see `npm run check`')
  const [, before = '', end = '\n', yaml = ''] = match
  return before + change(yaml, end) + text.slice(before.length + yaml.length)
}

function findPair(yaml: string, key: string): Pair<unknown, Node | null> | undefined {
  const { contents, errors } = parseDocument(yaml, { schema: 'failsafe' })
  if (errors.length > 0) throw new Error('the front matter cannot be read: see `npm run check`')
  if (!isMap(contents)) return undefined
  return contents.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === key)
}

/** Replace the lines of a key by one of its own; a comment at the end of its last line stays. */
function replacePair(yaml: string, { key, value }: Pair<unknown, Node | null>, line: string): string {
  const start = isScalar(key) ? (key.range?.[0] ?? 0) : 0
  const colon = yaml.indexOf(':', start) + 1
  const end = Math.max(value?.range?.[1] ?? start, colon)
  return yaml.slice(0, start) + line + yaml.slice(yaml[end - 1] === '\n' ? lineEnd(yaml, end) : end)
}

/** Where the line of a position ends, before its line break; a block that ends with one ends there. */
function lineEnd(yaml: string, position: number): number {
  if (yaml[position - 1] === '\n') return yaml[position - 2] === '\r' ? position - 2 : position - 1
  const at = yaml.indexOf('\n', position)
  const end = at < 0 ? yaml.length : at
  return yaml[end - 1] === '\r' ? end - 1 : end
}
