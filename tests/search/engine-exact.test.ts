import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import type { Answer } from '#search/answer.ts'
import { FACETS, type Facet } from '#search/facets.ts'
import { MANIFEST_FILE, type Manifest } from '#search/manifest.ts'
import { knownWords } from '#search/word-forms.ts'
import { EMPTY_QUERY, SORTS, type Query } from '#search/query.ts'
import { HAN, KANA, makeUpReports, NUMBERS, TERMS, toHtml, WORDS } from './made-up-reports.ts'
import { openTestArchive, openTestSite, type TestArchive } from './open-test-archive.ts'
import {
  countValues,
  hasChosen,
  holdsLetters,
  holdsPhrase,
  holdsStretch,
  inOrder,
  mayLieIn,
  toPart,
  toPlainReport,
  unitsOf,
  valuesOf,
  type Chosen,
  type Part,
  type PlainReport,
} from './plain-search.ts'

const MADE_UP = makeUpReports(120)
const RUNS = 100
const FEWER_RUNS = 40

/** Oldest first. */
const PLAIN = MADE_UP.map(({ report, paragraphs }) => toPlainReport(report, paragraphs, TERMS)).sort((a, b) =>
  `${a.report.date} ${a.report.id}` < `${b.report.date} ${b.report.id}` ? -1 : 1,
)
const KNOWN = new Set(PLAIN.flatMap(({ parts, names }) => [...parts, ...names].flatMap(({ words }) => words)))

/** An archive with its network: of two archives in one process only one has it at a time. */
interface Site {
  archive: TestArchive
  network: typeof fetch
}
let whole: Site
let divided: Site

before(async () => {
  whole = await openSite(10_000)
  divided = await openSite(15)
})
after(() => {
  whole.archive.close()
  divided.archive.close()
})

async function openSite(reportsPerShard: number): Promise<Site> {
  const texts = new Map(MADE_UP.map(({ report, paragraphs }) => [report.id, toHtml(paragraphs)]))
  const reports = MADE_UP.map(({ report }) => report)
  const archive = await openTestArchive(reports, TERMS, texts, { reportsPerShard })
  return { archive, network: globalThis.fetch }
}

function use({ archive, network }: Site): TestArchive {
  globalThis.fetch = network
  return archive
}

const idsOf = ({ hits }: Answer): string[] => hits.map(({ address }) => /report-(\w+)\/$/.exec(address)?.[1] ?? '')

/** The identifiers of all reports that a query finds. */
async function find(site: Site, query: Partial<Query>): Promise<string[]> {
  const answer = await use(site).search(query, PLAIN.length)
  assert.equal(answer.count, answer.hits.length)
  assert.deepEqual([answer.pending, answer.failed], [[], []])
  return idsOf(answer)
}

/** The identifiers of the reports that are as they should be, oldest first. */
const expected = (isFound: (plain: PlainReport) => boolean): string[] =>
  PLAIN.filter(isFound).map(({ report }) => report.id)

const inText = (isHeld: (part: Part) => boolean) => (plain: PlainReport) => plain.parts.some(isHeld)
const inTextOrNames = (isHeld: (part: Part) => boolean) => (plain: PlainReport) =>
  [...plain.parts, ...plain.names].some(isHeld)

/** A clause of a query: as it is typed, and what it asks of a report. */
interface Asked {
  typed: string
  isRight: (plain: PlainReport) => boolean
}
/** A clause before it is known what stands beside it. */
type Clause = (isLast: boolean, inRange: readonly PlainReport[]) => Asked

const negate = (asked: Asked): Asked => ({ typed: `-${asked.typed}`, isRight: (plain) => !asked.isRight(plain) })
const position = fc.nat({ max: 1_000_000 })
const pick = <Item>(items: readonly Item[], at: number): Item => {
  const item = items[at % items.length]
  assert.ok(item !== undefined)
  return item
}
const retype = (word: string, style: number): string =>
  [word, word.toUpperCase(), word.replace(/[aeou]/, '$&\u0301'), word.replace(/[aeou]/, '$&\u0308').normalize('NFC')][
    style % 4
  ] ?? word

/** Words that stand together somewhere, or any words. */
const phrase = fc
  .tuple(fc.boolean(), position, position, fc.integer({ min: 1, max: 3 }), fc.array(fc.constantFrom(...WORDS)))
  .map(([isReal, at, start, length, others]) => {
    const parts = PLAIN.flatMap((plain) => plain.parts).filter(({ words }) => words.some((word) => isLatin(word)))
    const { words } = pick(parts, at)
    const real = words.slice(start % words.length, (start % words.length) + length).filter(isLatin)
    return isReal && real.length > 0 ? real : [...others.slice(0, 2), pick(WORDS, at)]
  })
const isLatin = (word: string): boolean => /^[a-z0-9]+$/.test(word)

const letters = fc
  .tuple(fc.boolean(), position, position, fc.integer({ min: 1, max: 4 }), fc.array(fc.constantFrom(...HAN, ...KANA)))
  .map(([isReal, at, start, length, others]) => {
    const runs = PLAIN.flatMap(({ parts }) => parts.flatMap(({ words }) => words)).filter(
      (word) => !isLatin(word) && word.length > 1,
    )
    const run = pick(runs, at)
    const from = start % (run.length - 1)
    return isReal
      ? run.slice(from, from + length)
      : [pick(HAN, at), pick(HAN, start), ...others].slice(0, length).join('')
  })

const style = fc.nat({ max: 3 })
const known = fc.constantFrom(...WORDS, ...NUMBERS.map(([word]) => word))

const quoted: fc.Arbitrary<Clause> = fc.tuple(phrase, style).map(([words, how]) => () => ({
  typed: `"${words.map((word) => retype(word, how)).join(' ')}"`,
  isRight: inText((part) => holdsPhrase(part, words)),
}))
const hyphened: fc.Arbitrary<Clause> = fc.tuple(known, known).map(([one, other]) => () => ({
  typed: `${one}-${other}`,
  isRight: inTextOrNames((part) => holdsPhrase(part, [one, other])),
}))
const plainWord: fc.Arbitrary<Clause> = fc.tuple(known, style).map(([word, how]) => () => ({
  typed: retype(word, how),
  isRight: inTextOrNames((part) => holdsPhrase(part, [word])),
}))
/** A word that does not occur: only at the end of what is typed may it be the beginning of one. */
const unknownWord: fc.Arbitrary<Clause> = fc
  .constantFrom('gorri', 'bovarr', 'tol', 'vex', 'zz', 'covid', 'covid1', '120', 'dorlenn')
  .map((word) => (isLast) => ({
    typed: word,
    isRight: inTextOrNames(({ words }) =>
      words.some((other) => isLast && !/\d/.test(word) && !/\d/.test(other) && other.startsWith(word)),
    ),
  }))
const inTitle: fc.Arbitrary<Clause> = fc.tuple(phrase, known, fc.boolean()).map(([words, word, isPhrase]) => () => ({
  typed: isPhrase ? `title:"${words.join(' ')}"` : `title:${word}`,
  isRight: ({ title }) => holdsPhrase(title, isPhrase ? words : [word]),
}))
/** Letters that occur nowhere are only asked for in quotation marks: without, they are taken apart. */
const unspaced: fc.Arbitrary<Clause> = fc.tuple(letters, fc.boolean()).map(([run, isQuoted]) => (_, inRange) => {
  const isHeld = (part: Part): boolean => holdsLetters(part, run)
  return isQuoted || !inRange.some(inTextOrNames(isHeld))
    ? { typed: `"${run}"`, isRight: inText(isHeld) }
    : { typed: run, isRight: inTextOrNames(isHeld) }
})
const unspacedInTitle: fc.Arbitrary<Clause> = letters.map((run) => () => ({
  typed: `title:"${run}"`,
  isRight: ({ title }) => holdsLetters(title, run),
}))
/** A piece of a text with everything that stands in it; only words are not cut. */
const stretch: fc.Arbitrary<Clause> = fc
  .tuple(position, position, fc.integer({ min: 1, max: 8 }))
  .map(([at, start, length]) => {
    const { text } = pick(
      PLAIN.flatMap(({ parts }) => parts.filter(({ words }) => words.length > 0)),
      at,
    )
    const units = Array.from(text.matchAll(/\d{1,3}(?:,\d{3})+|[\p{Script=Latin}\p{M}\d]+|[\p{L}\p{N}]/gu))
    const from = start % units.length
    const [first, last] = [units[from], units[Math.min(units.length, from + length) - 1]]
    return text.slice(first?.index, (last?.index ?? 0) + (last?.[0].length ?? 0))
  })
  .map((typed) => () => ({
    typed: `"${typed}"`,
    isRight: inText((part) => holdsStretch(part, unitsOf(toPart(typed)))),
  }))
const operator: fc.Arbitrary<Clause> = fc
  .tuple(fc.constantFrom(...TERMS), fc.nat({ max: 3 }), fc.boolean())
  .map(([{ vocabulary, id, label, aliases }, how, isShort]) => () => {
    const names = { topics: 'topic', places: 'place', organisations: 'org', people: 'person', series: 'series' }
    const called = [id, `"${label['en'] ?? ''}"`, aliases[0]?.toUpperCase() ?? id, `“${label['zh-Hans'] ?? id}”`][how]
    return {
      typed: `${isShort ? names[vocabulary] : vocabulary}:${called ?? id}`,
      isRight: ({ report }) => valuesOf(report, vocabulary).includes(id),
    }
  })
const ofReport: fc.Arbitrary<Clause> = fc
  .constantFrom<readonly [string, Facet, string]>(
    ['kind:brief', 'kind', 'brief'],
    ['lang:zh', 'lang', 'zh-Hans'],
    ['LANG:ZH-hans', 'lang', 'zh-Hans'],
    ['language:de', 'lang', 'de'],
    ['lang:d', 'lang', ''],
  )
  .map(([typed, facet, value]) => () => ({ typed, isRight: ({ report }) => valuesOf(report, facet).includes(value) }))

const both = fc.oneof(quoted, hyphened, plainWord, inTitle, unspaced, unspacedInTitle, stretch, operator, ofReport)
const positive = fc.oneof({ weight: 9, arbitrary: both }, plainWord, unknownWord)
const negative = both.map(
  (clause): Clause =>
    (isLast, inRange) =>
      negate(clause(isLast, inRange)),
)
const clauses = fc.array(fc.oneof({ weight: 4, arbitrary: positive }, negative), { maxLength: 3 })

const two = (number: number): string => String(number).padStart(2, '0')
const day = fc.tuple(
  fc.integer({ min: 2000, max: 2010 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 28 }),
)
/** A date as it may be typed, and as it is meant. */
const date = fc.tuple(day, fc.nat({ max: 5 })).map(([[year, month, ofMonth], how]): [typed: string, meant: string] => {
  const y = String(year)
  const [m, d] = [two(month), two(ofMonth)]
  switch (how) {
    case 0:
      return [y, y]
    case 1:
      return [`${y}-${m}`, `${y}-${m}`]
    case 2:
      return [` ${y}/${String(month)} `, `${y}-${m}`]
    case 3:
      return [`${y}年${String(month)}月${String(ofMonth)}日`, `${y}-${m}-${d}`]
    default:
      return [`${y}-${m}-${d}`, `${y}-${m}-${d}`]
  }
})
const end = fc.oneof(fc.constant<[string, string]>(['', '']), date)
const chosen: fc.Arbitrary<Chosen> = fc.record(
  Object.fromEntries(
    FACETS.map((facet) => {
      const all =
        facet === 'kind' ? ['report', 'brief'] : facet === 'lang' ? ['en', 'de', 'ja', 'xx'] : valuesOfTerms(facet)
      return [
        facet,
        fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.subarray(all, { maxLength: Math.min(2, all.length) })),
      ]
    }),
  ) as Record<Facet, fc.Arbitrary<string[]>>,
)
function valuesOfTerms(facet: Facet): string[] {
  return TERMS.filter(({ vocabulary }) => vocabulary === facet).map(({ id }) => id)
}

const OPERATOR = /^-?(?!title)[a-z]+:/i

/** A query and the reports that it must find, oldest first. */
const asked = fc
  .record({ clauses, from: end, to: end, chosen: fc.oneof(fc.constant(EMPTY_QUERY.chosen), chosen) })
  .map(({ clauses: all, from, to, chosen: values }) => {
    const [start, stop] = inOrder(from[1], to[1])
    const inRange = PLAIN.filter(({ report }) => mayLieIn(report.date, start, stop))
    const last = all.findLastIndex((clause) => !OPERATOR.test(clause(false, inRange).typed))
    const made = all.map((clause, index) => clause(index === last, inRange))
    const matched = inRange.filter((plain) => made.every(({ isRight }) => isRight(plain))).map(({ report }) => report)
    return {
      query: { words: made.map(({ typed }) => typed).join(' '), from: from[0], to: to[0], chosen: values },
      matched,
      found: matched.filter((report) => hasChosen(report, values)).map(({ id }) => id),
    }
  })

const SITES = [
  ['one index', () => whole],
  ['nine indexes', () => divided],
] as const

test('the archive of this test has nine indexes, and its words no forms', () => {
  const { shards } = JSON.parse(readFileSync(join(divided.archive.folder, MANIFEST_FILE), 'utf8')) as Manifest
  assert.equal(shards.length, 9)
  const counts = new Map(MADE_UP.map(({ report }) => [report.lang, new Map(WORDS.map((word) => [word, 1] as const))]))
  assert.deepEqual(
    knownWords(counts).filter(({ forms, spellings }) => forms.length + spellings.length > 0),
    [],
  )
})

for (const [name, site] of SITES) {
  suite(`a search of ${name}`, () => {
    test('finds every word in quotation marks, and nothing else', async () => {
      for (const word of [...KNOWN].filter(isLatin)) {
        const isFound = inText((part) => holdsPhrase(part, [word]))
        assert.deepEqual(await find(site(), { words: `"${word}"`, sort: 'oldest' }), expected(isFound), word)
      }
    })

    test('finds every word in titles', async () => {
      for (const word of [...KNOWN].filter((known) => isLatin(known) && !known.startsWith('qqx'))) {
        const isFound = ({ title }: PlainReport): boolean => holdsPhrase(title, [word])
        assert.deepEqual(await find(site(), { words: `title:"${word}"`, sort: 'oldest' }), expected(isFound), word)
      }
    })

    test('finds every two letters of Chinese and Japanese that stand together', async () => {
      const runs = PLAIN.flatMap(({ parts }) => parts.flatMap(({ words }) => words)).filter((word) => !isLatin(word))
      const pairs = new Set(runs.flatMap((run) => Array.from(run.slice(1), (_, at) => run.slice(at, at + 2))))
      assert.ok(pairs.size > 100)
      for (const pair of pairs) {
        const isFound = inTextOrNames((part) => holdsLetters(part, pair))
        assert.deepEqual(await find(site(), { words: pair, sort: 'oldest' }), expected(isFound), pair)
      }
    })

    test('finds every single letter of Chinese and Japanese', async () => {
      for (const letter of [...HAN, ...KANA.filter((letter) => letter !== 'ー' && letter !== '々')]) {
        const isFound = inTextOrNames((part) => holdsLetters(part, letter))
        assert.deepEqual(await find(site(), { words: letter, sort: 'oldest' }), expected(isFound), letter)
      }
    })

    test('finds what is asked for in words, operators, dates and choices, in the order that is asked for', async () => {
      await fc.assert(
        fc.asyncProperty(asked, fc.constantFrom('newest', 'oldest'), async ({ query, found }, sort) => {
          assert.deepEqual(await find(site(), { ...query, sort }), sort === 'oldest' ? found : found.toReversed())
        }),
        { numRuns: RUNS },
      )
    })

    test('finds the same reports when the best are shown first', async () => {
      await fc.assert(
        fc.asyncProperty(asked, async ({ query, found }) => {
          assert.deepEqual((await find(site(), query)).sort(), found.toSorted())
        }),
        { numRuns: RUNS },
      )
    })

    test('counts what every value of every facet would give', async () => {
      await fc.assert(
        fc.asyncProperty(asked, async ({ query, matched }) => {
          assert.deepEqual(
            await use(site()).engine.count({ ...EMPTY_QUERY, ...query }, FACETS),
            FACETS.map((facet) => [facet, countValues(matched, query.chosen, facet)]),
          )
        }),
        { numRuns: RUNS },
      )
    })

    test('shows every report once over all pages, and the last page for one beyond it', async () => {
      const pageSize = fc.integer({ min: 1, max: 40 })
      await fc.assert(
        fc.asyncProperty(asked, pageSize, fc.constantFrom(...SORTS), async ({ query, found }, size, sort) => {
          const all = await find(site(), { ...query, sort })
          const pages = Math.max(1, Math.ceil(found.length / size))
          const turned: string[] = []
          for (let page = 1; page <= pages; page += 1) {
            const answer = await use(site()).search({ ...query, sort, page }, size)
            assert.deepEqual([answer.count, answer.page, answer.sort], [found.length, page, sort])
            turned.push(...idsOf(answer))
          }
          assert.deepEqual(turned, all)
          const beyond = await use(site()).search({ ...query, sort, page: pages + 3 }, size)
          assert.deepEqual([beyond.page, idsOf(beyond)], [pages, all.slice((pages - 1) * size)])
        }),
        { numRuns: FEWER_RUNS },
      )
    })

    test('lists the same reports in the same order', async () => {
      await fc.assert(
        fc.asyncProperty(asked, fc.nat({ max: 60 }), fc.constantFrom(...SORTS), async ({ query }, limit, sort) => {
          const all = await find(site(), { ...query, sort })
          const progress: [done: number, all: number][] = []
          const records = await use(site()).engine.list({ ...EMPTY_QUERY, ...query, sort }, limit, (...step) =>
            progress.push(step),
          )
          assert.deepEqual(
            records.map(({ id }) => id),
            all.slice(0, limit),
          )
          const { length } = records
          assert.deepEqual(
            progress,
            Array.from({ length: Math.ceil(length / 24) }, (_, step) => [Math.min(24 * (step + 1), length), length]),
          )
        }),
        { numRuns: FEWER_RUNS },
      )
    })

    test('answers several searches at once, each for itself', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(asked, { minLength: 2, maxLength: 5 }), async (several) => {
          const answers = await Promise.all(several.map(({ query }) => find(site(), { ...query, sort: 'oldest' })))
          assert.deepEqual(
            answers,
            several.map(({ found }) => found),
          )
        }),
        { numRuns: FEWER_RUNS },
      )
    })
  })
}

suite('a search whose files come late and in any order', () => {
  test('answers several searches at once from the first moment, each for itself', async () => {
    const delays = fc.array(fc.nat({ max: 12 }), { minLength: 5, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 2, maxLength: 6 }), delays, async (several, waits) => {
        const archive = await openTestSite(divided.archive.folder, 'en')
        const { send } = archive.network
        let sent = 0
        archive.network.send = async (bytes, address) => {
          sent += 1
          await setTimeout(waits[sent % waits.length])
          return send(bytes, address)
        }
        const cold = { archive, network: globalThis.fetch }
        const answers = await Promise.all(several.map(({ query }) => find(cold, { ...query, sort: 'oldest' })))
        assert.deepEqual(
          answers,
          several.map(({ found }) => found),
        )
      }),
      { numRuns: 6 },
    )
  })
})

suite('how reports are divided among indexes', () => {
  const asWhole = async (query: Partial<Query>): Promise<void> => {
    const answer = await use(divided).search(query, 20)
    assert.deepEqual(answer, await use(whole).search(query, 20))
  }

  test('changes nothing in what a search answers', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom('' as const, ...SORTS), async ({ query }, sort) => {
        await asWhole({ ...query, sort })
      }),
      { numRuns: 2 * RUNS },
    )
  })

  test('changes nothing in the order of the best in a range of dates, nor where letters are taken apart', async () => {
    await asWhole({ words: 'bova', to: '2002' })
    await asWhole({ words: 'bova vexa', to: '2001' })
    await asWhole({ words: 'cimu 海护が bova' })
  })

  test('changes nothing in what is taken apart in a range of dates that does not hold it', async () => {
    const runs = PLAIN.flatMap(({ parts }) => parts.flatMap(({ words }) => words)).filter((word) => !isLatin(word))
    for (const words of new Set(runs.filter(({ length }) => length > 2).slice(0, 60)))
      await asWhole({ words, from: '2008' })
  })

  test('changes nothing in the order of the best, whichever words are asked for', async () => {
    const words = fc.array(
      fc.oneof(
        known,
        letters,
        phrase.map((some) => `"${some.join(' ')}"`),
      ),
      { minLength: 1 },
    )
    await fc.assert(
      fc.asyncProperty(words, async (some) => {
        await asWhole({ words: some.slice(0, 3).join(' ') })
      }),
      { numRuns: RUNS },
    )
  })
})
