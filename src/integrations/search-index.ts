import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { reportAddress } from '#archive/addresses.ts'
import { termsOf, type Catalogue, type Report } from '#archive/catalogue.ts'
import { VOCABULARIES } from '#archive/term.ts'
import { renderMarkdown } from '#markdown/pipeline.ts'
import { toSearchDocument } from '#search/document.ts'
import { MANIFEST_FILE, SEARCH_FOLDER, type Manifest } from '#search/manifest.ts'
import { planShards } from '#search/plan-shards.ts'
import { stopEngine, writeShard } from '#search/write-shard.ts'
import type { ReadArchiveOptions } from '#source/read-archive.ts'
import { readBody } from '#source/read-report.ts'
import { readBuiltText } from './built-pages.ts'
import { serveFolder } from './serve-folder.ts'
import { readSources, type Sources } from './sources.ts'

/** What the engine writes for its own search pages, which we do not use: 370 kB a shard. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\.(?:js|css)$/

/** Write the search index: after a build from the built pages, and for the live preview from the sources. */
export function searchIndex(archive: ReadArchiveOptions, sources: () => Sources): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir)
        const { shards } = await writeSearchIndex(out, archive, sources().catalogue, (report) =>
          readBuiltText(out, report),
        )
        const count = shards.reduce((sum, shard) => sum + shard.count, 0)
        logger.info(`${String(count)} reports in ${String(shards.length)} search indexes`)
      },
      'astro:server:setup': ({ server, logger }) => {
        const out = join(server.config.cacheDir, 'live-search')
        const refresh = live(async () => {
          const { catalogue } = readSources(archive)
          // Made aside, so that the search answers while it is made anew.
          const next = `${out}-next`
          rmSync(next, { recursive: true, force: true })
          await writeSearchIndex(next, archive, catalogue, (report) => renderText(archive.root, report))
          rmSync(out, { recursive: true, force: true })
          renameSync(next, out)
          logger.info(`${String(catalogue.reports.length)} reports can be searched`)
        }, logger)
        server.middlewares.use(serveFolder(out, SEARCH_FOLDER))
        server.watcher.add(archive.root)
        server.watcher.on('all', (_, path) => {
          if (path.startsWith(archive.root + sep)) refresh()
        })
        refresh()
      },
    },
  }
}

/** Write all shards and the manifest below `out`. */
async function writeSearchIndex(
  out: string,
  { settings }: ReadArchiveOptions,
  catalogue: Catalogue,
  textOf: (report: Report) => string,
): Promise<Manifest> {
  const shards = planShards(catalogue.reports, settings.reportsPerShard, engineVersion())
  const subjectOf = (report: Report) => ({ report, text: textOf(report), names: namesOf(catalogue, report) })
  try {
    for (const { path, reports } of shards) {
      const pages = reports.values().map((report) => ({
        address: reportAddress(report.path),
        document: toSearchDocument(subjectOf(report)),
      }))
      const folder = join(out, SEARCH_FOLDER, path)
      await writeShard(folder, pages)
      for (const file of readdirSync(folder).filter((name) => UNUSED.test(name))) rmSync(join(folder, file))
    }
  } finally {
    await stopEngine()
  }
  const manifest: Manifest = {
    shards: shards.map(({ path, lang, from, to, count }) => ({ path, lang, from, to, count })),
  }
  mkdirSync(join(out, SEARCH_FOLDER), { recursive: true })
  writeFileSync(join(out, MANIFEST_FILE), JSON.stringify(manifest))
  return manifest
}

function namesOf(catalogue: Catalogue, report: Report): string[] {
  const terms = VOCABULARIES.flatMap((vocabulary) =>
    termsOf(report, vocabulary).flatMap(({ id }) => catalogue.terms[vocabulary].get(id)?.term ?? []),
  )
  return [...new Set(terms.flatMap(({ label, aliases }) => [...Object.values(label), ...aliases]))]
}

/** The text of a report for the live preview; none while it has a fault, which is told when it is checked. */
function renderText(root: string, { lang: language, path, file, pictures }: Report): string {
  try {
    return renderMarkdown(readBody(root, file), { language, base: '', address: reportAddress(path), pictures }).html
  } catch {
    return ''
  }
}

/** The version of the search engine, which is part of the address of every index: its files never mix with another's. */
function engineVersion(): string {
  const file = fileURLToPath(import.meta.resolve('pagefind'))
  for (let folder = join(file, '..'); folder !== join(folder, '..'); folder = join(folder, '..')) {
    const manifest = join(folder, 'package.json')
    if (!existsSync(manifest)) continue
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version?: string }
    if (version !== undefined) return version
  }
  throw new Error('the version of the search engine is not known')
}

/** Run `work` a moment after the last of several calls, one run after the other; failures are only told. */
function live(work: () => Promise<void>, logger: { error: (message: string) => void }): () => void {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  return () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(work).catch((error: unknown) => {
        logger.error(error instanceof Error ? error.message : String(error))
      })
    }, 200)
  }
}
