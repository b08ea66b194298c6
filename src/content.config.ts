import { resolve } from 'node:path'
import { defineCollection } from 'astro:content'
import { z } from 'zod'
import { termSchema } from '#archive/term.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { openContentCache } from '#source/content-cache.ts'
import { reportsLoader, termsLoader } from '#source/loaders.ts'
import { readEnvironment } from './environment.ts'
import { settings } from './site.config.ts'

const { content, contents, maker, period, today } = readEnvironment(process.env)
const cache = maker === undefined ? undefined : openContentCache(contents, maker)
const options = { root: resolve(content), settings, today, period, cache }

export const collections = {
  reports: defineCollection({
    loader: reportsLoader(options),
    schema: z.object({ path: z.string(), digest: z.string() }),
  }),
  terms: defineCollection({
    loader: termsLoader(options),
    schema: termSchema.extend({ id: z.string(), vocabulary: z.enum(VOCABULARIES) }),
  }),
}
