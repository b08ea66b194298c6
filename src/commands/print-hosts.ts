import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { compareWithHosts, type Excess, type Size } from '#archive/hosts.ts'

/**
 * Print how large a built archive is beside what hosts take, and what would make it fit.
 *
 * @param reports the number of its reports
 * @throws Error when there is no built archive
 */
export function printHosts(folder: string, reports: number): void {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`there is no built archive in ${folder}: npm run build`)
  const size = measure(folder)
  const perReport = reports === 0 ? '' : `, ${(size.files / reports).toFixed(1)} for each report`
  console.log(`files            ${grouped(size.files)}${perReport}`)
  console.log(`all bytes        ${toMebibytes(size.bytes)}`)
  console.log(`largest file     ${toMebibytes(size.largest.bytes)}  ${size.largest.path}`)
  console.log(`fullest folder   ${grouped(size.fullest.files)} files  ${size.fullest.path || '.'}`)
  console.log()
  for (const { host, excess } of compareWithHosts(size)) {
    console.log(`${host.padEnd(42)}${excess.length === 0 ? 'fits' : excess.map(describe).join('; ')}`)
    for (const what of new Set(excess.map((one) => one.what))) console.log(`${' '.repeat(42)}→ ${REMEDIES[what]}`)
  }
}

/** What would make an archive fit, for each thing that there may be too much of. */
const REMEDIES: Readonly<Record<Excess['what'], string>> = {
  files:
    'fewer `alternates` or `feeds.formats`, or no `termYears`, in src/site.config.ts: files for every report or term',
  bytes: "smaller pictures, `cards: 'archive'`, feeds without `texts` and fewer `alternates` in src/site.config.ts",
  fileBytes: 'data files grow with the archive: leave them out when you upload, or serve them from object storage',
  folderFiles: 'a smaller `reportsPerShard` in src/site.config.ts',
}

function describe({ what, found, limit }: Excess): string {
  const write = what === 'bytes' || what === 'fileBytes' ? toMebibytes : grouped
  const names = { files: 'files', bytes: 'in all', fileBytes: 'in one file', folderFiles: 'files in one folder' }
  return `${write(found)} ${names[what]}, ${write(limit)} are taken`
}

function measure(root: string): Size {
  const size: Size = { files: 0, bytes: 0, largest: { path: '', bytes: 0 }, fullest: { path: '', files: 0 } }
  const walk = (folder: string): void => {
    let files = 0
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else {
        const bytes = statSync(path).size
        files += 1
        size.bytes += bytes
        if (bytes > size.largest.bytes) size.largest = { path: relative(root, path), bytes }
      }
    }
    size.files += files
    if (files > size.fullest.files) size.fullest = { path: relative(root, folder), files }
  }
  walk(root)
  return size
}

const numbers = new Intl.NumberFormat('en')

function grouped(value: number): string {
  return numbers.format(value)
}

function toMebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}
