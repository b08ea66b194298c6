import { readFileSync } from 'node:fs'
import type { AstroIntegration } from 'astro'
import { CARD } from '#archive/addresses.ts'
import { paintArchiveCard } from '#build/write-cards.ts'
import type { ReadArchiveOptions } from '#source/read-archive.ts'

/**
 * Show the card of the archive in the live preview.
 *
 * @param seal the file of the picture of the archive, an SVG
 */
export function cards(archive: ReadArchiveOptions, seal: string): AstroIntegration {
  return {
    name: 'cards',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        let painted: Promise<Uint8Array> | undefined
        server.middlewares.use((request, response, next) => {
          if (request.url?.split('?')[0] !== CARD) {
            next()
            return
          }
          painted ??= paintArchiveCard(archive.settings, readFileSync(seal))
          painted.then(
            (bytes) => response.setHeader('Content-Type', 'image/png').end(bytes),
            (error: unknown) => {
              logger.error(error instanceof Error ? error.message : String(error))
              next()
            },
          )
        })
      },
    },
  }
}
