import css from '#styles/archive.css?inline'
import type { APIRoute } from 'astro'

/**
 * The one style sheet, under a name that does not change: a restyle leaves the bytes of every page alone. With it stands where the
 * site is, so that links within the archive have whole addresses on paper.
 */
export const GET: APIRoute = ({ site }) =>
  new Response(`${css}:root{--site:'${site?.origin ?? ''}'}`, {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  })
