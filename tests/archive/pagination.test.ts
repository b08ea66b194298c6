import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { paginate, type ListPage } from '#archive/pagination.ts'

const sizes = fc.integer({ min: 1, max: 12 })
const lengths = fc.integer({ min: 0, max: 60 })

suite('a list cut into pages', () => {
  test('without items is one empty page', () => {
    assert.deepEqual(paginate([], 3), [{ items: [], alias: false }])
  })

  test('that fills no page is only the list itself, newest first', () => {
    assert.deepEqual(paginate(['a', 'b'], 3), [{ items: ['b', 'a'], alias: false }])
  })

  test('that fills one page has no numbered page, which would only repeat it', () => {
    assert.deepEqual(paginate(['a', 'b', 'c'], 3), [{ items: ['c', 'b', 'a'], alias: false }])
    assert.deepEqual(paginate(['a', 'b', 'c', 'd', 'e'], 3), [{ items: ['e', 'd', 'c', 'b', 'a'], alias: false }])
  })

  test('shows in the list itself the newest full page and what fills no page yet', () => {
    assert.deepEqual(paginate(['a', 'b', 'c', 'd', 'e', 'f', 'g'], 3), [
      { items: ['g', 'f', 'e', 'd'], alias: false, older: 1 },
      { number: 1, items: ['c', 'b', 'a'], alias: false, newer: 2 },
      { number: 2, items: ['f', 'e', 'd'], alias: false, older: 1, newer: 3 },
      { number: 3, items: ['g', 'f', 'e', 'd'], alias: true, older: 1 },
    ])
  })

  test('has every item on exactly one full page, or in the list itself', () => {
    for (const { size, length, pages } of allListsUpTo(12, 60)) {
      const full = fullPagesOf(pages)
      const onFullPages = full.flatMap(({ items }) => items.toReversed())
      const rest = (pages[0]?.items ?? []).filter((item) => !onFullPages.includes(item)).toReversed()
      assert.deepEqual([...onFullPages, ...rest], numbersUpTo(length))
      assert.ok(full.every(({ items }) => items.length === size))
      assert.ok(rest.length < (full.length === 0 ? 2 * size : size))
    }
  })

  test('keeps every full page as it was when an item is added', () => {
    for (const { size, length, pages } of allListsUpTo(12, 60)) {
      const after = fullPagesOf(paginate(numbersUpTo(length + 1), size))
      const before = fullPagesOf(pages)
      assert.deepEqual(after.slice(0, before.length), before)
    }
  })

  test('keeps every full page as it was when many items are added', () => {
    fc.assert(
      fc.property(sizes, lengths, lengths, (size, length, added) => {
        const before = fullPagesOf(paginate(numbersUpTo(length), size))
        const after = fullPagesOf(paginate(numbersUpTo(length + added), size))
        assert.deepEqual(after.slice(0, before.length), before)
      }),
    )
  })

  test('leads from page 1 by “newer” over every full page to the newest items', () => {
    for (const { length, pages } of allListsUpTo(12, 60)) {
      const first = pages.find(({ number }) => number === 1)
      if (first === undefined) continue
      const walked = walk(pages, first, ({ newer }) => newer)
      const last = walked.at(-1)
      assert.deepEqual(
        walked.map(({ number }) => number),
        numbersUpTo(walked.length),
      )
      assert.equal(last?.alias, true)
      assert.equal(last.items[0], length)
      assert.deepEqual({ ...last, number: undefined, alias: false }, { ...pages[0], number: undefined })
    }
  })

  test('leads from the list itself by “older” over every item, each once, to the oldest', () => {
    for (const { length, pages } of allListsUpTo(12, 60)) {
      const [list] = pages
      assert.ok(list)
      const walked = walk(pages, list, ({ older }) => older)
      assert.deepEqual(
        walked.flatMap(({ items }) => items),
        numbersUpTo(length).reverse(),
      )
    }
  })

  test('names no page that does not exist', () => {
    for (const { pages } of allListsUpTo(12, 60)) {
      const numbers = new Set(pages.map(({ number }) => number))
      for (const { older, newer } of pages) assert.ok(numbers.has(older) && numbers.has(newer))
    }
  })

  test('does not change what it is given', () => {
    const items = Object.freeze(numbersUpTo(7))
    paginate(items, 3)
    assert.deepEqual(items, [1, 2, 3, 4, 5, 6, 7])
  })
})

function* allListsUpTo(largestSize: number, longest: number) {
  for (let size = 1; size <= largestSize; size += 1) {
    for (let length = 0; length <= longest; length += 1)
      yield { size, length, pages: paginate(numbersUpTo(length), size) }
  }
}

/** 1, 2, 3 …: the oldest item is 1. */
function numbersUpTo(length: number): number[] {
  return Array.from({ length }, (_, index) => index + 1)
}

function fullPagesOf(pages: ListPage<number>[]): ListPage<number>[] {
  return pages.filter(({ number, alias }) => number !== undefined && !alias)
}

function walk(
  pages: ListPage<number>[],
  from: ListPage<number>,
  next: (page: ListPage<number>) => number | undefined,
): ListPage<number>[] {
  const walked: ListPage<number>[] = []
  let page: ListPage<number> | undefined = from
  while (page !== undefined && walked.length <= pages.length) {
    walked.push(page)
    const number = next(page)
    page = number === undefined ? undefined : pages.find((other) => other.number === number)
  }
  return walked
}
