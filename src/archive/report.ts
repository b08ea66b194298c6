import { z } from 'zod'
import { findUnwelcomeCharacters } from './characters.ts'
import { isReversed, parseDate, parseInterval } from './calendar.ts'
import { isIdentifier } from './identifier.ts'
import { canonicalLanguageTag, isLanguageTag } from './language.ts'
import { findFaultInWebAddress } from './web-address.ts'

/** The longest title, in characters. */
export const TITLE_MAX_LENGTH = 300

/** A message of the schema: what is wrong and what to do, joined here and taken apart by `splitMessage`. */
const SEPARATOR = ' → '

/** Take a message of the schema apart. */
export function splitMessage(message: string): { what: string; hint: string } {
  const [what = message, hint = 'see docs/report-format.md'] = message.split(SEPARATOR)
  return { what, hint }
}

const text = z.string().superRefine((value, context) => {
  const characters = findUnwelcomeCharacters(value).filter(({ kind }) => kind !== 'invisible')
  for (const { codePoint, kind, index } of characters) {
    const what = `the ${kind} character ${codePoint} at character ${String(index + 1)}`
    context.addIssue({ code: 'custom', message: what + SEPARATOR + 'remove it' })
  }
})

const line = text
  .refine((value) => value.trim() !== '', { error: `empty${SEPARATOR}write a value or remove the key` })
  .refine((value) => !/[\n\r\u2028\u2029]/.test(value), { error: `a line break${SEPARATOR}write it on one line` })

const identifier = z.string().refine(isIdentifier, {
  error: (issue) =>
    `“${String(issue.input)}” is not an identifier with a right check character${SEPARATOR}` +
    'copy it again, or mint one with `npm run new`',
})

const languageTag = z.string().refine(isLanguageTag, {
  error: (issue) => {
    const tag = canonicalLanguageTag(String(issue.input))
    return `“${String(issue.input)}” is not a language tag${SEPARATOR}write ${tag ?? 'a tag such as en or zh-Hans'}`
  },
})

const date = z.string().refine((value) => parseDate(value) !== undefined, {
  error: (issue) =>
    `“${String(issue.input)}” is not a date of the calendar from 1600 to 9999${SEPARATOR}` +
    'write 2024-12-20, or 2024-12 or 2024 when no more is known, without a time',
})

const interval = z.string().superRefine((value, context) => {
  const parsed = parseInterval(value)
  if (parsed === undefined) {
    const message = `“${value}” is not a date or an interval${SEPARATOR}write 2024-12-11 or 2024-12-11/2024-12-13`
    context.addIssue({ code: 'custom', message })
  } else if (isReversed(parsed)) {
    context.addIssue({ code: 'custom', message: `“${value}” ends before it starts${SEPARATOR}swap the two dates` })
  }
})

/** The address of a page elsewhere that may stand as a link. */
export const webAddress = z.string().superRefine((value, context) => {
  const fault = findFaultInWebAddress(value)
  if (fault !== undefined) context.addIssue({ code: 'custom', message: fault.what + SEPARATOR + fault.hint })
})

/** The id of a term, in a vocabulary or in a report. */
export const termId = line.refine((value) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value), {
  error: (issue) =>
    `“${String(issue.input)}” is not the id of a term${SEPARATOR}ids are words of a-z and 0-9 joined by -`,
})

const namedTerm = z.union([
  termId.transform((id) => ({ id, role: undefined })),
  z.strictObject({
    id: termId.describe('The id of the term.'),
    role: line
      .optional()
      .describe('What the term is or does in this report, in the words and the language of the report.'),
  }),
])

const yes = z
  .union([z.boolean(), z.enum(['true', 'false'], { error: `neither true nor false${SEPARATOR}write true or false` })])
  .transform((value) => value === true || value === 'true')

const source = z.strictObject({
  name: line.describe('Who published it, or the name of the document or the site.'),
  url: webAddress.optional().describe('Where it was published.'),
})

const correction = z.strictObject({
  date: date.describe('The day of the change.'),
  kind: z.enum(['correction', 'clarification', 'update']).describe('What sort of change it was.'),
  text: text.describe('What was changed, in one or two sentences.'),
})

const notice = z.strictObject({
  date: date.describe('The day of the withdrawal or removal.'),
  text: text.describe('Why, in one or two sentences.'),
  alternative: webAddress.optional().describe('Where a reader may look instead.'),
})

/**
 * The front matter of a report: the one schema behind the checks, the types, the JSON Schema for editors and the
 * table of keys in `docs/report-format.md`. Unknown keys are refused.
 */
export const reportSchema = z.strictObject({
  id: identifier.describe('The identifier, minted once by `npm run new`; it never changes and is never reused.'),
  kind: z
    .enum(['report', 'brief'])
    .describe(
      '`report` for an item archived as received, `brief` for a short record compiled by the archive from cited sources.',
    ),
  lang: languageTag.describe('The language of the text, as a BCP 47 tag such as `en` or `zh-Hans`.'),
  title: line
    .refine((value) => value.length <= TITLE_MAX_LENGTH, {
      error: (issue) =>
        `${String(String(issue.input).length)} characters, ${String(TITLE_MAX_LENGTH)} are allowed${SEPARATOR}shorten it`,
    })
    .describe('The headline, as the source printed it.'),
  titleSupplied: yes.default(false).describe('`true` when the archive wrote the headline because the source had none.'),
  summary: line.optional().describe('One or two plain sentences in the language of the report.'),
  date: date.describe(
    'The day it is filed under (`2024-12` or `2024` when no more is known): for a report the day its source made it public, for a brief the day of what it records.',
  ),
  event: interval.optional().describe('When what it tells of took place: a date or an interval of two (EDTF level 0).'),
  dateline: termId.optional().describe('The place it was written at, or the event was held at: an id of `places`.'),
  topics: z.array(termId).default([]).describe('What it is about: ids of `topics`.'),
  places: z.array(namedTerm).default([]).describe('Places it names: ids of `places`, or `{ id, role }`.'),
  organisations: z
    .array(namedTerm)
    .default([])
    .describe('Organisations it names: ids of `organisations`, or `{ id, role }`.'),
  people: z
    .array(namedTerm)
    .default([])
    .describe('People it names: ids of `people`, or `{ id, role }` with the role they have in this report.'),
  series: termId.optional().describe('The thread it belongs to: an id of `series`.'),
  source: source.optional().describe('Who published it first, and where.'),
  sources: z.array(source).default([]).describe('For a brief: every public source that a fact of it rests on.'),
  rights: line.optional().describe('Who holds the rights, in words.'),
  translationOf: identifier.optional().describe('The identifier of the report that this one translates.'),
  status: z
    .enum(['draft', 'published', 'withdrawn', 'gone'])
    .default('published')
    .describe(
      '`draft` is not published; `withdrawn` keeps the text under a notice, out of lists and search; `gone` keeps only a notice at the address.',
    ),
  notice: notice.optional().describe('Why and when it was withdrawn or removed; required for these two.'),
  corrections: z.array(correction).default([]).describe('What was changed after publication, each with its day.'),
})

/** The front matter of a report, checked. */
export type FrontMatter = z.output<typeof reportSchema>

/** The keys of the front matter, in the order of the manual. */
export const REPORT_KEYS = Object.keys(reportSchema.shape) as (keyof FrontMatter)[]

/** A term as a report names it. */
export interface NamedTerm {
  id: string
  role?: string | undefined
}
