import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, mock, suite, test } from 'node:test'
import { buildCatalogue, type Report } from '#archive/catalogue.ts'
import { writerBelow } from '#build/write-below.ts'
import { writeSearch } from '#build/write-search.ts'
import type { Answer } from '#search/answer.ts'
import { dictionaryFile, MANIFEST_FILE, SEARCH_FOLDER, type Manifest } from '#search/manifest.ts'
import { EMPTY_QUERY, type Query } from '#search/query.ts'
import { settings } from '../../src/site.config.ts'
import { makeIdentifier, makeReport, makeTerm } from '../archive/make-report.ts'
import { openTestSite, type TestArchive } from './open-test-archive.ts'

/** A report a decade, at most two of them an index: 1950 and 1960, 1970 and 1980, 1990, 2000. */
const DECADES = ['1950', '1960', '1970', '1980', '1990', '2000']
const [OLDEST, MIDDLE, NEWEST] = [0, 1, 3]

const folder = mkdtempSync(join(tmpdir(), 'search-'))
let site: string
let archive: TestArchive
let sites = 0

before(ignoreFailedStarts)
beforeEach(async () => {
  // Each has a folder of its own: a program that was loaded from an address is not loaded from there again.
  sites += 1
  site = join(folder, `site-${String(sites)}`)
  await publish(DECADES)
  archive = await openTestSite(site, 'en')
  // The engine says there what it could not load.
  mock.method(console, 'error', () => undefined)
})
afterEach(() => {
  mock.reset()
})
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Put the search of a report a year in the place of what was published before. */
async function publish(years: readonly string[], text = 'zibo melo'): Promise<void> {
  const written = join(folder, `${years.join('-')} ${text}`)
  if (!existsSync(written)) await write(written, years, text)
  rmSync(site, { recursive: true, force: true })
  cpSync(written, site, { recursive: true })
}

async function write(out: string, years: readonly string[], text: string): Promise<void> {
  const reports = years.map((year) =>
    makeReport({ id: makeIdentifier(Number(year)), title: year, date: `${year}-05-01`, topics: ['trade'] }),
  )
  await writeSearch(writerBelow(out), {
    catalogue: buildCatalogue(reports, [makeTerm('topics', 'trade')]),
    settings: { ...settings, reportsPerShard: 2 },
    blocksOf: ({ title }: Report) => [['p1', `${text} ${title === '1970' ? 'kalo' : 'ekto'}`]],
    cache: join(folder, 'cache'),
  })
}

/** The folder of an index, counted from the oldest. */
function pathOf(shard: number): string {
  return manifest().shards[shard]?.path ?? ''
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(site, MANIFEST_FILE), 'utf8')) as Manifest
}

/** The years of the reports that a search finds, and the indexes that could not be asked. */
async function search(query: Partial<Query>): Promise<{ found: string; failed: string[] }> {
  return toSummary(await archive.search(query))
}

function toSummary({ count, hits, failed }: Answer): { found: string; failed: string[] } {
  assert.equal(count, hits.length)
  const titles = hits.map(({ title }) => title.map(({ text }) => text).join(''))
  return { found: titles.join(' '), failed: failed.map(({ path }) => path).sort() }
}

const ALL = { found: '2000 1990 1980 1970 1960 1950', failed: [] }
const WITHOUT = ['2000 1990 1980 1970', '2000 1990 1960 1950', '2000 1980 1970 1960 1950', '1990 1980 1970 1960 1950']
const chosen = { ...EMPTY_QUERY.chosen, topics: ['trade'] }

const FILES = {
  opening: 'opening-',
  words: 'index/',
  records: 'records/',
  topics: 'topics-',
} as const

suite('a search whose manifest is missing', () => {
  test('does not open, and says so in a sentence', async () => {
    rmSync(join(site, MANIFEST_FILE))
    await assert.rejects(openTestSite(site, 'en'), { message: 'the manifest of the search index answers 404' })
  })
})

suite('a search of indexes of which one lacks a file', () => {
  const cases: readonly (readonly [what: string, file: string, shard: number, query: Partial<Query>])[] = [
    ['the opening of a middle index', FILES.opening, MIDDLE, { words: 'zibo' }],
    ['the opening of the oldest index', FILES.opening, OLDEST, { words: 'zibo' }],
    ['the words of a middle index', FILES.words, MIDDLE, { words: 'zibo' }],
    ['the words of the newest index', FILES.words, NEWEST, { words: 'zibo' }],
    ['the words of an index, asked for what is left out', FILES.words, MIDDLE, { words: 'zibo -vexa' }],
    ['the opening of a middle index, asked for a range of dates', FILES.opening, MIDDLE, { from: '1955' }],
    // A kind is understood without the columns of all indexes.
    ['the opening of a middle index, asked for a kind', FILES.opening, MIDDLE, { words: 'zibo kind:report' }],
    // What the other indexes found is shown.
    ['the records of a middle index', FILES.records, MIDDLE, { words: 'zibo' }],
    ['the records of the newest index', FILES.records, NEWEST, { words: 'zibo' }],
    ['the opening of a middle index, asked for no words', FILES.opening, MIDDLE, {}],
    ['the topics of a middle index, asked for in words', FILES.topics, MIDDLE, { words: 'zibo topic:trade' }],
    ['the topics of a middle index, chosen', FILES.topics, MIDDLE, { words: 'zibo', chosen }],
    ['every file of a middle index', '', MIDDLE, { words: 'zibo' }],
  ]
  for (const [what, file, shard, query] of cases) {
    test(`${what}: the others answer, it is named, and it answers when the file is back`, async () => {
      archive.broken.add(pathOf(shard) + file)
      const found = (query.from === undefined ? WITHOUT[shard] : '2000 1990 1960') ?? ''
      assert.deepEqual(await search(query), { found, failed: [pathOf(shard)] })

      archive.broken.clear()
      const all = query.from === undefined ? ALL : { ...ALL, found: '2000 1990 1980 1970 1960' }
      assert.deepEqual(await search(query), all)
    })
  }

  test('answers whole when what is missing is not needed', async () => {
    archive.broken.add(pathOf(MIDDLE) + FILES.topics).add(pathOf(NEWEST) + FILES.opening)
    assert.deepEqual(await search({ words: 'zibo' }), ALL)
    archive.broken.add(pathOf(MIDDLE))
    assert.deepEqual(await search({ words: 'zibo', from: '1985' }), { found: '2000 1990', failed: [] })
  })

  test('answers again after a failure although it was asked to count meanwhile', async () => {
    archive.broken.add(pathOf(MIDDLE) + FILES.words)
    assert.deepEqual(await search({ words: 'zibo' }), { found: WITHOUT[MIDDLE], failed: [pathOf(MIDDLE)] })
    await archive.engine.count({ ...EMPTY_QUERY, words: 'zibo' }, ['kind']).catch(() => undefined)
    archive.broken.clear()
    // The run that was started for the count is not kept with its failure.
    assert.deepEqual(await search({ words: 'zibo' }), ALL)
  })

  test('gives no list that lacks reports without a word', async () => {
    archive.broken.add(pathOf(MIDDLE) + FILES.words)
    // Never four of the six reports as though they were all.
    await assert.rejects(archive.engine.list({ ...EMPTY_QUERY, words: 'zibo' }, 100, () => undefined))
  })

  test('gives no counts that lack reports without a word', async () => {
    archive.broken.add(pathOf(MIDDLE) + FILES.words)
    await assert.rejects(archive.engine.count({ ...EMPTY_QUERY, words: 'zibo' }, ['kind']))
  })

  test('locates no report in an index that cannot be asked, and says so', async () => {
    archive.broken.add(pathOf(MIDDLE) + FILES.words)
    await assert.rejects(archive.engine.locate(makeIdentifier(1970)))
    archive.broken.clear()
    assert.equal(await archive.engine.locate(makeIdentifier(1970)), `/1970/05/report-${makeIdentifier(1970)}/`)
  })
})

suite('a search of indexes of which one has a damaged file', () => {
  const damages: readonly (readonly [what: string, damage: (whole: Buffer) => Buffer])[] = [
    ['cut off', (whole) => whole.subarray(0, whole.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['a page that says it is not there', () => Buffer.from('<!doctype html><title>Not found</title>')],
  ]
  for (const [what, damage] of damages) {
    for (const [name, file] of Object.entries(FILES)) {
      test(`${name}: ${what}: the others answer, and it is named`, async () => {
        const root = join(site, SEARCH_FOLDER)
        const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
          (path) => path.includes(pathOf(MIDDLE) + file) && path.includes('.', path.indexOf(pathOf(MIDDLE))),
        )
        assert.ok(paths.length > 0)
        for (const path of paths) writeFileSync(join(root, path), damage(readFileSync(join(root, path))))
        // The engine itself throws a chunk of words away that it cannot read.
        const query = name === 'topics' ? { words: 'zibo', chosen } : { words: 'zibo' }
        assert.deepEqual(await search(query), { found: WITHOUT[MIDDLE], failed: [pathOf(MIDDLE)] })
      })
    }
  }
})

suite('a search whose connection breaks off while a file comes', () => {
  for (const [name, file] of Object.entries(FILES)) {
    test(`${name}: the others answer, the index is named, and it answers when it is asked again`, async () => {
      const { send } = archive.network
      archive.network.send = (bytes, address) => {
        if (!address.includes(pathOf(MIDDLE) + file)) return send(bytes, address)
        const parts = [bytes.slice(0, bytes.length / 2)]
        const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
          pull: (stream) => {
            const part = parts.pop()
            if (part === undefined) stream.error(new TypeError('terminated'))
            else stream.enqueue(part)
          },
        })
        return new Response(body)
      }
      const query = name === 'topics' ? { words: 'zibo', chosen } : { words: 'zibo' }
      // The engine itself throws away what it cannot read, though the answer has begun well.
      assert.deepEqual(await search(query), { found: WITHOUT[MIDDLE], failed: [pathOf(MIDDLE)] })

      archive.network.send = send
      assert.deepEqual(await search(query), ALL)
    })
  }
})

suite('searches that begin while a file fails', () => {
  test('are told of it or answered whole, at whatever moment they begin', async () => {
    const words = Array.from({ length: 24 }, (_, index) => `"zq${String.fromCharCode(97 + index)}"`)
    await publish(DECADES, words.join(' '))
    const steps = async (count: number): Promise<void> => {
      for (let step = 0; step < count; step += 1) await Promise.resolve()
    }
    for (let wait = 0; wait < 8; wait += 1) {
      archive = await openTestSite(site, 'en')
      // Everything is there but the words.
      await archive.search({})
      await archive.search({ words: 'zzz', to: '1930' })
      const { send } = archive.network
      const begun = Promise.withResolvers<undefined>()
      archive.network.send = async (bytes, address) => {
        if (!address.includes(FILES.words)) return send(bytes, address)
        begun.resolve(undefined)
        await steps(wait)
        throw new TypeError('terminated')
      }
      const range = { from: '1985' }
      const searches = [search({ words: '"zibo"', ...range })]
      await begun.promise
      for (const typed of words) {
        searches.push(search({ words: typed, ...range }))
        await steps(1)
      }
      const silent = (await Promise.all(searches.slice(1))).filter(
        ({ found, failed }) => found !== '2000 1990' && failed.length === 0,
      )
      assert.deepEqual(silent, [], `after ${String(wait)} steps`)

      archive.network.send = send
      for (const typed of words)
        assert.deepEqual(await search({ words: typed, ...range }), { found: '2000 1990', failed: [] })
    }
  })
})

suite('a search whose engine is missing', () => {
  test('names every index, and answers when it is back', async () => {
    archive.broken.add('engine.js')
    const { found, failed } = await search({ words: 'zibo' })
    assert.deepEqual({ found, failed }, { found: '', failed: [0, 1, 2, 3].map(pathOf) })
    archive.broken.clear()
    assert.deepEqual(await search({ words: 'zibo' }), ALL)
  })
})

suite('a search whose known words are missing', () => {
  type NamedFiles = Manifest['dictionary']
  const cases: readonly [what: string, nameOf: (files: NamedFiles) => string | undefined, query: Partial<Query>][] = [
    ['the words and names', ({ parts }) => parts[0], { words: 'zibo' }],
    ['the names of topics', ({ names }) => names.topics, { words: 'topic:trade' }],
  ]
  for (const [what, nameOf, query] of cases) {
    test(`${what}: fails rather than to answer with less, and answers when they are back`, async () => {
      const file = dictionaryFile(nameOf(manifest().dictionary) ?? '')
      archive.broken.add(file)
      await assert.rejects(search(query), new RegExp(`${file} answers 404`))
      archive.broken.clear()
      assert.deepEqual(await search(query), ALL)
    })
  }

  test('those that are suggested from: answers without a suggestion', async () => {
    archive.broken.add(dictionaryFile(manifest().dictionary.common))
    assert.deepEqual(await search({ words: 'zibq' }), { found: '', failed: [] })
    assert.equal((await archive.search({ words: 'zibq' })).suggestion, undefined)
    archive.broken.clear()
    assert.equal((await archive.search({ words: 'zibq' })).suggestion, 'zibo')
  })
})

suite('an archive that is published anew while its search is open', () => {
  const LATER = [...DECADES.filter((year) => year !== '1960' && year !== '1970'), '2010']
  const LATER_ALL = { found: '2010 2000 1990 1980 1950', failed: [] }

  let paths: string[]

  beforeEach(async () => {
    paths = [OLDEST, MIDDLE, NEWEST].map(pathOf)
    assert.deepEqual(await search({ words: 'zibo', from: '1985' }), { found: '2000 1990', failed: [] })
    await publish(LATER, 'melo zibo vexa')
  })

  test('answers from the new release', async () => {
    assert.deepEqual(await search({ words: 'melo' }), LATER_ALL)
    assert.deepEqual(await search({ words: 'zibo' }), LATER_ALL)
    assert.deepEqual(await search({ words: 'vexa' }), LATER_ALL)
    assert.deepEqual(await search({ words: 'zibo', from: '1985' }), { found: '2010 2000 1990', failed: [] })
  })

  test('answers what it has in memory without asking whether there is a new release', async () => {
    const { length } = archive.fetched
    assert.deepEqual(await search({ words: 'zibo', from: '1985' }), { found: '2000 1990', failed: [] })
    assert.equal(archive.fetched.length, length)
  })

  test('answers a page that was not shown before', async () => {
    await publish(DECADES)
    const again = await openTestSite(site, 'en')
    assert.equal((await again.search({ words: 'zibo' }, 2)).page, 1)
    await publish(LATER, 'melo zibo vexa')
    const { page, count, hits } = await again.search({ words: 'zibo', page: 2 }, 2)
    assert.deepEqual([page, count, hits.map(({ date }) => date)], [2, 5, ['1990-05-01', '1980-05-01']])
  })

  test('answers with chosen terms, without words and for dates', async () => {
    assert.deepEqual(await search({ words: 'zibo', chosen }), LATER_ALL)
    assert.deepEqual(await search({ from: '2005' }), { found: '2010', failed: [] })
    assert.deepEqual(await search({}), LATER_ALL)
  })

  test('counts, lists, locates and names', async () => {
    const { engine } = archive
    assert.deepEqual(await engine.count({ ...EMPTY_QUERY, words: 'melo' }, ['topics']), [['topics', [['trade', 5]]]])
    const records = await engine.list({ ...EMPTY_QUERY, words: 'melo zibo' }, 3, () => undefined)
    assert.deepEqual(
      records.map(({ title }) => title),
      ['2010', '2000', '1990'],
    )
    assert.equal(await engine.locate(makeIdentifier(2010)), `/2010/05/report-${makeIdentifier(2010)}/`)
    assert.deepEqual(await engine.names('topics'), [['trade', { en: 'trade' }, []]])
  })

  test('answers after another release, and another', async () => {
    assert.deepEqual(await search({ words: 'melo', from: '1975', to: '1985' }), { found: '1980', failed: [] })
    await publish(['1950', '2020'])
    assert.deepEqual(await search({ words: 'melo' }), { found: '2020 1950', failed: [] })
  })

  test('names what cannot be asked while nothing of it is there, and answers when it is', async () => {
    archive.broken.add('/')
    assert.deepEqual(await search({ words: 'melo' }), { found: '2000 1990', failed: paths.slice(0, 2) })
    archive.broken.clear()
    assert.deepEqual(await search({ words: 'melo' }), LATER_ALL)
  })
})

/** The engine starts by itself when it is made, so that what fails there is nobody's to catch; others are told as ever. */
function ignoreFailedStarts(): void {
  const listeners = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (reason, promise) => {
    if (reason instanceof Error && /^Failed to load|^Pagefind/.test(reason.message)) return
    for (const listener of listeners) listener.call(process, reason, promise)
  })
}
