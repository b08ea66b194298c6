import type { APIRoute, InferGetStaticPropsType } from 'astro'
import { historyAddress, timeMapAddress } from '#archive/addresses.ts'
import { toLinkset } from '#formats/linkset.ts'
import { getAlternatePaths } from '#site/alternates.ts'
import { describe } from '#site/description.ts'
import { historyOf } from '#site/ledger.ts'
import { absolute } from '#site/links.ts'

export const getStaticPaths = getAlternatePaths('linkset')

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { catalogue, report } }) => {
  // The wordings of a report that was removed are removed with it.
  const recorded = report.status !== 'gone' && (historyOf(report)?.versions.length ?? 0) > 0
  const addresses = {
    history: absolute(historyAddress(report.path)),
    timeMap: absolute(timeMapAddress(report.path)),
  }
  return new Response(toLinkset(describe(catalogue, report), recorded ? addresses : undefined), {
    headers: { 'Content-Type': 'application/linkset+json' },
  })
}
