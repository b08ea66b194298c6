import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Report } from '#archive/catalogue.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { plainTextOf, type News } from './make-news.ts'

/** Write made-up news as a content folder, as an editor would have written it. */
export function writeNewsArchive(folder: string, { reports, texts, terms }: News): void {
  for (const vocabulary of VOCABULARIES) {
    const rows = terms.filter((term) => term.vocabulary === vocabulary)
    // What JSON says, YAML says too.
    const lines = rows.map(({ id, label, aliases }) => `${id}: ${JSON.stringify({ label, aliases })}\n`)
    if (rows.length > 0) write(join(folder, `vocabularies/${vocabulary}.yaml`), lines.join(''))
  }
  for (const report of reports) {
    const text = plainTextOf(texts.get(report.id) ?? '').map(withoutMarkup)
    write(join(folder, report.file), `---\n${frontMatterOf(report)}---\n${text.join('\n\n')}\n`)
  }
}

function frontMatterOf(report: Report): string {
  const { id, kind, lang, title, date, topics, places, organisations, people, source, sources } = report
  const idsOf = (named: readonly { id: string }[]): string[] => named.map((term) => term.id)
  const values = {
    ...{ id, kind, lang, title, topics },
    ...{ places: idsOf(places), organisations: idsOf(organisations), people: idsOf(people) },
    ...(source !== undefined && { source }),
    ...(sources.length > 0 && { sources }),
  }
  const lines = Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
  return `date: ${date}\n${lines.join('')}`
}

/** A backslash before whatever Markdown might take for more than a letter. */
function withoutMarkup(paragraph: string): string {
  return paragraph.replaceAll(/[\\`*_{}[\]()#+.!<>~|&-]/g, String.raw`\$&`)
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
