/** A link as the header `Link` of HTTP and files of `application/link-format` write it (RFC 8288, RFC 6690). */
export interface WebLink {
  url: string
  /** What its target is to the page, `original`, `memento`. */
  relations: readonly string[]
  /** When a memento was made, as HTTP writes it (RFC 7089). */
  datetime?: string
}

/** The links in a header `Link`, or in a TimeMap; what is not understood is passed over. */
export function parseLinks(text: string): WebLink[] {
  return [...text.matchAll(/<([^<>]*)>([^<]*)/g)].map(([, url = '', rest = '']) => {
    const parameters = new Map(
      [...rest.matchAll(/;\s*([a-z*]+)\s*=\s*(?:"([^"]*)"|([^\s;,"]*))/gi)].map(
        ([, name = '', quoted, plain]): [string, string] => [name.toLowerCase(), quoted ?? plain ?? ''],
      ),
    )
    const relations = (parameters.get('rel') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    const datetime = parameters.get('datetime')
    return { url, relations, ...(datetime !== undefined && { datetime }) }
  })
}

/** The calendar day of a time as HTTP writes it, `Sun, 22 Nov 2026 10:00:00 GMT`, in universal time; `undefined` for what is none. */
export function dayOfHttpDate(time: string): string | undefined {
  const milliseconds = Date.parse(time)
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString().slice(0, 10)
}

/**
 * Of the mementos among links the one nearest to a day, of two as near the earlier.
 *
 * @param wanted without it the first one of the list
 */
export function nearestMemento(
  links: readonly WebLink[],
  wanted: string | undefined,
): { url: string; captured: string } | undefined {
  const target = wanted === undefined ? undefined : Date.parse(wanted)
  const mementos = links.flatMap(({ url, relations, datetime }) => {
    const captured = relations.includes('memento') && datetime !== undefined ? dayOfHttpDate(datetime) : undefined
    return captured === undefined ? [] : [{ url, captured }]
  })
  if (target === undefined) return mementos[0]
  const distance = ({ captured }: { captured: string }): number => Math.abs(Date.parse(captured) - target)
  return mementos.toSorted((a, b) => distance(a) - distance(b) || Date.parse(a.captured) - Date.parse(b.captured))[0]
}
