import assert from 'node:assert/strict'
import { after, before, beforeEach, suite, test } from 'node:test'
import type { Report } from '#archive/catalogue.ts'
import type { Term } from '#archive/term.ts'
import type { Answer } from '#search/answer.ts'
import type { Query } from '#search/query.ts'
import { makeIdentifier, makeReport, makeTerm } from '../archive/make-report.ts'
import { openTestArchive, openTestSite, type TestArchive } from './open-test-archive.ts'

const TERMS: readonly Term[] = [
  {
    ...makeTerm('organisations', 'wipo'),
    label: { en: 'World Intellectual Property Organization', 'zh-Hans': '世界知识产权组织' },
    aliases: ['WIPO', 'OMPI'],
  },
  { ...makeTerm('organisations', 'ncac'), label: { 'zh-Hans': '国家版权局' }, aliases: ['NCAC'] },
  { ...makeTerm('topics', 'rights'), label: { en: 'Exceptions and limitations' }, aliases: ['L&E'] },
  { ...makeTerm('places', 'georgia'), label: { en: 'Georgia' }, aliases: ['GA'] },
  { ...makeTerm('places', 'gabon'), label: { en: 'Gabon' }, aliases: ['GA'] },
  { ...makeTerm('topics', 'unused'), label: { en: 'Plant varieties' }, aliases: ['UPOV'] },
]

/** A report for a reason: its title, the HTML of its text, and what else is known of it. A title is found once. */
const REPORTS: readonly (readonly [title: string, html: string, more?: Partial<Report>])[] = [
  ['Treaty signed', p('The treaties were ratified in the town hall.')],
  ['Second draft', p('A treaty needs ratification; the colour of the cover is grey.')],
  ['Third draft', p('Delegates praised the color of the cover.')],
  ['Office in Geneva', p('It will organise a training.'), { organisations: [{ id: 'wipo', role: undefined }] }],
  ['Report by WIPO', p('Nothing else.')],
  ['Report by OMPI', p('Rien d’autre.'), { lang: 'fr' }],
  ['世界知识产权组织新闻', p('没有别的。'), { lang: 'zh-Hans' }],
  ['海外风险管理研究', p('保护海外合作，风险评估。'), { lang: 'zh-Hans' }],
  [
    '版权局发布2024年度AI报告：数字版权',
    p('摘要'),
    { lang: 'zh-Hans', organisations: [{ id: 'ncac', role: undefined }] },
  ],
  ['Atlanta', p('A city.'), { places: [{ id: 'georgia', role: undefined }] }],
  ['Libreville', p('A city.'), { places: [{ id: 'gabon', role: undefined }] }],
  ['Die Verträge der Häuser', p('Der Vertrag über das große Haus in Łódź.'), { lang: 'de' }],
  ['L’accord d’Alger', p('L’État signe. Garçon, où est l’élève ?'), { lang: 'fr' }],
  ['Договоры о праве', p('Каждый договор подписан.'), { lang: 'ru' }],
  ['ΟΔΟΣ', p('Η ΟΔΌΣ είναι εδώ.'), { lang: 'el' }],
  ['저작권 보호 강화', p('한국의 저작권법.'), { lang: 'ko' }],
  ['著作権のガイドライン', p('ﾃｽﾄのｶﾞｲﾄﾞ。'), { lang: 'ja' }],
  ['حقوق المؤلف', p('قانون حقوق المؤلف الجديد.'), { lang: 'ar' }],
  ['ลิขสิทธิ์ไทย', p('กฎหมายลิขสิทธิ์'), { lang: 'th' }],
  ['Fair use', p('Only once.')],
  ['Fair use in the courts', p('Fair use, fair use, fair use: fair use is fair use.')],
  ['Newer: fair use', p('Fair use, fair use, fair use: fair use is fair use. Fair use.')],
  ['TERMS AND CONDITIONS', p('Only once.')],
  ['On terms', p('Terms and conditions, terms and conditions: terms and conditions.')],
  ['The Who', p('A band.')],
  ['Who they are', p('The who is who.')],
  ['Remedies they asked for', p('Only once.')],
  ['On remedies', p('Remedies asked, remedies asked, remedies asked: remedies asked.')],
  ['A source', p('Cited.'), { source: { name: 'Daily', url: 'https://www.example.org/News/2024/a-story.html?id=7' } }],
  ['A brief', p('Compiled.'), { kind: 'brief', sources: [{ name: 'Site', url: 'https://example.net/版权' }] }],
  ['Schooling', p('The training needs trainers; a course trains a trainee of the Law.')],
  ['Numbers', p('It cost 1,200,000 in 1987, and 3.5 in covid-19 times at the G20.')],
  [
    'Parts of a text',
    '<h2 id="section-aims">Aims of zibo</h2><p id="p1">First melo.</p><p id="p2">Then zibo, and zibo with melo.</p>' +
      '<table id="table-1"><tbody><tr><td>kalo</td><td>fupa</td></tr></tbody></table>' +
      '<ol><li id="note-fn-1"><p>A vexa &amp; note.</p></li></ol>',
    { summary: 'A summary of hulo.' },
  ],
  ['Terms, conditions', p('Terms, conditions: terms, conditions.')],
  ['Long', p(`${'before '.repeat(60)}zorbi${' after'.repeat(60)}`)],
]

function p(text: string): string {
  return `<p id="p1">${text}</p>`
}

let archive: TestArchive
let network: typeof fetch
before(async () => {
  const reports = REPORTS.map(([title, , more], index) =>
    makeReport({
      id: makeIdentifier(index * 11),
      title,
      date: `2024-${index < 12 ? '01' : '02'}-${two(index + 1)}`,
      ...more,
    }),
  )
  const texts = new Map(reports.map(({ id }, index) => [id, REPORTS[index]?.[1] ?? '']))
  archive = await openTestArchive(reports, TERMS, texts, { reportsPerShard: 12 })
  network = globalThis.fetch
})
beforeEach(() => {
  // Some tests open an archive of their own, and only one has the network.
  globalThis.fetch = network
})
after(() => {
  archive.close()
})

function two(number: number): string {
  return String(number).padStart(2, '0')
}

const plain = (runs: readonly { text: string }[]): string => runs.map(({ text }) => text).join('')
const marked = (runs: readonly { text: string; marked: boolean }[]): string =>
  runs.map(({ text, marked: isMarked }) => (isMarked ? `[${text}]` : text)).join('')
const titlesOf = ({ hits }: Answer): string[] => hits.map(({ title }) => plain(title))

/** The titles that are found, oldest first. */
async function find(words: string, more: Partial<Query> = {}): Promise<string[]> {
  const answer = await archive.search({ words, sort: 'oldest', ...more }, REPORTS.length)
  assert.deepEqual(answer.failed, [])
  return titlesOf(answer)
}

/** What is told of a search. */
async function notesOf(words: string): Promise<Answer['notes']> {
  return (await archive.search({ words })).notes
}

suite('forms of a word', () => {
  test('are found, whichever is typed', async () => {
    for (const words of ['treaty', 'treaties', 'TREATIES', 'Tréaty'])
      assert.deepEqual(await find(words), ['Treaty signed', 'Second draft'], words)
    assert.deepEqual(await find('title:treaties'), ['Treaty signed'])
    assert.deepEqual(await find('vertrag'), ['Die Verträge der Häuser'])
    assert.deepEqual(await find('договор'), ['Договоры о праве'])
  })

  test('are not found in quotation marks', async () => {
    assert.deepEqual(await find('"treaties"'), ['Treaty signed'])
    assert.deepEqual(await find('“needs ratification”'), ['Second draft'])
    assert.deepEqual(await find('"trainer"'), [])
  })

  test('of another word with the same stem are not taken for forms', async () => {
    assert.deepEqual(await find('trains'), ['Office in Geneva', 'Schooling'])
    assert.deepEqual(await find('trainee'), ['Schooling'])
  })

  test('leave out a report where the word is not wanted', async () => {
    assert.deepEqual(await find('draft -treaties'), ['Third draft'])
  })
})

suite('British and American spellings', () => {
  test('are found together, and it is told', async () => {
    assert.deepEqual(await find('colour'), ['Second draft', 'Third draft'])
    assert.deepEqual(await find('color'), ['Second draft', 'Third draft'])
    assert.deepEqual(await notesOf('colour'), [{ type: 'spellings', typed: 'colour', words: ['color'] }])
    assert.deepEqual(await notesOf('color'), [{ type: 'spellings', typed: 'color', words: ['colour'] }])
  })

  test('are not found together in quotation marks, and nothing is told', async () => {
    assert.deepEqual(await find('"colour"'), ['Second draft'])
    assert.deepEqual(await notesOf('"colour"'), [])
  })
})

suite('the names of a term', () => {
  const ALL = ['Office in Geneva', 'Report by WIPO', 'Report by OMPI', '世界知识产权组织新闻']

  test('are searched for together, whichever is typed, and the others are told', async () => {
    const names = ['World Intellectual Property Organization', '世界知识产权组织', 'WIPO', 'OMPI']
    for (const typed of [...names, 'wipo', 'world intellectual property organization']) {
      const { notes, terms } = await archive.search({ words: typed })
      assert.deepEqual(await find(typed), ALL, typed)
      const others = names.filter((name) => name.toLowerCase() !== typed.toLowerCase())
      assert.deepEqual(notes, [{ type: 'names', typed, names: others }])
      assert.deepEqual(
        terms.map(({ vocabulary, id }) => [vocabulary, id]),
        [['organisations', 'wipo']],
      )
    }
  })

  test('are found in the middle of what is typed', async () => {
    assert.deepEqual(await find('geneva world intellectual property organization'), ['Office in Geneva'])
    assert.deepEqual(await find('report WIPO'), ['Report by WIPO', 'Report by OMPI'])
  })

  test('in quotation marks are only words', async () => {
    assert.deepEqual(await find('"WIPO"'), ['Report by WIPO'])
    assert.deepEqual(await find('"世界知识产权组织"'), ['世界知识产权组织新闻'])
    assert.deepEqual(await notesOf('"WIPO"'), [])
  })

  test('are not searched for in titles, where just one is asked for', async () => {
    assert.deepEqual(await find('title:WIPO'), ['Report by WIPO'])
    assert.deepEqual(await notesOf('title:WIPO'), [])
  })

  test('that are not wanted are left out under every name', async () => {
    assert.deepEqual(await find('report -WIPO'), [])
    assert.deepEqual(await find('geneva -OMPI'), [])
  })

  test('may be those of two terms', async () => {
    assert.deepEqual(await find('GA'), ['Atlanta', 'Libreville'])
    assert.deepEqual(await find('place:ga'), ['Atlanta', 'Libreville'])
    assert.deepEqual(await notesOf('GA'), [{ type: 'names', typed: 'GA', names: ['Gabon', 'Georgia'] }])
  })

  test('find the reports that name it though no word of it stands there', async () => {
    assert.deepEqual(await find('georgia'), ['Atlanta'])
    assert.deepEqual(await find('intellectual'), ['Office in Geneva'])
    assert.deepEqual(await find('国家版权局'), ['版权局发布2024年度AI报告：数字版权'])
    assert.deepEqual(await find('Daily'), ['A source'])
  })

  test('that no report has are only words', async () => {
    assert.deepEqual(await find('UPOV'), [])
    assert.deepEqual(await notesOf('UPOV'), [])
  })
})

suite('words that say too little', () => {
  test('are left out beside others, and it is told', async () => {
    assert.deepEqual(await find('the treaty of a town'), ['Treaty signed'])
    assert.deepEqual(await notesOf('the treaty of a town'), [{ type: 'dropped', words: ['the', 'of', 'a'] }])
  })

  test('are kept when there are no others', async () => {
    assert.deepEqual(
      await find('the who'),
      ['Who they are', 'The Who'].sort((a, b) => (a < b ? -1 : 1)),
    )
    assert.deepEqual(await notesOf('the who'), [])
    assert.deepEqual(await find('of'), ['Second draft', 'Third draft', 'Schooling', 'Parts of a text'])
  })

  test('are kept in quotation marks, in titles and where they are not wanted', async () => {
    assert.deepEqual(await find('"the treaties"'), ['Treaty signed'])
    assert.deepEqual(await find('"the treaty"'), [])
    assert.deepEqual(await find('draft title:of'), [])
    assert.deepEqual(await find('draft -a'), ['Third draft'])
  })

  test('are those of the language of the page', async () => {
    const german = await openTestSite(archive.folder, 'de')
    assert.deepEqual((await german.search({ words: 'das haus' })).notes, [{ type: 'dropped', words: ['das'] }])
    assert.deepEqual((await german.search({ words: 'the treaty' })).notes, [])
  })
})

suite('the beginning of a word', () => {
  test('is enough at the end of what is typed when no report holds the word, and it is told', async () => {
    assert.deepEqual(await find('ratif'), ['Treaty signed', 'Second draft'])
    assert.deepEqual(await notesOf('ratif'), [
      { type: 'beginning', typed: 'ratif', words: ['ratification', 'ratified'], hasMore: false },
    ])
    assert.deepEqual(await find('treaty ratific'), ['Second draft'])
    assert.deepEqual(await find('title:treat'), ['Treaty signed'])
  })

  test('is not enough when a report holds the word', async () => {
    assert.deepEqual(await find('use'), ['Fair use', 'Fair use in the courts', 'Newer: fair use'])
    assert.deepEqual(await find('law'), ['Schooling'])
  })

  test('is not enough before the end of what is typed, nor in quotation marks', async () => {
    assert.deepEqual(await find('ratif treaty'), [])
    assert.deepEqual(await find('"ratif"'), [])
    assert.deepEqual(await find('"the treat"'), [])
  })

  test('is enough anywhere with an asterisk', async () => {
    assert.deepEqual(await find('ratif* treaty'), ['Treaty signed', 'Second draft'])
    assert.deepEqual(await find('train*'), ['Office in Geneva', 'Schooling'])
    assert.deepEqual(await find('treat*'), ['Treaty signed', 'Second draft'])
    assert.deepEqual(await find('title:fai*'), ['Fair use', 'Fair use in the courts', 'Newer: fair use'])
    assert.deepEqual(await find('draft -ratif*'), ['Third draft'])
  })

  test('may be that of many words: the commonest twenty are searched for, and it is told that there are more', async () => {
    const words = Array.from({ length: 25 }, (_, index) => `zq${String.fromCharCode(97 + index)}`)
    const reports = words.map((_, index) => makeReport({ id: makeIdentifier(index), title: `Of ${String(index)}` }))
    const texts = new Map(reports.map(({ id }, index) => [id, p(words.slice(index).join(' '))]))
    const many = await openTestArchive(reports, [], texts)
    const { count, notes } = await many.search({ words: 'zq' })
    const [note] = notes
    assert.equal(count, 25)
    // Of 23 and 24 reports it is only known that they are nearly as many.
    const commonest = Array.from('ywxuvstqrponmlkjihgf', (letter) => `zq${letter}`)
    assert.deepEqual(note, { type: 'beginning', typed: 'zq', words: commonest, hasMore: true })
    many.close()
  })
})

suite('a word that no report holds', () => {
  test('finds nothing, and never a shorter word', async () => {
    for (const words of [
      'treatyx',
      'treatiesx',
      'treaty lawx',
      'signedx treaty',
      'title:treatys',
      '"treat"',
      'title:"treat"',
    ])
      assert.deepEqual(await find(words), [], words)
    for (const words of ['19871', '1200', 'G201', 'covid-1', '海外风险管理研究所"'])
      assert.deepEqual(await find(words), [])
  })

  test('is not looked for elsewhere when titles do not hold it', async () => {
    for (const word of ['ratified', 'town', 'hall', 'cover', 'nothing', 'band'])
      assert.deepEqual(await find(`title:${word}`), [], word)
  })

  test('gets a suggestion', async () => {
    assert.equal((await archive.search({ words: 'traeties' })).suggestion, 'treaties')
    assert.equal((await archive.search({ words: 'ratifed treaty' })).suggestion, 'ratified treaty')
    assert.equal((await archive.search({ words: 'xqxqxq' })).suggestion, undefined)
  })

  test('gets a suggestion in its own place', async () => {
    // The first place where the letters stand is in another word.
    assert.equal((await archive.search({ words: 'training trainin law' })).suggestion, 'training training law')
    assert.equal(
      (await archive.search({ words: 'trainers trainer* trainrs law' })).suggestion,
      'trainers trainer* trainers law',
    )
  })
})

suite('letters of a script without spaces', () => {
  const CHINESE = REPORTS.map(([title]) => title).filter((title) =>
    /\p{sc=Han}|\p{sc=Hang}|\p{sc=Kana}|\p{sc=Thai}/u.test(title),
  )

  /** Every stretch of so many characters of a text. */
  const stretches = (text: string, lengths: readonly number[]): string[] =>
    lengths.flatMap((length) =>
      Array.from(text, (_, at) => text.slice(at, at + length)).filter((part) => part.length === length),
    )

  test('find every title that holds them, in any number', async () => {
    for (const title of CHINESE)
      for (const part of stretches(title, [1, 2, 3, 4, 5]).filter(
        (part) => /^[\p{L}\p{M}]+$/u.test(part) && !/[A-Z]/.test(part),
      ))
        if (/^\P{M}/u.test(part)) assert.ok((await find(part)).includes(title), `${part} in ${title}`)
  })

  test('find every title that holds them with what stands between them: digits, Latin letters, punctuation', async () => {
    // A last letter may stand alone after one of these in what is typed, though the text goes on after it.
    const title = '版权局发布2024年度AI报告：数字版权'
    const missed: string[] = []
    for (const [at] of Array.from(title).entries()) {
      for (const end of [2, 3, 4, 6, 8].map((length) => at + length)) {
        // Digits and Latin letters are found as whole words.
        const isCut = [at, end].some((place) => /^[\dA-Z]{2}$/.test(title.slice(Math.max(0, place - 1), place + 1)))
        if (end > title.length || isCut) continue
        const part = title.slice(at, end)
        if (!(await find(`"${part}"`)).includes(title)) missed.push(part)
      }
    }
    assert.deepEqual(missed, [])
  })

  test('find the reports whose terms are called so', async () => {
    for (const part of stretches('世界知识产权组织', [2, 3, 4]))
      assert.ok((await find(part)).includes('Office in Geneva'), part)
    for (const part of stretches('国家版权局', [1, 2, 3, 4]))
      assert.ok((await find(part)).includes('版权局发布2024年度AI报告：数字版权'), part)
  })

  test('do not find what they only nearly stand in', async () => {
    assert.deepEqual(await find('"合作风险"'), [])
    assert.deepEqual(await find('海外风险'), ['海外风险管理研究'])
    assert.deepEqual(await find('"外合作"'), ['海外风险管理研究'])
  })

  test('are taken apart into words when no report holds them so, and it is told', async () => {
    assert.deepEqual(await find('合作风险'), ['海外风险管理研究'])
    assert.deepEqual(await notesOf('合作风险'), [{ type: 'apart', typed: '合作风险', words: ['合作', '风险'] }])
    assert.deepEqual(await notesOf('海外风险'), [])
  })

  test('are not taken apart in quotation marks, whatever else is typed', async () => {
    assert.deepEqual(await find('"合作风险"'), [])
    // The two have the same letters.
    assert.deepEqual(await find('合作风险 "合作风险"'), [])
    assert.deepEqual(await find('合作风险 -"合作风险"'), ['海外风险管理研究'])
  })

  test('are not taken apart for one clause because another with the same letters is', async () => {
    // The text of one report holds them, no title does.
    assert.deepEqual(await find('保护海外 title:保护海外'), [])
  })

  test('are found in titles alone', async () => {
    assert.deepEqual(await find('title:海外'), ['海外风险管理研究'])
    assert.deepEqual(await find('title:评估'), [])
    // The first and the last of a run of letters.
    assert.deepEqual(await find('title:海'), ['海外风险管理研究'])
    assert.deepEqual(await find('title:险'), ['海外风险管理研究'])
  })

  test('alone in quotation marks are not searched for among the names of terms', async () => {
    assert.deepEqual(await find('家'), ['版权局发布2024年度AI报告：数字版权'])
    // Only the name of its term holds it.
    assert.deepEqual(await find('"家"'), [])
  })
})

suite('an identifier or an address', () => {
  const titleAt = async (key: string): Promise<string | undefined> => {
    const address = await archive.engine.locate(key)
    const id = /report-(\w+)\//.exec(address ?? '')?.[1]
    return REPORTS.find((_, index) => makeIdentifier(index * 11) === id)?.[0]
  }

  test('leads to its report, whichever index it is in', async () => {
    for (const [index, [title]] of REPORTS.entries()) {
      assert.equal(await titleAt(makeIdentifier(index * 11)), title)
      assert.equal(await titleAt(makeIdentifier(index * 11).toUpperCase()), title)
    }
  })

  test('of a source leads to the report, with and without a slash at its end', async () => {
    for (const address of [
      'https://www.example.org/News/2024/a-story.html?id=7',
      'https://www.example.org/news/2024/a-story.html?id=7/',
    ])
      assert.equal(await titleAt(address), 'A source')
    assert.equal(await titleAt('https://example.net/版权'), 'A brief')
  })

  test('that only begins like one leads nowhere', async () => {
    for (const key of [
      'https://www.example.org/News/2024/a-story.html',
      'https://www.example.org',
      '00000',
      '0',
      '',
      'x',
    ])
      assert.equal(await archive.engine.locate(key), undefined, key)
  })

  test('is not a word of a name', async () => {
    // Names bear another mark than keys.
    for (const key of ['WIPO', 'Georgia', 'Daily']) assert.equal(await archive.engine.locate(key), undefined, key)
  })

  test('finds its report among words, too', async () => {
    assert.deepEqual(await find(makeIdentifier(11)), ['Second draft'])
  })
})

suite('a title that is typed in full', () => {
  const first = async (words: string): Promise<string | undefined> => titlesOf(await archive.search({ words }))[0]

  test('is first, even if other reports hold its words more often', async () => {
    assert.equal(await first('Fair use'), 'Fair use')
    assert.equal(await first('fair use'), 'Fair use')
    assert.equal(await first('"Fair use"'), 'Fair use')
    assert.equal(await first('terms and conditions'), 'TERMS AND CONDITIONS')
    assert.equal(await first('the who'), 'The Who')
  })

  test('is first although its capitals look like operators of other search engines', async () => {
    // The word that is not searched for keeps its place.
    assert.equal(await first('TERMS AND CONDITIONS'), 'TERMS AND CONDITIONS')
  })

  test('is first although its last word says too little', async () => {
    assert.equal(await first('Remedies they asked for'), 'Remedies they asked for')
  })

  test('is not one that only begins so', async () => {
    const answer = await archive.search({ words: 'fair use in' })
    assert.deepEqual(titlesOf(answer).toSorted(), ['Fair use', 'Fair use in the courts', 'Newer: fair use'])
    assert.notEqual(await first('courts fair use'), 'Fair use')
  })

  test('is found, and first, for every title', async () => {
    for (const [title] of REPORTS.filter(([title]) => title !== 'TERMS AND CONDITIONS'))
      assert.equal(await first(title), title, title)
  })
})

suite('other languages', () => {
  for (const [words, titles] of [
    ['hauser', ['Die Verträge der Häuser']],
    ['GROSSE', ['Die Verträge der Häuser']],
    ['große', ['Die Verträge der Häuser']],
    ['etat', ['L’accord d’Alger']],
    ['ÉLÈVE', ['L’accord d’Alger']],
    ['garcon', ['L’accord d’Alger']],
    ['подписан', ['Договоры о праве']],
    ['ПРАВЕ', ['Договоры о праве']],
    ['οδός', ['ΟΔΟΣ']],
    ['ΟΔΟΣ', ['ΟΔΟΣ']],
    ['저작권', ['저작권 보호 강화']],
    ['작권', ['저작권 보호 강화']],
    ['보호', ['저작권 보호 강화']],
    ['著作権', ['著作権のガイドライン']],
    ['ガイド', ['著作権のガイドライン']],
    ['テスト', ['著作権のガイドライン']],
    ['ﾃｽﾄ', ['著作権のガイドライン']],
    ['المؤلف', ['حقوق المؤلف']],
    ['ลิขสิทธิ์', ['ลิขสิทธิ์ไทย']],
    ['lang:de haus', ['Die Verträge der Häuser']],
    ['lang:fr haus', []],
    ['lang:zh 海外', ['海外风险管理研究']],
    ['lang:ru', ['Договоры о праве']],
  ] as const) {
    test(`${words} finds ${titles.join(', ') || 'nothing'}`, async () => {
      assert.deepEqual(await find(words), titles)
    })
  }

  test('letters of half the width with a voice mark are the same as whole ones', async () => {
    // The mark is a letter of its own in Unicode.
    assert.deepEqual(await find('"のガイド"'), ['著作権のガイドライン'])
    assert.deepEqual(await find('"トのガイド"'), ['著作権のガイドライン'])
  })
})

suite('numbers', () => {
  for (const words of ['1,200,000', '1200000', '1987', '"in 1987"', '3.5', 'covid-19', '"covid 19"', 'g20', 'G20'])
    test(`${words} is found`, async () => {
      assert.deepEqual(await find(words), ['Numbers'])
    })
  for (const words of ['1', '200', '198', '"covid19"', '20']) {
    test(`${words} is not found in a longer one`, async () => {
      assert.deepEqual(await find(words), [])
    })
  }
})

suite('the passages of a hit', () => {
  const passagesOf = async (words: string): Promise<[anchor: string, text: string][] | undefined> => {
    const { hits } = await archive.search({ words })
    const hit = hits.find(({ title }) => plain(title) === 'Parts of a text')
    return hit?.passages.map(({ anchor, runs }) => [anchor, marked(runs)])
  }

  test('are those that hold the most of what was typed, in the order of the text, with their anchors', async () => {
    assert.deepEqual(await passagesOf('zibo melo'), [
      ['section-aims', 'Aims of [zibo]'],
      ['p2', 'Then [zibo], and [zibo] with [melo].'],
    ])
    assert.deepEqual(await passagesOf('"first melo"'), [['p1', '[First melo].']])
    assert.deepEqual(await passagesOf('kalo'), [['table-1', '[kalo] fupa']])
    assert.deepEqual(await passagesOf('vexa'), [['note-fn-1', 'A [vexa] & note.']])
    assert.deepEqual(await passagesOf('hulo'), [['', 'A summary of [hulo].']])
  })

  test('are the beginning of the text where only the title or a name holds what was typed', async () => {
    assert.deepEqual(await passagesOf('parts'), [['', 'A summary of hulo.']])
    const { hits } = await archive.search({ words: 'WIPO geneva' })
    assert.deepEqual(
      hits.map(({ title, passages }) => [marked(title), passages.map(({ anchor, runs }) => [anchor, marked(runs)])]),
      [['Office in [Geneva]', [['p1', 'It will organise a training.']]]],
    )
  })

  test('are cut around what was typed', async () => {
    const { hits } = await archive.search({ words: 'zorbi' })
    const [text = ''] = hits[0]?.passages.map(({ runs }) => marked(runs)) ?? []
    assert.match(text, /^…(?:before ){8,10}\[zorbi\](?: after){20,40} …$/)
    assert.ok(text.length <= 240)
  })

  test('are cut at once out of a long text without spaces', async () => {
    const letters = Array.from({ length: 3000 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 37) % 500))).join(
      '',
    )
    const long = await openTestArchive([makeReport()], [], new Map([[makeReport().id, p(letters)]]))
    const before = performance.now()
    // With the square of the length one hit would take three seconds.
    assert.equal((await long.search({ words: letters.slice(1500, 1504) })).hits[0]?.passages.length, 1)
    assert.ok(performance.now() - before < 1000)
    long.close()
  })

  test('mark forms, other names and phrases, and in Chinese just the letters', async () => {
    const marksOf = async (words: string): Promise<string[]> =>
      (await archive.search({ words, sort: 'oldest' })).hits.map(({ title, passages }) =>
        [title, ...passages.map(({ runs }) => runs)].map(marked).join(' | '),
      )
    assert.deepEqual(await marksOf('treaty'), [
      '[Treaty] signed | The [treaties] were ratified in the town hall.',
      'Second draft | A [treaty] needs ratification; the colour of the cover is grey.',
    ])
    assert.deepEqual((await marksOf('OMPI')).slice(1), [
      'Report by [WIPO] | Nothing else.',
      'Report by [OMPI] | Rien d’autre.',
      '[世界知识产权组织]新闻 | 没有别的。',
    ])
    assert.deepEqual(await marksOf('海外'), ['[海外]风险管理研究 | 保护[海外]合作，风险评估。'])
    assert.deepEqual(await marksOf('风险评估'), ['海外风险管理研究 | 保护海外合作，[风险评估]。'])
    assert.deepEqual(await marksOf('garcon'), ['L’accord d’Alger | L’État signe. [Garçon], où est l’élève ?'])
  })

  test('mark a single letter of Chinese', async () => {
    const { hits } = await archive.search({ words: '估' })
    assert.deepEqual(
      hits[0]?.passages.map(({ runs }) => marked(runs)),
      ['保护海外合作，风险评[估]。'],
    )
    const { hits: others } = await archive.search({ words: '险' })
    // Another letter follows it.
    assert.equal(marked(others[0]?.title ?? []), '海外风[险]管理研究')
  })
})

suite('operators and dates', () => {
  test('that name no term are told, with the nearest that there is', async () => {
    assert.deepEqual(await find('org:wippo'), [])
    assert.deepEqual(await notesOf('org:wippo'), [
      { type: 'noTerm', facet: 'organisations', typed: 'org:wippo', nearest: 'wipo' },
    ])
    assert.deepEqual(await find('draft -org:wippo'), ['Second draft', 'Third draft'])
  })

  test('that are none are words', async () => {
    // The first is what every object has in JavaScript.
    for (const words of ['constructor:treaty', 'http:treaty', 'foo:treaty']) {
      const { notes, count } = await archive.search({ words })
      assert.deepEqual([count, notes.filter(({ type }) => type === 'noTerm')], [0, []], words)
    }
    assert.deepEqual(await find('Newer: fair'), ['Newer: fair use'])
  })

  test('of other search engines are left out, and it is told', async () => {
    assert.deepEqual(await find('treaty AND town'), ['Treaty signed'])
    assert.deepEqual(await notesOf('treaty AND town'), [{ type: 'ignored', words: ['AND'] }])
  })

  test('the ends of a range in the wrong order are put right, what is no date is left open, and both are told', async () => {
    const { range, notes, count } = await archive.search({ from: '2024-02', to: '2024-01-30' })
    assert.deepEqual(
      [range, notes, count],
      [{ from: '2024-01-30', to: '2024-02' }, [{ type: 'swapped' }], REPORTS.length - 12],
    )
    const other = await archive.search({ from: '31.2.2024', to: '2024-01' })
    assert.deepEqual(
      [other.range, other.notes],
      [{ from: '', to: '2024-01' }, [{ type: 'noDate', typed: '31.2.2024' }]],
    )
  })
})

suite('an index in several parts', () => {
  // The engine parts the words of an index where 20,000 places are reached, and asks only for the part where a word would stand.
  const often = (word: string): string => p(Array.from({ length: 34 }, () => word).join(' ')).repeat(10)

  /** Open an archive whose commonest words fill a part each. */
  async function openLarge(
    words: readonly string[],
    others: readonly [title: string, html: string][],
  ): Promise<TestArchive> {
    const rows = [...Array.from({ length: 60 }, () => ['Many', words.map(often).join('')] as const), ...others]
    const reports = rows.map(([title], index) => makeReport({ id: makeIdentifier(index), title }))
    return openTestArchive(reports, [], new Map(reports.map(({ id }, index) => [id, rows[index]?.[1] ?? ''])))
  }

  test('finds a word in titles as in texts, whichever part comes first', async () => {
    for (const late of [0, 1, 2]) {
      const large = await openLarge(
        ['kalo'],
        [
          ['Kalo melo', ''],
          ['Melo kalo', ''],
          ['Melo kalo melo', ''],
        ],
      )
      const parts: string[] = []
      const { send } = large.network
      large.network.send = async (bytes, address) => {
        if (address.endsWith('.pf_index') && !parts.includes(address)) parts.push(address)
        // The part with the titles is another one, and must be waited for.
        if (parts.indexOf(address) === late) await new Promise((resolve) => setTimeout(resolve, 50))
        return send(bytes, address)
      }
      assert.equal((await large.search({ words: 'kalo' })).count, 63)
      assert.equal((await large.search({ words: '"melo kalo"' })).count, 2)
      assert.equal((await large.search({ words: 'title:kalo' })).count, 3)
      large.close()
    }
  })

  test('finds every report that holds a single letter', async () => {
    // All words of one part begin with the same letter.
    const large = await openLarge(
      ['版权', '版材', '版样'],
      [
        ['版木', ''],
        ['版李', ''],
        ['版杯', ''],
        ['版', ''],
      ],
    )
    assert.equal((await large.search({ words: '版' })).count, 64)
    large.close()
  })
})
