import { onOneLine } from './citation.ts'

/** What `llms.txt` says: where programs that read text find the archive in forms that suit them. */
export interface Guide {
  title: string
  /** One sentence. */
  description: string
  /** A paragraph with more, if there is more to say. */
  details?: string
  sections: readonly GuideSection[]
}

/** A section of a guide. */
export interface GuideSection {
  title: string
  links: readonly GuideLink[]
}

/** A link of a guide. */
export interface GuideLink {
  title: string
  /** A whole address. */
  url: string
  /** What is there, in a few words. */
  note?: string
}

/** Write a guide in Markdown, in the form of llmstxt.org: title, quotation, details, lists of links. A section without links is left out. */
export function toGuide({ title, description, details, sections }: Guide): string {
  const blocks = [
    `# ${markdownText(title)}`,
    `> ${markdownText(description)}`,
    ...(details === undefined ? [] : [markdownText(details)]),
    ...sections.filter(({ links }) => links.length > 0).map(toSection),
  ]
  return `${blocks.join('\n\n')}\n`
}

function toSection({ title, links }: GuideSection): string {
  const lines = links.map(
    (link) =>
      `- [${markdownText(link.title)}](${link.url})${link.note === undefined ? '' : `: ${markdownText(link.note)}`}`,
  )
  return `## ${markdownText(title)}\n\n${lines.join('\n')}`
}

/** A text on one line of Markdown that says just what it says: marks that would be read as Markdown or HTML are escaped. */
function markdownText(text: string): string {
  return onOneLine(text).replaceAll(/[\\`*_[\]<>]/g, String.raw`\$&`)
}

/** A report with its text, plain. */
export interface PlainReport {
  title: string
  /** The date it is filed under. */
  date: string
  /** Its language, as a BCP 47 tag. */
  language: string
  /** Who published it. */
  publisher: string
  /** The permanent address. */
  url: string
  /** Its paragraphs, each with its id, `p4`. */
  paragraphs: readonly { id: string; text: string }[]
}

/**
 * Write reports one after another as plain text: title, facts, and the paragraphs, each begun with the number that its address ends
 * with, so that whoever quotes one can name it. Reports are parted by a line of equals signs, which no paragraph can be.
 */
export function toPlainText(reports: readonly PlainReport[]): string {
  return reports.map(toPlainReport).join(`\n${SEPARATOR}\n\n`)
}

function toPlainReport({ title, date, language, publisher, url, paragraphs }: PlainReport): string {
  const facts = [
    `Title: ${onOneLine(title)}`,
    `Date: ${date}`,
    `Source: ${onOneLine(publisher)}`,
    `Language: ${language}`,
    `Address: ${url}`,
  ]
  const text = paragraphs.map((paragraph) => `\n[${paragraph.id}] ${onOneLine(paragraph.text)}\n`)
  return `${facts.join('\n')}\n${text.join('')}`
}

const SEPARATOR = '='.repeat(72)
