import type { Command } from './measure-command.ts'

/** A program that makes a site of a content folder. */
export interface Generator {
  name: string
  /** Why it cannot be measured here; nothing when it can. */
  isMissing: () => string | undefined
  /** Make all that it needs below a folder, which is not measured. */
  prepare: (content: string, folder: string) => Site
  /** What it leaves out beside ours, as far as its pages do not tell; a few words each. */
  remarks: Readonly<Record<Remark, string>>
}

/** What is told of each generator, not counted. */
export type Remark = 'check' | 'addresses' | 'search'

/** A site that can be built again and again. */
export interface Site {
  /** The commands, in their order. */
  steps: readonly Command[]
  /** The folder of the built site. */
  out: string
  /** What is moved out of the way before a build for it to start from nothing, beside the folder of the site. */
  caches: readonly string[]
}

/** The day of all builds. */
export const TODAY = '2026-11-22'

/** Where the measured sites say that they will be. */
export const ADDRESS = 'https://archive.example/'
