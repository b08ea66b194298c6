import { remember } from '#archive/remember.ts'
import { wordsIn } from './words.ts'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** How numbers are written in a language. */
export interface Numbers {
  /** A number as a reader writes it: `1,482`. */
  formatNumber: (value: number) => string
  /** `1 report`, `1,482 reports`. */
  countReports: (count: number) => string
  /** The size of a file as a reader takes it in: `812 bytes`, `1.4 MB`; a thousand bytes are a kilobyte (IEC 80000-13). */
  formatSize: (bytes: number) => string
}

/** How numbers are written in a language. */
export function numbersIn(language: string): Numbers {
  const words = wordsIn(language)
  const numbers = new Intl.NumberFormat(language)
  const formatNumber = remember((value: number) => numbers.format(value))
  return {
    formatNumber,
    countReports: (count) => words.reports(formatNumber(count), count === 1),
    formatSize: (bytes) => {
      const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
      const unit = UNITS[power] ?? 'byte'
      return new Intl.NumberFormat(language, {
        style: 'unit',
        unit,
        unitDisplay: power === 0 ? 'long' : 'short',
        maximumSignificantDigits: 3,
      }).format(bytes / 1000 ** power)
    },
  }
}
