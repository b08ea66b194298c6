import { NOT_FOUND } from './addresses.ts'
import { matchLanguage } from './language.ts'
import { remember } from './remember.ts'

/** The languages that the pages are given in, the language of the archive first. */
export type InterfaceLanguages = readonly [string, ...string[]]

/** The address of a page in one of its languages. */
export interface LocalAddress {
  language: string
  address: string
}

/**
 * What the addresses of pages in a language begin with: nothing in the language of the archive, else its language subtag,
 * `zh-Hans` → `/zh`; where two have the same one, the whole tag: `/zh-hans`, `/zh-hant`.
 */
export function prefixOf(languages: InterfaceLanguages, language: string): string {
  if (language === languages[0]) return ''
  // The language of the archive has no folder that another one could take.
  return `/${shortestTag(languages.slice(1), language).toLowerCase()}`
}

/** The shortest tag that tells a language from the others: `zh` for `zh-Hans`, where there is no `zh-Hant`. */
export function shortestTag(languages: readonly string[], language: string): string {
  const isShared = languages.some((other) => other !== language && subtagOf(other) === subtagOf(language))
  return isShared ? language : subtagOf(language)
}

/**
 * Whether the page at an address is given in each language: all but what belongs to one report, since reports keep their own
 * language and their one address, and but files and what leads from their folders to a page about them.
 */
export function isInEachLanguage(address: string): boolean {
  const [page = ''] = address.split(/[?#]/)
  // No slug of a report has digits alone, as parts of dates do.
  return (
    page === NOT_FOUND ||
    (page.endsWith('/') && !/^\/(?:(?:r|llms|moved|schemas)\/|feeds\/\w|\d{4}\/.*[a-z])/.test(page))
  )
}

/** An address as a page in a language links to it: its own page where there is one, `/years/` → `/zh/years/`. */
export function addressIn(languages: InterfaceLanguages, language: string, address: string): string {
  const prefix = prefixOf(languages, language)
  return prefix === '' || !isInEachLanguage(address) ? address : prefix + address
}

/** The addresses of a page that is given in each language, in the order of the languages. */
export function addressesInEach(languages: InterfaceLanguages, address: string): LocalAddress[] {
  return languages.map((language) => ({ language, address: addressIn(languages, language, address) }))
}

/** The language of the pages that fits a text: that of the text where pages are given in it, else that of the archive. */
export function languageFor(languages: InterfaceLanguages, text: string): string {
  return matchLanguage(new Map(languages.map((language) => [language, true])), text)?.[0] ?? languages[0]
}

/** Every link of every page asks for it, and to read a tag takes longer than to write the link. */
const subtagOf = remember((tag: string) => new Intl.Locale(tag).language)
