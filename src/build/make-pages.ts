import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { readLines } from '#source/read-lines.ts'
import type { MadeFile } from './made-file.ts'
import { count, type Progress } from './progress.ts'

/** Where pages are made, and by what. */
interface PageOptions {
  /** A folder for what Astro keeps for itself. */
  work: string
  /** Where the pages are wanted. */
  staging: string
  maker: string
  progress: Progress
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

/** How many pages are worth a process of Astro, which takes seconds to begin. */
const WORTH_A_PROCESS = 2000

/**
 * Let Astro make pages, in processes of its own: one, or as many as there are cores when there is enough to do.
 *
 * @throws Error with what Astro said
 */
export async function makePages(
  due: readonly DuePage[],
  { work, staging, maker, progress }: PageOptions,
): Promise<MadePages> {
  const step = progress.start('pages')
  const shares = Math.max(1, Math.min(availableParallelism(), Math.floor(due.length / WORTH_A_PROCESS)))
  const made = Array.from({ length: shares }, () => 0)
  const folders = made.map((_, share) => join(work, String(share)))
  const processes = folders.map((folder, share) =>
    runAstro(
      // Dealt out one by one, so that each share has as many of each kind.
      due.filter((__, index) => index % shares === share),
      { work: folder, staging, maker },
      (more) => {
        made[share] = more
        step.tell(
          made.reduce((sum, one) => sum + one, 0),
          due.length,
        )
      },
    ),
  )
  const said = new Set((await Promise.all(processes)).flat())
  for (const line of said) progress.say(line)
  step.end(`${count(due.length)} pages`)
  return { pages: folders.flatMap(readMade), assets: assetsIn(folders[0] ?? work) }
}

/** Run Astro once, and give the lines that it has said. */
async function runAstro(
  pages: readonly DuePage[],
  { work, staging, maker }: Omit<PageOptions, 'progress'>,
  onMade: (pages: number) => void,
): Promise<string[]> {
  mkdirSync(work, { recursive: true })
  const due = join(work, 'due.txt')
  writeFileSync(due, pages.map(({ address, standing = '' }) => `${address} ${standing}`).join('\n'))
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
      ARCHIVE_MAKER: maker,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = (): void => {
    child.kill()
  }
  process.on('exit', stop)
  const said: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    // A line of `integrations/write-pages.ts` tells how many pages are made.
    const [, made] = /^made (\d+)$/.exec(line) ?? []
    if (made === undefined) said.push(line)
    else onMade(Number(made))
  })
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  process.off('exit', stop)
  if (code !== 0) throw new Error(said.length === 0 ? `Astro ended with ${String(code)}` : said.join('\n'))
  return said
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
