import { resolve } from 'node:path'
import type { Loader } from 'astro/loaders'
import { defineCollection } from 'astro/content/config'
import { z } from 'zod'
import { checkedLoader } from '#source/checked-loader.ts'
import { readEnvironment } from './environment.ts'
import { settings } from './site.config.ts'

const { checked, content, contents, period, reader, today } = readEnvironment(process.env)

/** The archive: every report and every term (`source/hand-over.ts`). */
export const collections = {
  archive: defineCollection({
    loader: checked === undefined ? await readingLoader() : checkedLoader(checked),
    schema: z.object({ state: z.number() }),
  }),
}

/** The loader that reads the content folder; loaded only by who needs it, since that takes a second. */
async function readingLoader(): Promise<Loader> {
  const { openContentCache } = await import('#source/content-cache.ts')
  const { archiveLoader } = await import('#source/archive-loader.ts')
  const cache = reader === undefined ? undefined : openContentCache(contents, reader)
  return archiveLoader({ root: resolve(content), settings, today, period, cache })
}
