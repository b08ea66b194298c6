import {
  DATA,
  alternateAddress,
  historyAddress,
  OPENSEARCH,
  reportAddress,
  REPORT_SCHEMA,
  SEARCH,
  SITEMAP,
  timeMapAddress,
  versionAddress,
} from '#archive/addresses.ts'
import { ALTERNATE_FORMATS, type AlternateName } from '#archive/alternates.ts'
import type { Catalogue, Report } from '#archive/catalogue.ts'
import { toBibTeX } from '#formats/bibtex.ts'
import { toCslJson } from '#formats/csl-json.ts'
import type { Description } from '#formats/description.ts'
import { toCitable } from '#formats/citation.ts'
import { toLinkset } from '#formats/linkset.ts'
import { toGuide, toPlainText } from '#formats/llms.ts'
import { toNewsSitemap } from '#formats/news-sitemap.ts'
import { toOpenSearch } from '#formats/opensearch.ts'
import { toReportJson } from '#formats/report-json.ts'
import { toReportSchema } from '#formats/report-schema.ts'
import { toRis } from '#formats/ris.ts'
import { toSitemap, toSitemapIndex } from '#formats/sitemap.ts'
import { toTimeMap } from '#formats/time-map.ts'
import { settings } from '../site.config.ts'
import {
  namesOfPart,
  PACKAGE_FILE,
  partsOfYears,
  SCHEMA_FILES,
  SUMS_FILE,
  TERMS_FILE,
  writeReports,
  writeSchemas,
  writeSums,
  writeTerms,
} from './data.ts'
import { describe } from './description.ts'
import { feedFiles } from './feed-files.ts'
import { fingerprint, fingerprintsOf } from './fingerprints.ts'
import { makeGuide, toPlainReport } from './guide.ts'
import { ownInterface } from './interface.ts'
import { historyOf } from './ledger.ts'
import { absolute } from './links.ts'
import { copiesOfLinks } from './outgoing-links.ts'
import { keysOf } from './page-keys.ts'
import { reportPaths } from './report-paths.ts'
import { resourceDocuments } from './resource-sync.ts'
import { newsOf, NEWS_SITEMAP, sitemapFiles, sitemapParts } from './sitemap.ts'
import { readSource, renderText } from './text.ts'
import { recordedPaths } from './versions.ts'

/** A file as it is written. */
export type FileContent = string | Uint8Array

/** Files for programs that are made together, from the same things. */
export interface FilePlan {
  /** Their addresses. */
  addresses: readonly string[]
  /** A key of everything that is in them, as that of a page. Missing for files that are made in each build. */
  key?: () => string
  /** Make them, in the order of their addresses; `read` gives a file that was planned before, where it is known. */
  make: (read: (address: string) => Uint8Array | undefined) => readonly FileContent[]
}

/** Every file that is written for programs, but for those of the search. */
export function* planFiles(catalogue: Catalogue): Iterable<FilePlan> {
  yield* planAlternates(catalogue)
  yield* planTimeMaps(catalogue)
  for (const { address, key, make } of feedFiles(catalogue)) yield { addresses: [address], key, make: () => [make()] }
  yield* planPlainTexts(catalogue)
  yield* planData(catalogue)
  yield* planFindingAids(catalogue)
  for (const { address, key, make } of resourceDocuments(catalogue))
    yield { addresses: [address], ...(key !== undefined && { key }), make: () => [make()] }
}

const ALTERNATES = ALTERNATE_FORMATS.filter(({ name }) => settings.alternates.includes(name))

/** The formats of each report, at every path that shows it. */
function* planAlternates(catalogue: Catalogue): Iterable<FilePlan> {
  if (ALTERNATES.length === 0) return
  const { ofDescription } = keysOf(catalogue)
  const { ofText } = fingerprintsOf(catalogue)
  for (const { path, report } of reportPaths(catalogue)) {
    yield {
      addresses: ALTERNATES.map(({ file }) => alternateAddress(path, file)),
      key: () => fingerprint([ofDescription(report), ofText(report)]),
      make: () => {
        const description = describe(catalogue, report)
        return ALTERNATES.map(({ name }) => WRITERS[name](report, description))
      },
    }
  }
}

const WRITERS: Readonly<Record<AlternateName, (report: Report, description: Description) => FileContent>> = {
  json: (report, description) => {
    const { paragraphs, links } = report.status === 'gone' ? { paragraphs: [], links: [] } : renderText(report)
    return toReportJson(description, { schema: absolute(REPORT_SCHEMA), paragraphs, copies: copiesOfLinks(links) })
  },
  // The file of a report as it is, byte for byte; of one that was removed, without its text.
  md: (report) => readSource(report),
  bib: (_, description) => toBibTeX(toCitable(description)),
  ris: (_, description) => toRis(toCitable(description)),
  csl: (_, description) => toCslJson(toCitable(description)),
  linkset: (report, description) => {
    // The wordings of a report that was removed are removed with it.
    const recorded = report.status !== 'gone' && (historyOf(report)?.versions.length ?? 0) > 0
    const addresses = {
      history: absolute(historyAddress(report.path)),
      timeMap: absolute(timeMapAddress(report.path)),
    }
    return toLinkset(description, recorded ? addresses : undefined)
  },
}

/** The recorded wordings of each report for machines. */
function* planTimeMaps(catalogue: Catalogue): Iterable<FilePlan> {
  for (const { path, report, history } of recordedPaths(catalogue)) {
    if (report.status === 'gone') continue
    yield {
      addresses: [timeMapAddress(path)],
      key: () => fingerprint([path, history]),
      make: () => {
        const mementos = history.versions.map(({ version, since }) => ({
          url: absolute(versionAddress(path, version)),
          since,
        }))
        return [toTimeMap(absolute(reportAddress(path)), absolute(timeMapAddress(path)), mementos)]
      },
    }
  }
}

/** The texts of all published reports, in parts. */
function* planPlainTexts(catalogue: Catalogue): Iterable<FilePlan> {
  const { ofReport, ofText } = fingerprintsOf(catalogue)
  for (const { id, reports } of partsOfYears(catalogue)) {
    yield {
      addresses: [`/llms/${id}.txt`],
      key: () => fingerprint(reports.map((report) => [ofReport(report), ofText(report)])),
      make: () => [toPlainText(reports.map((report) => toPlainReport(catalogue, report)))],
    }
  }
}

/** The files with the whole catalogue. */
function* planData(catalogue: Catalogue): Iterable<FilePlan> {
  const { ofDescription } = keysOf(catalogue)
  for (const { id, reports } of partsOfYears(catalogue)) {
    yield {
      addresses: namesOfPart(id).map((name) => DATA + name),
      key: () => fingerprint(reports.map(ofDescription)),
      make: () => writeReports(catalogue, reports),
    }
  }
  yield { addresses: SCHEMA_FILES.map((name) => DATA + name), key: () => '', make: writeSchemas }
  // Who is named how often changes with nearly every report.
  yield { addresses: [DATA + TERMS_FILE], make: () => [writeTerms(catalogue)] }
  yield {
    addresses: [PACKAGE_FILE, SUMS_FILE].map((name) => DATA + name),
    make: (read) => writeSums(catalogue, (name) => read(DATA + name)),
  }
}

/** What lets programs find everything; each of them tells of the whole archive, so it is made in each build. */
function* planFindingAids(catalogue: Catalogue): Iterable<FilePlan> {
  const { archive, language } = ownInterface
  const one = (address: string, make: () => FileContent): FilePlan => ({ addresses: [address], make: () => [make()] })
  yield one(SITEMAP, () => toSitemapIndex(sitemapFiles(catalogue)))
  for (const { name, rows } of sitemapParts(catalogue))
    yield one(`/sitemaps/${name}/sitemap.xml`, () => toSitemap(rows))
  yield one(NEWS_SITEMAP, () => toNewsSitemap(archive.name, newsOf(catalogue)))
  yield one('/robots.txt', () => {
    // Everything may be read by everybody; the sitemap says where it is.
    const sitemaps = newsOf(catalogue).length === 0 ? [SITEMAP] : [SITEMAP, NEWS_SITEMAP]
    return `User-agent: *\nAllow: /\n\n${sitemaps.map((address) => `Sitemap: ${absolute(address)}\n`).join('')}`
  })
  yield one(OPENSEARCH, () =>
    toOpenSearch({ ...archive, language, search: absolute(SEARCH), icon: absolute('/icon.svg') }),
  )
  // Its address stands in every report as JSON, so it stays; another version has another address.
  yield one(REPORT_SCHEMA, () => `${JSON.stringify(toReportSchema(absolute(REPORT_SCHEMA)), null, 2)}\n`)
  // Says to programs that read text where the archive has what suits them (llmstxt.org).
  yield one('/llms.txt', () => toGuide(makeGuide(catalogue)))
}
