import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { ROOT } from '../../build.ts'
import type { Generator } from './generator.ts'
import { pagefindCommand } from './pagefind.ts'

const TEMPLATE = fileURLToPath(new URL('../fixtures/plain-astro', import.meta.url))

/** The package of the processor that was Astro's own until its version 7; now it is installed by whoever wants it. */
const UNIFIED = '@astrojs/markdown-remark'

/**
 * An Astro site as Astro's documentation shows it, with `glob()`, `paginate()` and default settings, and Pagefind's own command.
 *
 * @param modules a folder `node_modules` with the packages of the site
 * @param processor what turns Markdown into HTML: the default, or the one that is made of remark and rehype
 */
export function plainAstro(modules: string, processor: 'default' | 'unified'): Generator {
  const isUnified = processor === 'unified'
  return {
    name: `Astro ${versionOf(modules, 'astro')}, ${isUnified ? 'unified' : 'default'} + Pagefind`,
    isMissing: () =>
      !isUnified || existsSync(join(modules, UNIFIED))
        ? undefined
        : `${UNIFIED} is not installed: name a node_modules with it by --modules`,
    prepare: (content, folder) => {
      cpSync(TEMPLATE, folder, { recursive: true })
      linkContent(content, join(folder, 'content'))
      linkModules(modules, join(folder, 'node_modules'))
      const config = isUnified ? ['--config', 'astro.config.unified.mjs'] : []
      return {
        steps: [
          {
            program: process.execPath,
            options: [join(folder, 'node_modules/astro/bin/astro.mjs'), 'build', ...config],
            folder,
            variables: { ASTRO_TELEMETRY_DISABLED: '1' },
          },
          pagefindCommand(folder, 'dist'),
        ],
        out: join(folder, 'dist'),
        caches: [join(folder, 'node_modules/.astro'), join(folder, 'node_modules/.vite'), join(folder, '.astro')],
      }
    },
    remarks: {
      check: 'the types of keys',
      addresses: 'not kept',
      search: 'falls back to prefixes',
    },
  }
}

/** The folder of our own packages, which has all that a plain site needs but the processor `unified`. */
export const OWN_MODULES = join(ROOT, 'node_modules')

/** The reports as they are, and a file for each vocabulary, also for one that the archive does not have. */
function linkContent(content: string, folder: string): void {
  mkdirSync(join(folder, 'vocabularies'), { recursive: true })
  symlinkSync(join(content, 'reports'), join(folder, 'reports'), 'junction')
  for (const vocabulary of VOCABULARIES) {
    const name = join('vocabularies', `${vocabulary}.yaml`)
    if (existsSync(join(content, name))) cpSync(join(content, name), join(folder, name))
    else writeFileSync(join(folder, name), '{}\n')
  }
}

/** Link every package, but keep the caches that Astro makes beside them apart from ours. */
function linkModules(modules: string, folder: string): void {
  mkdirSync(folder)
  for (const name of readdirSync(modules)) {
    if (!name.startsWith('.')) symlinkSync(join(modules, name), join(folder, name), 'junction')
  }
}

function versionOf(modules: string, name: string): string {
  const file = join(modules, name, 'package.json')
  if (!existsSync(file)) throw new Error(`${modules} does not have ${name}`)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
