import { isOwnWork, onOneLine, publishedOn, type Citable } from './citation.ts'

/**
 * Characters that mean something to TeX, and how they are written as themselves. A brace has a name: BibTeX counts those of `\{` too,
 * and would read on to the end of the file for one that stands alone.
 */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '%': '\\%',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** The names by which babel and biblatex know languages that have one; every other one is given as its tag. */
const BABEL_NAMES: Readonly<Record<string, string>> = {
  ar: 'arabic',
  de: 'ngerman',
  en: 'english',
  'en-GB': 'british',
  'en-US': 'american',
  es: 'spanish',
  fr: 'french',
  it: 'italian',
  ja: 'japanese',
  ko: 'korean',
  pt: 'portuguese',
  'pt-BR': 'brazilian',
  ru: 'russian',
  zh: 'chinese',
  'zh-Hans': 'chinese-simplified',
  'zh-Hant': 'chinese-traditional',
}

/**
 * Write an entry for BibLaTeX (3.x, type `online`). Names stand in double braces, so that no program takes an organisation
 * apart at an “and”, and titles likewise, so that none changes their capitals. Text of every script is kept as it is (UTF-8).
 * The date of publication is left out while it is not known, and only a wording that has been changed has its number.
 */
export function toBibTeX(citable: Citable): string {
  const { id, kind, publisher, title, event, version = 1, language, archive, url } = citable
  const date = publishedOn(citable)
  const fields = [
    ['author', `{${escape(publisher)}}`],
    ['title', `{${escape(title)}}`],
    ...(date === undefined ? [] : [['date', date]]),
    ...(event === undefined ? [] : [['eventdate', event]]),
    ...(isOwnWork(citable) ? [] : [['organization', escape(archive)]]),
    ...(version > 1 ? [['version', String(version)]] : []),
    ['url', url.replaceAll(/[{}\\]/g, (character) => encodeURIComponent(character))],
    ['langid', BABEL_NAMES[language] ?? escape(language)],
    // Styles made for newspapers (biblatex-chicago) read it, all others pass it over.
    ...(kind === 'report' ? [['entrysubtype', 'newspaper']] : []),
  ]
  return `@online{${id},\n${fields.map(([name, value]) => `  ${name ?? ''} = {${value ?? ''}},\n`).join('')}}\n`
}

function escape(text: string): string {
  return onOneLine(text)
    .replaceAll(/[\\{}%$&#_~^]/g, (character) => ESCAPES[character] ?? character)
    .replaceAll(LIGATURES, '$&{}')
}

/** The first of two characters that TeX, and programs that read BibTeX, would make one of: `--` a dash, `''` a quotation mark. */
const LIGATURES = /-(?=-)|'(?=')|`(?=`)|[?!](?=`)|,(?=,)|<(?=<)|>(?=>)/g
