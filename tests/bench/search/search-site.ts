import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { MANIFEST_FILE, type Manifest } from '#search/manifest.ts'
import { brotliCompressSync, constants } from 'node:zlib'
import { buildArchive } from '../../build.ts'
import { grouped, sum, type Row } from './table.ts'

const GOAL = 1000

/** Build the pages of this archive without what its own search finds, so that another can be put in its place. */
export function buildPages(folder: string, indexes: string): void {
  buildArchive({
    ARCHIVE_CONTENT: 'content',
    ARCHIVE_OUT: folder,
    ARCHIVE_INDEXES: indexes,
    ARCHIVE_SITE: 'http://localhost:4321/',
    ARCHIVE_TODAY: '2026-11-22',
  })
  const search = join(folder, 'search')
  for (const entry of readdirSync(search).filter((name) => name !== 'index.html'))
    rmSync(join(search, entry), { recursive: true })
}

/** What pages other than the search page load of it. */
export function measureOtherPages(folder: string): Row[] {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.html') && !file.endsWith(join('search', 'index.html')),
  )
  const scripts = new Set(pages.flatMap((page) => scriptsOf(readFileSync(join(folder, page), 'utf8'))))
  // The others have nothing to do with searching: the theme, citations, and what is not found.
  const ofSearch = [...scripts].filter((script) => !/\/(?:not-found|theme|near-citation)\.js$/.test(script))
  const bytes = sum(ofSearch.map((script) => compress(readFileSync(join(folder, script))).length))
  return [
    {
      what: `scripts for searching: ${ofSearch.join(', ')}`,
      goal: `≤ ${grouped(GOAL)} B`,
      measured: `${grouped(bytes)} B`,
      isMet: bytes <= GOAL,
    },
  ]
}

/** What the search of a site names. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, MANIFEST_FILE), 'utf8')) as Manifest
}

/** Compress as a busy server does it. */
export function compress(data: Uint8Array | string): Uint8Array {
  return brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}

function scriptsOf(html: string): string[] {
  return Array.from(html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js)"/g), ([, address = '']) => address)
}
