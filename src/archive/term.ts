import { z } from 'zod'
import { findFaultInWebAddress } from './web-address.ts'
import { isLanguageTag } from './language.ts'
import type { Vocabulary } from './vocabulary.ts'

const words = z.string().refine((value) => value.trim() !== '' && !/[\n\r]/.test(value), {
  error: 'empty, or more than one line → write the words on one line',
})

const byLanguage = z.record(
  z.string().refine(isLanguageTag, { error: 'not a language tag → write a tag such as en or zh-Hans' }),
  words,
)

/** An authority record: who or what a term is. The same form serves all five vocabularies. */
export const termSchema = z.strictObject({
  label: byLanguage
    .refine((labels) => Object.keys(labels).length > 0, { error: 'no label → give one in a language at least' })
    .describe('Its name in each language.'),
  aliases: z.array(words).default([]).describe('Other names, acronyms and spellings: search treats them as the same.'),
  sameAs: z
    .array(
      z.string().superRefine((value, context) => {
        const fault = findFaultInWebAddress(value)
        if (fault !== undefined) context.addIssue({ code: 'custom', message: `${fault.what} → ${fault.hint}` })
      }),
    )
    .default([])
    .describe('Addresses that identify the same thing elsewhere.'),
  note: byLanguage.default({}).describe('One or two sentences about it in each language.'),
})

/** A term of a vocabulary. */
export interface Term extends z.output<typeof termSchema> {
  vocabulary: Vocabulary
  id: string
}
