import { randomInt } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseDate } from '#archive/calendar.ts'
import { mintIdentifier } from '#archive/identifier.ts'
import { reportSchema, splitMessage } from '#archive/report.ts'
import { findFaultInSlug } from '#archive/slug.ts'
import { readArchive } from '#source/read-archive.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { runCommand } from './command-line.ts'
import { today } from './today.ts'

const HELP = `Make the file of a new report, with an identifier of its own, and print its path.

  npm run new -- --date 2024-12-20 --slug training-in-changsha --title "Training in Changsha"
  npm run new -- --date 1893 --slug two-secretariats-combined --title "…" --kind brief --lang en
  npm run new -- --ids 5                  only mint five identifiers and print them

--date    the day it is filed under, or the month or year when no more is known
--slug    the words of its address, a-z and 0-9 joined by hyphens; they never change
--title   the headline
--kind    report (the default) or brief
--lang    the language of the text (${settings.languages[0]})`

const options = {
  date: { type: 'string' },
  slug: { type: 'string' },
  title: { type: 'string' },
  kind: { type: 'string', default: 'report' },
  lang: { type: 'string', default: settings.languages[0] },
  ids: { type: 'string' },
} as const

await runCommand({ help: HELP, options }, ({ values }) => {
  create(values)
})

/** What was typed. */
interface Typed {
  date?: string | undefined
  slug?: string | undefined
  title?: string | undefined
  kind: string
  lang: string
  ids?: string | undefined
}

function create({ date, slug, title, kind, lang, ids }: Typed): void {
  const root = resolve(readEnvironment(process.env).content)
  const { reports, held, drafts } = readArchive({ root, settings, today: today(), texts: false })
  const taken = new Set([...reports, ...held, ...drafts].map(({ id }) => id))

  if (ids !== undefined) {
    if (!/^[1-9]\d{0,5}$/.test(ids)) throw new Error(`--ids ${ids}: write how many, a number`)
    for (let count = Number(ids); count > 0; count -= 1) console.log(mintUnused(taken))
    return
  }
  if (date === undefined || slug === undefined || title === undefined) {
    throw new Error(`--date, --slug and --title are needed\n\n${HELP}`)
  }
  if (parseDate(date) === undefined) throw new Error(`--date ${date}: write 2024-12-20, 2024-12 or 2024`)
  const fault = findFaultInSlug(slug)
  if (fault !== undefined) throw new Error(`--slug: ${fault.what}; ${fault.hint}`)

  for (const [key, value] of Object.entries({ title, kind, lang })) {
    const parsed = reportSchema.shape[key as 'title' | 'kind' | 'lang'].safeParse(value)
    const { what, hint } = splitMessage(parsed.error?.issues[0]?.message ?? '')
    if (!parsed.success) throw new Error(`--${key}: ${what}; ${hint}`)
  }

  const path = join(root, 'reports', date.slice(0, 7).replace('-', '/'), `${slug}.md`)
  if (existsSync(path)) throw new Error(`${path} is there already: choose another slug`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, template({ id: mintUnused(taken), date, title, kind, lang }))
  console.log(path)
}

/** Mint an identifier that no report has, and take it. */
function mintUnused(taken: Set<string>): string {
  let id = mintIdentifier((below) => randomInt(below))
  while (taken.has(id)) id = mintIdentifier((below) => randomInt(below))
  taken.add(id)
  return id
}

/** The file of a report that says what is known of it; it stays a draft until its editor removes the line. */
function template({
  id,
  date,
  title,
  kind,
  lang,
}: Readonly<Record<'id' | 'date' | 'title' | 'kind' | 'lang', string>>): string {
  const source =
    kind === 'brief' ? '# sources: [{ name: …, url: "https://…" }]' : '# source: { name: …, url: "https://…" }'
  return `---
id: ${id}
kind: ${kind}
lang: ${lang}
title: ${JSON.stringify(title)}
date: ${date}
topics: []
places: []
organisations: []
people: []
${source}
status: draft
---

`
}
