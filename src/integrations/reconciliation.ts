import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { AstroIntegration } from 'astro'
import type { Report } from '#archive/catalogue.ts'
import { reportAddress, shortAddress, versionAddress } from '#archive/addresses.ts'
import type { Ledger } from '#archive/ledger.ts'
import { reconcile } from '#archive/reconcile.ts'
import { MANIFEST_FILE, RECORDS_FOLDER, SEARCH_FOLDER, type Manifest } from '#search/manifest.ts'
import type { SearchRecord } from '#search/record.ts'
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
        const { catalogue, ledger } = sources()
        const published = catalogue.reports
        const differences = reconcile(pathsOf(published), [
          { name: 'built pages', paths: findPages(out, published) },
          { name: 'search index', paths: findInSearch(out, published) },
          { name: 'sitemap', paths: findInSitemap(out, site) },
        ])
        const kept = addressesEverPublished(ledger)
        const lost = kept.filter((address) => !existsSync(join(out, address, 'index.html')))
        differences.push(...lost.map((address) => `${address} was published, and is neither a page nor leads to one`))
        if (differences.length > 0) throw new Error(`the build lost something:\n${differences.join('\n')}`)
        logger.info(`${String(published.length)} reports have a page, a search record and a row in the sitemap`)
        logger.info(`${String(kept.length)} addresses of the ledger are kept`)
      },
    },
  }
}

/** Every address that the ledger has ever given away: those of reports, past and present, their short ones and their wordings. */
function addressesEverPublished({ owners, histories }: Ledger): string[] {
  return [
    ...Array.from(owners.keys(), reportAddress),
    ...Array.from(histories.values(), ({ id, current, versions }) => [
      shortAddress(id),
      ...versions.map(({ version }) => versionAddress(current.path, version)),
    ]).flat(),
  ]
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
  const { engine, shards } = JSON.parse(readFileSync(join(out, MANIFEST_FILE), 'utf8')) as Manifest
  const folders = shards.map(({ path }) => join(out, SEARCH_FOLDER, engine, path, RECORDS_FOLDER))
  const records = folders.map((folder) => readdirSync(folder).map((file) => join(folder, file)))
  // What the engine counted is enough when it is right; only to name who is missing are the records themselves read.
  const isWhole = shards.every(({ count }, index) => records[index]?.length === count)
  const indexed = shards.reduce((sum, { count }) => sum + count, 0)
  return isWhole && indexed === published.length ? pathsOf(published) : new Set(records.flat().map(readRecordPath))
}

function readRecordPath(file: string): string {
  const { address } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as SearchRecord
  return address.slice(1, -1)
}
