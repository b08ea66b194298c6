import { matchLanguage } from '#archive/language.ts'
import { en, type InterfaceWords } from './i18n/en.ts'
import { zhHans } from './i18n/zh-hans.ts'

/** The tables of interface words, by language. */
const TABLES: ReadonlyMap<string, InterfaceWords> = new Map([
  ['en', en],
  ['zh-Hans', zhHans],
])

/** The words of the pages in a language; English ones where it has no table. */
export function wordsIn(language: string): InterfaceWords {
  return matchLanguage(TABLES, language)?.[1] ?? en
}
