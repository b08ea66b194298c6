import { builtinModules } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AstroIntegration, ViteUserConfig } from 'astro'
import { isLoadedByNode, LOADED_BY_NODE } from '#build/loaded-by-node.ts'
import { PROJECT } from '#build/maker.ts'

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>

/** Let Node load the code of ours that needs nothing of Astro, in the live preview (`build/loaded-by-node.ts`). */
export function loadByNode(): AstroIntegration {
  return {
    name: 'load-by-node',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [modulesOfNode()] } })
      },
    },
  }
}

/** The addresses of what Node loads. */
const OF_NODE = new RegExp(
  `^(?:${LOADED_BY_NODE.map((path) => RegExp.escape(pathToFileURL(path).href)).join('|')})(?:/|$)`,
)

function modulesOfNode(): Plugin {
  return {
    name: 'load-by-node',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name !== 'client',
    // Vite loads whatever has a path, though it be external; not so what belongs to the program that runs it.
    configEnvironment: (name) =>
      name === 'client' ? undefined : { resolve: { builtins: [...builtinModules, /^node:/, OF_NODE] } },
    resolveId: (specifier, importer) => {
      const file = fileOf(specifier, importer)
      return file !== undefined && isLoadedByNode(file) ? { id: pathToFileURL(file).href, external: true } : undefined
    },
  }
}

/** The file that a specifier of ours means: `#site/links.ts`, `./links.ts`. */
function fileOf(specifier: string, importer: string | undefined): string | undefined {
  if (specifier.startsWith('#')) return join(PROJECT, 'src', specifier.slice(1))
  if (importer === undefined || !specifier.startsWith('.')) return undefined
  return resolve(dirname(importer), specifier)
}
