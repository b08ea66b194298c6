import { readFileSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import { convertCorpus } from '../convert-corpus.ts'

/**
 * Write real reports as a content folder; what the check would refuse is left out.
 *
 * @param files JSON Lines, packed with zstd or not
 * @returns how many reports there are
 */
export function writeCorpus(files: readonly string[], folder: string): number {
  const lines = files.map((file) => {
    const bytes = readFileSync(file)
    return (file.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes).toString()
  })
  const { written, refused } = convertCorpus(lines.join('\n'), folder)
  if (refused.length > 0) console.error(`${String(refused.length)} items were left out, such as ${refused[0] ?? ''}`)
  return written
}
