import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The fixture archive: a dozen small reports, each there for the reason that its title names. */
export const SMALL_ARCHIVE = fileURLToPath(new URL('fixtures/small archive', import.meta.url))

/** Build an archive by the command that an operator types. @throws when the command fails, with what it printed */
export function buildArchive(variables: Readonly<Record<string, string>>, cwd = ROOT): string {
  return execFileSync(process.execPath, ['src/commands/build.ts'], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** The settings of an owner who wants no more pages and files than there must be. */
export const FEWEST_FILES = `
  languages: ['en'],
  alternates: [],
  feeds: { formats: ['rss'], entries: 50, entriesOfTerms: 50, texts: false },
  intersections: 0,
  termYears: false,
  relatedReports: 0,
`

/**
 * Copy the project without its content, with other settings, as its owner would change them.
 *
 * @param project the folder, which is made
 * @param settings what is written in their place: keys and values, in TypeScript; `owners` are those of before
 */
export function copyProject(project: string, settings: string): void {
  mkdirSync(project, { recursive: true })
  for (const name of ['src', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs']) {
    cpSync(join(ROOT, name), join(project, name), { recursive: true })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'), 'junction')
  renameSync(join(project, 'src/site.config.ts'), join(project, 'src/owners.config.ts'))
  const text = `import type { Settings } from '#archive/settings.ts'
import { settings as owners } from './owners.config.ts'

export const settings: Settings = {
  ...owners,${settings}}
`
  writeFileSync(join(project, 'src/site.config.ts'), text)
}
