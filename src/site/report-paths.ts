import type { GetStaticPaths } from 'astro'
import { getCatalogue } from './catalogue.ts'

/** One path for each report that has a page: what the page of a report and its alternates are made from. */
export const getReportPaths = (async () => {
  const catalogue = await getCatalogue()
  return catalogue.pages.map((report) => ({ params: { report: report.path }, props: { catalogue, report } }))
}) satisfies GetStaticPaths
