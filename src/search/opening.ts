import { decodeCore, encodeCore, type CoreColumns } from './columns.ts'
import type { Chunk } from './engine-table.ts'
import { packNames, unpackNames } from './file-names.ts'

/** What is needed of an index before it can be asked for anything: one file, because each would cost a request of its own. */
export interface Opening {
  core: CoreColumns
  chunks: readonly Chunk[]
}

/** How many bytes stand in front: the lengths of the core and of the names, and how many chunks there are. */
const HEAD = 12

/** Write an opening as bytes, to be compressed by the caller. */
export function encodeOpening({ core, chunks }: Opening): Uint8Array {
  const columns = encodeCore(core)
  const names = packNames(chunks.map(({ name }) => name))
  // No word holds a space.
  const words = new TextEncoder().encode(chunks.map(({ from, to }) => `${from} ${to}`).join(' '))
  const bytes = new Uint8Array(HEAD + columns.length + names.length + words.length)
  const head = new DataView(bytes.buffer)
  ;[columns.length, names.length, chunks.length].forEach((number, index) => {
    head.setUint32(index * 4, number)
  })
  bytes.set(columns, HEAD)
  bytes.set(names, HEAD + columns.length)
  bytes.set(words, HEAD + columns.length + names.length)
  return bytes
}

/** Read what `encodeOpening` wrote. @throws Error when it is cut short or malformed */
export function decodeOpening(bytes: Uint8Array): Opening {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [columns = 0, named = 0, count = 0] = [0, 4, 8].map((at) => head.getUint32(at))
  const core = decodeCore(bytes.subarray(HEAD, HEAD + columns))
  const names = unpackNames(bytes.subarray(HEAD + columns, HEAD + columns + named), count)
  const text = new TextDecoder().decode(bytes.subarray(HEAD + columns + named))
  const words = text === '' ? [] : text.split(' ')
  if (words.length !== count * 2) throw new Error('the opening of an index is cut short')
  return {
    core,
    chunks: names.map((name, index) => ({ name, from: words[index * 2] ?? '', to: words[index * 2 + 1] ?? '' })),
  }
}
