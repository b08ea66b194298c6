import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { openContentCache } from '#source/content-cache.ts'
import { readVocabularies } from '#source/read-vocabularies.ts'

const work = mkdtempSync(join(tmpdir(), 'vocabularies '))
const cache = openContentCache(join(work, 'cache'), 'a maker')
after(() => {
  cache.close()
  rmSync(work, { recursive: true, force: true })
})

function write(topics: string): void {
  mkdirSync(join(work, 'vocabularies'), { recursive: true })
  writeFileSync(join(work, 'vocabularies/topics.yaml'), topics)
}

const COPYRIGHT = "copyright:\n  label:\n    en: Copyright\n    zh-Hans: '版权'\n  aliases: [Author’s rights]\n"

suite('a vocabulary that was read before', () => {
  test('is as it was read, its ids among what reports may name', () => {
    write(COPYRIGHT)
    const first = readVocabularies(work, cache)
    assert.deepEqual(
      first.terms.map(({ vocabulary, id, label }) => [vocabulary, id, label]),
      [['topics', 'copyright', { en: 'Copyright', 'zh-Hans': '版权' }]],
    )
    assert.deepEqual(readVocabularies(work, cache), first)
    assert.deepEqual(readVocabularies(work), first)
  })

  test('is read again when it has changed', () => {
    write(`${COPYRIGHT}training:\n  label:\n    en: Training\n`)
    const { terms, ids } = readVocabularies(work, cache)
    assert.deepEqual(
      terms.map(({ id }) => id),
      ['copyright', 'training'],
    )
    assert.deepEqual([...(ids.get('topics') ?? [])], ['copyright', 'training'])
  })

  test('tells what is wrong with it each time', () => {
    write(`${COPYRIGHT}training:\n  name: Training\n`)
    const first = readVocabularies(work, cache).problems.map(({ code }) => code)
    assert.notDeepEqual(first, [])
    assert.deepEqual(
      readVocabularies(work, cache).problems.map(({ code }) => code),
      first,
    )
  })
})
