import type { VFile } from 'vfile'
import type { PictureSize } from '#archive/catalogue.ts'
import type { Copies } from '#archive/outgoing-links.ts'
import type { Numbering } from '#archive/paragraph-numbers.ts'
import type { Words } from './words.ts'

/** What the plugins must know of the report that they work on; it travels with the text as the file's data. */
export interface Context {
  /** The words that the pipeline adds, in the report's language. */
  words: Words
  /** The language of the report. */
  language: string
  /** The path of the site, without a slash at its end: put in front of addresses of this archive. */
  base: string
  /** The address of the report, `/2024/12/a-training/`. */
  address: string
  /** The sizes of the report's pictures, by file name. */
  pictures: Readonly<Record<string, PictureSize>>
  /** The address of the report when the text was written, if it was another: its pictures may be named by that folder. */
  formerAddress?: string | undefined
  /** The copies of pages elsewhere in web archives. */
  copies?: Copies | undefined
  /** How the paragraphs are numbered, when that is recorded; else they are counted from 1. */
  numbering?: Numbering | undefined
}

/** The context of the file that a plugin works on. */
export function contextOf(file: VFile): Context {
  const { context } = file.data
  if (context === undefined) throw new Error('the pipeline was called without its context: use renderMarkdown()')
  return context
}

declare module 'vfile' {
  interface DataMap {
    context: Context
  }
}
