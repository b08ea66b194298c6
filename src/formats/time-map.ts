/** A recorded wording of a report, for a TimeMap. */
export interface Memento {
  /** Its whole address. */
  url: string
  /** The day from which it was so, `2026-11-22`. */
  since: string
}

/**
 * Write the list of the recorded wordings of a report as a TimeMap in the link format (RFC 7089, section 5; RFC 6690).
 *
 * @param original the address of the report
 * @param self the address of the TimeMap
 * @param mementos the wordings, the oldest first
 */
export function toTimeMap(original: string, self: string, mementos: readonly Memento[]): string {
  const [first, last] = [mementos[0], mementos.at(-1)]
  const span =
    first === undefined || last === undefined
      ? ''
      : `; from="${toHttpDate(first.since)}"; until="${toHttpDate(last.since)}"`
  const links = [
    `<${original}>; rel="original"`,
    `<${self}>; rel="self"; type="application/link-format"${span}`,
    ...mementos.map((memento) => {
      const ends = [memento === first ? 'first ' : '', memento === last ? 'last ' : ''].join('')
      return `<${memento.url}>; rel="${ends}memento"; datetime="${toHttpDate(memento.since)}"`
    }),
  ]
  return `${links.join(',\n')}\n`
}

/** A day as HTTP writes it (RFC 9110, section 5.6.7): `Sun, 22 Nov 2026 00:00:00 GMT`. */
export function toHttpDate(day: string): string {
  return new Date(`${day}T00:00:00Z`).toUTCString()
}
