import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parsePart, type KnownWord } from '#search/dictionary.ts'
import { dictionaryFile, SEARCH_FOLDER } from '#search/manifest.ts'
import type { TestArchive } from '../../search/open-test-archive.ts'
import { makeTypingErrors } from '../typing-errors.ts'
import { readManifest } from './search-site.ts'
import { grouped, share, type Row } from './table.ts'

const SEED = 1
const ERRORS = 200
const GOAL = 0.85

/** Search for words as they are typed wrongly, and see what is suggested. */
export async function measureTyping({ search, folder }: TestArchive): Promise<Row[]> {
  const { common, known } = readDictionary(folder)
  const errors = makeTypingErrors(common, ERRORS, SEED, known)
  const cases: string[] = []
  let begun = 0
  for (const [typed, meant] of errors) {
    const { suggestion, notes, count } = await search({ words: typed })
    if (suggestion === meant) continue
    const found = notes.find((note) => note.type === 'beginning')?.words ?? []
    if (found.includes(meant)) begun += 1
    const instead = suggestion ?? (found.length > 0 ? `found as the beginning of ${found.slice(0, 3).join(', ')}` : '–')
    cases.push(`${typed} for ${meant}: ${instead} (${String(count)} reports)`)
  }
  const right = ERRORS - cases.length
  return [
    {
      what: `${String(ERRORS)} errors in ${grouped(common.length)} words, seed ${String(SEED)}: suggested first`,
      goal: `≥ ${String(GOAL)}`,
      measured: share(right, ERRORS),
      isMet: right / ERRORS >= GOAL,
      cases,
    },
    { what: '  or found, since it begins with what was typed', measured: share(right + begun, ERRORS) },
  ]
}

/** The words that are suggested from, and all that are known. */
function readDictionary(site: string): { common: string[]; known: string[] } {
  const { engine, dictionary } = readManifest(site)
  const read = (name: string): readonly KnownWord[] =>
    parsePart(gunzipSync(readFileSync(join(site, SEARCH_FOLDER, engine, dictionaryFile(name)))).toString()).words
  return {
    common: read(dictionary.common).map(({ word }) => word),
    known: dictionary.parts.flatMap((part) => read(part).map(({ word }) => word)),
  }
}
