import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { reportAddress } from '#archive/addresses.ts'
import { GONE_FILE, MOVED_FILE, toNginxMap } from '#formats/nginx-map.ts'
import type { Sources } from './sources.ts'

/** Write for servers what their status codes must be; the pages at these addresses are there for hosts without any. */
export function movedAddresses(sources: () => Sources, base: string): AstroIntegration {
  return {
    name: 'moved-addresses',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const { catalogue, redirects } = sources()
        const withBase = (path: string): string => base.replace(/\/$/, '') + reportAddress(path)
        const gone = new Set(catalogue.pages.filter(({ status }) => status === 'gone').map(({ path }) => path))
        const moved = redirects.filter(({ to }) => !gone.has(to))
        const removed = [...gone, ...redirects.filter(({ to }) => gone.has(to)).map(({ from }) => from)]
        const out = fileURLToPath(dir)
        writeFileSync(join(out, MOVED_FILE), toNginxMap(moved.map(({ from, to }) => [withBase(from), withBase(to)])))
        writeFileSync(join(out, GONE_FILE), toNginxMap(removed.map((path) => [withBase(path), '1'])))
        logger.info(`${String(moved.length)} addresses have moved, ${String(removed.length)} are gone`)
      },
    },
  }
}
