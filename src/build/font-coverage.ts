import { inflateSync } from 'node:zlib'

/**
 * The characters that a font has a glyph for, read from the font itself: what packages of fonts say of their files names many that
 * are not in them.
 *
 * @param woff a font in WOFF 1.0, whose `cmap` has a table of format 4 or 12 (OpenType 1.9)
 * @returns code points
 * @throws Error when it is something else
 */
export function readCoverage(woff: Buffer): Set<number> {
  const cmap = readTable(woff, 'cmap')
  const covered = new Set<number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + index * 8))
    const format = table.readUInt16BE(0)
    if (format === 4) addSegments(table, covered)
    if (format === 12) addGroups(table, covered)
  }
  if (covered.size === 0) throw new Error('the font names no character')
  return covered
}

/** A table of a font by its name, unpacked. */
function readTable(woff: Buffer, name: string): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a font in WOFF 1.0')
  for (let index = 0; index < woff.readUInt16BE(12); index += 1) {
    const entry = woff.subarray(44 + index * 20)
    if (entry.toString('latin1', 0, 4) !== name) continue
    const [offset, packed, size] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)]
    const bytes = woff.subarray(offset, offset + packed)
    return packed < size ? inflateSync(bytes) : bytes
  }
  throw new Error(`the font has no table ${name}`)
}

/** Format 4: segments of the first 65,536 characters, each with a difference to its glyphs or a list of them. */
function addSegments(table: Buffer, covered: Set<number>): void {
  const doubled = table.readUInt16BE(6)
  const [ends, starts] = [14, 16 + doubled]
  const [differences, offsets] = [starts + doubled, starts + 2 * doubled]
  for (let at = 0; at < doubled; at += 2) {
    const offset = table.readUInt16BE(offsets + at)
    for (let code = table.readUInt16BE(starts + at); code <= table.readUInt16BE(ends + at); code += 1) {
      const listed = offsets + at + offset + 2 * (code - table.readUInt16BE(starts + at))
      const glyph = offset === 0 ? code + table.readUInt16BE(differences + at) : table.readUInt16BE(listed)
      if (code !== 0xffff && (glyph & 0xffff) !== 0) covered.add(code)
    }
  }
}

/** Format 12: groups of characters whose glyphs follow each other. */
function addGroups(table: Buffer, covered: Set<number>): void {
  for (let index = 0; index < table.readUInt32BE(12); index += 1) {
    const group = table.subarray(16 + index * 12)
    const [start, end, glyph] = [group.readUInt32BE(0), group.readUInt32BE(4), group.readUInt32BE(8)]
    for (let code = start; code <= end; code += 1) if (glyph + code - start !== 0) covered.add(code)
  }
}
