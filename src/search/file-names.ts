/** How many hexadecimal digits a name has: of 268 million files that change, one keeps its name. The engine takes as many. */
const DIGITS = 7

/**
 * Name files by their digests, so that a name changes with what the file holds. Of two that would have one name the later one takes
 * the next digits.
 *
 * @param digests long hexadecimal numbers
 */
export function nameFiles(digests: readonly string[]): string[] {
  const taken = new Set<string>()
  return digests.map((digest) => {
    let at = 0
    while (taken.has(digest.slice(at, at + DIGITS))) at += 1
    const name = digest.slice(at, at + DIGITS)
    taken.add(name)
    return name
  })
}

/** Write names as bytes, two digits each: they are what most of a table of contents is, and do not compress. */
export function packNames(names: readonly string[]): Uint8Array {
  const digits = names.join('')
  return Uint8Array.from({ length: sizeOfNames(names.length) }, (_, index) =>
    parseInt(digits.slice(index * 2, index * 2 + 2).padEnd(2, '0'), 16),
  )
}

/** How many bytes so many names take. */
export function sizeOfNames(count: number): number {
  return Math.ceil((count * DIGITS) / 2)
}

/** Read what `packNames` wrote. @throws Error when it is not as many names */
export function unpackNames(bytes: Uint8Array, count: number): string[] {
  if (bytes.length !== sizeOfNames(count)) throw new Error('there are more or fewer names than files')
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return Array.from({ length: count }, (_, index) => digits.slice(index * DIGITS, (index + 1) * DIGITS))
}
