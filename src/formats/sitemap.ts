import { xmlText } from './xml-text.ts'

/** What one file of a sitemap may hold (sitemaps.org, protocol 0.9). */
export interface SitemapLimits {
  rows: number
  /** Bytes of the whole file, before any compression. */
  bytes: number
}

/** The limits of the protocol. */
export const SITEMAP_LIMITS: SitemapLimits = { rows: 50_000, bytes: 50 * 1024 * 1024 }

/** A page in a sitemap. */
export interface SitemapRow {
  /** Its whole address. */
  address: string
  /** The day on which what it says changed last, if that is known. */
  lastmod?: string
  /** The same in every language it is given in, itself included; missing where it is given in one only. */
  translations?: readonly SitemapTranslation[]
}

/** A page in one of its languages. */
export interface SitemapTranslation {
  /** A BCP 47 tag, or `x-default` for the one that readers of every other language are given. */
  language: string
  /** Its whole address. */
  address: string
}

/** One file of a sitemap. */
export interface SitemapPart {
  /** The name of the file without its extension, `2024-12` or, when one file is not enough, `2024-12-2`. */
  name: string
  rows: readonly SitemapRow[]
}

/** A file of a sitemap as the index names it. */
export interface SitemapFile {
  /** Its whole address. */
  address: string
  /** The day on which it changed last, if that is known. */
  lastmod?: string
}

/** Divide named lists of pages into parts that are within the limits; the first part of a list keeps its name. */
export function divideSitemap(
  lists: ReadonlyMap<string, readonly SitemapRow[]>,
  limits: SitemapLimits = SITEMAP_LIMITS,
): SitemapPart[] {
  return Array.from(lists, ([name, rows]) =>
    divideRows(rows, limits).map((part, index) => ({
      name: index === 0 ? name : `${name}-${String(index + 1)}`,
      rows: part,
    })),
  ).flat()
}

function divideRows(rows: readonly SitemapRow[], limits: SitemapLimits): SitemapRow[][] {
  const parts: SitemapRow[][] = []
  let bytes = Infinity
  for (const row of rows) {
    const size = Buffer.byteLength(toRow(row))
    const last = parts.at(-1)
    if (last === undefined || last.length >= limits.rows || bytes + size > limits.bytes) {
      parts.push([row])
      bytes = Buffer.byteLength(HEAD + FOOT) + size
    } else {
      last.push(row)
      bytes += size
    }
  }
  return parts
}

/** The latest of some days, `undefined` as soon as one of them is not known, or there is none. */
export function latestDay(days: readonly (string | undefined)[]): string | undefined {
  let latest: string | undefined
  for (const day of days) {
    if (day === undefined) return undefined
    if (latest === undefined || day > latest) latest = day
  }
  return latest
}

/** Write one part of a sitemap; the same in other languages is named as Google describes it, by `xhtml:link`. */
export function toSitemap(rows: readonly SitemapRow[]): string {
  return HEAD + rows.map(toRow).join('') + FOOT
}

/** Write the index of a sitemap. */
export function toSitemapIndex(files: readonly SitemapFile[]): string {
  const rows = files.map(({ address, lastmod }) => `<sitemap>${toLocation(address, lastmod)}</sitemap>\n`).join('')
  return `${XML_DECLARATION}<sitemapindex xmlns="${SITEMAP_NAMESPACE}">\n${rows}</sitemapindex>\n`
}

function toRow({ address, lastmod, translations = [] }: SitemapRow): string {
  const links = translations.map(
    (other) => `<xhtml:link rel="alternate" hreflang="${xmlText(other.language)}" href="${xmlText(other.address)}"/>`,
  )
  return `<url>${toLocation(address, lastmod)}${links.join('')}</url>\n`
}

function toLocation(address: string, lastmod: string | undefined): string {
  return `<loc>${xmlText(address)}</loc>${lastmod === undefined ? '' : `<lastmod>${xmlText(lastmod)}</lastmod>`}`
}

/** How every document of a sitemap begins. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** The namespace of sitemaps. */
export const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const HEAD = `${XML_DECLARATION}<urlset xmlns="${SITEMAP_NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`
const FOOT = '</urlset>\n'
