import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { toJsonSchema, toKeyTable } from '#archive/report-manual.ts'
import { REPORT_KEYS, reportSchema } from '#archive/report.ts'
import { ROOT } from './build.ts'

suite('the manual of a report', () => {
  test('every key has one sentence that says what it holds', () => {
    const silent = REPORT_KEYS.filter((key) => !/\S.*\.$/.test(reportSchema.shape[key].description ?? ''))
    assert.deepEqual(silent, [])
  })

  test('the table of keys is that of the schema (npm run manual)', () => {
    assert.ok(readFileSync(`${ROOT}docs/report-format.md`, 'utf8').includes(`\n${toKeyTable()}\n`))
  })

  test('the JSON Schema for editors is that of the schema (npm run manual)', () => {
    assert.deepEqual(JSON.parse(readFileSync(`${ROOT}docs/report.schema.json`, 'utf8')), toJsonSchema())
  })

  test('the example of the manual is a report without a fault in its keys', () => {
    const example = /```yaml\n---\n([\s\S]*?)---/.exec(readFileSync(`${ROOT}docs/report-format.md`, 'utf8'))?.[1] ?? ''
    const keys = [...example.matchAll(/^([a-zA-Z]+):/gm)].map(([, key]) => key ?? '')
    assert.deepEqual(
      keys.filter((key) => !(REPORT_KEYS as string[]).includes(key)),
      [],
    )
  })
})
