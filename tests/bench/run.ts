import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeArchive } from './archive/write-archive.ts'
import { compareBuilds } from './builds/compare-builds.ts'
import { count } from './builds/figures.ts'
import { formatTable, type Table } from './builds/format-table.ts'
import type { Generator } from './builds/generator.ts'
import { hugo } from './builds/hugo.ts'
import { describeMachine } from './builds/machine.ts'
import { measureChanges } from './builds/measure-changes.ts'
import { measurePreview } from './builds/measure-preview.ts'
import { ours, oursReduced } from './builds/ours.ts'
import { OWN_MODULES, plainAstro } from './builds/plain-astro.ts'
import { writeCorpus } from './builds/write-corpus.ts'

const HELP = `Print the figures of the archive: bytes are exact, times and memory are of this machine and this run.

  npm run bench                                       everything, with 1,000 made-up reports; some minutes
  npm run bench -- --count 1000,10000,100000          archives of these sizes, one after the other; the last takes hours
  npm run bench -- --corpus news.jsonl.zst            real reports instead: JSON Lines, packed with zstd or not
  npm run bench -- --parts builds --only ours,hugo    some parts, and some of those that are compared

--parts        serialisers, ledger, page, builds (all four); also incremental, dev, pages
--incremental  also builds again after one report was added, edited, moved, withdrawn
--dev          also measures the live preview
--pages        only what pages cost on a slow line, and what Lighthouse says of them
--only         ours, hugo, astro (all three)
--runs         how often each is built, in turn; the table has the medians (1)
--modules      a node_modules for the plain Astro site; one with another processor of Markdown measures that as well:
               npm install --prefix plain astro @astrojs/markdown-remark, then --modules plain/node_modules
--keep         a folder that is kept with all that was written; else it goes at the end, since removing it slows down what is measured next:
               10,000 reports take 4 GB in each run
--markdown     prints tables as Markdown`

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    corpus: { type: 'string', multiple: true, default: [] },
    parts: { type: 'string', default: 'serialisers,ledger,page,builds' },
    incremental: { type: 'boolean', default: false },
    dev: { type: 'boolean', default: false },
    pages: { type: 'boolean', default: false },
    only: { type: 'string', default: 'ours,hugo,astro' },
    runs: { type: 'string', default: '1' },
    modules: { type: 'string', default: OWN_MODULES },
    keep: { type: 'string' },
    markdown: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit()
}

/** Those that are compared, ours first: the others are told as ratios to it. */
const GENERATORS: Readonly<Record<string, () => Generator[]>> = {
  ours: () => [ours, oursReduced],
  hugo: () => [hugo],
  astro: () => (['default', 'unified'] as const).map((processor) => plainAstro(resolve(values.modules), processor)),
}

/** Parts that are programs of their own. */
const PROGRAMS: Readonly<Record<string, string>> = {
  serialisers: 'serialisers.ts',
  ledger: 'ledger.ts',
  page: 'first-report.ts',
  pages: 'pages.ts',
}

/** Parts that measure an archive, the content of which is written for them. */
const MEASUREMENTS: Readonly<Record<string, (content: string, reports: number, folder: string) => Promise<Table[]>>> = {
  builds: (content, reports, folder) => {
    const generators = readList('only', Object.keys(GENERATORS)).flatMap((name) => GENERATORS[name]?.() ?? [])
    return compareBuilds({ content, reports, folder, generators, runs: readNumber(values.runs) })
  },
  incremental: async (content, reports, folder) => [await measureChanges(content, reports, folder)],
  dev: async (content, reports, folder) => [await measurePreview(content, reports, folder)],
}

const parts = new Set(readList('parts', [...Object.keys(PROGRAMS), ...Object.keys(MEASUREMENTS)]))
if (values.incremental) parts.add('incremental')
if (values.dev) parts.add('dev')
if (values.pages) {
  parts.clear()
  parts.add('pages')
}
const sizes = values.corpus.length > 0 ? [undefined] : values.count.split(',').map(readNumber)

const work = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'archive bench ')) : resolve(values.keep)
if (existsSync(work) && readdirSync(work).length > 0) throw new Error(`${work} is not empty: name another folder`)
// Pressing Ctrl+C leaves nothing behind either.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))
process.on('exit', () => {
  // What was measured until now may still write for a moment.
  if (values.keep === undefined) rmSync(work, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
})

console.log(describeMachine())
for (const part of parts) {
  const program = PROGRAMS[part]
  if (program !== undefined) runProgram(program)
}
for (const size of sizes) {
  const measured = [...parts].filter((part) => MEASUREMENTS[part] !== undefined)
  if (measured.length === 0) break
  const folder = join(work, size === undefined ? 'corpus' : String(size))
  const content = join(folder, 'content')
  mkdirSync(folder, { recursive: true })
  const reports = writeContent(content, size)
  for (const part of measured) {
    const tables = (await MEASUREMENTS[part]?.(content, reports, join(folder, part))) ?? []
    for (const table of tables) console.log(`\n${formatTable(table, values.markdown)}`)
  }
}

/** Write made-up reports, or real ones, and give their number. */
function writeContent(content: string, size: number | undefined): number {
  if (size === undefined) return writeCorpus(values.corpus, content)
  console.error(`${count(size)} reports are made up …`)
  writeArchive(content, { count: size })
  return size
}

function runProgram(name: string): void {
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(name, import.meta.url))], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${name} failed`)
}

/** The words of an option, in the order in which they are known here. */
function readList(option: 'only' | 'parts', known: readonly string[]): string[] {
  const words = values[option].split(',')
  const stray = words.find((word) => !known.includes(word))
  if (stray !== undefined) throw new Error(`--${option} takes ${known.join(', ')}, not ${stray}`)
  return known.filter((word) => words.includes(word))
}

function readNumber(text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw new Error(`“${text}” is not a number of reports or of runs`)
}
