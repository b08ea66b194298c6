import type { Facet } from './facets.ts'
import { divideTyped, divideWords } from './words.ts'

/** Words that must occur. */
export interface WordsClause {
  type: 'words'
  /** As it was typed, without operators and quotation marks. */
  typed: string
  /** As they are searched for; they stand together, in this order. */
  words: readonly string[]
  /** As a text that holds nothing else would have them. */
  whole: readonly string[]
  /** Typed in quotation marks: just these words, in no other form. */
  isExact: boolean
  /** Ends with `*`: its last word may be the beginning of a word. */
  isBeginning: boolean
  /** Looked for only in titles. */
  inTitle: boolean
  /** Reports that hold it are left out. */
  isNegated: boolean
}

/** A term, a kind or a language that a report must have. */
export interface FacetClause {
  type: 'facet'
  typed: string
  facet: Facet
  /** The id, the label or another name of it, as it was typed. */
  value: string
  isNegated: boolean
}

export type Clause = WordsClause | FacetClause

/** What a reader typed, taken apart. */
export interface ParsedWords {
  clauses: readonly Clause[]
  /** Parts that other search engines understand and this one does not, as they were typed; they are not searched for. */
  ignored: readonly string[]
}

const TITLE_OPERATORS: ReadonlySet<string> = new Set(['title', '标题', '標題'])

/** Names of facets in the languages of the pages: each is understood on all of them, since links to searches are passed on. */
const FACET_OPERATORS: ReadonlyMap<string, Facet> = new Map([
  ['topic', 'topics'],
  ['topics', 'topics'],
  ['place', 'places'],
  ['places', 'places'],
  ['org', 'organisations'],
  ['organisation', 'organisations'],
  ['organisations', 'organisations'],
  ['organization', 'organisations'],
  ['person', 'people'],
  ['people', 'people'],
  ['series', 'series'],
  ['kind', 'kind'],
  ['lang', 'lang'],
  ['language', 'lang'],
  ...(
    [
      ['topics', '主题', '主題', '专题', '專題'],
      ['places', '地点', '地點', '地方'],
      ['organisations', '机构', '機構', '组织', '組織'],
      ['people', '人物'],
      ['series', '系列', '丛刊', '叢刊'],
      ['kind', '类型', '類型'],
      ['lang', '语言', '語言'],
    ] as const
  ).flatMap(([facet, ...names]) => names.map((name) => [name, facet] as const)),
])

const OPERATORS = [...TITLE_OPERATORS, ...FACET_OPERATORS.keys()]
const SPACE_AFTER_OPERATOR = new RegExp(`(?<![\\p{L}\\p{N}])(${OPERATORS.join('|')})[:：]\\s+(?=\\S)`, 'giu')
const PART = /([-－−]?)(?:(\p{L}+)[:：])?(?:"([^"]*)"|([^\s"]+))/gu

/**
 * Take what a reader typed apart: words, phrases in quotation marks, `-` before what is not wanted, `title:` before what
 * stands in the title, and the name of a facet before one of its values. Quotation marks of every kind serve, since
 * keyboards of phones type curly ones; one that is not closed is none.
 */
export function parseWords(typed: string): ParsedWords {
  const text = closeQuotes(
    typed
      .normalize('NFC')
      .replaceAll(/[“”„«»‹›「」『』〝〟″＂]/g, '"')
      .replaceAll(SPACE_AFTER_OPERATOR, '$1:'),
  )
  const clauses: Clause[] = []
  const ignored: string[] = []
  for (const match of text.matchAll(PART)) {
    const { 0: whole, 1: dash, 3: phrase, index } = match
    const { name, value } = splitOperator(match[2], phrase ?? match[4] ?? '', phrase !== undefined)
    // A dash inside a word, as in covid-19, is none of ours.
    const isNegated = dash !== '' && (index === 0 || /\s/.test(text[index - 1] ?? ''))
    const facet = FACET_OPERATORS.get(name)
    if (/^(?:AND|OR|NOT|NEAR)$/.test(whole)) ignored.push(whole)
    else if (facet !== undefined) {
      if (value.trim() !== '') clauses.push({ type: 'facet', typed: whole, facet, value: value.trim(), isNegated })
    } else {
      const shared = { type: 'words', inTitle: TITLE_OPERATORS.has(name), isNegated } as const
      const add = (typed: string, isExact: boolean, isBeginning: boolean): void => {
        const whole = divideWords(typed).map((word) => word.text)
        if (whole.length > 0) clauses.push({ ...shared, typed, words: divideTyped(typed), whole, isExact, isBeginning })
      }
      // A word before a quotation mark that is no operator is a word.
      if (name === '' && phrase !== undefined) add(match[2] ?? '', false, false)
      add(value, phrase !== undefined, phrase === undefined && value.endsWith('*'))
    }
  }
  // An operator that stands alone is what is looked for.
  if (clauses.length === 0 && ignored.length > 0) return parseWords(typed.toLowerCase())
  return { clauses, ignored }
}

/** Only operators that are known are operators: `http://…` is text. */
function splitOperator(name: string | undefined, value: string, isQuoted: boolean): { name: string; value: string } {
  const known = name?.toLowerCase() ?? ''
  if (TITLE_OPERATORS.has(known) || FACET_OPERATORS.has(known)) return { name: known, value }
  return { name: '', value: name === undefined || isQuoted ? value : `${name}:${value}` }
}

/** An odd quotation mark is taken out. */
function closeQuotes(text: string): string {
  const marks = text.split('"').length - 1
  if (marks % 2 === 0) return text
  const last = text.lastIndexOf('"')
  return `${text.slice(0, last)} ${text.slice(last + 1)}`
}

/** Whether what was typed asks for a kind or a language. */
export function asksForKindOrLanguage(typed: string): boolean {
  return parseWords(typed).clauses.some(
    (clause) => clause.type === 'facet' && (clause.facet === 'kind' || clause.facet === 'lang'),
  )
}
