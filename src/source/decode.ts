import { isUtf8 } from 'node:buffer'
import type { Finding } from '#archive/problem.ts'

/**
 * Decode the bytes of a file strictly as UTF-8; a byte order mark is dropped, and line ends become `\n`.
 * Node's own `utf-8` would put U+FFFD for what it cannot read, without a word.
 */
export function decode(bytes: Uint8Array): { text: string } | { finding: Finding } {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { finding: { line: 1, code: 'not-utf-8', what: 'the file is UTF-16', hint: 'save it as UTF-8' } }
  }
  // A strict `TextDecoder` takes a hundred times as long.
  if (isUtf8(bytes))
    return {
      text: textOf(bytes)
        .replace(/^\uFEFF/, '')
        .replace(/\r\n?/g, '\n'),
    }
  const offset = firstInvalidByte(bytes)
  const line = textOf(bytes.subarray(0, offset)).split(/\r\n?|\n/).length
  return {
    finding: {
      line,
      code: 'not-utf-8',
      what: `the file is not UTF-8: byte ${String(offset)} (0x${(bytes[offset] ?? 0).toString(16)})`,
      hint: 'save it as UTF-8; it may be GBK, Latin-1 or damaged',
    },
  }
}

function textOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
}

/**
 * The offset where the first character begins that is not UTF-8: the longest good prefix is found by halving, and since one
 * that ends inside a character still counts as good, the last step goes back to where that character begins.
 */
function firstInvalidByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isPrefixOfUtf8(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  while (good > 0 && !isPrefixOfUtf8(bytes.subarray(0, good), false)) good -= 1
  return good
}

function isPrefixOfUtf8(bytes: Uint8Array, stream = true): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream })
    return true
  } catch {
    return false
  }
}
