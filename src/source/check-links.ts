import { reportAddress, SEARCH, SITEMAP, TABLE } from '#archive/addresses.ts'
import { browseAddresses } from '#archive/browse-addresses.ts'
import type { Catalogue } from '#archive/catalogue.ts'
import { nearest } from '#archive/nearest.ts'
import { inFile, type Finding, type Problem } from '#archive/problem.ts'
import { renderMarkdown } from '#markdown/pipeline.ts'
import { readBody, type ReadReport } from './read-report.ts'

/** Check that every link from one report into the archive leads to a page, and its fragment to a place on it. */
export function checkLinks(root: string, read: readonly ReadReport[], catalogue: Catalogue): Problem[] {
  if (read.every(({ links }) => links.length === 0)) return []
  const published = new Set(catalogue.pages.map(({ path }) => path))
  // A report with a fault of its own will have its page when that is mended: links to it are right.
  const targets = read.filter(({ report, path }) => report === undefined || published.has(path))
  const reports = new Map(targets.map((one) => [reportAddress(one.path), one]))
  const addresses = new Set([...reports.keys(), ...browseAddresses(catalogue), SEARCH, SITEMAP, TABLE])
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

/** The ids of a report's text; none when it cannot be rendered, which its own problems tell. */
function anchorsOf(root: string, { file, path, known, report }: ReadReport): ReadonlySet<string> {
  try {
    const { lang: language = 'en' } = known
    const context = { language, base: '', address: reportAddress(path), pictures: report?.pictures ?? {} }
    return new Set(renderMarkdown(readBody(root, file), context).anchors)
  } catch {
    return new Set()
  }
}
