import { resolve } from 'node:path'
import { defineConfig } from 'astro/config'
import { cards } from './src/integrations/cards.ts'
import { pictures } from './src/integrations/pictures.ts'
import { searchIndex } from './src/integrations/search-index.ts'
import { reconciliation } from './src/integrations/reconciliation.ts'
import { movedAddresses } from './src/integrations/moved-addresses.ts'
import { readSourcesOnce } from './src/integrations/sources.ts'
import { readEnvironment } from './src/environment.ts'
import { settings } from './src/site.config.ts'

const { content, out, cache, indexes, cards: keptCards, site, today } = readEnvironment(process.env)
const archive = { root: resolve(content), settings, today }
const sources = readSourcesOnce(archive)

export default defineConfig({
  site: site.origin,
  base: site.pathname,
  outDir: out,
  cacheDir: cache,
  trailingSlash: 'always',
  // Of two pages with one address Astro would keep one, with a warning.
  prerenderConflictBehavior: 'error',
  // 'jsx', the default, joins words across line breaks in templates.
  compressHTML: true,
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  vite: {
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
  integrations: [
    pictures(archive, sources),
    cards(archive, sources, { folder: resolve(keptCards), seal: resolve('public/icon.svg') }),
    searchIndex(archive, sources, resolve(indexes)),
    movedAddresses(sources, site.pathname),
    reconciliation(sources, site),
  ],
})

/** The name of the script of a page, the last of ours in its list of modules: `…/src/scripts/search.ts` → `search`. */
function scriptName(modules) {
  return modules.map((module) => /scripts\/([a-z-]+)\.ts$/.exec(module)?.[1]).findLast(Boolean) ?? '[name]'
}
