import sirv from 'sirv'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** A handler of the live preview: it answers what it knows and passes on the rest. */
type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** Serve the files of a folder whose addresses begin with `prefix` in the live preview, and nothing else of it. */
export function serveFolder(folder: string, prefix: string): Handler {
  const files = sirv(folder, { dev: true, etag: true })
  return (request, response, next) => {
    const path = request.url?.split('?')[0] ?? ''
    if (path.startsWith(`/${prefix}`) && /\.[a-z0-9_-]+$/i.test(path)) files(request, response, next)
    else next()
  }
}
