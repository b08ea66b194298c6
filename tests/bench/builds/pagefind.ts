import { join } from 'node:path'
import { ROOT } from '../../build.ts'
import type { Command } from './measure-command.ts'

/** Pagefind's own command over a built site, with its default settings. */
export function pagefindCommand(folder: string, site: string): Command {
  const script = join(ROOT, 'node_modules/pagefind/lib/runner/bin.cjs')
  return { program: process.execPath, options: [script, '--site', site], folder }
}
