import { followTheme } from '#scripts/theme.ts'
import type { APIRoute } from 'astro'

/** The script of the theme as a file that is no module: modules wait until the page is read, and it would flash. */
export const GET: APIRoute = () =>
  new Response(`(${followTheme.toString()})()\n`, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
