import { createHash } from 'node:crypto'

/** Hexadecimal digits that are kept of the SHA-256 of a paragraph: enough to tell the paragraphs of one report apart. */
const FINGERPRINT_LENGTH = 8

/** A paragraph as the ledger knows it. */
export interface NumberedParagraph {
  /** Its number, given when it was first recorded and kept for ever: the `4` of `#p4`. */
  number: number
  /** The beginning of the SHA-256 of its words. */
  fingerprint: string
}

/** How the paragraphs of a report are numbered, as its ledger says. */
export interface Numbering {
  /** The paragraphs in the order of the text, `1:9f86d081 2:60303ae2`. */
  paragraphs: string
  /** Paragraphs of earlier wordings that are no more, each with the one that stands in for it now, `3>2`; 0 for the beginning. */
  removed: string
}

/** The fingerprint of a paragraph: that of its words, whatever the spaces between them. */
export function fingerprintOf(text: string): string {
  return createHash('sha256').update(normalise(text)).digest('hex').slice(0, FINGERPRINT_LENGTH)
}

/** The words of a paragraph, whatever the spaces between them. */
export function normalise(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ')
}

/** Write paragraphs as a line of the ledger has them: `1:9f86d081 2:60303ae2`. */
export function formatParagraphs(paragraphs: readonly NumberedParagraph[]): string {
  return paragraphs.map(({ number, fingerprint }) => `${String(number)}:${fingerprint}`).join(' ')
}

/** Read what `formatParagraphs` wrote. */
export function parseParagraphs(text: string): NumberedParagraph[] {
  return [...text.matchAll(/(\d+):([0-9a-f]+)/g)].map(([, number, fingerprint = '']) => ({
    number: Number(number),
    fingerprint,
  }))
}

/** Write paragraphs that are no more, each with the one that takes its place, as a line of the ledger has them: `3>2 7>5`. */
export function formatRemoved(removed: ReadonlyMap<number, number>): string {
  return Array.from(removed, ([number, instead]) => `${String(number)}>${String(instead)}`).join(' ')
}

/** Read what `formatRemoved` wrote. */
export function parseRemoved(text: string): Map<number, number> {
  return new Map([...text.matchAll(/(\d+)>(\d+)/g)].map(([, number, instead]) => [Number(number), Number(instead)]))
}

/**
 * How the latest of the wordings of a report is numbered. A paragraph whose stand-in was itself removed later is led on to the one
 * that stands in for that, so that every number that was ever given leads somewhere.
 *
 * @param versions the recorded wordings, the oldest first
 */
export function numberingOf(
  versions: readonly { paragraphs: string; removed?: string | undefined }[],
): Numbering | undefined {
  const latest = versions.at(-1)
  if (latest === undefined) return undefined
  const present = new Set(parseParagraphs(latest.paragraphs).map(({ number }) => number))
  const steps = new Map(versions.flatMap(({ removed = '' }) => [...parseRemoved(removed)]))
  const removed = new Map<number, number>()
  for (const number of steps.keys()) {
    if (!present.has(number)) removed.set(number, leadOn(number, steps, present))
  }
  return { paragraphs: latest.paragraphs, removed: formatRemoved(removed) }
}

/** Follow the steps from a removed paragraph to one that is present; to the beginning when they end, or go round in a circle. */
function leadOn(from: number, steps: ReadonlyMap<number, number>, present: ReadonlySet<number>): number {
  const seen = new Set<number>()
  let at = from
  while (!present.has(at)) {
    if (seen.has(at)) return 0
    seen.add(at)
    at = steps.get(at) ?? 0
  }
  return at
}
