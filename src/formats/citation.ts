/** What a citation says; every text is plain. */
export interface Citation {
  /** Who published it: the source of a report, the archive for a brief. */
  publisher: string
  title: string
  /** The date as it is to be printed, `20 December 2024`. */
  date: string
  /** The name of the archive. */
  archive: string
  /** The permanent address. */
  url: string
}

/**
 * Write a plain citation: `Publisher. “Title.” 20 December 2024. Archive, https://…`. A title that ends with a mark of its
 * own keeps it; the publisher is left out where it is the archive itself.
 */
export function toCitation({ publisher, title, date, archive, url }: Citation): string {
  const closed = /[.!?。！？…]$/u.test(title) ? title : `${title}.`
  const by = publisher === archive ? '' : `${publisher}. `
  return `${by}“${closed}” ${date}. ${archive}, ${url}`
}
