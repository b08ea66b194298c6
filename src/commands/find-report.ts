import type { SourceArchive } from '#source/read-archive.ts'
import type { Report } from '#archive/catalogue.ts'

/**
 * The report that was named, by its identifier, its address, its short address or its file, however much of it was typed.
 *
 * @throws Error when there is none
 */
export function findReport({ reports, held, drafts }: SourceArchive, typed: string): Report {
  const name = typed
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/^.*?(?=reports\/\d)/, '')
    .replace(/^reports\//, '')
    .replace(/\.md$/, '')
    .replace(/[?#].*$/, '')
    .replace(/^\/+|\/+$/g, '')
  const id = /(?:^|\/)r\/([0-9a-z]+)$/.exec(name)?.[1] ?? name
  const found = [...reports, ...held, ...drafts].find(
    (report) => report.id === id || report.path === name || name.endsWith(`/${report.path}`),
  )
  if (found === undefined) throw new Error(`There is no report “${typed}”: name it by its identifier, address or file`)
  return found
}
