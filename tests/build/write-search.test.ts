import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { buildCatalogue, type Report } from '#archive/catalogue.ts'
import type { Term } from '#archive/term.ts'
import { writerBelow } from '#build/write-below.ts'
import { writeSearch, type WrittenSearch } from '#build/write-search.ts'
import { toBlocks } from '#search/blocks.ts'
import { dictionaryFile, MANIFEST_FILE, SEARCH_FOLDER, type Manifest } from '#search/manifest.ts'
import type { SearchRecord } from '#search/record.ts'
import { settings } from '../../src/site.config.ts'
import { makeIdentifier, makeReport, makeTerm } from '../archive/make-report.ts'
import { makeUpReports, TERMS, toHtml } from '../search/made-up-reports.ts'
import { openTestSite } from '../search/open-test-archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'write-search-'))
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

const MADE_UP = makeUpReports(60)
const REPORTS = MADE_UP.map(({ report }) => report)
const TEXTS = new Map(MADE_UP.map(({ report, paragraphs }) => [report.id, toHtml(paragraphs)]))

interface Given {
  reports?: readonly Report[]
  terms?: readonly Term[]
  texts?: ReadonlyMap<string, string>
  reportsPerShard?: number
}

/** Write the search of some reports below the folder `out`, with the cache `cache`. */
function write(
  out: string,
  cache: string,
  { reports = REPORTS, terms = TERMS, texts = TEXTS, reportsPerShard = 10 }: Given = {},
): Promise<WrittenSearch> {
  return writeSearch(writerBelow(join(folder, out)), {
    catalogue: buildCatalogue(reports, terms),
    settings: { ...settings, reportsPerShard },
    blocksOf: ({ id }) => toBlocks(texts.get(id) ?? ''),
    cache: join(folder, cache),
  })
}

/** The files below a folder with the digest of each. */
function filesOf(out: string): [path: string, digest: string][] {
  return pathsOf(out).map((path) => [
    path,
    createHash('sha256')
      .update(readFileSync(join(folder, out, path)))
      .digest('hex'),
  ])
}

function pathsOf(out: string): string[] {
  return readdirSync(join(folder, out), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(join(folder, out).length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

const shardsOf = ({ manifest }: WrittenSearch): string[] =>
  manifest.shards.map(({ path, columns }) => [path, columns].join(' '))
const readManifest = (out: string): Manifest =>
  JSON.parse(readFileSync(join(folder, out, MANIFEST_FILE), 'utf8')) as Manifest

let first: WrittenSearch
before(async () => {
  first = await write('first', 'first-cache')
})

/** A copy of the cache of the first run. */
function cacheOfFirst(name: string): string {
  cpSync(join(folder, 'first-cache'), join(folder, name), { recursive: true })
  return name
}

suite('writing a search', () => {
  test('gives the same bytes for the same reports, wherever and whenever they are written', async () => {
    const second = await write('second', 'second-cache')
    assert.deepEqual(filesOf('second'), filesOf('first'))
    assert.deepEqual(second, first)
    assert.equal(first.made, first.manifest.shards.length)
  })

  test('gives the same bytes for reports in another order', async () => {
    await write('reversed', 'reversed-cache', { reports: REPORTS.toReversed() })
    assert.deepEqual(filesOf('reversed'), filesOf('first'))
  })

  test('makes no index again when nothing has changed, and gives the same bytes', async () => {
    const again = await write('again', cacheOfFirst('again-cache'))
    assert.deepEqual(again, { ...first, made: 0 })
    assert.deepEqual(filesOf('again'), filesOf('first'))
  })

  test('makes only the index again of which a report has changed, and names no other anew', async () => {
    const [, , changed] = REPORTS.toSorted((a, b) => (a.date < b.date ? -1 : 1))
    assert.ok(changed !== undefined)
    const texts = new Map([...TEXTS, [changed.id, '<p id="p1">zyzyx</p>']])
    const second = await write('changed', cacheOfFirst('changed-cache'), { texts })
    assert.equal(second.made, 1)
    const [before, ...others] = shardsOf(first)
    const [now, ...sameOthers] = shardsOf(second)
    assert.notEqual(now, before)
    assert.deepEqual(sameOthers, others)
    const unchanged = (out: string): unknown[] =>
      filesOf(out).filter(([path]) => others.some((shard) => path.includes(`/${shard.split(' ')[0] ?? ''}`)))
    assert.deepEqual(unchanged('changed'), unchanged('first'))
    assert.notDeepEqual(second.manifest.dictionary, first.manifest.dictionary)
  })

  test('gives no file that may be kept for good other bytes than a file of its name had', async () => {
    const [one, other] = REPORTS
    assert.ok(one !== undefined && other !== undefined)
    const reports = REPORTS.map((report) =>
      report === one ? { ...report, summary: 'zyzyx' } : report === other ? { ...report, places: [] } : report,
    )
    await write('renamed', cacheOfFirst('renamed-cache'), { reports })
    const before = new Map(filesOf('first'))
    const changed = filesOf('renamed').filter(([path, bytes]) => before.has(path) && before.get(path) !== bytes)
    assert.deepEqual(
      changed.map(([path]) => path),
      [MANIFEST_FILE],
    )
  })

  test('makes only the newest index again when a report comes', async () => {
    const newest = makeReport({ id: makeIdentifier(99_000), date: '2010-01-01', title: 'Zyzyx' })
    const second = await write('come', cacheOfFirst('come-cache'), { reports: [...REPORTS, newest] })
    assert.equal(second.made, 1)
    assert.deepEqual(shardsOf(second).slice(0, -1), shardsOf(first).slice(0, shardsOf(second).length - 1))
  })

  for (const [what, change] of [
    ['the title', { title: 'Zyzyx' }],
    ['the date', { date: '2001-01-01' }],
    ['the language', { lang: 'sv' }],
    ['a topic', { topics: ['aba', 'bcb', 'cdc', 'ded'] }],
    ['the source', { source: { name: 'Zyzyx', url: 'https://example.org/zyzyx' } }],
    ['the summary', { summary: 'Zyzyx' }],
    ['the address', { path: '2001/zyzyx' }],
  ] as const) {
    test(`makes the index again when ${what} of a report has changed`, async () => {
      const [oldest, ...others] = REPORTS.toSorted((a, b) => (a.date < b.date ? -1 : 1))
      assert.ok(oldest !== undefined)
      const name = what.replaceAll(' ', '-')
      const reports = [{ ...oldest, ...change } as Report, ...others]
      const second = await write(name, cacheOfFirst(`${name}-cache`), { reports })
      assert.equal(second.made, 1)
      await write(`${name}-anew`, `${name}-anew-cache`, { reports })
      assert.deepEqual(filesOf(name), filesOf(`${name}-anew`))
    })
  }

  test('makes the indexes again that name a term that is called otherwise now, and only those', async () => {
    const reports = REPORTS.map((report, index) => ({ ...report, topics: index === 0 ? ['aba'] : [] }))
    const before = await write('called', 'called-cache', { reports })
    const terms = TERMS.map((term) =>
      term.vocabulary === 'topics' && term.id === 'aba' ? { ...term, aliases: ['Zyzyx'] } : term,
    )
    const second = await write('otherwise', 'called-cache', { reports, terms })
    assert.equal(second.made, 1)
    const at = before.manifest.shards.findIndex(({ from, to }) => {
      const date = reports[0]?.date ?? ''
      return from <= date.padEnd(10, '-00') && date.padEnd(10, '-00') <= to
    })
    assert.deepEqual(
      shardsOf(second).map((path, index) => path === shardsOf(before)[index]),
      shardsOf(before).map((_, index) => index !== at),
    )
  })

  test('keeps no index that is no longer used, and may be asked for it again', async () => {
    const cache = cacheOfFirst('pruned-cache')
    await write('fewer', cache, { reports: REPORTS.slice(0, 2) })
    assert.deepEqual(
      readdirSync(join(folder, cache)).map((name) => name.replace(/-.*/, '')),
      ['engine', 'index'],
    )
    const again = await write('more', cache)
    assert.equal(again.made, first.made)
    assert.deepEqual(filesOf('more'), filesOf('first'))
  })
})

suite('the kept indexes', () => {
  const entriesOf = (cache: string): string[] => readdirSync(join(folder, cache)).sort()

  for (const [what, damage] of [
    [
      'cut off',
      (file: string) => {
        writeFileSync(file, readFileSync(file).subarray(0, 10))
      },
    ],
    [
      'cut off in the middle of its files',
      (file: string) => {
        const bytes = readFileSync(file)
        writeFileSync(file, bytes.subarray(0, bytes.length - 10))
      },
    ],
    [
      'changed in one bit',
      (file: string) => {
        writeFileSync(file, flipBit(readFileSync(file)))
      },
    ],
    [
      'missing',
      (file: string) => {
        rmSync(file)
      },
    ],
  ] as const) {
    for (const kind of ['index', 'engine']) {
      test(`are made anew where that of the ${kind} is ${what}`, async () => {
        const name = `${kind}-${what.replaceAll(' ', '-')}`
        const cache = cacheOfFirst(`${name}-cache`)
        const entry = entriesOf(cache).find((one) => one.startsWith(kind)) ?? ''
        damage(join(folder, cache, entry))
        const again = await write(name, cache)
        assert.equal(again.made, kind === 'index' ? 1 : 0)
        assert.deepEqual(filesOf(name), filesOf('first'))
        assert.equal((await write('mended', cache)).made, 0)
      })
    }
  }

  test('may have strange things beside them, which are thrown away', async () => {
    const cache = cacheOfFirst('strange-cache')
    const before = entriesOf(cache)
    writeFileSync(join(folder, cache, 'index-note'), 'a file')
    mkdirSync(join(folder, cache, 'index-empty'))
    assert.equal((await write('strange', cache)).made, 0)
    assert.deepEqual(entriesOf(cache), before)
  })
})

suite('what is written', () => {
  test('is what the manifest names and nothing else', () => {
    const { engine, shards, dictionary } = readManifest('first')
    const { parts, common, names } = dictionary
    const words = [...parts, common, ...Object.values(names)].map(dictionaryFile)
    const roots = [...shards.map(({ path }) => path), ...words]
    const isNamed = (path: string): boolean =>
      path === MANIFEST_FILE || roots.some((root) => path.startsWith(SEARCH_FOLDER + engine + root))
    assert.deepEqual(
      pathsOf('first').filter((path) => !isNamed(path)),
      [`${SEARCH_FOLDER}${engine}engine.js`],
    )
    for (const root of roots) assert.ok(pathsOf('first').some((path) => path.startsWith(SEARCH_FOLDER + engine + root)))
  })

  test('of an index is its opening, its words, its columns, its terms and its records', () => {
    const { engine, shards } = readManifest('first')
    for (const { path, columns, count } of shards) {
      const root = SEARCH_FOLDER + engine + path
      const files = pathsOf('first')
        .filter((file) => file.startsWith(root))
        .map((file) => file.slice(root.length))
      const kinds = new Map([...Map.groupBy(files, nameOf)].map(([name, some]) => [name, some.length]))
      const words = kinds.get('index/*.pf_index') ?? 0
      assert.ok(words > 0)
      assert.deepEqual(
        kinds,
        new Map([
          ['index/*.pf_index', words],
          [`opening-${columns}.bin`, 1],
          [`organisations-${columns}.bin`, 1],
          [`people-${columns}.bin`, 1],
          [`places-${columns}.bin`, 1],
          ['records/*.bin', count],
          [`series-${columns}.bin`, 1],
          [`topics-${columns}.bin`, 1],
        ]),
      )
    }
  })

  test('has no page, style or script of the engine’s own search pages', () => {
    const others = pathsOf('first').filter((path) => !/\.(?:pf_index|bin)$/.test(path))
    const { engine } = readManifest('first')
    assert.deepEqual(others, [`${SEARCH_FOLDER}${engine}engine.js`, MANIFEST_FILE])
  })

  test('counts every report once, with its record', () => {
    const { engine, shards } = readManifest('first')
    assert.equal(
      shards.reduce((sum, { count }) => sum + count, 0),
      REPORTS.length,
    )
    const records = pathsOf('first')
      .filter((path) => path.startsWith(SEARCH_FOLDER + engine) && path.includes('/records/'))
      .map((path) => JSON.parse(gunzipSync(readFileSync(join(folder, 'first', path))).toString()) as SearchRecord)
    assert.deepEqual(records.map(({ id }) => id).sort(), REPORTS.map(({ id }) => id).sort())
  })

  test('gives each index the dates of its first and its last report', () => {
    const dates = REPORTS.map(({ date }) => date).sort()
    const { shards } = readManifest('first')
    for (const { from, to, count } of shards) {
      const own = dates.splice(0, count)
      assert.equal(from, own[0]?.padEnd(10, '-00'))
      assert.equal(
        to,
        own
          .map((date) => date.padEnd(10, '-99'))
          .sort()
          .at(-1),
      )
    }
  })
})

suite('what is not published', () => {
  test('is in no file', async () => {
    const hidden = (['withdrawn', 'gone', 'draft'] as const).map((status, number) =>
      makeReport({
        id: makeIdentifier(98_000 + number),
        status,
        title: `Secret ${status}`,
        topics: ['hush'],
      }),
    )
    const texts = new Map([...TEXTS, ...hidden.map(({ id }) => [id, '<p id="p1">secret</p>'] as const)])
    const second = await write('hidden', cacheOfFirst('hidden-cache'), { reports: [...REPORTS, ...hidden], texts })
    assert.deepEqual(second, { ...first, made: 0 })
    assert.deepEqual(filesOf('hidden'), filesOf('first'))
    const archive = await openTestSite(join(folder, 'hidden'), 'en')
    assert.equal((await archive.search({ words: 'secret' })).count, 0)
    assert.equal((await archive.search({})).count, REPORTS.length)
    assert.equal(await archive.engine.locate(makeIdentifier(98_000)), undefined)
  })
})

suite('an archive with little in it', () => {
  test('of no reports can be searched, and nothing is found', async () => {
    await write('empty', 'empty-cache', { reports: [], terms: [], texts: new Map() })
    const archive = await openTestSite(join(folder, 'empty'), 'en')
    assert.equal((await archive.search({ words: 'zibo' })).count, 0)
    assert.equal((await archive.search({})).count, 0)
    assert.equal(await archive.engine.locate(makeIdentifier(1)), undefined)
  })

  test('of one report without a text can be searched', async () => {
    const one = makeReport({ title: 'Zibo' })
    await write('one', 'one-cache', { reports: [one], terms: [], texts: new Map() })
    const archive = await openTestSite(join(folder, 'one'), 'en')
    assert.equal((await archive.search({ words: 'zibo' })).count, 1)
    assert.equal((await archive.search({ words: 'melo' })).count, 0)
  })

  test('of reports in Chinese alone can be searched', async () => {
    const one = makeReport({ title: '海外风险', lang: 'zh-Hans' })
    const terms = [makeTerm('topics', 'trade')]
    await write('chinese', 'chinese-cache', { reports: [one], terms, texts: new Map() })
    const archive = await openTestSite(join(folder, 'chinese'), 'en')
    // There are no known words, and so no part of them.
    assert.equal((await archive.search({ words: '海外' })).count, 1)
    assert.equal((await archive.search({ words: 'zibo' })).count, 0)
  })
})

function nameOf(file: string): string {
  return file.replace(/^(index|records)\/.*\./, '$1/*.')
}

function flipBit(bytes: Buffer): Buffer {
  const [byte = 0] = bytes
  bytes[0] = byte ^ 1
  return bytes
}
