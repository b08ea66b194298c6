import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import type { Catalogue, Report } from '#archive/catalogue.ts'
import { reconcile } from '#archive/reconcile.ts'
import { MANIFEST_FILE, SEARCH_FOLDER, type Manifest } from '#search/manifest.ts'
import { readBuiltText } from './built-pages.ts'

/**
 * Compare what was built with the sources, last of all: every published report must have a page with text, a place in the
 * search index and a row in the sitemap, and nothing else may have. A difference of one stops the build.
 */
export function reconciliation(sources: () => Catalogue): AstroIntegration {
  return {
    name: 'reconciliation',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const out = fileURLToPath(dir)
        const published = sources().reports
        const differences = [
          ...reconcile(pathsOf(published), [
            { name: 'built pages', paths: findPages(out, published) },
            { name: 'sitemap', paths: findInSitemap(out) },
          ]),
          ...compareSearch(out, published.length),
        ]
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
function findInSitemap(out: string): Set<string> {
  const folder = join(out, 'sitemaps')
  if (!existsSync(folder)) return new Set()
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /^\d.*\.xml$/.test(name))
  const rows = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/<loc>[^<]*<\/loc>/g) ?? [])
  return new Set(rows.flatMap((row) => /\/(\d{4}\/[^<]*)\/<\/loc>$/.exec(row)?.[1] ?? []))
}

/** What the engine itself says it holds, against the number of published reports. */
function compareSearch(out: string, count: number): string[] {
  const { shards } = JSON.parse(readFileSync(join(out, MANIFEST_FILE), 'utf8')) as Manifest
  const indexed = shards.map(({ path }) => {
    const entry = JSON.parse(readFileSync(join(out, SEARCH_FOLDER, path, 'pagefind-entry.json'), 'utf8')) as {
      languages: Record<string, { page_count: number }>
    }
    return Object.values(entry.languages).reduce((sum, { page_count }) => sum + page_count, 0)
  })
  const sum = indexed.reduce((total, pages) => total + pages, 0)
  return sum === count ? [] : [`the search index holds ${String(sum)} reports of ${String(count)}`]
}
