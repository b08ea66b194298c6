import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '#archive/catalogue.ts'

/** What stands around the text of a report on its page. No text can hold it: the pipeline escapes every `<`. */
const START = /<div class="report__text prose"[^>]*>/
const END = /<\/div>\s*(?:<aside class="report__names|<footer class="report__end)/

/**
 * The text of a report as its built page has it, as HTML.
 *
 * @param out the folder of the built site
 * @throws Error when the page is not there, or has no text
 */
export function readBuiltText(out: string, { path, file }: Report): string {
  const page = readFileSync(join(out, path, 'index.html'), 'utf8')
  const start = START.exec(page)
  const end = start === null ? null : END.exec(page.slice(start.index))
  if (start === null || end === null) throw new Error(`the page of ${file} has no text`)
  const text = page.slice(start.index + start[0].length, start.index + end.index)
  // A report may be nothing but the picture of a page.
  if (!text.includes('<img ') && text.replace(/<[^>]*>/g, '').trim() === '')
    throw new Error(`the page of ${file} has an empty text`)
  return text
}
