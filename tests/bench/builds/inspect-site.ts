import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '#source/list-files.ts'
import { listAll } from './read-folder.ts'

/** What a built site is made of. */
export interface Inspected {
  files: number
  bytes: number
  /** Pages, those that only lead on included. */
  pages: number
  /** Of the pages: short addresses, `/r/k7m2q4/`. */
  shortAddresses: number
  /** Of the pages: wordings of reports and their histories. */
  wordings: number
  feeds: number
  /** Files beside the page of a report, in its folder: the report in other formats. */
  alternates: number
  /** Pages of the interface in another language than the first. */
  translated: number
  /** Files of the search. */
  search: number
  hasParagraphNumbers: boolean
  hasJsonLd: boolean
  /** Reports of the content whose page is not there. */
  missing: number
}

/** How many pages of reports are looked into. */
const SAMPLES = 20

/** Count what a site has, and look into some of its pages of reports. */
export function inspectSite(site: string, content: string): Inspected {
  const files = listAll(site)
  const reports = listFiles(content, 'reports')
    .files.filter((file) => file.endsWith('.md'))
    .map((file) => file.slice('reports/'.length, -'.md'.length))
  const folders = new Set(reports)
  const present = reports.filter((path) => existsSync(join(site, path, 'index.html')))
  const step = Math.max(1, Math.floor(present.length / SAMPLES))
  const samples = present.filter((_, index) => index % step === 0)
  const pages = samples.map((path) => readFileSync(join(site, path, 'index.html'), 'utf8'))
  const isEach = (pattern: RegExp): boolean => pages.length > 0 && pages.every((page) => pattern.test(page))
  const count = (suits: (file: string) => boolean): number => files.filter(suits).length
  return {
    files: files.length,
    bytes: files.reduce((sum, file) => sum + statSync(join(site, file)).size, 0),
    pages: count((file) => file.endsWith('.html')),
    shortAddresses: count((file) => /^r\/.*\.html$/.test(file)),
    wordings: count((file) => /^\d{4}\/.*\/v\/.*\.html$/.test(file)),
    feeds: count((file) => isFeed(site, file)),
    alternates: count((file) => !file.endsWith('.html') && folders.has(file.slice(0, file.lastIndexOf('/')))),
    translated: count((file) => /^zh(?:-[a-z]+)?\/.*\.html$/.test(file)),
    search: count((file) => /^(?:search|pagefind)\//.test(file)),
    hasParagraphNumbers: isEach(/<(?:p|li)[^>]* id="p\d+"/),
    hasJsonLd: isEach(/<script[^>]*application\/ld\+json/),
    missing: reports.length - present.length,
  }
}

/** Whether a file is a feed: RSS or Atom by its root, a JSON feed by its first key. */
function isFeed(site: string, file: string): boolean {
  if (!/\.(?:xml|json|atom|rss)$/.test(file) || /^(?:search|pagefind)\//.test(file)) return false
  return /<rss\b|<feed\b|jsonfeed\.org\/version/.test(readFileSync(join(site, file), 'utf8').slice(0, 500))
}
