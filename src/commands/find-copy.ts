import { dayOfHttpDate, nearestMemento, parseLinks } from '#archive/link-format.ts'
import { pageOf, type ArchivedCopy } from '#archive/outgoing-links.ts'
import { findFaultInWebAddress } from '#archive/web-address.ts'
import { toHttpDate } from '#formats/time-map.ts'
import { followRedirects, type Network } from './follow-redirects.ts'

/** What came of looking for a copy: one, none, or why nobody knows. */
export type CopyAnswer = { copy: ArchivedCopy } | { why: string } | undefined

/** Bytes of a TimeMap that are read. */
const TIME_MAP_BYTES = 2_000_000

/**
 * Look for a copy of a page in a web archive (Memento, RFC 7089): the one nearest to a day.
 *
 * @param gate the address of a TimeGate, or of TimeMaps, that the address of the page is put behind: `https://web.archive.org/web/`
 * @param day the day on which the page was linked to; without it the archive chooses
 */
export async function findCopy(
  page: string,
  { gate, day, network }: { gate: string; day: string | undefined; network: Network },
): Promise<CopyAnswer> {
  const headers = day === undefined ? {} : { 'Accept-Datetime': toHttpDate(day) }
  const { response, status, url, why } = await followRedirects(gate + page, network, { method: 'GET', headers })
  if (response === undefined) return { why: why ?? 'nothing answered' }
  if (!response.ok) {
    await response.body?.cancel()
    // A web archive says in this way that it has no copy.
    return status === 404 ? undefined : { why: `it answers ${String(status)}` }
  }
  const isTimeMap = response.headers.get('content-type')?.startsWith('application/link-format') === true
  const links = parseLinks(`${response.headers.get('link') ?? ''}${isTimeMap ? `,${await readText(response)}` : ''}`)
  if (!isTimeMap) await response.body?.cancel()
  const original = links.find(({ relations }) => relations.includes('original'))
  if (original !== undefined && !isSamePage(original.url, page)) return undefined
  const captured = dayOfHttpDate(response.headers.get('memento-datetime') ?? '')
  const found =
    captured === undefined
      ? nearestMemento(links, day)
      : { url: response.headers.get('content-location') ?? url, captured }
  const address = found === undefined ? undefined : URL.parse(found.url, url)?.href
  if (found === undefined || address === undefined) return undefined
  // What cannot stand in the file, or is the page as it is today, is no copy.
  if (findFaultInWebAddress(address) !== undefined || pageOf(address) === pageOf(page)) return undefined
  return { copy: { url: address, captured: found.captured } }
}

/** Whether two addresses are one page to a web archive, which leaves ports, http or https, and `www.` out of it. */
function isSamePage(one: string, other: string): boolean {
  const bare = (address: string): string =>
    pageOf(address)
      .replace(/^https?:\/\/(?:www\d*\.)?/i, '')
      .replace(/^([^/]*?):(?:80|443)(?=\/)/, '$1')
      .replace(/\/$/, '')
  return bare(one) === bare(other)
}

/** The beginning of a body; a list of all copies of a front page can be of any length. */
async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      if (text.length > TIME_MAP_BYTES) break
    }
  } catch {
    // What came before it broke off is as good as it was.
  }
  return text
}
