import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

/** A report as another program has read it from a file of ours, in the variables of CSL. */
export interface ReadItem {
  id: string
  type: string
  author?: readonly { literal?: string; family?: string; given?: string }[]
  title: string
  'container-title'?: string
  issued?: { 'date-parts': readonly (readonly (number | string)[])[] }
  language?: string
  URL: string
}

interface Cite {
  data: readonly ReadItem[]
  format: (form: 'bibliography', options: { format: 'text'; template: string; lang: string }) => string
}

/** What is used of citation-js, which has no types of its own. */
interface Core {
  Cite: new (data: unknown, options?: { forceType: string }) => Cite
  plugins: { config: { get: (name: string) => { templates: unknown } } }
}

const require = createRequire(import.meta.url)
const core = require('@citation-js/core') as Core
for (const plugin of ['csl', 'bibtex', 'ris']) require(`@citation-js/plugin-${plugin}`)

/** The names that citation-js gives to the forms of our files. */
const FORMS = { bib: '@biblatex/text', ris: '@ris/file', csl: '@csl/list+object' } as const

/** Read a file of ours with citation-js. */
export function readWithCitationJs(text: string, form: keyof typeof FORMS): readonly ReadItem[] {
  const data: unknown = form === 'csl' ? JSON.parse(text) : text
  return new core.Cite(data, { forceType: FORMS[form] }).data
}

/** What citeproc makes of our CSL-JSON in one of the styles that citation-js has. */
export function formatWithCiteproc(cslJson: string, template: 'apa' | 'harvard1'): string {
  return new core.Cite(JSON.parse(cslJson)).format('bibliography', { format: 'text', template, lang: 'en-US' }).trim()
}

/** Whether a program is on this machine. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ['--version']).error === undefined
}

/** What a program makes of a text on its standard input; the arguments say what it is to do. */
export function runProgram(name: string, text: string, ...options: readonly string[]): string {
  const { stdout, status } = spawnSync(name, options, { input: text, encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (status !== 0) throw new Error(`${name} gave up with the status ${String(status)}`)
  return stdout
}
