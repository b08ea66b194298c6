import { remember } from '#archive/remember.ts'
import { wordsIn } from './words.ts'

/** How numbers are written in a language. */
export interface Numbers {
  /** A number as a reader writes it: `1,482`. */
  formatNumber: (value: number) => string
  /** `1 report`, `1,482 reports`. */
  countReports: (count: number) => string
}

/** How numbers are written in a language. */
export function numbersIn(language: string): Numbers {
  const words = wordsIn(language)
  const numbers = new Intl.NumberFormat(language)
  const formatNumber = remember((value: number) => numbers.format(value))
  return {
    formatNumber,
    countReports: (count) => words.reports(formatNumber(count), count === 1),
  }
}
