import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { SECURITY_HEADERS } from '#formats/headers.ts'
import { compress } from './search-site.ts'

/** A request that was answered. */
export interface Sent {
  /** Without what follows a `?`. */
  path: string
  /** When it came, in milliseconds since 1970. */
  at: number
  /** How large the body of the answer was, as it was sent. */
  bytes: number
  /** Whether there was such a file. */
  found: boolean
}

/** A server that counts what it sends, to the page and to its worker alike. */
export interface CountingServer {
  origin: string
  /** Everything that was asked for since it was emptied, in order. */
  sent: Sent[]
  /** Serves other folders from now on. */
  setFolders: (folders: readonly string[]) => void
  close: () => void
}

/** Texts, which are compressed on their way; everything else is compressed as it lies there. */
const TEXTS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** What a server shows to be who it is: a key and a certificate, both as PEM. */
export interface Certificate {
  key: string
  cert: string
}

/**
 * Serve folders, the first one that has a file, with the headers and the compression that they should have in public.
 *
 * @param certificate serve by HTTP/2, as public hosts do, rather than by HTTP/1.1
 */
export async function startCountingServer(
  first: readonly string[],
  certificate?: Certificate,
): Promise<CountingServer> {
  let folders = first
  const compressed = new Map<string, Uint8Array>()
  const sent: Sent[] = []

  const read = (file: string): Uint8Array => {
    if (!(extname(file) in TEXTS)) return readFileSync(file)
    const body = compressed.get(file) ?? compress(readFileSync(file))
    compressed.set(file, body)
    return body
  }

  const answer = (
    request: IncomingMessage | Http2ServerRequest,
    response: ServerResponse | Http2ServerResponse,
  ): void => {
    const at = Date.now()
    const [path = '/'] = (request.url ?? '/').split('?')
    const file = findFile(folders, path.endsWith('/') ? `${path}index.html` : path)
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    if (file === undefined) {
      sent.push({ path, at, bytes: 0, found: false })
      response.statusCode = 404
      response.end()
      return
    }
    const body = read(file)
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    const isKnown = request.headers['if-none-match'] === etag
    sent.push({ path, at, bytes: isKnown ? 0 : body.length, found: true })
    const text = TEXTS[extname(file)]
    if (text !== undefined) response.setHeader('Content-Encoding', 'br')
    response.setHeader('Content-Type', text ?? 'application/octet-stream')
    response.setHeader('ETag', etag)
    // As docs/serving.md has it.
    const isStable = /^\/search\/\d+\.\d+\.[^/]+\//.test(path)
    const cacheControl = isStable ? 'public, max-age=31536000, immutable' : 'public, max-age=300, must-revalidate'
    response.setHeader('Cache-Control', cacheControl)
    response.statusCode = isKnown ? 304 : 200
    if (isKnown) response.end()
    else response.end(body)
  }
  const server = certificate === undefined ? createServer(answer) : createSecureServer(certificate, answer)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    origin: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    sent,
    setFolders: (others) => {
      folders = others
    },
    close: () => {
      // By HTTP/2 there is no such function: connections end with the browser.
      if ('closeAllConnections' in server) server.closeAllConnections()
      server.close()
    },
  }
}

function findFile(folders: readonly string[], path: string): string | undefined {
  const files = folders.map((folder) => join(folder, path))
  return files.find((file) => existsSync(file) && statSync(file).isFile())
}
