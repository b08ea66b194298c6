import { gunzipSync } from 'node:zlib'
import { reportAddress, shortAddress, versionAddress } from '#archive/addresses.ts'
import type { Catalogue, Report } from '#archive/catalogue.ts'
import type { Ledger } from '#archive/ledger.ts'
import { reconcile } from '#archive/reconcile.ts'
import { MANIFEST_FILE, RECORDS_FOLDER, SEARCH_FOLDER, type Manifest } from '#search/manifest.ts'
import type { SearchRecord } from '#search/record.ts'
import { textOfPage } from './built-text.ts'

/** An archive as it will stand when what was built is put in place. */
export interface BuiltArchive {
  /** Whether there is a file at a path. */
  has: (path: string) => boolean
  /** The paths of the files that were made in this build, those included that came out the same. */
  made: () => Iterable<string>
  /** The paths of all files below a folder. */
  below: (folder: string) => readonly string[]
  read: (path: string) => Buffer
  /** Whether a file is new; the others were looked at in the build that made them. */
  isNew: (path: string) => boolean
}

/** What must be in it. */
export interface Expected {
  catalogue: Catalogue
  ledger: Ledger
  /** The paths of everything that was planned. */
  planned: Pick<ReadonlySet<string>, 'has' | 'keys'>
  /** Where it will be served. */
  site: URL
}

/**
 * Compare what was built with what should be, before it is put in place: everything that was planned is there and no page besides,
 * every published report has a page with text, a place in the search and a row in the sitemap, and every address that the
 * ledger has ever given away is a page.
 *
 * @throws Error that names what is lost, which stops the build
 */
export function checkBuilt(built: BuiltArchive, { catalogue, ledger, planned, site }: Expected): void {
  const differences = [
    ...reconcile(pathsOf(catalogue.reports), [
      { name: 'built pages', paths: findPages(built, catalogue) },
      { name: 'search index', paths: findInSearch(built, catalogue) },
      { name: 'sitemap', paths: findInSitemap(built, site) },
    ]),
    ...planned
      .keys()
      .filter((path) => !built.has(path))
      .map((path) => `/${path} was not made`),
    ...Iterator.from(built.made())
      .filter((path) => path.endsWith('.html') && !planned.has(path))
      .map((path) => `/${path} was made, but is not a page of the archive`),
    ...addressesEverPublished(ledger)
      .filter((address) => !built.has(pageOf(address)))
      .map((address) => `${address} was published, and is neither a page nor leads to one`),
  ]
  if (differences.length > 0) throw new Error(`the build lost something:\n${tell(differences)}`)
}

/** How many differences are told: when nearly everything is lost, the first ones say why. */
const TOLD = 100

function tell(differences: readonly string[]): string {
  const more = differences.length - TOLD
  return [...differences.slice(0, TOLD), ...(more > 0 ? [`… and ${String(more)} more`] : [])].join('\n')
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

function pageOf(address: string): string {
  return `${address.slice(1)}index.html`
}

function pathsOf(reports: readonly Report[]): Set<string> {
  return new Set(reports.map(({ path }) => path))
}

/** The reports whose page is there and has words in its text. */
function findPages({ has, read, isNew }: BuiltArchive, { reports }: Catalogue): Set<string> {
  return pathsOf(
    reports.filter((report) => {
      const page = pageOf(reportAddress(report.path))
      return has(page) && (!isNew(page) || textOfPage(read(page).toString()) !== undefined)
    }),
  )
}

/** The reports in the parts of the sitemap, by their paths. */
function findInSitemap({ below, read }: BuiltArchive, site: URL): Set<string> {
  const parts = below('sitemaps/').filter((path) => /^sitemaps\/\d.*\.xml$/.test(path))
  const rows = parts.flatMap(
    (part) =>
      read(part)
        .toString()
        .match(/<loc>[^<]*<\/loc>/g) ?? [],
  )
  return new Set(rows.map((row) => row.slice('<loc>'.length + site.href.length, -'/</loc>'.length)))
}

/** The reports that the search holds, by their paths. */
function findInSearch({ below, read }: BuiltArchive, { reports }: Catalogue): Set<string> {
  const { engine, shards } = JSON.parse(read(MANIFEST_FILE).toString()) as Manifest
  const folders = shards.map(({ path }) => SEARCH_FOLDER + engine + path + RECORDS_FOLDER)
  const records = Map.groupBy(
    below(SEARCH_FOLDER).filter((path) => path.includes(`/${RECORDS_FOLDER}`)),
    (path) => path.slice(0, path.lastIndexOf('/') + 1),
  )
  // What the engine counted is enough when it is right; only to name who is missing are the records themselves read.
  const isWhole = shards.every(({ count }, index) => (records.get(folders[index] ?? '')?.length ?? 0) === count)
  const indexed = shards.reduce((sum, { count }) => sum + count, 0)
  if (isWhole && indexed === reports.length) return pathsOf(reports)
  return new Set(
    [...records.values()].flat().map((path) => {
      const { address } = JSON.parse(gunzipSync(read(path)).toString()) as SearchRecord
      return address.slice(1, -1)
    }),
  )
}
