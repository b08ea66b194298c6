import type { APIRoute } from 'astro'
import { SEARCH } from '#archive/addresses.ts'
import { toOpenSearch } from '#formats/opensearch.ts'
import { ownInterface } from '#site/interface.ts'
import { absolute } from '#site/links.ts'

/** Lets browsers offer to search the archive from their address bar. */
export const GET: APIRoute = () => {
  const { archive, language } = ownInterface
  const search = absolute(SEARCH)
  const text = toOpenSearch({ ...archive, language, search, icon: absolute('/icon.svg') })
  return new Response(text, { headers: { 'Content-Type': 'application/opensearchdescription+xml' } })
}
