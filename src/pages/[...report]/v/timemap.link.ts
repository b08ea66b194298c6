import type { APIRoute, InferGetStaticPropsType, GetStaticPaths } from 'astro'
import { reportAddress, timeMapAddress, versionAddress } from '#archive/addresses.ts'
import { toTimeMap } from '#formats/time-map.ts'
import { absolute } from '#site/links.ts'
import { getRecordedReports } from '#site/versions.ts'

export const getStaticPaths = (async () =>
  (await getRecordedReports())
    .filter(({ props }) => props.report.status !== 'gone')
    .map(({ params, props, history }) => ({ params, props: { ...props, history } }))) satisfies GetStaticPaths

/** The recorded wordings of a report for machines. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { report, history } }) => {
  const mementos = history.versions.map(({ version, since }) => ({
    url: absolute(versionAddress(report.path, version)),
    since,
  }))
  const body = toTimeMap(absolute(reportAddress(report.path)), absolute(timeMapAddress(report.path)), mementos)
  return new Response(body, { headers: { 'Content-Type': 'application/link-format' } })
}
