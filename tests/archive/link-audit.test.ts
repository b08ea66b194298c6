import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { mergeOutgoingLinks, sentenceOn, stateOf, type PageAnswer, type PageState } from '#archive/link-audit.ts'
import { copiesOf, copyOf, type OutgoingLink } from '#archive/outgoing-links.ts'

const PAGE = 'https://example.org/a'

suite('an answer', () => {
  const cases: [answer: PageAnswer, state: PageState, sentence: string][] = [
    [{ status: 200 }, 'alive', `${PAGE} is there.`],
    [
      { status: 200, leadsTo: 'https://example.org/b', forGood: false },
      'alive',
      `${PAGE} is there, for now at https://example.org/b.`,
    ],
    [
      { status: 200, leadsTo: 'https://example.org/b', forGood: true },
      'moved',
      `${PAGE} has moved for good to https://example.org/b.`,
    ],
    [{ status: 404 }, 'dead', `${PAGE} is dead: it answers 404.`],
    [
      { status: 410, leadsTo: 'https://example.org/b', forGood: true },
      'dead',
      `${PAGE} is dead: it answers 410, after leading to https://example.org/b.`,
    ],
    [
      { status: 302, astray: true, why: 'it leads to file:///a, which is no page of the web' },
      'dead',
      `${PAGE} is dead: it leads to file:///a, which is no page of the web.`,
    ],
    [{ status: 403 }, 'unclear', `${PAGE} answers 403: look yourself whether people can read it.`],
    [{ status: 503 }, 'unclear', `${PAGE} answers 503: look yourself whether people can read it.`],
    [
      { status: 302, leadsTo: PAGE, forGood: true, why: 'it leads on more than 10 times' },
      'unclear',
      `${PAGE} may be there or not: it leads on more than 10 times. Look yourself.`,
    ],
    [
      { status: 0, why: 'there is no such host' },
      'unreachable',
      `${PAGE} could not be reached: there is no such host.`,
    ],
  ]
  for (const [answer, state, sentence] of cases) {
    test(`of ${JSON.stringify(answer)} means ${state}`, () => {
      assert.deepEqual([stateOf(answer), sentenceOn(PAGE, answer)], [state, sentence])
    })
  }
})

suite('the lines after an audit', () => {
  const use = (url: string) => ({ url, reports: [{ path: '2024/12/a-report', date: '2024-12-20' }] })
  const today = '2026-11-22'
  const merge = (
    known: OutgoingLink[],
    pages: string[],
    answers: Record<string, PageAnswer> = {},
    copies: Record<string, { url: string; captured: string }> = {},
  ): OutgoingLink[] =>
    mergeOutgoingLinks(known, pages.map(use), {
      answers: new Map(Object.entries(answers)),
      copies: new Map(Object.entries(copies)),
      today,
    })
  const kept = { url: PAGE, archived: 'https://archive.example/1', captured: '2025-01-03' }

  test('say of each page when it was asked, and what it answered', () => {
    assert.deepEqual(merge([], [PAGE], { [PAGE]: { status: 404 } }), [{ url: PAGE, checked: today, status: 404 }])
  })

  test('keep the copy that a person chose, even when another was found', () => {
    const other = { url: 'https://archive.example/2', captured: '2024-01-01' }
    assert.deepEqual(merge([kept], [PAGE], { [PAGE]: { status: 200 } }, { [PAGE]: other }), [
      { ...kept, checked: today, status: 200 },
    ])
  })

  test('take up a copy that was found', () => {
    const found = { url: 'https://archive.example/2', captured: '2024-01-01' }
    assert.deepEqual(merge([{ url: PAGE }], [PAGE], {}, { [PAGE]: found }), [
      { url: PAGE, archived: 'https://archive.example/2', captured: '2024-01-01' },
    ])
  })

  test('keep the last answer of a page that was not asked', () => {
    const line = { url: PAGE, checked: '2026-01-01', status: 200 }
    assert.deepEqual(merge([line], [PAGE]), [line])
  })

  test('keep the way an address is written', () => {
    const [link] = merge([{ ...kept, url: 'https://example.org/版' }], ['https://example.org/%E7%89%88'])
    assert.equal(link?.url, 'https://example.org/版')
  })

  test('keep a copy of a page that nothing links to, and drop a line without one', () => {
    assert.deepEqual(merge([kept, { url: 'https://example.org/b', checked: '2026-01-01', status: 200 }], []), [kept])
  })

  test('never lose a copy, and never change one, whatever was answered and found', () => {
    const urls = fc.constantFrom('https://example.org/a', 'https://example.org/b', 'https://example.org/c')
    const copy = fc.record({ url: fc.webUrl(), captured: fc.constantFrom('2024-01-01', '2025-02-02') })
    fc.assert(
      fc.property(
        fc.uniqueArray(urls),
        fc.uniqueArray(urls),
        fc.dictionary(urls, copy),
        fc.dictionary(urls, fc.record({ status: fc.constantFrom(0, 200, 404) })),
        (withCopy, pages, found, answers) => {
          const known = withCopy.map((url) => ({ ...kept, url }))
          const after = merge(known, pages, answers, found)
          for (const url of withCopy)
            assert.deepEqual(copyOf(copiesOf(after), url), { url: kept.archived, captured: kept.captured })
          assert.equal(new Set(after.map(({ url }) => url)).size, after.length)
          // A second audit with the same answers changes nothing.
          assert.deepEqual(merge(after, pages, answers, found), after)
        },
      ),
    )
  })
})
