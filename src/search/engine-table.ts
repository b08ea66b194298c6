/** The mark that stands in front of the engine's files. */
export const ENGINE_MARK = 'pagefind_dcd'

/** A part of the words of an index: a file of the engine. */
export interface Chunk {
  /** Its first and its last word, or as much of their beginnings as tells them from those of the chunks beside it. */
  from: string
  to: string
  /** What its file is called. */
  name: string
}

/**
 * The engine's table of contents: CBOR (RFC 8949) behind its mark, of which it uses lists, texts and numbers. Per report it holds the
 * name of a file that we do not publish and a number that only its own order needs, 7 of 9 bytes that a reader would load;
 * so it is read when an index is made, and written again in the browser without them.
 */
type Item = number | string | readonly Item[]

/**
 * Read the table of contents that the engine wrote.
 *
 * @returns what it calls the reports, in their order, and its chunks
 * @throws Error when it is not as the engine of this version writes it
 */
export function readTable(bytes: Uint8Array): { reports: string[]; chunks: Chunk[] } {
  const start = ENGINE_MARK.length
  let at = start
  const readNumber = (bits: number): number => {
    if (bits < 24) return bits
    let number = 0
    for (let left = 2 ** (bits - 24); left > 0; left -= 1) {
      number = number * 256 + (bytes[at] ?? 0)
      at += 1
    }
    return number
  }
  const read = (): Item => {
    const head = bytes[at] ?? 0
    at += 1
    const size = readNumber(head & 31)
    if (head >> 5 === 0) return size
    if (head >> 5 === 3) {
      at += size
      return new TextDecoder().decode(bytes.subarray(at - size, at))
    }
    if (head >> 5 === 4 && size <= bytes.length) return Array.from({ length: size }, read)
    throw new Error('the search engine wrote a table of contents of another kind')
  }
  const table = read()
  const [, reports, chunks, ...others] = Array.isArray(table) ? (table as readonly Item[]) : []
  const isKnown =
    at === bytes.length && others.length === 3 && others.every((one) => Array.isArray(one) && one.length === 0)
  if (!isKnown) throw new Error('the search engine wrote a table of contents of another kind')
  return {
    reports: (reports as readonly (readonly Item[])[]).map(([id]) => String(id)),
    chunks: (chunks as readonly (readonly Item[])[]).map(([from, to, name]) => ({
      from: String(from),
      to: String(to),
      name: String(name),
    })),
  }
}

/** Write a table of contents for the engine: it calls a report by its ordinal, and all are of one length. */
export function writeTable(version: string, reports: number, chunks: readonly Chunk[]): Uint8Array<ArrayBuffer> {
  const bytes = Array.from(new TextEncoder().encode(ENGINE_MARK))
  const writeHead = (kind: number, size: number): void => {
    if (size < 24) bytes.push((kind << 5) | size)
    else if (size < 2 ** 16) bytes.push((kind << 5) | 25, size >> 8, size & 255)
    else bytes.push((kind << 5) | 26, (size >> 24) & 255, (size >> 16) & 255, (size >> 8) & 255, size & 255)
  }
  const write = (item: Item): void => {
    if (typeof item === 'number') writeHead(0, item)
    else if (typeof item === 'string') {
      const text = new TextEncoder().encode(item)
      writeHead(3, text.length)
      for (const byte of text) bytes.push(byte)
    } else {
      writeHead(4, item.length)
      item.forEach(write)
    }
  }
  const pages = Array.from({ length: reports }, (_, ordinal) => [String(ordinal), 1, ''])
  write([version, pages, chunks.map(({ from, to, name }) => [from, to, name]), [], [], []])
  return Uint8Array.from(bytes)
}

/** The chunks that may hold words that begin so. */
export function chunksWith(chunks: readonly Chunk[], beginning: string): Chunk[] {
  return chunks.filter(({ from, to }) => from <= `${beginning}\uffff` && (to >= beginning || beginning.startsWith(to)))
}
