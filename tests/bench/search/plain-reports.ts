import { compareReports, termsOf, type Report } from '#archive/catalogue.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { plainTextOf, type News } from '../make-news.ts'

/** A report that can be looked through without an index: everything in lower case, words apart by one space. */
export interface PlainReport {
  report: Report
  /** Its title and its paragraphs, a stop between them, so that nothing is found across. */
  text: string
  /** What the terms that it names are called, and its source. */
  names: string
}

const STOP = '·'

/** Prepare English reports for being looked through, the newest first. What this finds is what the search must find. */
export function toPlainReports({ reports, texts, terms }: News): PlainReport[] {
  const labels = new Map(
    terms.map(({ vocabulary, id, label, aliases }) => [`${vocabulary}/${id}`, [...Object.values(label), ...aliases]]),
  )
  return reports
    .toSorted(compareReports)
    .reverse()
    .map((report) => {
      const named = VOCABULARIES.flatMap((vocabulary) =>
        termsOf(report, vocabulary).flatMap(({ id }) => labels.get(`${vocabulary}/${id}`) ?? []),
      )
      const { title, source } = report
      return {
        report,
        text: join([title, ...plainTextOf(texts.get(report.id) ?? '')]),
        names: join([...named, ...(source === undefined ? [] : [source.name])]),
      }
    })
}

/** Whether a text of a plain report holds words that stand together. */
export function holds(text: string, words: string): boolean {
  return text.includes(` ${words} `)
}

/** The words of a text, in lower case and one space apart; `1,200` is one number. */
export function toPlain(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll(/\b\d{1,3}(?:,\d{3})+\b/g, (number) => number.replaceAll(',', ''))
    .match(/[a-z0-9]+/g)
  return (words ?? []).join(' ')
}

function join(texts: readonly string[]): string {
  return ` ${texts.map(toPlain).join(` ${STOP} `)} `
}
