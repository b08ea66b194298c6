import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A function that writes files at paths below a folder; folders are made when they are not there, each once. */
export function writerBelow(folder: string): (path: string, content: string | Uint8Array) => void {
  const folders = new Set<string>()
  return (path, content) => {
    const file = join(folder, path)
    const parent = dirname(file)
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true })
    folders.add(parent)
    writeFileSync(file, content)
  }
}
