import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AstroIntegration } from 'astro'
import type { ReadArchiveOptions } from '#source/read-archive.ts'

/** The addresses of pictures, `/2024/12/a-training/hall.jpg`. */
const PICTURE = /^\/\d{4}\/[a-z0-9/-]+\/[a-z0-9][a-z0-9._-]*\.(?:avif|gif|jpe?g|png|webp)$/

/** Show the pictures of the reports in the live preview. */
export function pictures({ root }: ReadArchiveOptions): AstroIntegration {
  return {
    name: 'pictures',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = request.url?.split('?')[0] ?? ''
          const file = join(root, 'reports', path)
          if (PICTURE.test(path) && existsSync(file)) createReadStream(file).pipe(response)
          else next()
        })
      },
    },
  }
}
