import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { writeChecked, type Checked } from '#source/checked.ts'
import { readLines } from '#source/read-lines.ts'
import type { Cost, MadeFile } from './made-file.ts'
import { count, type Progress } from './progress.ts'

/** Where pages are made, and by what. */
interface PageOptions {
  /** A folder for what Astro keeps for itself. */
  work: string
  /** Where the pages are wanted. */
  staging: string
  /** What pages are made from. */
  sources: Checked
}

/** A page that has to be made. */
export interface DuePage {
  address: string
  /** The digest of what stands at its address, where something does: when it comes out the same, it is not written. */
  standing?: string
}

/** What Astro has made. */
export interface MadePages {
  pages: MadeFile[]
  /** A folder with what Astro brings along, the scripts and styles that all pages have. */
  assets: string
}

/** Astro in processes of its own. */
export interface PageMaker {
  /**
   * Make pages, once.
   *
   * @param indexed how many reports are made searchable at the same time
   * @throws Error with what Astro said
   */
  make: (due: readonly DuePage[], indexed: number, progress: Progress) => Promise<MadePages>
  /** End what was started and is not needed, or no longer. */
  stop: () => void
}

/** How many pages are worth a process of Astro, which takes seconds to begin. */
const WORTH_A_PROCESS = 2000

/** How many pages take as long as what else is made of a report, which is its share of a search index above all. */
const BESIDE_A_REPORT = 6

/**
 * How many processes of Astro some pages are worth: one, or as many as there are cores when there is enough to do, less those that are busy
 * with the search anyway. Each more takes the time of a thousand pages to begin.
 */
export function processesFor(pages: number, indexed: number, cores = availableParallelism()): number {
  const most = Math.floor(pages / WORTH_A_PROCESS)
  if (most <= 1) return 1
  return Math.min(most, Math.ceil((cores * pages) / (pages + indexed * BESIDE_A_REPORT)))
}

/**
 * Get ready to make pages.
 *
 * @param ahead how many processes of Astro are started at once: they read the reports and put their code together while it is still
 *   found out which pages are due
 */
export function openPageMaker({ work, staging, sources }: PageOptions, ahead: number): PageMaker {
  const checked = join(work, 'checked')
  let isWritten = false
  const start = (share: number): AstroProcess => {
    if (!isWritten) writeChecked(checked, sources)
    isWritten = true
    return startAstro({ work: join(work, String(share)), staging, checked })
  }
  const started = Array.from({ length: ahead }, (_, share) => start(share))
  return {
    make: async (due, indexed, progress) => {
      const step = progress.start('pages')
      const shares = processesFor(due.length, indexed)
      for (const idle of started.splice(shares)) idle.stop()
      while (started.length < shares) started.push(start(started.length))
      // Large search indexes are made one after the other, and would be waited for alone: they have the cores first.
      if (indexed > 0) for (const { giveWay } of started) giveWay()
      const made = started.map(() => 0)
      const processes = started.map(({ make }, share) =>
        make(
          // Dealt out one by one, so that each share has as many of each kind.
          due.filter((__, index) => index % shares === share),
          (more) => {
            made[share] = more
            step.tell(
              made.reduce((sum, one) => sum + one, 0),
              due.length,
            )
          },
        ),
      )
      const ended = await Promise.all(processes)
      for (const line of new Set(ended.flatMap(({ said }) => said))) progress.say(line)
      if (IS_PROFILED) for (const line of describeCosts(ended.flatMap(({ costs }) => costs))) progress.say(line)
      step.end(`${count(due.length)} pages`)
      const folders = started.map((_, share) => join(work, String(share)))
      return { pages: folders.flatMap(readMade), assets: assetsIn(folders[0] ?? work) }
    },
    stop: () => {
      for (const process of started) process.stop()
    },
  }
}

/** A process of Astro, which waits until it is told what to make. */
interface AstroProcess {
  /** @returns the lines that it has said, and what the pages of each route have cost */
  make: (
    pages: readonly DuePage[],
    onMade: (pages: number) => void,
  ) => Promise<{ said: string[]; costs: (readonly [route: string, cost: Cost])[] }>
  /** Let others go first. */
  giveWay: () => void
  stop: () => void
}

interface AstroOptions extends Omit<PageOptions, 'sources'> {
  /** A folder with the sources. */
  checked: string
}

function startAstro({ work, staging, checked }: AstroOptions): AstroProcess {
  mkdirSync(work, { recursive: true })
  const due = join(work, 'due.txt')
  writeFileSync(madeIn(work), '')
  const script = fileURLToPath(new URL('../commands/make-pages.ts', import.meta.url))
  const child = spawn(process.execPath, [...process.execArgv, script], {
    env: {
      ...process.env,
      ARCHIVE_OUT: assetsIn(work),
      ARCHIVE_WORK: join(work, 'astro'),
      ARCHIVE_DUE: due,
      ARCHIVE_STAGING: staging,
      ARCHIVE_MADE: madeIn(work),
      ARCHIVE_CHECKED: checked,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const stop = (): void => {
    child.kill()
  }
  process.on('exit', stop)
  let onMade: ((pages: number) => void) | undefined
  const said: string[] = []
  let costs: (readonly [route: string, cost: Cost])[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    // Lines of `integrations/write-pages.ts` tell how many pages are made, and what they have cost.
    const [, made] = /^made (\d+)$/.exec(line) ?? []
    if (made !== undefined) onMade?.(Number(made))
    else if (line.startsWith(COSTS)) costs = JSON.parse(line.slice(COSTS.length)) as typeof costs
    else said.push(line)
  })
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  // When it has ended already, what is written to it goes nowhere; why it has ended is told below.
  child.stdin.on('error', () => undefined)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  }).finally(() => process.off('exit', stop))
  ended.catch(() => undefined)
  return {
    make: async (pages, tell) => {
      onMade = tell
      writeFileSync(due, pages.map(({ address, standing = '' }) => `${address} ${standing}`).join('\n'))
      child.stdin.end()
      const code = await ended
      if (code !== 0) throw new Error(said.length === 0 ? `Astro ended with ${String(code)}` : said.join('\n'))
      return { said, costs }
    },
    giveWay: () => {
      try {
        if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
      } catch {
        // It has ended already; why is told by who waits for it.
      }
    },
    stop,
  }
}

/** Whether it is asked where the time goes. */
const IS_PROFILED = process.execArgv.includes('--cpu-prof')

/** How the line begins that tells what pages have cost. */
const COSTS = 'cost '

/** What the pages of each route have cost all processes together, the dearest first. */
function describeCosts(costs: readonly (readonly [route: string, cost: Cost])[]): string[] {
  const routes = Map.groupBy(costs, ([route]) => route)
  return Array.from(routes, ([route, some]) => ({
    route,
    pages: some.reduce((sum, [, cost]) => sum + cost.pages, 0),
    milliseconds: some.reduce((sum, [, cost]) => sum + cost.milliseconds, 0),
  }))
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .map(
      ({ route, pages, milliseconds }) =>
        `[pages] ${route}: ${count(pages)} pages, ${(milliseconds / 1000).toFixed(2)} s of one processor, ${(milliseconds / pages).toFixed(2)} ms each`,
    )
}

function assetsIn(work: string): string {
  return join(work, 'assets')
}

function madeIn(work: string): string {
  return join(work, 'made.jsonl')
}

function readMade(work: string): MadeFile[] {
  const lines = readLines(madeIn(work)).filter((line) => line !== '')
  return lines.map((line) => JSON.parse(line) as MadeFile)
}
