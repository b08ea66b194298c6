import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** Bytes of any page with all that it loads first, compressed with brotli at its best. */
export const PAGE_BYTES = 30_000
/** The same of the front page and of a report, in every language: what arrives with the first answers of a connection. */
export const LIGHT_PAGE_BYTES = 14_000

/** How large a file is when it is sent. */
export function compressed(file: string): number {
  return brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

/**
 * The files that a page loads before anybody does anything, itself the first: style sheets, the icon, pictures, and scripts
 * with what these import.
 *
 * @param base the path under which the archive is served
 */
export function filesOf(page: string, folder: string, base: string): string[] {
  const html = readFileSync(join(folder, page), 'utf8')
  const tags = html.match(/<(?:script|img|link rel="(?:stylesheet|icon|preload|modulepreload)")[^>]*>/g) ?? []
  const named = tags.flatMap((tag) => / (?:src|href)="([^"]*)"/.exec(tag)?.[1] ?? [])
  const files = new Set([page])
  for (const address of named) addWithImports(address.slice(base.length), folder, files)
  return [...files]
}

function addWithImports(file: string, folder: string, files: Set<string>): void {
  if (files.has(file)) return
  files.add(file)
  if (!file.endsWith('.js')) return
  const script = readFileSync(join(folder, file), 'utf8')
  for (const [, name = ''] of script.matchAll(/(?:\bfrom|\bimport) ?["']\.\/([^"']+)["']/g))
    addWithImports(file.replace(/[^/]+$/, name), folder, files)
}
