import { decodeCore, encodeCore, type CoreColumns } from './columns.ts'
import type { Chunk } from './engine-table.ts'
import { packNames, sizeOfNames, unpackNames } from './file-names.ts'

/** What is needed of an index before it can be asked for anything: one file, because each would cost a request of its own. */
export interface Opening {
  core: CoreColumns
  /** Where its words are. */
  chunks: readonly Chunk[]
  /** What the files of its reports are called, in their order. */
  records: readonly string[]
}

/** How many bytes stand in front: how long the core is, and how many chunks and records there are. */
const HEAD = 12

/** Write an opening as bytes, to be compressed by the caller. */
export function encodeOpening({ core, chunks, records }: Opening): Uint8Array {
  const columns = encodeCore(core)
  // No word holds a space.
  const words = new TextEncoder().encode(chunks.map(({ from, to }) => `${from} ${to}`).join(' '))
  const head = new DataView(new ArrayBuffer(HEAD))
  ;[columns.length, chunks.length, records.length].forEach((number, index) => {
    head.setUint32(index * 4, number)
  })
  const names = [chunks.map(({ name }) => name), records].map(packNames)
  return join([new Uint8Array(head.buffer), columns, ...names, words])
}

/** Read what `encodeOpening` wrote. @throws Error when it is cut short or malformed */
export function decodeOpening(bytes: Uint8Array): Opening {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = HEAD
  const take = (length: number): Uint8Array => bytes.subarray(at, (at += length))
  const takeNames = (count: number): string[] => unpackNames(take(sizeOfNames(count)), count)
  const core = decodeCore(take(head.getUint32(0)))
  const chunks = takeNames(head.getUint32(4))
  const records = takeNames(head.getUint32(8))
  const text = new TextDecoder().decode(bytes.subarray(at))
  const words = text === '' ? [] : text.split(' ')
  if (words.length !== chunks.length * 2) throw new Error('the opening of an index is cut short')
  return {
    core,
    chunks: chunks.map((name, index) => ({ name, from: words[index * 2] ?? '', to: words[index * 2 + 1] ?? '' })),
    records,
  }
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
