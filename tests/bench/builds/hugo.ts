import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reportSchema, type FrontMatter } from '#archive/report.ts'
import { splitFrontMatter } from '#source/front-matter.ts'
import { listFiles } from '#source/list-files.ts'
import { readVocabularies } from '#source/read-vocabularies.ts'
import { ADDRESS, type Generator } from './generator.ts'
import { pagefindCommand } from './pagefind.ts'

const TEMPLATE = fileURLToPath(new URL('../fixtures/hugo', import.meta.url))

/** Hugo as it is installed, with layouts of the fewest lines that give the same kinds of pages, and Pagefind's own command. */
export const hugo: Generator = {
  name: `Hugo ${versionOfHugo() ?? ''} + Pagefind`.replace('  ', ' '),
  isMissing: () => (versionOfHugo() === undefined ? 'hugo is not installed' : undefined),
  prepare: (content, folder) => {
    const out = join(folder, 'public')
    cpSync(TEMPLATE, folder, { recursive: true })
    writeTerms(content, folder)
    writeReports(content, folder)
    return {
      steps: [
        { program: 'hugo', options: ['--baseURL', ADDRESS, '--cacheDir', join(folder, 'cache')], folder },
        pagefindCommand(folder, 'public'),
      ],
      out,
      caches: [join(folder, 'cache'), join(folder, 'resources')],
    }
  },
  remarks: {
    check: 'none',
    addresses: 'not kept',
    search: 'falls back to prefixes',
  },
}

/** The version of Hugo; nothing where there is none, and so no output either. */
function versionOfHugo(): string | undefined {
  const { stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' }) as { stdout: string | null }
  return /v([\d.]+)/.exec(stdout ?? '')?.[1]
}

/** A page for each term, which gives it its name. */
function writeTerms(content: string, folder: string): void {
  for (const { vocabulary, id, label } of readVocabularies(content).terms) {
    write(join(folder, 'content', vocabulary, id, '_index.md'), { title: label['en'] ?? id }, '')
  }
}

/** The reports with front matter that Hugo understands, their texts as they are, and a page for each year and month. */
function writeReports(content: string, folder: string): void {
  const sections = new Set<string>()
  for (const file of listFiles(content, 'reports').files) {
    if (!file.endsWith('.md')) continue
    const parts = splitFrontMatter(readFileSync(join(content, file), 'utf8'))
    if ('finding' in parts) throw new Error(`${file}: ${parts.finding.what}`)
    const path = file.slice('reports/'.length)
    // A text that speaks of shortcodes has none: Hugo would stop at the first that it does not know.
    const body = parts.body.replace(/\{\{(?=[<%])/g, '{ {')
    write(join(folder, 'content', path), keysOf(reportSchema.parse(parts.yaml.value)), body)
    const folders = path.split('/').slice(0, -1)
    folders.forEach((_, index) => sections.add(folders.slice(0, index + 1).join('/')))
  }
  for (const section of sections) {
    write(join(folder, 'content', section, '_index.md'), { title: section.replace('/', '-') }, '')
  }
}

function keysOf(report: FrontMatter): Record<string, unknown> {
  const { id, title, date, lang, summary, topics, places, organisations, people, series, source, sources } = report
  const idsOf = (terms: FrontMatter['people']): string[] => terms.map(({ id }) => id)
  return {
    title,
    // A day that is not known is the first one.
    date: `${date}-01-01`.slice(0, 10),
    language: lang,
    description: summary,
    topics,
    places: idsOf(places),
    organisations: idsOf(organisations),
    people: idsOf(people),
    series: series === undefined ? [] : [series],
    source: (source ?? sources[0])?.name,
    aliases: [`/r/${id}/`],
  }
}

/** Write a page with its front matter as JSON, which Hugo reads as well as YAML. */
function write(file: string, frontMatter: object, body: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(frontMatter, null, 1)}\n\n${body}`)
}
