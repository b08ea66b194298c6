import css from '#styles/search-page.css?inline'
import type { APIRoute } from 'astro'

/** What only the search page looks like: no other page has to wait for it. */
export const GET: APIRoute = () => new Response(css, { headers: { 'Content-Type': 'text/css; charset=utf-8' } })
