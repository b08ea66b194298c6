/** A report as citations name it; every text is plain. */
export interface Citable {
  /** Its identifier, the key of its entry in a bibliography. */
  id: string
  /** Who published it: the source of a report, the archive for a brief. */
  publisher: string
  title: string
  /** The date it is filed under, `2024-12-20`, `2024-12` or `2024`. */
  date: string
  /** Its language, as a BCP 47 tag. */
  language: string
  /** The name of the archive. */
  archive: string
  /** The permanent address. */
  url: string
}

/**
 * Write a plain citation: `Publisher. “Title.” 20 December 2024. Archive, https://…`. A title that ends with a mark of its
 * own keeps it; the publisher is left out where it is the archive itself.
 *
 * @param date the date as a reader writes it
 */
export function toCitation({ publisher, title, archive, url }: Citable, date: string): string {
  const closed = /[.!?。！？…]$/u.test(title) ? title : `${title}.`
  const by = publisher === archive ? '' : `${publisher}. `
  return `${by}“${closed}” ${date}. ${archive}, ${url}`
}

/** A text on one line: line breaks and tabs would end a field of a bibliography, or begin a new record. */
export function onOneLine(text: string): string {
  return text.replaceAll(/[\s\u0085\u2028\u2029]+/gu, ' ').trim()
}
