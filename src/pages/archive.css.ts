import css from '#styles/archive.css?inline'
import type { APIRoute } from 'astro'

/** The one style sheet, under a name that does not change: a restyle leaves the bytes of every page alone. */
export const GET: APIRoute = () => new Response(css, { headers: { 'Content-Type': 'text/css; charset=utf-8' } })
