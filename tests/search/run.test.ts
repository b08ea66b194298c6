import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { EMPTY_QUERY } from '#search/query.ts'
import { makeIdentifier, makeReport } from '../archive/make-report.ts'
import { openTestArchive, openTestSite, type TestArchive } from './open-test-archive.ts'

/** A report a day, more than eight years of them: five years are closed, and the newest index is large enough to be asked alone. */
const COUNT = 3000
const DIVIDED = { reportsPerShard: 8000 }
/** Twelve reports hold a rare word and a rare number, one of them in the newest index; all hold a common word. */
const RARE = new Set([...Array.from({ length: 11 }, (_, index) => index * 100), COUNT - 1])

let archive: TestArchive
before(async () => {
  const reports = Array.from({ length: COUNT }, (_, index) => {
    const date = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10)
    return makeReport({ id: makeIdentifier(index), title: 'Zibo', date })
  })
  const texts = new Map(
    reports.map(({ id }, index) => [id, `<p id="p1">ekto ${RARE.has(index) ? 'kalo 4711' : 'melo'}</p>`] as const),
  )
  archive = await openTestArchive(reports, [], texts, DIVIDED)
})
after(() => {
  archive.close()
})

/** What was shown of a search, one answer after the other, and how many openings were fetched before each. */
async function searchInSteps(words: string): Promise<object[]> {
  const { engine, network, fetched } = await openTestSite(archive.folder, 'en')
  const shown = Promise.withResolvers<undefined>()
  let records = 0
  // Five records come at once, as over a slow line, and the others when these are shown.
  network.send = async (bytes, address) => {
    if (address.includes('/records/')) records += 1
    if (records > 5) await shown.promise
    return new Response(bytes)
  }
  const steps: object[] = []
  await engine.search({ ...EMPTY_QUERY, words }, 10, ({ hits, count, coming, pending }) => {
    const opened = fetched.filter((address) => address.includes('/opening-')).length
    steps.push({ hits: hits.length, count, coming, pending: pending.length, opened })
    if (hits.length >= 5) shown.resolve(undefined)
  })
  return steps
}

suite('a search of two indexes', () => {
  test('shows the first hits of the newest, a page of them, and then those of all', async () => {
    assert.deepEqual(await searchInSteps('ekto'), [
      { hits: 5, count: 1173, coming: 5, pending: 1, opened: 0 },
      { hits: 10, count: 1173, coming: 0, pending: 1, opened: 0 },
      { hits: 10, count: 3000, coming: 0, pending: 0, opened: 1 },
    ])
  })

  test('asks both at once for a word that the newest hardly holds', async () => {
    assert.deepEqual(await searchInSteps('kalo'), [
      { hits: 5, count: 12, coming: 5, pending: 0, opened: 1 },
      { hits: 10, count: 12, coming: 0, pending: 0, opened: 1 },
    ])
  })

  test('asks the other one at once when the newest does not fill a page, of which nothing was known', async () => {
    assert.deepEqual(await searchInSteps('4711'), [
      { hits: 1, count: 1, coming: 0, pending: 1, opened: 1 },
      { hits: 5, count: 12, coming: 5, pending: 0, opened: 1 },
      { hits: 10, count: 12, coming: 0, pending: 0, opened: 1 },
    ])
  })

  test('shows hits that are known already at once', async () => {
    const steps: number[] = []
    for (let time = 0; time < 2; time += 1)
      await archive.engine.search({ ...EMPTY_QUERY, words: 'kalo' }, 10, ({ hits }) => {
        if (time === 1) steps.push(hits.length)
      })
    assert.deepEqual(steps, [10])
  })
})

suite('a word that is being typed', () => {
  const fetchedWhile = async (
    typed: readonly string[],
    words: string,
  ): Promise<[before: string[], after: string[]]> => {
    const { engine, fetched } = await openTestSite(archive.folder, 'en')
    for (const text of typed) await engine.expect(text)
    await new Promise((resolve) => setTimeout(resolve, 50))
    const before = fetched.filter((address) => address.includes('/index/') || address.includes('/words/'))
    await engine.search({ ...EMPTY_QUERY, words }, 10, () => undefined)
    return [before, fetched.filter((address) => address.includes('/index/') || address.includes('/words/'))]
  }

  test('has what it will need fetched once, before it is searched for', async () => {
    const [before, after] = await fetchedWhile(['e', 'ek', 'ekt', 'ekto'], 'ekto')
    assert.equal(before.length, 2)
    assert.deepEqual(after.slice(0, 2), before)
    // The other index has a file of its own.
    assert.equal(after.length, 3)
  })

  test('fetches nothing while it may be any, or is done', async () => {
    const [before] = await fetchedWhile(['', 'e', '2024 ', 'ekto ', '版权'], 'ekto')
    assert.deepEqual(before, [])
  })
})

test('a search that could not be prepared is made all the same when the network is back', async () => {
  const { engine, broken } = await openTestSite(archive.folder, 'en')
  const query = { ...EMPTY_QUERY, words: 'ekto', from: '2008-01-01' }
  broken.add('/index/')
  await engine.prepare(query)
  broken.clear()
  const steps: object[] = []
  await engine.search(query, 10, ({ hits, failed }) => {
    steps.push({ hits: hits.length, failed: failed.length })
  })
  assert.deepEqual(steps.at(-1), { hits: 10, failed: 0 })
})

test('a search that was prepared needs only the records that are not shown first', async () => {
  const { engine, fetched } = await openTestSite(archive.folder, 'en')
  const query = { ...EMPTY_QUERY, words: 'ekto', from: '2008-01-01' }
  await engine.prepare(query)
  const before = fetched.length
  await engine.search(query, 10, () => undefined)
  const after = fetched.slice(before)
  assert.deepEqual([after.length, after.filter((address) => address.includes('/records/')).length], [5, 5])
})
