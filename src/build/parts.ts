import { hash } from 'node:crypto'
import type { Catalogue } from '#archive/catalogue.ts'
import { prefixOf, type InterfaceLanguages } from '#archive/interface-languages.ts'

/** One of several parts that an archive is built in, on machines of their own. */
export interface Part {
  /** Its number, from 1. */
  number: number
  /** How many parts there are. */
  of: number
}

/** Read a part as it is typed: `3/8`. @throws Error when it is none */
export function parsePart(text: string): Part {
  const [, number = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number)
  if (number < 1 || of < 1 || number > of) throw new Error(`“${text}” is no part: write 3/8 for the third of eight`)
  return { number, of }
}

/**
 * Divide an archive into parts: months that follow each other, so that each part has about as many reports; what belongs to no
 * month is dealt out by its name. Every machine divides alike.
 *
 * @returns the number of the part, from 1, that a path belongs to
 */
export function dividePaths(
  { reports, byId }: Pick<Catalogue, 'reports' | 'byId'>,
  of: number,
  languages: InterfaceLanguages,
): (path: string) => number {
  const months = new Map<string, number>()
  reports.forEach(({ date }, index) => {
    const part = 1 + Math.floor((index * of) / reports.length)
    for (const period of [date.slice(0, 4), date.slice(0, 7)]) if (!months.has(period)) months.set(period, part)
  })
  const prefixes = languages
    .map((language) => `${prefixOf(languages, language).slice(1)}/`)
    .filter((one) => one !== '/')
  const dealt = (name: string): number => 1 + (parseInt(hash('sha256', name, 'hex').slice(0, 8), 16) % of)
  const ofDate = (date: string): number => months.get(date.slice(0, 7)) ?? months.get(date.slice(0, 4)) ?? dealt(date)
  return (path) => {
    const prefix = prefixes.find((one) => path.startsWith(one)) ?? ''
    const own = path.slice(prefix.length)
    const [, year, month] = /^(\d{4})\/(?:(\d{2})\/)?/.exec(own) ?? []
    if (year !== undefined) return ofDate(month === undefined ? year : `${year}-${month}`)
    const [, id] = /^r\/([^/]+)\//.exec(own) ?? []
    const report = id === undefined ? undefined : byId.get(id)
    return report === undefined ? dealt(path) : ofDate(report.date)
  }
}
