import {
  ABOUT,
  HOME,
  periodAddress,
  reportAddress,
  SEARCH,
  SITEMAP,
  termAddress,
  vocabularyAddress,
  YEARS,
} from '#archive/addresses.ts'
import type { Catalogue, Period, Report } from '#archive/catalogue.ts'
import { nearest } from '#archive/nearest.ts'
import { inFile, type Problem } from '#archive/problem.ts'
import { VOCABULARIES } from '#archive/term.ts'
import { renderMarkdown } from '#markdown/pipeline.ts'
import { readBody, type ReadReport } from './read-report.ts'

/** Check that every link from one report into the archive leads to a page, and its fragment to a place on it. */
export function checkLinks(root: string, read: readonly ReadReport[], catalogue: Catalogue): Problem[] {
  if (read.every(({ links }) => links.length === 0)) return []
  const reports = new Map(catalogue.pages.map((report) => [reportAddress(report.path), report]))
  const addresses = new Set([...reports.keys(), ...addressesOf(catalogue)])
  const anchors = new Map<Report, ReadonlySet<string>>()

  return read.flatMap(({ file, links, report: from }) =>
    links.flatMap(({ target, line, column }): Problem[] => {
      const [path = '', fragment] = target.split('#')
      const report = path === '' ? from : reports.get(path)
      const place = { line, column }
      if (path !== '' && !addresses.has(path)) return [inFile(file, { ...place, ...missingPage(path, addresses) })]
      if (report?.status === 'gone') {
        const what = `the report at ${path} is gone`
        return [
          inFile(file, { ...place, code: 'link-to-gone', what, hint: 'link to another source', severity: 'warning' }),
        ]
      }
      if (fragment === undefined || report === undefined) return []
      const known = anchors.get(report) ?? anchorsOf(root, report)
      anchors.set(report, known)
      if (known.has(decodeURIComponent(fragment))) return []
      const what = `${reportAddress(report.path)} has no place “${fragment}”`
      return [
        inFile(file, { ...place, code: 'broken-fragment', what, hint: 'link to #p and the number of a paragraph' }),
      ]
    }),
  )
}

/** Addresses of all pages but those of reports. */
function addressesOf(catalogue: Catalogue): string[] {
  const periods = (list: readonly Period[]): string[] =>
    list.flatMap(({ id, parts }) => [periodAddress(id), ...periods(parts)])
  return [
    ...[HOME, YEARS, ABOUT, SEARCH, SITEMAP],
    ...periods(catalogue.years),
    ...VOCABULARIES.flatMap((vocabulary) => [
      vocabularyAddress(vocabulary),
      ...Array.from(catalogue.terms[vocabulary].keys(), (id) => termAddress(vocabulary, id)),
    ]),
  ]
}

function missingPage(path: string, addresses: ReadonlySet<string>) {
  const candidates = path.endsWith('/') ? addresses : [`${path}/`, ...addresses]
  const near = addresses.has(`${path}/`) ? `${path}/` : nearest(path, candidates)
  const hint = near === undefined || !addresses.has(near) ? 'correct the address' : `did you mean ${near}?`
  return { code: 'broken-link', what: `there is no page ${path}`, hint }
}

/** The ids of a report's text; none when it cannot be rendered, which its own problems tell. */
function anchorsOf(root: string, report: Report): ReadonlySet<string> {
  try {
    const { lang: language, path, pictures } = report
    const context = { language, base: '', address: reportAddress(path), pictures }
    return new Set(renderMarkdown(readBody(root, report), context).anchors)
  } catch {
    return new Set()
  }
}
