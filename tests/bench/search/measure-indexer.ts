import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { grouped, megabytes, seconds, sum, type Row } from './table.ts'
import { watchMemory } from './watch-memory.ts'
import type { Order, Written } from './write-ten-years.ts'

const GOAL_MEMORY = 2560
const GOAL_SECONDS = { daily: 60, all: 600 }
const GOAL_UPLOAD = 7e6

/** What was written, and the most memory of the engine's process while it was. */
type Measured = Written & { engine: number | undefined }

/** Write the search of ten years of news in a process of its own. */
export async function writeTenYears(order: Order): Promise<Measured[]> {
  const script = fileURLToPath(new URL('write-ten-years.ts', import.meta.url))
  const child = fork(script, [JSON.stringify(order)], { stdio: 'inherit' })
  const memory = watchMemory(child.pid ?? 0, 'pagefind')
  const steps: Measured[] = []
  child.on('message', (written: Written) => {
    steps.push({ ...written, engine: memory.take() })
  })
  try {
    const status = await new Promise<number | null>((resolve) => child.once('exit', resolve))
    if (status !== 0) throw new Error(`the search of ${String(order.count)} reports was not written`)
    return steps
  } finally {
    memory.stop()
  }
}

/** Write the search of ten years of news below a folder, and write it again: the lines of the table. */
export async function measureIndexer(order: Omit<Order, 'isAgain'>): Promise<Row[]> {
  const steps = await writeTenYears({ ...order, isAgain: true })
  const [made, again, next] = steps
  if (made === undefined || again === undefined || next === undefined) throw new Error('a step was left out')
  const site = readFolder(join(order.folder, 'site'))
  const written = readFolder(join(order.folder, 'next'))
  const changed = [...written].filter(([path, { digest }]) => site.get(path)?.digest !== digest)
  const known = new Set(Array.from(site.values(), ({ digest }) => digest))
  const upload = sum(changed.map(([, { size }]) => size))
  const fresh = sum(changed.map(([, { size, digest }]) => (known.has(digest) ? 0 : size)))
  const same = [...readFolder(join(order.folder, 'again'))].filter(
    ([path, { digest }]) => site.get(path)?.digest === digest,
  )
  const engine = Math.max(...steps.map((step) => step.engine ?? 0))
  const isLarge = made.shards > 1
  return [
    {
      what: `all indexes made anew: ${String(made.shards)}`,
      goal: isLarge ? `≤ ${String(GOAL_SECONDS.all)} s` : '',
      measured: seconds(made.milliseconds),
      isMet: made.milliseconds <= GOAL_SECONDS.all * 1000,
    },
    {
      what: 'most memory of the process of the engine',
      goal: `≤ ${grouped(GOAL_MEMORY)} MiB`,
      measured: engine === 0 ? 'not measured' : `${grouped(engine)} MiB`,
      isMet: engine <= GOAL_MEMORY,
    },
    { what: 'most memory of Node, the made-up news included', measured: `${grouped(made.memory)} MiB` },
    {
      what: 'files',
      measured: `${grouped(site.size)}, ${megabytes(sum(Array.from(site.values(), ({ size }) => size)))}`,
    },
    {
      what: `the same again: ${String(again.made)} indexes made`,
      goal: '0 bytes differ',
      measured: `${seconds(again.milliseconds)}, ${grouped(site.size - same.length)} files differ`,
      isMet: again.made === 0 && same.length === site.size,
    },
    {
      what: `with one report more: ${String(next.made)} of ${String(next.shards)} indexes made`,
      goal: `≤ ${String(GOAL_SECONDS.daily)} s`,
      measured: seconds(next.milliseconds),
      isMet: next.milliseconds <= GOAL_SECONDS.daily * 1000,
    },
    {
      what: '  files at new addresses or changed, to be uploaded',
      goal: `≤ ${megabytes(GOAL_UPLOAD)}`,
      measured: `${grouped(changed.length)}, ${megabytes(upload)}`,
      isMet: upload <= GOAL_UPLOAD,
    },
    { what: '  of them, those whose content was nowhere before', measured: megabytes(fresh) },
  ]
}

/** Every file below a folder by its path, with its size and what tells whether it is the same. */
function readFolder(folder: string): Map<string, { size: number; digest: string }> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const bytes = readFileSync(path)
      return [
        path.slice(folder.length),
        { size: bytes.length, digest: createHash('sha256').update(bytes).digest('hex') },
      ]
    }),
  )
}
