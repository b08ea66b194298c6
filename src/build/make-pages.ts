import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Progress } from './progress.ts'

/** Where pages are made, and by what. */
interface PageOptions {
  /** The folder that they are written to; what stands there is left alone. */
  staging: string
  /** A folder for what Astro keeps for itself. */
  work: string
  maker: string
  progress: Progress
}

/**
 * Let Astro make pages, in a process of its own, so that the other core makes everything else meanwhile.
 *
 * @param addresses those of the pages that have to be made
 * @throws Error with what Astro said
 */
export async function makePages(
  addresses: readonly string[],
  { staging, work, maker, progress }: PageOptions,
): Promise<void> {
  mkdirSync(work, { recursive: true })
  const due = join(work, 'due.txt')
  writeFileSync(due, addresses.join('\n'))
  const step = progress.start('pages')
  const script = fileURLToPath(new URL('../commands/make-pages.ts', import.meta.url))
  const child = spawn(process.execPath, [...process.execArgv, script], {
    env: {
      ...process.env,
      ARCHIVE_OUT: staging,
      ARCHIVE_WORK: work,
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
  let made = 0
  createInterface({ input: child.stdout }).on('line', (line) => {
    // A line of the child's own tells how many pages are made.
    const [, more] = /^made (\d+)$/.exec(line) ?? []
    if (more === undefined) said.push(line)
    else {
      made = Number(more)
      step.tell(Math.min(made, addresses.length), addresses.length)
    }
  })
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  process.off('exit', stop)
  if (code !== 0) throw new Error(said.length === 0 ? `Astro ended with ${String(code)}` : said.join('\n'))
  for (const line of said) progress.say(line)
  step.end(`${String(addresses.length)} pages`)
}
