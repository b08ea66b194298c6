import type { PageAnswer } from '#archive/link-audit.ts'
import { followRedirects, type Network, type Reply } from './follow-redirects.ts'

/**
 * Ask whether a page elsewhere is there: for its head alone, and for the page itself where that is refused, since many servers
 * answer a HEAD with an error that no reader meets. The page is not read.
 */
export async function askPage(page: string, network: Network): Promise<PageAnswer> {
  const head = await followRedirects(page, network, { method: 'HEAD' })
  const reply = isRefused(head) ? await followRedirects(page, network, { method: 'GET' }) : head
  await reply.response?.body?.cancel()
  const { status, url, forGood, why, ended } = reply
  return {
    status,
    ...(url !== page && { leadsTo: url, forGood }),
    ...(why !== undefined && { why }),
    ...(ended === 'astray' && { astray: true }),
  }
}

/** Whether the page might be answered where its head was not. A host that asks for patience (429) is not asked again. */
function isRefused({ ended, status }: Reply): boolean {
  return ended === 'failed' || (ended === 'answered' && status >= 400 && status !== 429)
}
