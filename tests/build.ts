import { execFileSync } from 'node:child_process'
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
