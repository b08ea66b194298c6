import { sep } from 'node:path'
import type { AstroIntegration } from 'astro'
import type { Catalogue } from '#archive/catalogue.ts'
import { MEDIA_TYPES } from '#formats/headers.ts'
import type { ReadArchiveOptions } from '#source/read-archive.ts'
import { planFiles } from '#site/file-plans.ts'
import { readCatalogue } from './read-catalogue.ts'

/** Endings of files for programs, and what browsers show them as. */
const TYPES: readonly (readonly [ending: string, type: string])[] = [
  ...MEDIA_TYPES,
  ['.json', 'application/json; charset=utf-8'],
  ['.xml', 'application/xml; charset=utf-8'],
  ['', 'text/plain; charset=utf-8'],
]

/** Show files for programs in the live preview, each made when it is asked for. */
export function programFiles(archive: ReadArchiveOptions, base: string): AstroIntegration {
  return {
    name: 'program-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        let catalogue: Catalogue | undefined
        server.watcher.on('all', (_, path) => {
          if (path.startsWith(archive.root + sep)) catalogue = undefined
        })
        server.middlewares.use((request, response, next) => {
          const path = request.url?.split('?')[0] ?? ''
          const address = path.startsWith(base) ? path.slice(base.length - 1) : path
          // Pages end with a slash, and what the preview itself loads is no file of the archive.
          if (!/^\/(?!@|node_modules|src)[^?]*[^/]$/.test(address)) {
            next()
            return
          }
          catalogue ??= readCatalogue(archive).catalogue
          const content = find(catalogue, address)
          if (content === undefined) next()
          else {
            const type = TYPES.find(([ending]) => address.endsWith(ending))?.[1] ?? ''
            response.setHeader('Content-Type', type).end(content)
          }
        })
      },
    },
  }
}

function find(catalogue: Catalogue, address: string): string | Uint8Array | undefined {
  for (const { addresses, make } of planFiles(catalogue)) {
    const place = addresses.indexOf(address)
    if (place >= 0) return make(() => undefined)[place]
  }
  return undefined
}
