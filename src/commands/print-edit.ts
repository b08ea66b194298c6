import { diffLines } from 'diff'

/** Print what was changed in a file, line by line. */
export function printEdit(file: string, title: string, before: string, after: string): void {
  console.log(`${file}  ${title}`)
  for (const { value, added, removed } of diffLines(before, after)) {
    if (!added && !removed) continue
    for (const line of value.replace(/\r?\n$/, '').split(/\r?\n/)) console.log(`${added ? '+' : '-'} ${line}`)
  }
}
