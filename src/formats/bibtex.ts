import { onOneLine, type Citable } from './citation.ts'

/** Characters that mean something to TeX, and how they are written as themselves. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/**
 * Write an entry for BibLaTeX (3.x, type `online`). Names stand in double braces, so that no program takes an organisation
 * apart at an “and”, and titles likewise, so that none changes their capitals. Text of every script is kept as it is (UTF-8).
 */
export function toBibTeX({ id, publisher, title, date, language, archive, url }: Citable): string {
  const fields = [
    ['author', `{${escape(publisher)}}`],
    ['title', `{${escape(title)}}`],
    ['date', date],
    ['organization', escape(archive)],
    ['url', url.replaceAll(/[{}\\]/g, (character) => encodeURIComponent(character))],
    ['langid', escape(language)],
  ]
  return `@online{${id},\n${fields.map(([name, value]) => `  ${name ?? ''} = {${value ?? ''}},\n`).join('')}}\n`
}

function escape(text: string): string {
  return onOneLine(text).replaceAll(/[\\{}%$&#_~^]/g, (character) => ESCAPES[character] ?? character)
}
