import type { Finding } from '#archive/problem.ts'

/** Used again for each file: to make one takes as long as to decode a report. */
const strict = new TextDecoder('utf-8', { fatal: true })

/**
 * Decode the bytes of a file strictly as UTF-8; a byte order mark is dropped, and line ends become `\n`.
 * Node's own `utf-8` would put U+FFFD for what it cannot read, without a word.
 */
export function decode(bytes: Uint8Array): { text: string } | { finding: Finding } {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { finding: { line: 1, code: 'not-utf-8', what: 'the file is UTF-16', hint: 'save it as UTF-8' } }
  }
  try {
    const text = strict.decode(bytes)
    return { text: text.replace(/\r\n?/g, '\n') }
  } catch {
    const offset = firstInvalidByte(bytes)
    const before = new TextDecoder().decode(bytes.subarray(0, offset))
    const line = before.split(/\r\n?|\n/).length
    return {
      finding: {
        line,
        code: 'not-utf-8',
        what: `the file is not UTF-8: byte ${String(offset)} (0x${(bytes[offset] ?? 0).toString(16)})`,
        hint: 'save it as UTF-8; it may be GBK, Latin-1 or damaged',
      },
    }
  }
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
