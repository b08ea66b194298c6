import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { copyProject, FEWEST_FILES, ROOT } from '../../build.ts'
import { ADDRESS, TODAY, type Generator, type Site } from './generator.ts'

const remarks = {
  check: 'all of every file',
  addresses: 'kept by a ledger',
  search: 'exact',
}

/** This archive, with the settings of its owner, and everything recorded in the ledger. */
export const ours: Generator = {
  name: 'ours, everything',
  isMissing: () => undefined,
  prepare: (content, folder) => {
    const recorded = join(folder, 'content')
    cpSync(content, recorded, { recursive: true })
    record(recorded)
    return prepareSite(recorded, folder)
  },
  remarks,
}

/**
 * This archive with what others have too: one language, one feed format, feeds of summaries, no files beside the pages of reports, no related reports,
 * no pages of two terms or of a year of a term, no timelines, no ledger, and so no pages of wordings.
 */
export const oursReduced: Generator = {
  name: 'ours, comparable pages',
  isMissing: () => undefined,
  prepare: (content, folder) => {
    const project = join(folder, 'project')
    copyProject(project, FEWEST_FILES)
    return prepareSite(content, folder, project)
  },
  remarks,
}

/**
 * A site of this archive.
 *
 * @param folder where it is built, with caches of its own
 * @param project the folder of the project, when it is not this one
 */
export function prepareSite(content: string, folder: string, project = ROOT): Site {
  const out = join(folder, 'site')
  const caches = join(folder, 'caches')
  mkdirSync(folder, { recursive: true })
  return {
    steps: [
      {
        program: process.execPath,
        options: ['src/commands/build.ts'],
        folder: project,
        variables: variablesOf(content, out, caches),
      },
    ],
    out,
    caches: [caches],
  }
}

/** The environment of a command of ours, with every cache of its own. */
export function variablesOf(content: string, out: string, caches: string): Record<string, string> {
  return {
    ARCHIVE_CONTENT: content,
    ARCHIVE_OUT: out,
    ARCHIVE_CACHE: join(caches, 'astro'),
    ARCHIVE_INDEXES: join(caches, 'search'),
    ARCHIVE_CARDS: join(caches, 'cards'),
    ARCHIVE_SITE: ADDRESS,
    ARCHIVE_TODAY: TODAY,
  }
}

/** Record what is published in the ledger of a content folder. */
export function record(content: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/record.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...variablesOf(content, 'nowhere', 'nowhere') },
  })
  if (status !== 0) throw new Error(`nothing was recorded:\n${stdout}${stderr}`)
}
