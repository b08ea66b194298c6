/** What stands around the text of a report on its page. No text can hold it: the pipeline escapes every `<`. */
const START = /<div class="report__text prose"[^>]*>/
const END = /<\/div>\s*(?:<aside class="report__names|<footer class="report__end)/

/** The text of a report as its built page has it, as HTML; `undefined` when the page has none, or an empty one. */
export function textOfPage(page: string): string | undefined {
  const start = START.exec(page)
  const end = start === null ? null : END.exec(page.slice(start.index))
  if (start === null || end === null) return undefined
  const text = page.slice(start.index + start[0].length, start.index + end.index)
  // A report may be nothing but the picture of a page.
  return text.includes('<img ') || text.replace(/<[^>]*>/g, '').trim() !== '' ? text : undefined
}
