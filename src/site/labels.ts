import { directionOf, matchLanguage } from '#archive/language.ts'
import { findUnwelcomeCharacters } from '#archive/characters.ts'
import type { Report, TermRecord } from '#archive/catalogue.ts'
import type { Term } from '#archive/term.ts'
import { interfaceLanguage } from './words.ts'

/** Words and the language they are in, when it is not that of the page. */
export interface Label {
  text: string
  /** Attributes for the element that holds the words. */
  attributes: LanguageAttributes
}

/** Attributes that tell a browser how to read, set and isolate words in another language than the page's. */
export interface LanguageAttributes {
  lang?: string
  dir?: 'ltr' | 'rtl'
}

/** The name of a term in the language of the page, or in the first one it has. */
export function labelOf({ label, id }: Term): Label {
  return best(label) ?? { text: id, attributes: {} }
}

/** The note on a term, if there is one. */
export function noteOf({ note }: Term): Label | undefined {
  return best(note)
}

/** The other names of a term: its labels in other languages, then its aliases. */
export function otherNamesOf({ label, aliases }: Term): Label[] {
  const own = matchLanguage(new Map(Object.entries(label)), interfaceLanguage)?.[0]
  const inOtherLanguages = Object.entries(label)
    .filter(([language]) => language !== own)
    .map(([language, text]) => ({ text, attributes: attributesFor(language) }))
  return [...aliases.map((text) => ({ text, attributes: {} })), ...inOtherLanguages]
}

/** Attributes for words in `language` on our pages; also where `text` holds marks that would turn what follows it. */
export function attributesFor(language: string, text = ''): LanguageAttributes {
  const turns = findUnwelcomeCharacters(text).some(({ kind }) => kind === 'invisible')
  if (language === interfaceLanguage) return turns ? { dir: directionOf(language) } : {}
  const direction = directionOf(language)
  return { lang: language, ...((turns || direction !== directionOf(interfaceLanguage)) && { dir: direction }) }
}

/** Attributes for the title, the summary and other words of a report. */
export function attributesOf({ lang, title }: Report): LanguageAttributes {
  return attributesFor(lang, title)
}

const languages = new Intl.DisplayNames(interfaceLanguage, { type: 'language' })

/** The name of a language in the language of the page: `Chinese (Simplified)`. */
export function languageName(tag: string): string {
  return languages.of(tag) ?? tag
}

function best(table: Readonly<Record<string, string>>): Label | undefined {
  const entries = new Map(Object.entries(table))
  const [language, text] = matchLanguage(entries, interfaceLanguage) ?? [...entries][0] ?? []
  if (language === undefined || text === undefined) return undefined
  return { text, attributes: attributesFor(language) }
}

const collator = new Intl.Collator(interfaceLanguage, { numeric: true, sensitivity: 'base' })

/** Compare two terms by their names, as a reader of the page's language looks them up. */
export function byName(a: TermRecord, b: TermRecord): number {
  return collator.compare(labelOf(a.term).text, labelOf(b.term).text) || (a.term.id < b.term.id ? -1 : 1)
}

/** Compare two terms by the number of their reports, the most first; then by their names. */
export function byCount(a: TermRecord, b: TermRecord): number {
  return b.reports.length - a.reports.length || byName(a, b)
}
