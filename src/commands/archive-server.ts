import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { SECURITY_HEADERS } from '#formats/headers.ts'
import { GONE_FILE, MOVED_FILE, parseNginxMap } from '#formats/nginx-map.ts'

/**
 * A server of a built archive for looking at it on one's own machine, with the headers it should have in public.
 *
 * @param folder the built archive
 * @param base the path under which it is served, `/` or `/archive/`
 */
export function createArchiveServer(folder: string, base: string): Server {
  const files = sirv(folder, {
    dev: true, // looks at the disk for each request, so that a new build is seen at once
    etag: true,
    setHeaders: (response, path) => {
      setHeaders(response)
      // The engine fetches its files by name and knows them by their content: all but these two never change.
      const isStable = path.includes('/search/') && !/(?:manifest|pagefind-entry)\.json$/.test(path)
      response.setHeader('Cache-Control', isStable ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const [moved, gone] = [MOVED_FILE, GONE_FILE].map((file) => readMap(join(folder, file))) as [ServerMap, ServerMap]
  return createServer((request, response) => {
    const url = request.url ?? '/'
    if (!url.startsWith(base)) {
      if (url === base.slice(0, -1) || url === '/') redirect(response, base)
      else notFound(folder, response)
      return
    }
    const path = url.slice(base.length - 1)
    const [pathname = '/'] = path.split('?')
    const to = moved.get(base.slice(0, -1) + pathname)
    if (to !== undefined) {
      redirect(response, to)
      return
    }
    if (gone.has(base.slice(0, -1) + pathname)) {
      sendPage(response, 410, join(folder, pathname, 'index.html'))
      return
    }
    // The address of a page ends with a slash; without it relative addresses would lead elsewhere.
    if (!pathname.endsWith('/') && !/\.[a-z0-9_-]+$/i.test(pathname)) {
      redirect(response, `${url.split('?')[0] ?? ''}/${url.includes('?') ? url.slice(url.indexOf('?')) : ''}`)
      return
    }
    request.url = path
    files(request, response, () => {
      notFound(folder, response)
    })
  })
}

function redirect(response: ServerResponse, location: string): void {
  setHeaders(response)
  // Two slashes at the beginning would name another host.
  response.writeHead(301, { Location: location.replace(/^\/{2,}/, '/') }).end()
}

function notFound(folder: string, response: ServerResponse): void {
  sendPage(response, 404, join(folder, '404.html'))
}

function sendPage(response: ServerResponse, status: number, file: string): void {
  setHeaders(response)
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' })
  response.end(readFileSync(file))
}

type ServerMap = Map<string, string>

/** What a map of the built archive says; nothing when it has none. */
function readMap(file: string): ServerMap {
  return existsSync(file) ? parseNginxMap(readFileSync(file, 'utf8')) : new Map<string, string>()
}

function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
}
