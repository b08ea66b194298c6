import { resolve } from 'node:path'
import type { Loader } from 'astro/loaders'
import { defineCollection } from 'astro/content/config'
import { z } from 'zod'
import { termSchema } from '#archive/term.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { checkedLoaders } from '#source/checked-loaders.ts'
import { readEnvironment } from './environment.ts'
import { settings } from './site.config.ts'

/** Set in this process when this file is loaded for the first time. */
const LOADED = Symbol.for('news-archive content configuration')
const place = globalThis as { [LOADED]?: true }

const { checked, content, contents, maker, period, today } = readEnvironment(process.env)
const loaders = checked === undefined ? await readingLoaders() : checkedLoaders(checked)

export const collections = {
  reports: defineCollection({
    loader: loaders.reports,
    schema: z.object({ digest: z.string() }),
  }),
  terms: defineCollection({
    loader: loaders.terms,
    schema: termSchema.extend({ id: z.string(), vocabulary: z.enum(VOCABULARIES) }),
  }),
}

/** The loaders that read the content folder; loaded only by who needs them, since that takes a second. */
async function readingLoaders(): Promise<{ reports: Loader; terms: Loader }> {
  const { openContentCache } = await import('#source/content-cache.ts')
  const { reportsLoader, termsLoader } = await import('#source/loaders.ts')
  // Loaded again, since the code was changed: what is kept belongs to the code as it was.
  const isAgain = place[LOADED] === true
  place[LOADED] = true
  const cache = maker === undefined || isAgain ? undefined : openContentCache(contents, maker)
  const options = { root: resolve(content), settings, today, period, cache }
  return { reports: reportsLoader(options), terms: termsLoader(options) }
}
