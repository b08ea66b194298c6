import type { APIRoute } from 'astro'
import { toGuide } from '#formats/llms.ts'
import { makeGuide } from '#site/guide.ts'

/** Says to programs that read text where the archive has what suits them (llmstxt.org). */
export const GET: APIRoute = async () =>
  new Response(toGuide(await makeGuide()), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } })
