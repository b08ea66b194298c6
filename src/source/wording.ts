import { createHash } from 'node:crypto'
import { WORDING_LENGTH } from '#archive/ledger.ts'

/**
 * The beginning of the SHA-256 of the wording of a report, as the ledger keeps it: of its title, an empty line and its text
 * without white space at its ends, in UTF-8 with line feeds. Who has only the file can compute it.
 */
export function digestWording(title: string, body: string): string {
  return createHash('sha256').update(joinWording(title, body)).digest('hex').slice(0, WORDING_LENGTH)
}

/** The words of a report, whatever the spaces and line breaks between them: what must not change in silence. */
export function wordsOf(title: string, body: string): string {
  return joinWording(title, body).replace(/\s+/g, ' ')
}

function joinWording(title: string, body: string): string {
  return `${title}\n\n${body.trim()}`
}
