import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { AstroIntegration } from 'astro'
import type { Report } from '#archive/catalogue.ts'
import { reconcile } from '#archive/reconcile.ts'
import { MANIFEST_FILE, SEARCH_FOLDER, type Manifest } from '#search/manifest.ts'
import { readBuiltText } from './built-pages.ts'
import type { Sources } from './sources.ts'

/**
 * Compare what was built with the sources, last of all: every published report must have a page with text, a place in the
 * search index and a row in the sitemap, and nothing else may have. A difference of one stops the build.
 */
export function reconciliation(sources: () => Sources, site: URL): AstroIntegration {
  return {
    name: 'reconciliation',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const out = fileURLToPath(dir)
        const published = sources().catalogue.reports
        const differences = reconcile(pathsOf(published), [
          { name: 'built pages', paths: findPages(out, published) },
          { name: 'search index', paths: findInSearch(out, published) },
          { name: 'sitemap', paths: findInSitemap(out, site) },
        ])
        if (differences.length > 0) throw new Error(`the build lost something:\n${differences.join('\n')}`)
        logger.info(`${String(published.length)} reports have a page, a search record and a row in the sitemap`)
      },
    },
  }
}

function pathsOf(reports: readonly Report[]): Set<string> {
  return new Set(reports.map(({ path }) => path))
}

/** The reports whose built page has words in its text. */
function findPages(out: string, reports: readonly Report[]): Set<string> {
  return pathsOf(
    reports.filter((report) => {
      try {
        return readBuiltText(out, report) !== ''
      } catch {
        return false
      }
    }),
  )
}

/** The reports in the parts of the sitemap, by their paths. */
function findInSitemap(out: string, site: URL): Set<string> {
  const folder = join(out, 'sitemaps')
  if (!existsSync(folder)) return new Set()
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /^\d.*\.xml$/.test(name))
  const rows = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/<loc>[^<]*<\/loc>/g) ?? [])
  return new Set(rows.map((row) => row.slice('<loc>'.length + site.href.length, -'/</loc>'.length)))
}

/** The reports that the search index holds, by their paths. */
function findInSearch(out: string, published: readonly Report[]): Set<string> {
  const { shards } = JSON.parse(readFileSync(join(out, MANIFEST_FILE), 'utf8')) as Manifest
  const folders = shards.map(({ path }) => join(out, SEARCH_FOLDER, path))
  const indexed = folders.reduce((sum, folder) => sum + countIndexed(folder), 0)
  // What the engine counts is enough when it is right; only to name who is missing are the records themselves read.
  return indexed === published.length ? pathsOf(published) : new Set(folders.flatMap(readRecordPaths))
}

/** How many reports an index says it holds. */
function countIndexed(folder: string): number {
  const entry = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { page_count: number }>
  }
  return Object.values(entry.languages).reduce((sum, { page_count }) => sum + page_count, 0)
}

/** The paths of the records of an index: each is a compressed file that begins with a mark of the engine, then JSON. */
function readRecordPaths(folder: string): string[] {
  const records = join(folder, 'fragment')
  return readdirSync(records).flatMap((file) => {
    const text = gunzipSync(readFileSync(join(records, file))).toString()
    return /"url":"\/([^"]*)\/"/.exec(text)?.[1] ?? []
  })
}
