import assert from 'node:assert/strict'
import { renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { settings } from '#site.config.ts'
import { NO_CACHE, type ContentCache } from '#source/content-cache.ts'
import type { ReadReport } from '#source/read-report.ts'
import { readReports } from '#source/read-reports.ts'
import { makeIdentifier } from '../archive/make-report.ts'
import { inTemporaryArchive, report } from './temporary-archive.ts'

const { limits } = settings
const TODAY = '2026-11-22'

/** A cache in memory, what it holds, as JSON, and the keys that it was asked for. */
interface Asked {
  cache: ContentCache
  kept: Map<string, string>
  asked: string[]
}

/** A cache that was opened long after everything was written. */
function openLater(): Asked {
  const kept = new Map<string, string>()
  const asked: string[] = []
  const get = (key: string): unknown => {
    asked.push(key)
    const text = kept.get(key)
    return text === undefined ? undefined : (JSON.parse(text) as unknown)
  }
  const keep = (key: string, value: unknown): void => {
    kept.set(key, JSON.stringify(value))
  }
  const cache = {
    opened: Number.MAX_SAFE_INTEGER,
    get,
    keep,
    has: (key: string) => kept.has(key),
    flush: () => undefined,
    close: () => undefined,
  }
  return { cache, kept, asked }
}

function read(
  root: string,
  files: readonly string[],
  cache: ContentCache,
  options: { today?: string } = {},
): unknown[] {
  return readReports(files, { root, limits, today: TODAY, texts: true, cache, ...options }).map(plain)
}

/** What was read, without what only says where something stands. */
function plain(read: ReadReport): unknown {
  return JSON.parse(JSON.stringify({ ...read, placeOf: undefined, signature: read.signature && [...read.signature] }))
}

/** Wait until the disk tells another time. */
function tick(root: string): void {
  const file = join(root, '.tick')
  const timeOf = (): number => {
    writeFileSync(file, '')
    return statSync(file).ctimeMs
  }
  for (const before = timeOf(); timeOf() === before;);
}

const FILE = 'reports/2024/12/a-report.md'
const OTHER = 'reports/2024/12/another.md'

suite('the reports of an archive that was read before', () => {
  test('are not opened as long as nobody has touched them', () => {
    inTemporaryArchive({ [FILE]: report({}, 'A paragraph.') }, (root) => {
      const { cache, asked } = openLater()
      const first = read(root, [FILE], cache)
      asked.length = 0
      assert.deepEqual(read(root, [FILE], cache), first)
      assert.deepEqual(
        asked.map((key) => key.replace(/[0-9a-f]{64}/, '…')),
        ['readings … reports/2024/12 0/1'],
      )
    })
  })

  test('are read again when they were touched, even if they are as long as before and tell the same time', () => {
    inTemporaryArchive({ [FILE]: report({ title: 'A training' }) }, (root) => {
      const { cache } = openLater()
      const whole = new Date('2024-12-20T12:00:00Z')
      utimesSync(join(root, FILE), whole, whole)
      read(root, [FILE], cache)
      tick(root)
      writeFileSync(join(root, FILE), report({ title: 'A painting' }))
      utimesSync(join(root, FILE), whole, whole)
      const [{ known }] = read(root, [FILE], cache) as [ReadReport]
      assert.equal(known.title, 'A painting')
    })
  })

  test('are read again by the next build when they were changed just before this one', () => {
    inTemporaryArchive({ [FILE]: report() }, (root) => {
      const { cache, kept } = openLater()
      const { mtimeMs } = statSync(join(root, FILE))
      read(root, [FILE], { ...cache, opened: mtimeMs + 100 })
      // Without it nothing tells that they were not touched.
      assert.doesNotMatch([...kept.values()].join(), /"state"/)
      read(root, [FILE], { ...cache, opened: mtimeMs + 10_000 })
      assert.match([...kept.values()].join(), /"state"/)
    })
  })

  test('are not checked again when they were only written anew, as by Git', () => {
    inTemporaryArchive({ [FILE]: report({ title: 'A training' }) }, (root) => {
      const { cache, kept } = openLater()
      read(root, [FILE], cache)
      for (const [key, text] of kept) kept.set(key, text.replace('A training', 'A kept one'))
      tick(root)
      writeFileSync(join(root, FILE), report({ title: 'A training' }))
      const [{ known }] = read(root, [FILE], cache) as [ReadReport]
      assert.equal(known.title, 'A kept one')
    })
  })

  test('are read anew for their texts when only their front matter was, and not for it when their texts were', () => {
    inTemporaryArchive({ [FILE]: report({}, 'A paragraph.') }, (root) => {
      const { cache } = openLater()
      const options = { root, limits, today: TODAY, cache }
      readReports([FILE], { ...options, texts: false })
      const [whole] = readReports([FILE], { ...options, texts: true })
      assert.ok(whole?.wordsDigest)
      const [front] = readReports([FILE], { ...options, texts: false })
      assert.equal(front?.wordsDigest, whole.wordsDigest)
    })
  })

  test('are kept as they are now, also when only their front matter was read after an edit', () => {
    inTemporaryArchive(
      { [FILE]: report({ title: 'A training' }), [OTHER]: report({ id: makeIdentifier(1) }) },
      (root) => {
        const { cache, kept } = openLater()
        const options = { root, limits, today: TODAY, cache }
        readReports([FILE, OTHER], { ...options, texts: true })
        tick(root)
        writeFileSync(join(root, FILE), report({ title: 'A painting' }))
        readReports([FILE, OTHER], { ...options, texts: false })
        // Neither is read again, and the text of the other one was not forgotten.
        for (const [key, text] of kept) kept.set(key, text.replace('A painting', 'A kept one'))
        const [edited, other] = readReports([FILE, OTHER], { ...options, texts: false })
        assert.equal(edited?.known.title, 'A kept one')
        assert.ok(other?.wordsDigest)
      },
    )
  })

  test('are not kept anew at each reading while they have just been changed', () => {
    inTemporaryArchive({ [FILE]: report() }, (root) => {
      const { cache } = openLater()
      const opened = statSync(join(root, FILE)).mtimeMs + 100
      read(root, [FILE], { ...cache, opened })
      const keep = (key: string): void => {
        assert.fail(`${key} is kept again`)
      }
      read(root, [FILE], { ...cache, opened, keep })
    })
  })

  test('are not checked again when their folder has more than are kept together', () => {
    const files = Object.fromEntries(
      Array.from({ length: 501 }, (_, index) => [
        `reports/2024/12/report-${String(index)}.md`,
        report({ id: makeIdentifier(index), title: 'A training' }),
      ]),
    )
    inTemporaryArchive(files, (root) => {
      const { cache, kept } = openLater()
      const paths = Object.keys(files)
      read(root, paths.slice(1), cache)
      assert.deepEqual(
        [...kept.keys()].map((key) => key.split(' ').at(-1)),
        ['0/1'],
      )
      for (const [key, text] of kept) kept.set(key, text.replaceAll('A training', 'A kept one'))
      const titles = (read(root, paths, cache) as ReadReport[]).map(({ known }) => known.title)
      assert.deepEqual(titles, ['A training', ...titles.slice(1).map(() => 'A kept one')])
    })
  })

  test('are checked again on a day on which they were not right yet', () => {
    const corrections = '[{ date: 2026-11-20, kind: update, text: The vote was added. }]'
    inTemporaryArchive({ [FILE]: report({ corrections }) }, (root) => {
      const { cache } = openLater()
      const findingsOf = (today: string): string[] =>
        (read(root, [FILE], cache, { today }) as ReadReport[]).flatMap(({ findings }) =>
          findings.map(({ code }) => code),
        )
      assert.deepEqual(findingsOf(TODAY), [])
      assert.notDeepEqual(findingsOf('2026-11-01'), [])
      assert.deepEqual(findingsOf(TODAY), [])
    })
  })

  test('are told in their order, also of a folder with very many', () => {
    const files = Object.fromEntries(
      Array.from({ length: 1200 }, (_, index) => [
        `reports/2024/12/report-${String(index).padStart(4, '0')}.md`,
        report({ id: makeIdentifier(index) }),
      ]),
    )
    inTemporaryArchive(files, (root) => {
      const { cache, asked } = openLater()
      const paths = Object.keys(files)
      const filesOf = (all: unknown[]): string[] => (all as ReadReport[]).map(({ file }) => file)
      assert.deepEqual(filesOf(read(root, paths, cache)), paths)
      asked.length = 0
      assert.deepEqual(filesOf(read(root, paths, cache)), paths)
      assert.equal(asked.length, 4)
    })
  })

  test('are what they are without a cache, whatever is done to them', () => {
    const slug = fc.constantFrom('a', 'b', 'c')
    const text = fc.constantFrom('One.', 'Two.', '![A hall](hall.jpg)', '<b>bold</b>', '')
    const edit = fc.oneof(
      fc.record({ do: fc.constant('write' as const), slug, text }),
      fc.record({ do: fc.constant('replace' as const), slug, text }),
      fc.record({ do: fc.constant('remove' as const), slug }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(edit, { maxLength: 3 }), { maxLength: 6 }), (builds) => {
        inTemporaryArchive({ 'reports/2024/12/a.md': report() }, (root) => {
          const { cache } = openLater()
          const folder = join(root, 'reports/2024/12')
          for (const edits of builds) {
            tick(root)
            for (const one of edits) {
              const file = join(folder, `${one.slug}.md`)
              if (one.do === 'remove') rmSync(file, { force: true })
              else if (one.do === 'write') writeFileSync(file, report({}, one.text))
              else {
                writeFileSync(`${file}.new`, report({}, one.text))
                renameSync(`${file}.new`, file)
              }
            }
            // One that is not there any more is asked for too, as when it vanishes meanwhile.
            const files = ['a', 'b', 'c'].map((name) => `reports/2024/12/${name}.md`)
            assert.deepEqual(read(root, files, cache), read(root, files, NO_CACHE))
          }
        })
      }),
      { numRuns: 40 },
    )
  })
})
