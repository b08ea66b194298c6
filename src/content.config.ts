import { resolve } from 'node:path'
import { defineCollection } from 'astro:content'
import { z } from 'zod'
import { reportSchema } from '#archive/report.ts'
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
    schema: reportSchema.extend({
      path: z.string(),
      file: z.string(),
      digest: z.string(),
      pictures: z.record(z.string(), z.object({ width: z.number(), height: z.number() })),
      copies: z.record(z.string(), z.object({ url: z.string(), captured: z.string() })).optional(),
      numbering: z.object({ paragraphs: z.string(), removed: z.string() }).optional(),
    }),
  }),
  terms: defineCollection({
    loader: termsLoader(options),
    schema: termSchema.extend({ id: z.string(), vocabulary: z.enum(VOCABULARIES) }),
  }),
}
