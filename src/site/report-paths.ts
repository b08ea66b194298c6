import type { GetStaticPaths } from 'astro'
import { getCatalogue } from './catalogue.ts'
import { readRedirects } from './ledger.ts'

/**
 * One path for each report that has a page: what the page of a report and its alternates are made from. A report that is gone has
 * its notice at every address it ever had.
 */
export const getReportPaths = (async () => {
  const catalogue = await getCatalogue()
  const former = Map.groupBy(readRedirects(), ({ to }) => to)
  return catalogue.pages.flatMap((report) => {
    const left = report.status === 'gone' ? (former.get(report.path) ?? []) : []
    return [report.path, ...left.map(({ from }) => from)].map((path) => ({
      params: { report: path },
      props: { catalogue, report },
    }))
  })
}) satisfies GetStaticPaths
