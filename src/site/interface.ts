import { languageFor } from '#archive/interface-languages.ts'
import { directionOf } from '#archive/language.ts'
import { inLanguage } from '#archive/localised.ts'
import { remember } from '#archive/remember.ts'
import { settings } from '../site.config.ts'
import { datesIn, type Dates } from './dates.ts'
import type { InterfaceWords } from './i18n/en.ts'
import { labelsIn, type Labels } from './labels.ts'
import { linksIn, type Links } from './links.ts'
import { numbersIn, type Numbers } from './numbers.ts'
import { wordsIn } from './words.ts'

/** All that pages in one language say things with. */
export interface Interface extends Dates, Labels, Links, Numbers {
  /** Its BCP 47 tag. */
  language: string
  direction: 'ltr' | 'rtl'
  words: InterfaceWords
  /** What the archive says of itself. */
  archive: { name: string; description: string; about: readonly string[] }
}

/** What a page in a language says things with, made once for each language. */
export const interfaceIn = remember(make)

/** What the page that is being made says things with; in the language of the archive when it has set none. */
export function interfaceOf({ language = settings.languages[0] }: App.Locals): Interface {
  return interfaceIn(language)
}

/** The language of the pages of a report: that of the report where pages are given in it, else that of the archive. */
export function languageOf({ lang }: { lang: string }): string {
  return languageFor(settings.languages, lang)
}

function make(language: string): Interface {
  const { name, description, about } = settings
  return {
    language,
    direction: directionOf(language),
    words: wordsIn(language),
    archive: {
      name: inLanguage(name, language),
      description: inLanguage(description, language),
      about: inLanguage(about, language),
    },
    ...datesIn(language),
    ...labelsIn(language),
    ...linksIn(language),
    ...numbersIn(language),
  }
}

/** What files for programs, which are there once, say things with. */
export const ownInterface = interfaceIn(settings.languages[0])
