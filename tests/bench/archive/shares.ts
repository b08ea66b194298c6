/** How many of a hundred made-up reports are or have something, as a share of one. */
export const SHARES = {
  /** Chinese; the others are English. */
  chinese: 0.1,
  /** Of Chinese ones: a translation of the English report before it. */
  translation: 0.3,
  /** Ten times as long. */
  long: 0.03,
  table: 0.03,
  footnotes: 0.05,
  /** Headings; long reports always have them. */
  headings: 0.15,
  list: 0.1,
  quotation: 0.15,
  /** Of paragraphs: its first clause in bold. */
  bold: 0.06,
  /** A link to another report of the archive. */
  link: 0.1,
  summary: 0.8,
  series: 0.2,
  event: 0.2,
  dateline: 0.3,
  /** A brief with two sources, not a report with one. */
  brief: 0.1,
} as const
