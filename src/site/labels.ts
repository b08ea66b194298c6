import { directionOf, matchLanguage } from '#archive/language.ts'
import { nameOrderIn } from '#archive/letters.ts'
import { rememberOf } from '#archive/remember.ts'
import { findUnwelcomeCharacters } from '#archive/characters.ts'
import type { Report, TermRecord } from '#archive/catalogue.ts'
import type { Term } from '#archive/term.ts'

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

/** How terms, and words in any language, are named on pages in one language. */
export interface Labels {
  /** The name of a term in the language of the page, or in the first one it has. */
  labelOf: (term: Term) => Label
  /** The note on a term, if there is one. */
  noteOf: (term: Term) => Label | undefined
  /** The other names of a term: its aliases, then its labels in other languages. */
  otherNamesOf: (term: Term) => Label[]
  /** Attributes for words in `language` on the page; also where `text` holds marks that would turn what follows it. */
  attributesFor: (language: string, text?: string) => LanguageAttributes
  /** Attributes for the title, the summary and other words of a report. */
  attributesOf: (report: Report) => LanguageAttributes
  /** The name of a language in the language of the page: `Chinese (Simplified)`. */
  languageName: (tag: string) => string
  /** Compare two terms by their names, as a reader of the page's language looks them up: Chinese ones by pinyin. */
  byName: (a: TermRecord, b: TermRecord) => number
  /** Compare two terms by the number of their reports, the most first; then by their names. */
  byCount: (a: TermRecord, b: TermRecord) => number
}

/** How terms, and words in any language, are named on pages in `page`. */
export function labelsIn(page: string): Labels {
  const languages = new Intl.DisplayNames(page, { type: 'language' })
  const compareNames = nameOrderIn(page)

  const attributesFor = (language: string, text = ''): LanguageAttributes => {
    const turns = findUnwelcomeCharacters(text).some(({ kind }) => kind === 'invisible')
    const direction = directionOf(language)
    if (language === page) return turns ? { dir: direction } : {}
    return { lang: language, ...((turns || direction !== directionOf(page)) && { dir: direction }) }
  }
  const best = (table: Readonly<Record<string, string>>): Label | undefined => {
    const entries = new Map(Object.entries(table))
    const [language, text] = matchLanguage(entries, page) ?? [...entries][0] ?? []
    if (language === undefined || text === undefined) return undefined
    return { text, attributes: attributesFor(language) }
  }
  // Lists are sorted by names, and pages name the same terms and reports again and again.
  const labelOf = rememberOf((term: Term): Label => best(term.label) ?? { text: term.id, attributes: {} })
  const byName = (a: TermRecord, b: TermRecord): number =>
    compareNames(labelOf(a.term).text, labelOf(b.term).text) || (a.term.id < b.term.id ? -1 : 1)

  return {
    labelOf,
    noteOf: ({ note }) => best(note),
    otherNamesOf: ({ label, aliases }) => {
      const own = matchLanguage(new Map(Object.entries(label)), page)?.[0]
      const inOtherLanguages = Object.entries(label)
        .filter(([language]) => language !== own)
        .map(([language, text]) => ({ text, attributes: attributesFor(language) }))
      return [...aliases.map((text) => ({ text, attributes: {} })), ...inOtherLanguages]
    },
    attributesFor,
    attributesOf: rememberOf(({ lang, title }) => attributesFor(lang, title)),
    languageName: (tag) => languages.of(tag) ?? tag,
    byName,
    byCount: (a, b) => b.reports.length - a.reports.length || byName(a, b),
  }
}
