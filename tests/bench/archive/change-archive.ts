import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listFiles } from '#source/list-files.ts'
import { addToList, setKey } from '#source/edit-front-matter.ts'
import { readVocabularies } from '#source/read-vocabularies.ts'
import { makeRandom } from '../chance.ts'
import { identifierOf } from '../made-up-identifiers.ts'
import { makeReporter } from './write-archive.ts'

/** Identifiers of added reports are counted from here, far above those of any archive that was written at once. */
const FIRST_ADDED = 2 ** 24

/** A report that was added or changed. */
export interface Changed {
  /** Its file, from the content folder. */
  file: string
}

/**
 * Add one made-up report, of a day later than all others.
 *
 * @param number how many were added before: each number gives another report
 */
export function addOneReport(folder: string, day: string, number = 0): Changed {
  const { terms } = readVocabularies(folder)
  const make = makeReporter(makeRandom(FIRST_ADDED + number), terms)
  const { path, text } = make({ id: identifierOf(FIRST_ADDED + number, 1), date: day })
  const file = `reports/${path}.md`
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
  return { file }
}

/** Add a sentence to the first paragraph of one report, and the correction that says so. */
export function editOne(folder: string, day: string): Changed {
  const file = pickFile(folder, 1 / 2, hasPlainParagraph)
  const correction = `{ date: ${day}, kind: correction, text: A sentence was added. }`
  rewrite(folder, file, (text) =>
    addToList(text, 'corrections', correction).replace(PLAIN_PARAGRAPH, '$1 One sentence more was added.$2'),
  )
  return { file }
}

/** Give one report another address, by giving its file another name. */
export function moveOne(folder: string): Changed {
  const from = pickFile(folder, 1 / 3)
  const file = from.replace(/\.md$/, '-moved.md')
  renameSync(join(folder, from), join(folder, file))
  return { file }
}

/** Withdraw one report: its text stays, under a notice. */
export function withdrawOne(folder: string, day: string): Changed {
  const file = pickFile(folder, 2 / 3)
  rewrite(folder, file, (text) =>
    setKey(setKey(text, 'status', 'withdrawn'), 'notice', `{ date: ${day}, text: The source has retracted it. }`),
  )
  return { file }
}

/** A paragraph on one line, which is no heading, list, table or anything else, after the front matter. */
const PLAIN_PARAGRAPH = /^(?<=\n\n)(\p{L}[^\n|]*)(\n\n|\n$)/mu

function hasPlainParagraph(text: string): boolean {
  return PLAIN_PARAGRAPH.test(text) && !/^corrections:/m.test(text)
}

/** A report at a place between the first, 0, and the last, 1, in the order of the paths, or the next one that will do. */
function pickFile(folder: string, place: number, suits: (text: string) => boolean = () => true): string {
  const files = listFiles(folder, 'reports').files.filter((file) => file.endsWith('.md'))
  const start = Math.floor(files.length * place)
  const found = [...files.slice(start), ...files.slice(0, start)].find((file) =>
    suits(readFileSync(join(folder, file), 'utf8')),
  )
  if (found === undefined) throw new Error(`no report in ${folder} can be changed`)
  return found
}

function rewrite(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`${file} did not change`)
  writeFileSync(path, after)
}
