import { resolve, sep } from 'node:path'
import { defineConfig } from 'astro/config'
import { readEnvironment } from './src/environment.ts'
import { settings } from './src/site.config.ts'

const { content, contents, out, work, indexes, live, period, reader, site, today, staging, made } = readEnvironment(
  process.env,
)
const archive = { root: resolve(content), settings, today, period }

export default defineConfig({
  site: site.origin,
  base: site.pathname,
  outDir: out,
  cacheDir: work,
  trailingSlash: 'always',
  // Of two pages with one address Astro would keep one, with a warning.
  prerenderConflictBehavior: 'error',
  // 'jsx', the default, joins words across line breaks in templates.
  compressHTML: true,
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  vite: {
    // It would look at each file before the first page is shown; the content is watched by folders, what is made of it not at all.
    server: { watch: { ignored: isNoCode } },
    build: { assetsInlineLimit: 0 },
    worker: {
      format: 'es',
      rollupOptions: {
        output: { entryFileNames: 'scripts/[name].js' },
      },
    },
    environments: {
      client: {
        build: {
          rollupOptions: {
            // Names without hashes, so that a change of a script leaves the bytes of every page alone.
            output: {
              entryFileNames: ({ moduleIds }) => `scripts/${scriptName(moduleIds)}.js`,
              chunkFileNames: 'scripts/[name].js',
            },
          },
        },
      },
    },
  },
  integrations: live ? await preview() : await pagesOfBuild(),
})

/** Whether a path is of the content, of what is made from it, or of what no page is made with. */
function isNoCode(path) {
  return [content, out, work, indexes, contents, '.cache', 'docs', 'profiles', 'tests'].some((folder) =>
    `${path}${sep}`.startsWith(`${resolve(folder)}${sep}`),
  )
}

/** In a build, pages are written where the build wants them. */
async function pagesOfBuild() {
  if (staging === undefined || made === undefined) return []
  const { writePages } = await import('./src/integrations/write-pages.ts')
  return [writePages({ folder: staging, list: made, site })]
}

/** The name of the script of a page, the last of ours in its list of modules: `…/src/scripts/search.ts` → `search`. */
function scriptName(modules) {
  return modules.map((module) => /scripts\/([a-z-]+)\.ts$/.exec(module)?.[1]).findLast(Boolean) ?? '[name]'
}

/** What the live preview shows beside pages; a build makes that itself, at the same time as Astro makes the pages. */
async function preview() {
  const { cards } = await import('./src/integrations/cards.ts')
  const { checkTexts, isCheckedLate } = await import('./src/integrations/check-texts.ts')
  const { pictures } = await import('./src/integrations/pictures.ts')
  const { programFiles } = await import('./src/integrations/program-files.ts')
  const { searchIndex } = await import('./src/integrations/search-index.ts')
  const { watchContent } = await import('./src/integrations/watch-content.ts')
  const { loadByNode } = await import('./src/integrations/load-by-node.ts')
  const { openContentCache } = await import('./src/source/content-cache.ts')
  const kept = { contents: resolve(contents), reader: reader ?? '', site: site.href }
  const cached = { ...archive, cache: openContentCache(kept.contents, kept.reader) }
  const isLate = isCheckedLate(cached)
  return [
    pictures(archive),
    cards(archive, resolve('public/icon.svg')),
    ...(isLate ? [checkTexts(archive, kept)] : []),
    searchIndex({ ...archive, indexes: resolve(indexes), ...kept }, isLate),
    programFiles(cached, site.pathname),
    watchContent(archive),
    loadByNode(),
  ]
}
