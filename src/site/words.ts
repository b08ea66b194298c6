import { matchLanguage } from '#archive/language.ts'
import { settings } from '../site.config.ts'
import { en, type InterfaceWords } from './i18n/en.ts'

/** The tables of interface words, by language. */
const TABLES: ReadonlyMap<string, InterfaceWords> = new Map([['en', en]])

/** The words of the pages, in the language of the archive. */
export const words: InterfaceWords = matchLanguage(TABLES, settings.language)?.[1] ?? en

/** The language of the words of the pages. */
export const interfaceLanguage = settings.language

const numbers = new Intl.NumberFormat(interfaceLanguage)

/** A number as a reader writes it: `1,482`. */
export function formatNumber(value: number): string {
  return numbers.format(value)
}

/** `1 report`, `1,482 reports`. */
export function countReports(count: number): string {
  return words.reports(formatNumber(count), count === 1)
}
