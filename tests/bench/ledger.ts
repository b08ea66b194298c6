import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { completeIdentifier } from '#archive/identifier.ts'
import { findRedirects, indexLedger, type Recorded } from '#archive/ledger.ts'
import { fingerprintOf, formatParagraphs } from '#archive/paragraph-numbers.ts'
import { readLedger, toLedgerText } from '#source/read-ledger.ts'
import { digestWording } from '#source/wording.ts'

/**
 * Print how long one processor takes to read the ledger of a large archive: times are of this machine and this run. The goal is a second for
 * 100,000 reports of ten paragraphs.
 *
 *     node tests/bench/ledger.ts
 *     node tests/bench/ledger.ts --count 20000
 */
const { values } = parseArgs({ options: { count: { type: 'string', default: '100000' } } })
const count = Number(values.count)
const PARAGRAPHS = 10
const RUNS = 5

/** Characters of an identifier, to count with. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

const root = mkdtempSync(join(tmpdir(), 'ledger bench '))
try {
  const file = join(root, 'ledger', '2026.jsonl')
  mkdirSync(join(root, 'ledger'))
  writeFileSync(
    file,
    toLedgerText(
      Array.from({ length: count }, (_, index) => lineOf(index)),
      '2026-11-22',
      [],
    ),
  )
  console.log(
    `${count.toLocaleString('en')} lines of ${String(PARAGRAPHS)} paragraphs, ${megabytes(statSync(file).size)}`,
  )
  for (let run = 0; run < RUNS; run += 1) {
    const start = processorTime()
    const { lines, problems } = readLedger(root)
    const read = processorTime()
    const redirects = findRedirects(indexLedger(lines))
    const end = processorTime()
    if (lines.length !== count || problems.length > 0 || redirects.length > 0) throw new Error('the ledger was misread')
    console.log(`  ${milliseconds(read - start)} to read and check, ${milliseconds(end - read)} to index`)
  }
} finally {
  rmSync(root, { recursive: true })
}

/** The time that this thread has had a processor, in milliseconds: what else the machine does is not counted. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** What is recorded of one report of many. */
function lineOf(index: number): Recorded {
  const payload = Array.from({ length: 5 }, (_, place) => DIGITS[Math.floor(index / 32 ** place) % 32] ?? '0').join('')
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, place) => ({
    number: place + 1,
    fingerprint: fingerprintOf(`${String(index)} ${String(place)}`),
  }))
  return {
    ...{
      id: completeIdentifier(payload),
      path: `2026/11/a-report-of-some-length-${String(index)}`,
      status: 'published',
    },
    ...{ version: 1, wording: digestWording(`Report ${String(index)}`, ''), paragraphs: formatParagraphs(paragraphs) },
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}

function milliseconds(time: number): string {
  return `${time.toFixed(0).padStart(5)} ms`
}
