import { HOME, reportAddress } from '#archive/addresses.ts'
import type { Report } from '#archive/catalogue.ts'
import { addressesInEach, addressIn, isInEachLanguage, shortestTag } from '#archive/interface-languages.ts'
import { matchLanguage } from '#archive/language.ts'
import { remember } from '#archive/remember.ts'
import { settings } from '../site.config.ts'
import { absolute, base } from './links.ts'

/** A page in one of its languages, or, for readers of every other language, `x-default`. */
export interface PageLanguage {
  language: string
  /** Its whole address. */
  address: string
}

/** A link to what is nearest to a page in another language. */
export interface LanguageLink {
  language: string
  /** What the language is called in itself: `English`, `中文`. */
  name: string
  href: string
}

/** The languages that the page at an address is given in, itself included; none where it is given in one only. */
export function alternatesOf(address: string): PageLanguage[] {
  const [own, ...others] = isInEachLanguage(address) ? addressesInEach(settings.languages, address) : []
  if (own === undefined || others.length === 0) return []
  return [own, ...others, { ...own, language: 'x-default' }].map((one) => ({ ...one, address: absolute(one.address) }))
}

/**
 * Where a reader of another language goes from a page: to the same page, of a report to its translation, else to the front page.
 *
 * @param language that of the page
 * @param address that of the page, where it has one
 * @param translations the reports that say the same as that of the page, by language
 */
export function languageLinks(
  language: string,
  address = HOME,
  translations: ReadonlyMap<string, Report> = new Map(),
): LanguageLink[] {
  return settings.languages
    .filter((other) => other !== language)
    .map((other) => {
      const translation = matchLanguage(translations, other)?.[1]
      const same = isInEachLanguage(address) ? address : HOME
      const to =
        translation === undefined ? addressIn(settings.languages, other, same) : reportAddress(translation.path)
      return { language: other, name: nameInItself(other), href: base + to }
    })
}

/** What a language is called in itself: `English`, `中文`. */
export const nameInItself = remember(
  (language: string): string =>
    new Intl.DisplayNames(language, { type: 'language' }).of(shortestTag(settings.languages, language)) ?? language,
)
