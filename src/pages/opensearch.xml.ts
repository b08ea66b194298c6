import type { APIRoute } from 'astro'
import { SEARCH } from '#archive/addresses.ts'
import { toOpenSearch } from '#formats/opensearch.ts'
import { absolute } from '#site/links.ts'
import { interfaceLanguage } from '#site/words.ts'
import { settings } from '../site.config.ts'

/** Lets browsers offer to search the archive from their address bar. */
export const GET: APIRoute = () => {
  const { name, description } = settings
  const search = absolute(SEARCH)
  const text = toOpenSearch({ name, description, language: interfaceLanguage, search, icon: absolute('/icon.svg') })
  return new Response(text, { headers: { 'Content-Type': 'application/opensearchdescription+xml' } })
}
