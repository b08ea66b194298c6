import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro'
import { toPlainText } from '#formats/llms.ts'
import { getCatalogue } from '#site/catalogue.ts'
import { toPlainReport } from '#site/guide.ts'

export const getStaticPaths = (async () => {
  const catalogue = await getCatalogue()
  return catalogue.years.map(({ id, reports }) => ({ params: { year: id }, props: { catalogue, reports } }))
}) satisfies GetStaticPaths

/** The texts of all published reports of a year. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { catalogue, reports } }) =>
  new Response(toPlainText(reports.map((report) => toPlainReport(catalogue, report))), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
