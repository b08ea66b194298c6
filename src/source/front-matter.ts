import type { Finding } from '#archive/problem.ts'
import { parseYaml, type ParsedYaml } from './yaml.ts'

const MAX_BYTES = 64 * 1024

/** A file cut into its two parts. */
export interface CutFile {
  /** The front matter as YAML. */
  frontMatter: string
  body: string
  /** The line of the file on which the body begins. */
  bodyLine: number
}

/** A file cut into its two parts, the front matter parsed. */
export interface SplitFile extends CutFile {
  yaml: ParsedYaml
}

/** Cut a decoded file into front matter and body, and parse the front matter. */
export function splitFrontMatter(text: string): SplitFile | { finding: Finding } {
  const cut = cutFrontMatter(text)
  return 'finding' in cut ? cut : { ...cut, yaml: parseYaml(cut.frontMatter, 2) }
}

/** Cut a decoded file into front matter and body. */
export function cutFrontMatter(text: string): CutFile | { finding: Finding } {
  if (text.trim() === '') return refuse('empty-file', 'the file is empty', 'make a report with `npm run new`')
  const lines = text.split('\n')
  if (lines[0]?.trimEnd() === '+++') {
    return refuse('toml', 'the front matter is TOML', 'write it as YAML between two lines of ---')
  }
  if (lines[0]?.trimEnd() !== '---') {
    return refuse('no-front-matter', 'no front matter', 'begin the file with a line of --- and the keys of the report')
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  if (end < 0) {
    return refuse(
      'front-matter-not-closed',
      'front matter not closed',
      'put a line of --- between the keys and the text',
    )
  }
  const frontMatter = lines.slice(1, end).join('\n')
  if (Buffer.byteLength(frontMatter) > MAX_BYTES) {
    return refuse('front-matter-too-long', `front matter of more than ${String(MAX_BYTES / 1024)} kB`, 'shorten it')
  }
  return { frontMatter, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 }
}

function refuse(code: string, what: string, hint: string): { finding: Finding } {
  return { finding: { line: 1, code, what, hint } }
}
