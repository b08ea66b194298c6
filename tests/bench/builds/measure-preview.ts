import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '#source/list-files.ts'
import { ROOT } from '../../build.ts'
import { count, seconds } from './figures.ts'
import type { Table } from './format-table.ts'
import { startCommand, stopGroup } from './measure-command.ts'
import { variablesOf } from './ours.ts'

/** Milliseconds that the preview may take to begin, and to answer. */
const PATIENCE = 600_000

/** Start the live preview of an archive, and say how long the first page and a report take. */
export async function measurePreview(content: string, reports: number, folder: string): Promise<Table> {
  mkdirSync(folder, { recursive: true })
  const [first = ''] = listFiles(content, 'reports').files.filter((file) => file.endsWith('.md'))
  const start = performance.now()
  const { child, memory } = startCommand({
    program: process.execPath,
    options: ['src/commands/dev.ts'],
    folder: ROOT,
    // Without an address: the preview is at the port that it finds.
    variables: { ...variablesOf(content, join(folder, 'site'), join(folder, 'caches')), ARCHIVE_SITE: '', PORT: '0' },
  })
  const since = (): number => (performance.now() - start) / 1000
  console.error(`the live preview of ${count(reports)} reports …`)
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let text = ''
      const read = (data: Buffer): void => {
        text = (text + data.toString()).slice(-10_000)
        const [, found] = /The live preview is at (\S+)/.exec(text) ?? []
        if (found !== undefined) resolve(found)
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.once('close', () => {
        reject(new Error(`the live preview ended:\n${text}`))
      })
    })
    const ready = since()
    await read(address)
    const home = since()
    await read(new URL(`/${first.slice('reports/'.length, -'.md'.length)}/`, address).href)
    const report = since()
    const { largest } = memory.stop()
    return {
      heading: `${count(reports)} reports, npm run dev`,
      columns: ['what', 's after the start', 'largest process MiB'],
      rows: [
        ['the server is ready', seconds(ready), ''],
        ['the first page has been answered', seconds(home), ''],
        ['a report has been answered', seconds(report), count(largest)],
      ],
    }
  } finally {
    memory.stop()
    stopGroup(child)
  }
}

async function read(address: string): Promise<void> {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) })
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`)
  await response.text()
}
