import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { NOT_FOUND } from '#archive/addresses.ts'
import { headersFor, MEDIA_TYPES } from '#formats/headers.ts'
import { GONE_FILE, MOVED_FOLDER, parseNginxMap } from '#formats/nginx-map.ts'

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
      setHeaders(response, path)
      const type = MEDIA_TYPES.find(([ending]) => path.endsWith(ending))?.[1]
      if (type !== undefined) response.setHeader('Content-Type', type)
      // Files of an index are named by their content and their engine's version: they never change.
      const isStable = /\/search\/\d+\.\d+\.[^/]+\//.test(path)
      response.setHeader('Cache-Control', isStable ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  return createServer((request, response) => {
    const url = request.url ?? '/'
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      setHeaders(response)
      response.writeHead(405, { Allow: 'GET, HEAD' }).end()
      return
    }
    if (!url.startsWith(base)) {
      if (url === base.slice(0, -1) || url === '/') redirect(response, base)
      else notFound(folder, '/', response)
      return
    }
    const path = url.slice(base.length - 1)
    const [pathname = '/'] = path.split('?')
    const address = base.slice(0, -1) + pathname
    const to = findMoved(folder, address)
    if (to !== undefined) {
      redirect(response, to)
      return
    }
    if (readMap(join(folder, GONE_FILE)).has(address)) {
      sendPage(response, 410, noticeAt(folder, pathname))
      return
    }
    // The address of a page ends with a slash; without it relative addresses would lead elsewhere. A few files have no ending.
    const isFile = (): boolean => statSync(join(folder, pathname), { throwIfNoEntry: false })?.isFile() === true
    if (!pathname.endsWith('/') && !/\.[a-z0-9_-]+$/i.test(pathname) && !isFile()) {
      redirect(response, `${url.split('?')[0] ?? ''}/${url.includes('?') ? url.slice(url.indexOf('?')) : ''}`)
      return
    }
    request.url = path
    files(request, response, () => {
      notFound(folder, pathname, response)
    })
  })
}

function redirect(response: ServerResponse, location: string): void {
  setHeaders(response)
  // Two slashes at the beginning would name another host.
  response.writeHead(301, { Location: location.replace(/^\/{2,}/, '/') }).end()
}

/** The notice of a report that is gone, at its address or, for what was below it and has no page of its own, above. */
function noticeAt(folder: string, pathname: string): string {
  const own = join(folder, pathname, 'index.html')
  return existsSync(own) ? own : join(folder, pathname.replace(/\/v\/.*$/, '/'), 'index.html')
}

/** Answer with the page for what is not there, in the language whose folder the address is in. */
function notFound(folder: string, pathname: string, response: ServerResponse): void {
  const [first = ''] = /^\/[a-z-]+(?=\/)/.exec(pathname) ?? []
  const local = join(folder, first, NOT_FOUND)
  sendPage(response, 404, existsSync(local) ? local : join(folder, NOT_FOUND))
}

function sendPage(response: ServerResponse, status: number, file: string): void {
  setHeaders(response)
  // Between two builds there is no page for a moment.
  const page = existsSync(file) ? readFileSync(file) : undefined
  response.writeHead(page === undefined ? 503 : status, { 'Content-Type': 'text/html; charset=utf-8' })
  response.end(page ?? 'The archive is being built.')
}

/** Where an address leads to that is left, or a short one. */
function findMoved(folder: string, address: string): string | undefined {
  const moved = join(folder, MOVED_FOLDER)
  if (!existsSync(moved)) return undefined
  const months = readdirSync(moved).map((file) => readMap(join(moved, file)))
  return months.find((map) => map.has(address))?.get(address)
}

const maps = new Map<string, { time: number; map: Map<string, string> }>()

/** What a map of the built archive says, read again when it has changed; nothing when there is none. */
function readMap(file: string): Map<string, string> {
  const time = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  if (time === undefined) return new Map()
  const known = maps.get(file)
  if (known?.time === time) return known.map
  const map = parseNginxMap(readFileSync(file, 'utf8'))
  maps.set(file, { time, map })
  return map
}

function setHeaders(response: ServerResponse, address = '/'): void {
  for (const [name, value] of Object.entries(headersFor(address))) response.setHeader(name, value)
}
