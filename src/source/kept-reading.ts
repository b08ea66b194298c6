import type { FrontMatter } from '#archive/report.ts'
import type { ReadReport } from './read-report.ts'

/** What is kept of a report in which nothing was found wrong, as JSON; where its text was not looked at, nothing of it. */
export interface KeptReading extends Pick<ReadReport, 'links' | 'outgoing' | 'pictures' | 'wording' | 'wordsDigest'> {
  frontMatter: FrontMatter
  /** The latest day that it names: on an earlier one it would not be right. */
  latest: string
  /** The signature of its body, in base64. */
  signature?: string
}

/** What is kept of a report; nothing may have been found wrong with it. */
export function toKept({ known, signature, links, outgoing, pictures, wording, wordsDigest }: ReadReport): KeptReading {
  const frontMatter = known as FrontMatter
  const days = [...frontMatter.corrections, ...(frontMatter.notice === undefined ? [] : [frontMatter.notice])]
  return {
    frontMatter,
    latest: days.reduce((latest, { date }) => (date > latest ? date : latest), ''),
    ...{ links, outgoing, pictures },
    ...(wording !== undefined && { wording }),
    ...(wordsDigest !== undefined && { wordsDigest }),
    ...(signature !== undefined && { signature: Buffer.from(signature.buffer).toString('base64') }),
  }
}

/** A report as it was found, from what was kept of it; where its file is and what it holds is added by who knows that. */
export function fromKept(kept: KeptReading): Omit<ReadReport, 'file' | 'path'> {
  const { frontMatter, signature, links, outgoing, pictures, wording, wordsDigest } = kept
  return {
    findings: [],
    known: frontMatter,
    ...{ links, outgoing, pictures },
    ...(wording !== undefined && { wording }),
    ...(wordsDigest !== undefined && { wordsDigest }),
    ...(signature !== undefined && {
      // Copied, since a buffer of Node's may not lie where whole numbers must.
      signature: new Uint32Array(new Uint8Array(Buffer.from(signature, 'base64')).buffer),
    }),
  }
}
