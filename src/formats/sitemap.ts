import { xmlText } from './xml-text.ts'

/** The most rows that one file of a sitemap may have (sitemaps.org, protocol 0.9). */
export const SITEMAP_MAX_ROWS = 50_000

/** One file of a sitemap. */
export interface SitemapPart {
  /** The name of the file without its extension, `2024-12` or, when one file is not enough, `2024-12-2`. */
  name: string
  /** Whole addresses. */
  addresses: readonly string[]
}

/** Divide named lists of addresses into parts of at most `rows` each; the first part of a list keeps its name. */
export function divideSitemap(lists: ReadonlyMap<string, readonly string[]>, rows = SITEMAP_MAX_ROWS): SitemapPart[] {
  return Array.from(lists, ([name, addresses]) =>
    Array.from({ length: Math.ceil(addresses.length / rows) }, (_, index) => ({
      name: index === 0 ? name : `${name}-${String(index + 1)}`,
      addresses: addresses.slice(index * rows, (index + 1) * rows),
    })),
  ).flat()
}

/** Write one part of a sitemap. */
export function toSitemap(addresses: readonly string[]): string {
  const rows = addresses.map((address) => `<url><loc>${xmlText(address)}</loc></url>\n`).join('')
  return `${DECLARATION}<urlset xmlns="${NAMESPACE}">\n${rows}</urlset>\n`
}

/** Write the index of a sitemap from the addresses of its parts. */
export function toSitemapIndex(parts: readonly string[]): string {
  const rows = parts.map((address) => `<sitemap><loc>${xmlText(address)}</loc></sitemap>\n`).join('')
  return `${DECLARATION}<sitemapindex xmlns="${NAMESPACE}">\n${rows}</sitemapindex>\n`
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'
