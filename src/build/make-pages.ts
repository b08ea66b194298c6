import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { count, type Progress } from './progress.ts'

/** Where pages are made, and by what. */
interface PageOptions {
  /** A folder for the pages, and for what Astro keeps for itself. */
  work: string
  maker: string
  progress: Progress
}

/** How many pages are worth a process of Astro, which takes seconds to begin. */
const WORTH_A_PROCESS = 2000

/**
 * Let Astro make pages, in processes of its own: one, or as many as there are cores when there is enough to do.
 *
 * @param addresses those of the pages that have to be made
 * @returns the folders that the pages are in, each with the scripts and styles that all pages have
 * @throws Error with what Astro said
 */
export async function makePages(
  addresses: readonly string[],
  { work, maker, progress }: PageOptions,
): Promise<string[]> {
  const step = progress.start('pages')
  const shares = Math.max(1, Math.min(availableParallelism(), Math.floor(addresses.length / WORTH_A_PROCESS)))
  const made = Array.from({ length: shares }, () => 0)
  const folders = made.map((_, share) => join(work, String(share)))
  const processes = folders.map((folder, share) =>
    runAstro(
      // Dealt out one by one, so that each share has as many of each kind.
      addresses.filter((__, index) => index % shares === share),
      folder,
      maker,
      (more) => {
        made[share] = more
        step.tell(
          made.reduce((sum, one) => sum + one, 0),
          addresses.length,
        )
      },
    ),
  )
  const said = new Set((await Promise.all(processes)).flat())
  for (const line of said) progress.say(line)
  step.end(`${count(addresses.length)} pages`)
  return folders.map(pagesIn)
}

/** Run Astro once, and give the lines that it has said. */
async function runAstro(
  addresses: readonly string[],
  work: string,
  maker: string,
  onMade: (pages: number) => void,
): Promise<string[]> {
  mkdirSync(work, { recursive: true })
  const due = join(work, 'due.txt')
  writeFileSync(due, addresses.join('\n'))
  const script = fileURLToPath(new URL('../commands/make-pages.ts', import.meta.url))
  const child = spawn(process.execPath, [...process.execArgv, script], {
    env: {
      ...process.env,
      ARCHIVE_OUT: pagesIn(work),
      ARCHIVE_WORK: join(work, 'astro'),
      ARCHIVE_DUE: due,
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
    // A line of `commands/log.mjs` tells how many pages are made.
    const [, made] = /^made (\d+)$/.exec(line) ?? []
    if (made === undefined) said.push(line)
    else onMade(Math.min(Number(made), addresses.length))
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

function pagesIn(work: string): string {
  return join(work, 'pages')
}
