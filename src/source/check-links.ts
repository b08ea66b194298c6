import { DATA_PACKAGE, reportAddress, SEARCH, shortAddress, SITEMAP } from '#archive/addresses.ts'
import { browseAddresses } from '#archive/browse-addresses.ts'
import type { Catalogue } from '#archive/catalogue.ts'
import { addressesInEach, type InterfaceLanguages } from '#archive/interface-languages.ts'
import type { Redirect } from '#archive/ledger.ts'
import { nearest } from '#archive/nearest.ts'
import { inFile, type Finding, type Problem } from '#archive/problem.ts'
import { renderMarkdown } from '#markdown/pipeline.ts'
import { readBody, type ReadReport } from './read-report.ts'

/** Check that every link from one report into the archive leads to a page, and its fragment to a place on it. */
export function checkLinks(
  root: string,
  read: readonly ReadReport[],
  catalogue: Catalogue,
  redirects: readonly Redirect[],
  languages: InterfaceLanguages,
): Problem[] {
  if (read.every(({ links }) => links.length === 0)) return []
  const published = new Set(catalogue.pages.map(({ path }) => path))
  // A report with a fault of its own will have its page when that is mended: links to it are right.
  const targets = read.filter(({ report, path }) => report === undefined || published.has(path))
  const reports = new Map(targets.map((one) => [reportAddress(one.path), one]))
  // An address that a report has left leads to it for good, and so does its short one.
  for (const { from, to } of redirects) {
    const moved = reports.get(reportAddress(to))
    if (moved !== undefined) reports.set(reportAddress(from), moved)
  }
  for (const one of targets) if (one.known.id !== undefined) reports.set(shortAddress(one.known.id), one)
  const pages = [...browseAddresses(catalogue), SEARCH].flatMap((address) => addressesInEach(languages, address))
  const addresses = new Set([...reports.keys(), ...pages.map(({ address }) => address), SITEMAP, DATA_PACKAGE])
  const anchors = new Map<ReadReport, ReadonlySet<string>>()

  return read.flatMap((from) =>
    from.links.flatMap(({ target, line, column }): Problem[] => {
      const [path = '', fragment] = target.split('#')
      const to = path === '' ? from : reports.get(path)
      const problem = (finding: Finding): Problem[] => [inFile(from.file, { line, column, ...finding })]
      if (path !== '' && !addresses.has(path)) return problem(missingPage(path, addresses))
      if (to?.known.status === 'gone') {
        const what = `the report at ${path} is gone`
        return problem({ code: 'link-to-gone', what, hint: 'link to another source', severity: 'warning' })
      }
      const isMoved = to !== undefined && path !== '' && path !== reportAddress(to.path) && !path.startsWith('/r/')
      if (isMoved) return problem(movedPage(path, to.path))
      if (fragment === undefined || to === undefined) return []
      const known = anchors.get(to) ?? anchorsOf(root, to)
      anchors.set(to, known)
      if (known.has(fragment) || known.has(decodeFragment(fragment))) return []
      const what = `${reportAddress(to.path)} has no place “${fragment}”`
      return problem({ code: 'broken-fragment', what, hint: 'link to #p and the number of a paragraph' })
    }),
  )
}

/** A fragment with its percent signs decoded, where they can be. */
function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function missingPage(path: string, addresses: ReadonlySet<string>) {
  const candidates = path.endsWith('/') ? addresses : [`${path}/`, ...addresses]
  const near = addresses.has(`${path}/`) ? `${path}/` : nearest(path, candidates)
  const hint = near === undefined || !addresses.has(near) ? 'correct the address' : `did you mean ${near}?`
  return { code: 'broken-link', what: `there is no page ${path}`, hint }
}

/** A link that still works: who writes a new text had better name the new address; a published one may stay as it is. */
function movedPage(path: string, to: string): Finding {
  const what = `the report at ${path} has moved to ${reportAddress(to)}`
  return { code: 'link-to-moved', what, hint: 'the link works; name the new address in new texts', severity: 'warning' }
}

/** The ids of a report's text; none when it cannot be rendered, which its own problems tell. */
function anchorsOf(root: string, { file, path, known, report }: ReadReport): ReadonlySet<string> {
  try {
    const { lang: language = 'en' } = known
    const { numbering, pictures = {} } = report ?? {}
    const context = { language, base: '', address: reportAddress(path), pictures, numbering }
    return new Set(renderMarkdown(readBody(root, file), context).anchors)
  } catch {
    return new Set()
  }
}
