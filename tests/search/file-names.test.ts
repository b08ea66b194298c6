import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { nameFiles, packNames, unpackNames } from '#search/file-names.ts'

suite('the names of files', () => {
  test('are the beginnings of their digests', () => {
    assert.deepEqual(nameFiles(['0123456789', 'abcdef0123']), ['0123456', 'abcdef0'])
  })

  test('are later digits for one whose name is taken', () => {
    assert.deepEqual(nameFiles(['0123456789', '0123456abc', '0123456aaa']), ['0123456', '123456a', '23456aa'])
  })

  test('are read as they were written, for odd and even numbers of them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { maxLength: 20 }), (seeds) => {
        const names = nameFiles(seeds.map((seed) => createHash('sha256').update(String(seed)).digest('hex')))
        assert.equal(new Set(names).size, seeds.length)
        assert.deepEqual(unpackNames(packNames(names), names.length), names)
      }),
    )
  })

  test('take three and a half bytes each', () => {
    assert.equal(packNames(['0123456', 'abcdef0']).length, 7)
  })

  for (const count of [1, 3]) {
    test(`of two files are not read as those of ${String(count)}`, () => {
      assert.throws(() => unpackNames(packNames(['0123456', 'abcdef0']), count), {
        message: 'there are more or fewer names than files',
      })
    })
  }
})
