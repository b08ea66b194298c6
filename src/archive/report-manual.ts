import { z } from 'zod'
import { reportSchema } from './report.ts'

/** The JSON Schema (draft 2020-12) of the front matter of a report, for editors that complete and check as one types. */
export function toJsonSchema(): object {
  return { ...z.toJSONSchema(reportSchema, { io: 'input', unrepresentable: 'any' }), title: 'Front matter of a report' }
}

/** The keys of the front matter as a Markdown table: name, whether it is required, what it holds. */
export function toKeyTable(): string {
  const { required = [] } = toJsonSchema() as { required?: string[] }
  const rows = Object.entries(reportSchema.shape).map(
    ([key, schema]) => `| \`${key}\` | ${required.includes(key) ? 'yes' : ''} | ${schema.description ?? ''} |`,
  )
  return ['| Key | Required | What it holds |', '| --- | --- | --- |', ...rows].join('\n')
}
