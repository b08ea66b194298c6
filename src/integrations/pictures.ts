import { copyFileSync, createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import type { ReadArchiveOptions } from '#source/read-archive.ts'
import { readBuiltText } from './built-pages.ts'
import type { Sources } from './sources.ts'

/** The addresses of pictures, `/2024/12/a-training/hall.jpg`. */
const PICTURE = /^\/\d{4}\/[a-z0-9/-]+\/[a-z0-9][a-z0-9._-]*\.(?:avif|gif|jpe?g|png|webp)$/

/** A picture in a built text, with its file name. */
const SHOWN = /<img src="[^"]*\/([^"/]+)"/g

/** Put the pictures of the reports beside their pages. */
export function pictures({ root }: ReadArchiveOptions, sources: () => Sources): AstroIntegration {
  return {
    name: 'pictures',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const out = fileURLToPath(dir)
        let count = 0
        for (const report of sources().catalogue.pages.filter(({ status }) => status !== 'gone')) {
          for (const [, name = ''] of readBuiltText(out, report).matchAll(SHOWN)) {
            copyFileSync(join(root, 'reports', report.path, name), join(out, report.path, name))
            count += 1
          }
        }
        logger.info(`${String(count)} pictures`)
      },
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
