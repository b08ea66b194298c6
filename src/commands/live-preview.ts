import { flushCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { readEnvironment } from '../environment.ts'
import { readPort, runCommand } from './command-line.ts'
import { prepareEnvironment } from './prepare.ts'

const HELP = `Show the archive as it is being written; npm run dev calls this, and again when code has been edited.`

/** After how many milliseconds it is written what Node makes of modules: by itself it does so at the end, and this process has none. */
const WRITTEN_AFTER = 10_000

// Who has started this is no more, and would not end it any more.
process.once('disconnect', () => process.exit())
process.channel?.unref()

await runCommand({ help: HELP }, async () => {
  const port = readPort()
  prepareEnvironment(port)
  process.env['ARCHIVE_LIVE'] = 'yes'
  setTimeout(flushCompileCache, WRITTEN_AFTER).unref()
  // Why the settings cannot be loaded is told by Astro, with the place.
  await readFrontMatters().catch(() => undefined)
  const { dev } = await import('astro')
  const { address } = await dev({ server: { port } })
  const { pathname } = readEnvironment(process.env).site
  console.log(`The live preview is at http://localhost:${String(address.port)}${pathname}`)
})

/** Begin to read the front matter of all reports, if there are many that were not read before: Astro takes seconds until it asks for them. */
async function readFrontMatters(): Promise<void> {
  const { readAhead } = await import('#build/read-ahead.ts')
  const { setReadingAhead } = await import('#source/reading-ahead.ts')
  const { settings } = await import('../site.config.ts')
  const { content, contents, period, reader, site, today } = readEnvironment(process.env)
  const archive = { root: resolve(content), settings, today, period, texts: false }
  setReadingAhead(readAhead(archive, { contents, reader: reader ?? '', site: site.href }, () => undefined))
}
