import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { toApa } from '#formats/apa.ts'
import { toBibTeX } from '#formats/bibtex.ts'
import { onOneLine, type Citable } from '#formats/citation.ts'
import { toCslJson } from '#formats/csl-json.ts'
import { toHarvard } from '#formats/harvard.ts'
import { toRis } from '#formats/ris.ts'
import { brief, chinese, HOSTILE_TITLES, training } from './citables.ts'
import { formatWithCiteproc, hasProgram, readWithCitationJs, runProgram, type ReadItem } from './read-citations.ts'

const recorded: Citable = { ...brief, recorded: '2026-11-22' }

suite('in BibLaTeX', () => {
  test('a report is an article that was found online', () => {
    assert.equal(
      toBibTeX(training),
      `@online{k7m2q4,
  author = {{National Copyright Administration of China}},
  title = {{Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha}},
  date = {2024-12-20},
  eventdate = {2024-12-11/2024-12-13},
  organization = {Copyright News Archive},
  version = {2},
  url = {https://archive.example/2024/12/overseas-copyright-risk-training-changsha/},
  langid = {english},
  entrysubtype = {newspaper},
}
`,
    )
  })

  test('a brief has the day of its own publication and the date it tells of', () => {
    assert.equal(
      toBibTeX(recorded),
      `@online{t79y4e,
  author = {{Copyright News Archive}},
  title = {{Secretariats of the Paris and Berne Conventions combined into BIRPI}},
  date = {2026-11-22},
  eventdate = {1893},
  url = {https://archive.example/1893/birpi/},
  langid = {english},
}
`,
    )
  })

  test('a Chinese report keeps its characters', () => {
    assert.equal(
      toBibTeX(chinese),
      `@online{fx002m,
  author = {{国家版权局}},
  title = {{“版权风险”管理培训班在长沙举行}},
  date = {2024-12},
  organization = {Copyright News Archive},
  url = {https://archive.example/2024/12/a-report-in-chinese/},
  langid = {chinese-simplified},
  entrysubtype = {newspaper},
}
`,
    )
  })

  test('two characters that TeX would make one of stay two', () => {
    assert.match(
      toBibTeX({ ...training, title: "a --- b ''c'' ?`" }),
      /title = \{\{a -\{\}-\{\}- b '\{\}'c'\{\}' \?\{\}`\}\}/,
    )
  })
})

suite('in RIS', () => {
  test('a report is news', () => {
    assert.equal(
      toRis(training),
      'TY  - NEWS\r\nID  - k7m2q4\r\nAU  - National Copyright Administration of China\r\nTI  - Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha\r\nT2  - Copyright News Archive\r\nPY  - 2024\r\nDA  - 2024/12/20/\r\nET  - Version 2\r\nLA  - en\r\nUR  - https://archive.example/2024/12/overseas-copyright-risk-training-changsha/\r\nER  - \r\n',
    )
  })

  test('a brief is a page of the web, without a date until it is recorded', () => {
    assert.equal(
      toRis(brief),
      'TY  - ELEC\r\nID  - t79y4e\r\nAU  - Copyright News Archive\r\nTI  - Secretariats of the Paris and Berne Conventions combined into BIRPI\r\nLA  - en\r\nUR  - https://archive.example/1893/birpi/\r\nER  - \r\n',
    )
  })

  test('a date known to the month says so', () => {
    assert.ok(toRis(chinese).includes('PY  - 2024\r\nDA  - 2024/12//\r\n'))
  })
})

suite('in CSL-JSON', () => {
  test('a report is an article of a newspaper, its dates in parts', () => {
    assert.deepEqual(JSON.parse(toCslJson(training)), [
      {
        id: 'k7m2q4',
        type: 'article-newspaper',
        author: [{ literal: 'National Copyright Administration of China' }],
        title: 'Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha',
        'container-title': 'Copyright News Archive',
        publisher: 'National Copyright Administration of China',
        issued: { 'date-parts': [[2024, 12, 20]] },
        'event-date': {
          'date-parts': [
            [2024, 12, 11],
            [2024, 12, 13],
          ],
        },
        version: '2',
        language: 'en',
        URL: 'https://archive.example/2024/12/overseas-copyright-risk-training-changsha/',
      },
    ])
  })

  test('a brief is a page of the web, whose author is not named twice', () => {
    assert.deepEqual(JSON.parse(toCslJson(recorded)), [
      {
        id: 't79y4e',
        type: 'webpage',
        author: [{ literal: 'Copyright News Archive' }],
        title: 'Secretariats of the Paris and Berne Conventions combined into BIRPI',
        issued: { 'date-parts': [[2026, 11, 22]] },
        'event-date': { 'date-parts': [[1893]] },
        language: 'en',
        URL: 'https://archive.example/1893/birpi/',
      },
    ])
  })

  test('a Chinese report known by its month has a year and a month', () => {
    assert.deepEqual(JSON.parse(toCslJson(chinese)), [
      {
        id: 'fx002m',
        type: 'article-newspaper',
        author: [{ literal: '国家版权局' }],
        title: '“版权风险”管理培训班在长沙举行',
        'container-title': 'Copyright News Archive',
        publisher: '国家版权局',
        issued: { 'date-parts': [[2024, 12]] },
        language: 'zh-Hans',
        URL: 'https://archive.example/2024/12/a-report-in-chinese/',
      },
    ])
  })
})

/** What a program must say after reading a file of ours, whichever form it had. */
function essence(item: ReadItem | undefined): object {
  // citation-js calls the author of a newspaper article in RIS its reporter, as the specification of RIS does.
  const { author, reporter } = (item ?? {}) as ReadItem & { reporter?: string }
  const [name, ...others] = author ?? [{ literal: reporter }]
  return {
    author: [name?.literal, name?.family, name?.given].filter(Boolean).join('|'),
    others,
    title: item?.title,
    date: item?.issued?.['date-parts'][0]?.map(Number),
    language: item?.language,
    url: item?.URL,
  }
}

suite('citation-js reads back', () => {
  const cases: [what: string, citable: Citable, date: number[] | undefined, babel: string][] = [
    ['a report', training, [2024, 12, 20], 'english'],
    ['a brief that is recorded', recorded, [2026, 11, 22], 'english'],
    ['a brief that is not', brief, undefined, 'english'],
    ['a Chinese report', chinese, [2024, 12], 'chinese-simplified'],
  ]
  for (const [what, citable, date, babel] of cases) {
    const { publisher: author, title, language, url } = citable
    const expected = { author, others: [], title, date, language, url }
    test(`${what} from CSL-JSON`, () => {
      assert.deepEqual(readWithCitationJs(toCslJson(citable), 'csl').map(essence), [expected])
    })
    test(`${what} from BibLaTeX, which has names of its own for languages`, () => {
      assert.deepEqual(readWithCitationJs(toBibTeX(citable), 'bib').map(essence), [{ ...expected, language: babel }])
    })
    test(`${what} from RIS, of which it takes the year of news alone`, () => {
      const known = citable.kind === 'report' ? date?.slice(0, 1) : date
      assert.deepEqual(readWithCitationJs(toRis(citable), 'ris').map(essence), [{ ...expected, date: known }])
    })
  }
})

suite('trust row 14: a hostile title comes back as it was, as one entry', () => {
  const forms = [
    ['bib', toBibTeX],
    ['ris', toRis],
    ['csl', (citable: Citable) => toCslJson(citable)],
  ] as const
  for (const [form, write] of forms) {
    for (const title of HOSTILE_TITLES) {
      test(`${form}: ${JSON.stringify(title)}`, () => {
        const read = readWithCitationJs(write({ ...training, title }), form)
        assert.deepEqual(
          read.map((item) => [item.id, item.title, item.URL]),
          [[training.id, onOneLine(title), training.url]],
        )
      })
    }
  }

  test('and a hostile name stays one name in BibLaTeX and CSL-JSON', () => {
    for (const publisher of HOSTILE_TITLES) {
      for (const text of [
        readWithCitationJs(toBibTeX({ ...brief, publisher }), 'bib'),
        readWithCitationJs(toCslJson({ ...brief, publisher }), 'csl'),
      ]) {
        const { author, others } = essence(text[0]) as { author: string; others: unknown[] }
        assert.deepEqual([author, others], [onOneLine(publisher), []])
      }
    }
  })

  test('whatever the fields hold, a record of RIS has its own lines and no others', () => {
    const text = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(text, text, text, (title, publisher, archive) => {
        const tags = toRis({ ...training, title, publisher, archive: `An archive ${archive}` })
          .split(/[\p{Cc}\u2028\u2029]+/u)
          .map((line) => line.slice(0, 6))
        assert.deepEqual(
          tags,
          ['TY', 'ID', 'AU', 'TI', 'T2', 'PY', 'DA', 'ET', 'LA', 'UR', 'ER'].map((tag) => `${tag}  - `).concat(''),
        )
      }),
    )
  })
})

suite('citeproc, from our CSL-JSON, writes', () => {
  test('the same as we do in APA', () => {
    for (const citable of [recorded, brief, chinese]) {
      assert.equal(formatWithCiteproc(toCslJson(citable), 'apa'), toApa(citable))
    }
    assert.equal(formatWithCiteproc(toCslJson(training), 'apa'), toApa(training))
  })

  test('the same as we do in Harvard, but for the marks of another Harvard', () => {
    // Its “harvard1” is older than Cite Them Right: double quotation marks with the comma inside, and a full stop after the address.
    const likeOurs = formatWithCiteproc(toCslJson(training), 'harvard1')
      .replace(/“(.*),”/, '‘$1’,')
      .replace(/\.$/, '')
    assert.equal(likeOurs, toHarvard(training))
  })
})

suite('other programs, where they are installed,', () => {
  const all = HOSTILE_TITLES.map((title, index) => ({ ...training, id: `id${String(index)}`, title }))

  test('bibtool finds each hostile entry and nothing else', { skip: !hasProgram('bibtool') }, () => {
    const read = runProgram('bibtool', all.map(toBibTeX).join('\n'), '-r', 'biblatex')
    assert.deepEqual(
      [...read.matchAll(/^@(\w+)\s*\{\s*(\w+),/gm)].map(([, type, id]) => [type?.toLowerCase(), id]),
      all.map(({ id }) => ['online', id]),
    )
  })

  test('bibutils reads each record of RIS with its title', { skip: !hasProgram('ris2xml') }, () => {
    const read = runProgram('ris2xml', all.map(toRis).join('\r\n'))
    assert.equal(read.match(/<mods /g)?.length, all.length)
  })

  test('bibutils reads a Chinese report from BibLaTeX', { skip: !hasProgram('biblatex2xml') }, () => {
    const read = runProgram('biblatex2xml', toBibTeX(chinese), '-i', 'utf8')
    assert.ok(read.includes('版权风险”管理培训班在长沙举行'))
    assert.equal(read.match(/<mods /g)?.length, 1)
  })
})
