import { globSync, readFileSync } from 'node:fs'
import type { Copies } from '#archive/outgoing-links.ts'
import type { Limits } from '#archive/settings.ts'
import { checkBody } from '#markdown/check-body.ts'
import type { Context } from '#markdown/context.ts'
import { renderMarkdown, type RenderedText } from '#markdown/pipeline.ts'

/** The folder of fixtures: one folder for each plugin, in it one for each case. */
export const fixtures = new URL('./fixtures/', import.meta.url)

/** The inputs of all cases, `paragraph-anchors/a-case/input.md`. */
export const inputs = globSync('*/*/input.md', { cwd: fixtures }).sort()

/** Limits far above what a test holds. */
export const LIMITS: Limits = {
  bodyBytes: 100_000,
  nesting: 100,
  footnotes: 100,
  tableCells: 1000,
  pictureBytes: 1_000_000,
  picturePixels: 1_000_000,
}

/** What a report is that is in English, has no picture and lies at the root of a site; a case may say otherwise. */
const DEFAULTS: Omit<Context, 'words'> = { language: 'en', base: '', address: '/2024/12/a-training/', pictures: {} }

/** Render a text as that of a report of 2024. */
export function render(body: string, options: Partial<Omit<Context, 'words'>> = {}): RenderedText {
  return renderMarkdown(body, { ...DEFAULTS, ...options })
}

/** Render the input of a case, with its options where it has any. */
export function renderFixture(input: string): string {
  return render(readFileSync(new URL(input, fixtures), 'utf8'), optionsOf(input)).html
}

/** A size for each picture of a text, whether the picture exists or not. */
export function picturesOf(body: string, address: string): Context['pictures'] {
  const { pictures } = checkBody(body, address, LIMITS)
  return Object.fromEntries(pictures.map(({ target }) => [target, { width: 1, height: 1 }]))
}

function optionsOf(input: string): Partial<Omit<Context, 'words'>> {
  const [file] = globSync(input.replace('input.md', 'options.json'), { cwd: fixtures })
  if (file === undefined) return {}
  const options = JSON.parse(readFileSync(new URL(file, fixtures), 'utf8')) as Partial<Omit<Context, 'words'>>
  // JSON knows no maps.
  return { ...options, copies: new Map(Object.entries(options.copies ?? {})) as Copies }
}
