import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FontDetails } from '@takumi-rs/core'
import { isUnspaced } from '#archive/language.ts'
import { readCoverage } from './font-coverage.ts'

/** The weights that cards are set in. */
export const WEIGHTS = [400, 600] as const

/**
 * The families that cards are set in, each with the package that has it. Of Chinese, which is large, only what is needed is loaded; of
 * the other everything, always in one order, since a letter and a mark on it may lie in two files.
 */
const FAMILIES = [
  { name: 'Noto Sans', package: '@fontsource/noto-sans', stem: 'noto-sans', whole: true },
  { name: 'Noto Sans SC', package: '@fontsource/noto-sans-sc', stem: 'noto-sans-sc', whole: false },
] as const

/** A part of a family: packages cut families into files of some hundred characters. */
interface Slice {
  family: string
  /** Whether it is loaded whatever the texts. */
  always: boolean
  /** The path of its file, up to the weight. */
  path: string
  covered: ReadonlySet<number>
}

/** The fonts of the cards. */
export interface CardFonts {
  /** The names and versions of their packages: with others the same text looks different. */
  version: string
  /** Whether there is a glyph for every character of a text. */
  covers: (text: string) => boolean
  /** Fonts that texts need and that were not asked for before. */
  load: (texts: readonly string[]) => FontDetails[]
}

/** The families for a text in a language, the first one first: Chinese brings its own quotation marks, which are wider. */
export function familiesFor(language: string): string {
  const names = FAMILIES.map(({ name }) => `"${name}"`)
  return (isUnspaced(language) ? names.reverse() : names).join(', ')
}

/** Open the fonts of the cards. Their files are looked at when the first question is asked. */
export function openCardFonts(): CardFonts {
  const resolve = createRequire(import.meta.url).resolve
  const packages = FAMILIES.map((family) => ({ ...family, manifest: resolve(`${family.package}/package.json`) }))
  const loaded = new Set<Slice>()
  let opened: { slices: Slice[]; covered: ReadonlySet<number> } | undefined
  const open = (): NonNullable<typeof opened> => {
    if (opened === undefined) {
      const slices = packages.flatMap((family) => readSlices(family, join(dirname(family.manifest), 'files')))
      opened = { slices, covered: new Set(slices.flatMap(({ covered }) => [...covered])) }
    }
    return opened
  }
  const covers = (character: string): boolean =>
    // What is never seen needs no glyph.
    open().covered.has(codeOf(character)) || /^\p{Default_Ignorable_Code_Point}$/u.test(character)

  return {
    version: packages.map(({ package: name, manifest }) => `${name}@${versionIn(manifest)}`).join(' '),
    covers: (text) => Array.from(text).every(covers),
    load: (texts) => {
      const codes = new Set(Array.from(texts.join(''), codeOf))
      // Of both families: which of them sets a character is for the text to say.
      const needed = open().slices.filter(
        (slice) => !loaded.has(slice) && (slice.always || [...codes].some((code) => slice.covered.has(code))),
      )
      for (const slice of needed) loaded.add(slice)
      return needed.flatMap(toFonts)
    },
  }
}

function readSlices({ name, stem, whole }: (typeof FAMILIES)[number], folder: string): Slice[] {
  const ending = `-${String(WEIGHTS[0])}-normal.woff`
  const files = readdirSync(folder).filter((file) => file.startsWith(stem) && file.endsWith(ending))
  const before = new Set<number>()
  return files.sort().map((file) => {
    const own = readCoverage(readFileSync(join(folder, file)))
    // What is loaded by need must not depend on what was needed before: a character is looked for in one file only.
    const covered = whole ? own : own.difference(before)
    for (const code of own) before.add(code)
    return { family: name, always: whole, path: join(folder, file.slice(0, -ending.length)), covered }
  })
}

function toFonts({ family, path, covered }: Slice): FontDetails[] {
  const unicodeRange = Array.from(covered, (code): [number, number] => [code, code])
  return WEIGHTS.map((weight) => {
    const data = readFileSync(`${path}-${String(weight)}-normal.woff`)
    return { name: family, data, weight, style: 'normal', unicodeRange }
  })
}

function versionIn(manifest: string): string {
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0
}
