import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { readCoverage } from '#build/font-coverage.ts'
import { ROOT } from '../build.ts'

const file = (name: string): Buffer => readFileSync(join(ROOT, 'node_modules/@fontsource', name))

suite('what a font says it can set', () => {
  test('is what stands in it, not what its package says', () => {
    const latin = readCoverage(file('noto-sans/files/noto-sans-latin-400-normal.woff'))
    const has = (character: string): boolean => latin.has(character.codePointAt(0) ?? 0)
    assert.deepEqual(Array.from('Aé–“€', has), [true, true, true, true, true])
    // The package says U+2000-206F.
    assert.equal(has('‐'), false)
    assert.equal(has('版'), false)
  })

  test('may lie beyond the first 65,536 characters', () => {
    const coverage = readCoverage(makeFont(12, [0x1f600, 0x1f602, 7]))
    assert.deepEqual([...coverage], [0x1f600, 0x1f601, 0x1f602])
  })

  test('leaves out what leads to the glyph of what is missing', () => {
    assert.deepEqual([...readCoverage(makeFont(12, [0x41, 0x43, 0]))], [0x42, 0x43])
  })

  test('is not asked of anything but a font', () => {
    assert.throws(() => readCoverage(Buffer.from('no font')), /^Error: not a font in WOFF 1\.0$/)
    assert.throws(() => readCoverage(file('noto-sans/files/noto-sans-latin-400-normal.woff2')), /not a font in WOFF/)
    assert.throws(() => readCoverage(makeFont(6, [0x41, 0x43, 1])), /^Error: the font names no character$/)
  })
})

/** A font that is nothing but a table of characters, of one group: first, last, and the glyph of the first. */
function makeFont(format: number, group: readonly [first: number, last: number, glyph: number]): Buffer {
  const cmap = Buffer.alloc(12 + 28)
  cmap.writeUInt16BE(1, 2)
  cmap.writeUInt32BE(12, 8)
  cmap.writeUInt16BE(format, 12)
  cmap.writeUInt32BE(1, 12 + 12)
  group.forEach((value, index) => cmap.writeUInt32BE(value, 12 + 16 + index * 4))
  const head = Buffer.alloc(44 + 20)
  head.write('wOFF')
  head.writeUInt16BE(1, 12)
  head.write('cmap', 44)
  head.writeUInt32BE(head.length, 48)
  head.writeUInt32BE(cmap.length, 52)
  head.writeUInt32BE(cmap.length, 56)
  return Buffer.concat([head, cmap])
}
