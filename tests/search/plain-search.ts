import { termsOf, type Report } from '#archive/catalogue.ts'
import type { Term } from '#archive/term.ts'
import { FACETS, type Facet } from '#search/facets.ts'

/** A report as a search by eye would read it: every part of its text, each taken apart by the plainest rules there are. */
export interface PlainReport {
  report: Report
  title: Part
  /** The title and the paragraphs. */
  parts: readonly Part[]
  /** The names of its terms and of its source. */
  names: readonly Part[]
}

/** A paragraph, a title or a name. */
export interface Part {
  text: string
  /** Words of Latin letters and digits without capitals and accents, and runs of other letters, in their order. */
  words: readonly string[]
}

export function toPlainReport(report: Report, paragraphs: readonly string[], terms: readonly Term[]): PlainReport {
  const title = toPart(report.title)
  const named = terms.filter((term) => valuesOf(report, term.vocabulary).includes(term.id))
  const names = named.flatMap(({ label, aliases }) => [...Object.values(label), ...aliases])
  return {
    report,
    title,
    parts: [title, ...paragraphs.map(toPart)],
    names: [...names, ...(report.source === undefined ? [] : [report.source.name])].map(toPart),
  }
}

/** In `1,200` the comma is part of the number; everything else that is neither letter nor digit parts words. */
export function toPart(text: string): Part {
  const whole = text.replaceAll(/\d{1,3}(?:,\d{3})+/g, (number) => number.replaceAll(',', ''))
  const words = Array.from(
    whole.matchAll(/[\p{Script=Latin}\p{M}\d]+|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]+/gu),
    ([word]) =>
      word
        .normalize('NFD')
        .replaceAll(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
        .toLowerCase(),
  )
  return { text, words }
}

/** Whether words stand in a part one after the other. */
export function holdsPhrase({ words }: Part, phrase: readonly string[]): boolean {
  return words.some((_, at) => phrase.every((word, index) => words[at + index] === word))
}

/** Whether letters of a script without spaces stand in a part. */
export function holdsLetters({ text }: Part, letters: string): boolean {
  return text.includes(letters)
}

/** A word, or a letter of a script without spaces and whether it stands directly after the one before it. */
export interface Unit {
  text: string
  isJoined: boolean
}

export function unitsOf({ words }: Part): Unit[] {
  return words.flatMap((word) =>
    /^[\p{Script=Latin}\d]/u.test(word)
      ? [{ text: word, isJoined: false }]
      : Array.from(word, (letter, index) => ({ text: letter, isJoined: index > 0 })),
  )
}

/** Whether a stretch of a text stands in a part, whatever punctuation and spaces stand in it. */
export function holdsStretch(part: Part, stretch: readonly Unit[]): boolean {
  const units = unitsOf(part)
  return units.some((_, at) =>
    stretch.every(({ text, isJoined }, index) => {
      const unit = units[at + index]
      return unit?.text === text && (index === 0 || unit.isJoined === isJoined)
    }),
  )
}

/** The values of a report for a facet. */
export function valuesOf(report: Report, facet: Facet): string[] {
  if (facet === 'kind') return [report.kind]
  if (facet === 'lang') return [report.lang]
  return termsOf(report, facet).map(({ id }) => id)
}

/** Whether a date that may mean several days has one of them in a range; both ends are dates or empty. */
export function mayLieIn(date: string, from: string, to: string): boolean {
  return (from === '' || last(date) >= first(from)) && (to === '' || first(date) <= last(to))
}

/** A range with its ends in their order. */
export function inOrder(from: string, to: string): [from: string, to: string] {
  return from !== '' && to !== '' && first(from) > last(to) ? [to, from] : [from, to]
}

function first(date: string): string {
  return `${date}-00-00`.slice(0, 10)
}

function last(date: string): string {
  return `${date}-99-99`.slice(0, 10)
}

/** Whether a report has a chosen value of each facet of which any is chosen. */
export function hasChosen(report: Report, chosen: Chosen, but?: Facet): boolean {
  return FACETS.every(
    (facet) =>
      facet === but ||
      chosen[facet].length === 0 ||
      valuesOf(report, facet).some((value) => chosen[facet].includes(value)),
  )
}

export type Chosen = Readonly<Record<Facet, readonly string[]>>

/** What every value of a facet would give: the most first, then by the text of the value. */
export function countValues(found: readonly Report[], chosen: Chosen, facet: Facet): [value: string, count: number][] {
  const left = found.filter((report) => hasChosen(report, chosen, facet))
  const values = new Set([...chosen[facet], ...left.flatMap((report) => valuesOf(report, facet))])
  return Array.from(
    values,
    (value) => [value, left.filter((report) => valuesOf(report, facet).includes(value)).length] as [string, number],
  ).sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
}
