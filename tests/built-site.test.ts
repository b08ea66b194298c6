import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { isInEachLanguage } from '#archive/interface-languages.ts'
import { buildCatalogue } from '#archive/catalogue.ts'
import { checkBuilt } from '#build/check-built.ts'
import { readArchive } from '#source/read-archive.ts'
import { en } from '#site/i18n/en.ts'
import { zhHans } from '#site/i18n/zh-hans.ts'
import { settings } from '../src/site.config.ts'
import { buildArchive, copyProject, FEWEST_FILES, ROOT, SMALL_ARCHIVE } from './build.ts'
import { compressed, filesOf, LIGHT_PAGE_BYTES, PAGE_BYTES } from './page-weight.ts'
import { textsOf } from './site/interface-texts.ts'

/** Requests for the page of a report: itself, the style sheet, the icon, and three scripts that are smaller than what asks for them. */
const REPORT_REQUESTS = 6
/** Clicks from the front page to any report. */
const CLICKS = 4

/** A tag with its attributes, whose values may hold any character but the quotation mark. */
const TAG = /<[a-z][a-z0-9-]*(?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*\s*\/?>/gi

const FIRST_REPORT = '2024/12/overseas-copyright-risk-training-changsha/index.html'

/** A built archive: its folder, and the text of every page by its path. */
interface Built {
  folder: string
  base: string
  files: string[]
  pages: Map<string, string>
}

let work: string
let own: Built
let small: Built
/** The small archive of an owner who wants few files. */
let few: Built

before(() => {
  work = mkdtempSync(join(tmpdir(), 'built site '))
  const day = { ARCHIVE_TODAY: '2026-11-22' }
  own = build('own', '/', { ...day, ARCHIVE_CONTENT: join(ROOT, 'content') })
  small = build('small', '/archive/', { ...day, ARCHIVE_CONTENT: SMALL_ARCHIVE })
  const project = join(work, 'project with few files')
  copyProject(project, FEWEST_FILES)
  few = build('few', '/', { ...day, ARCHIVE_CONTENT: SMALL_ARCHIVE }, project)
})

after(() => {
  rmSync(work, { recursive: true, force: true })
})

suite('every built page', () => {
  test('is valid HTML', async () => {
    const validator = new HtmlValidate(
      new StaticConfigLoader({
        extends: ['html-validate:recommended', 'html-validate:document'],
        rules: {
          'long-title': 'off', // titles are the words of the source
          'require-sri': 'off', // the style sheet keeps its name when it changes
          'valid-id': ['error', { relaxed: true }], // ids of footnotes and headings hold the words of every script
        },
      }),
    )
    const faults: string[] = []
    for (const [path, page] of everyPage()) {
      const { results } = await validator.validateString(page)
      for (const { ruleId, message, column } of results.flatMap(({ messages }) => messages)) {
        faults.push(`${path}:${String(column)} ${ruleId} ${message}`)
      }
    }
    assert.deepEqual(faults, [])
  })

  test('has no inline script but data for search engines, no inline style and no handler', () => {
    const faults = everyPage().flatMap(([path, page]) =>
      (page.match(TAG) ?? [])
        .filter((tag) => tag !== '<script type="application/ld+json">')
        .map((tag) => tag.replaceAll(/"[^"]*"/g, '""'))
        .filter((tag) => /^<style| (?:style|on[a-z]+)=|^<script(?!.* src=)/i.test(tag))
        .map((tag) => `${path} ${tag}`),
    )
    assert.deepEqual(faults, [])
  })

  test('fetches nothing in advance, installs nothing and sets no cookie', () => {
    const ahead = /rel="[^"]*\b(?:prefetch|prerender|preload|modulepreload|preconnect|dns-prefetch)\b|speculationrules/i
    assert.deepEqual(
      everyPage().flatMap(([path, page]) => ((page.match(TAG) ?? []).some((tag) => ahead.test(tag)) ? [path] : [])),
      [],
    )
    for (const { files, folder } of [own, small]) {
      const scripts = files.filter((file) => file.endsWith('.js'))
      assert.ok(scripts.length > 4)
      const wrong = scripts.filter((file) =>
        /document\.cookie|cookieStore|serviceWorker/.test(readFileSync(join(folder, file), 'utf8')),
      )
      assert.deepEqual(wrong, [])
    }
  })

  test('links only to pages, places and files that are there', () => {
    assert.deepEqual([...brokenLinks(own), ...brokenLinks(small)], [])
  })

  test('loads nothing from another host', () => {
    const loaded = everyPage().flatMap(
      ([, page]) => page.match(/<(?:script|img|link rel="(?:stylesheet|icon)")[^>]*(?:src|href)="[^"]*"/g) ?? [],
    )
    assert.deepEqual(
      loaded.filter((tag) => /(?:src|href)="(?:https?:)?\/\//.test(tag)),
      [],
    )
  })

  test('has one h1, one main and a title', () => {
    const faults = everyPage().filter(
      ([, page]) =>
        page.match(/<h1/g)?.length !== 1 || page.match(/<main/g)?.length !== 1 || !/<title>[^<]+<\/title>/.test(page),
    )
    assert.deepEqual(
      faults.map(([path]) => path),
      [],
    )
  })
})

suite('the weight of a page, with all that it loads first', () => {
  const heavierThan = (most: number, isMeant: (path: string, page: string) => boolean): string[] => {
    const sizes = new Map<string, number>()
    const sizeOf = (file: string): number => {
      const size = sizes.get(file) ?? compressed(file)
      sizes.set(file, size)
      return size
    }
    const meant = [...own.pages].filter(([path, page]) => isMeant(path, page))
    assert.ok(meant.length > 1)
    return meant
      .map(([path]) => {
        const files = filesOf(path, own.folder, own.base).map((file) => sizeOf(join(own.folder, file)))
        return { path, bytes: files.reduce((sum, bytes) => sum + bytes, 0) }
      })
      .filter(({ bytes }) => bytes > most)
      .map(({ path, bytes }) => `${path}: ${String(bytes)} B`)
  }

  test(`is at most ${String(PAGE_BYTES)} bytes`, () => {
    assert.deepEqual(
      heavierThan(PAGE_BYTES, () => true),
      [],
    )
  })

  test(`is at most ${String(LIGHT_PAGE_BYTES)} bytes for the front pages and for reports`, () => {
    const isLight = (path: string, page: string): boolean =>
      /^(?:zh\/)?index\.html$/.test(path) || page.includes('class="report"')
    assert.deepEqual(heavierThan(LIGHT_PAGE_BYTES, isLight), [])
  })
})

suite('the archive as a whole', () => {
  test('every report is four clicks or fewer from the front page', () => {
    for (const built of [own, small]) {
      const distances = clicksFromHome(built)
      const reports = reportPages(built)
      assert.ok(reports.length > 5)
      assert.deepEqual(
        reports.filter((path) => (distances.get(path) ?? Infinity) > CLICKS),
        [],
      )
    }
  })

  test('every page that search engines may list is reached by links from the front page', () => {
    for (const built of [own, small]) {
      const reached = clicksFromHome(built)
      const orphans = [...built.pages]
        .filter(([, page]) => !page.includes('content="noindex"'))
        .map(([path]) => path)
        // The form of every page leads to the search.
        .filter((path) => !reached.has(path) && !path.endsWith('search/index.html'))
      assert.deepEqual(orphans, [])
    }
  })

  test('cutting the tail of any address of a page or a file always lands on a page', () => {
    // What only crawlers and the scripts of pages ask for, by addresses that they were given.
    const machinery = /^(?:\.well-known|resourcesync|scripts|search\/\d|sitemaps)\b/
    for (const { files, pages } of [own, small]) {
      const missing = files
        .filter((path) => !machinery.test(path))
        .map((path) => path.replace(/[^/]+(?:\/index\.html)?$/, 'index.html'))
        .filter((path) => !pages.has(path))
      assert.deepEqual([...new Set(missing)], [])
    }
  })

  test('a period that only withdrawn or removed reports are filed in says so, in no list, count or sitemap', () => {
    const wordsOf = (path: string): string =>
      (small.pages.get(path) ?? '').replaceAll(/.*<main|<footer.*|<[^>]*>/gs, ' ').replaceAll(/\s+/g, ' ')
    for (const path of ['2023/05/index.html', 'zh/2023/05/index.html'])
      assert.match(small.pages.get(path) ?? '', /content="noindex"/)
    assert.match(
      wordsOf('2023/05/index.html'),
      /May 2023 No published report is filed here now.*Withdrawn, 1 June 2023/,
    )
    assert.match(
      wordsOf('2023/05/index.html'),
      /Removed, ?2 June 2023 A report that is gone A court ordered its removal\./,
    )
    assert.match(wordsOf('zh/2023/05/index.html'), /2023年5月 此处现无已发布的报道.*撤回， ?2023年6月1日/)
    assert.match(wordsOf('2023/05/03/index.html'), /A report that is gone/)
    assert.doesNotMatch(wordsOf('2023/05/03/index.html'), /A report that was withdrawn/)
    assert.doesNotMatch(small.pages.get('2023/index.html') ?? '', /2023\/05\//)
  })

  test('drafts and reports of the future are nowhere in the output', () => {
    for (const file of small.files) {
      const text = readFileSync(join(small.folder, file), 'latin1')
      assert.equal(/draft that nobody|whose day has not come|2999/.test(text), false, file)
    }
  })

  test('withdrawn and removed reports have a page, and stand in no list', () => {
    const named = [...small.pages].filter(
      ([, page]) => page.includes('A report that was withdrawn') || page.includes('A report that is gone'),
    )
    assert.deepEqual(named.map(([path]) => path).sort(), [
      '2023/05/02/index.html',
      '2023/05/03/index.html',
      '2023/05/a-removed-address-that-was-left/index.html',
      '2023/05/a-report-that-is-gone/index.html',
      '2023/05/a-withdrawn-report/index.html',
      '2023/05/a-withdrawn-report/v/1/index.html',
      '2023/05/a-withdrawn-report/v/index.html',
      '2023/05/index.html',
      'corrections/index.html',
      'r/fx007d/index.html',
      'r/fx008v/index.html',
      'zh/2023/05/02/index.html',
      'zh/2023/05/03/index.html',
      'zh/2023/05/index.html',
      'zh/corrections/index.html',
    ])
    assert.match(
      small.pages.get('2023/05/a-withdrawn-report/index.html') ?? '',
      /The agency withdrew its statement.*The text of a withdrawn report is kept/s,
    )
    assert.match(small.pages.get('2023/05/a-report-that-is-gone/index.html') ?? '', /A court ordered its removal/)
  })

  test('the sitemap names every page that search engines may list, and no other', () => {
    assert.deepEqual(sitemapOf(small), listedPages(small))
  })

  test('a site under a path has every address below that path', () => {
    const outside = [...small.pages].flatMap(([path, page]) =>
      (page.match(/(?:href|src|action)="\/[^"]*"/g) ?? [])
        .filter((link) => !link.includes('"/archive/'))
        .map((link) => `${path} ${link}`),
    )
    assert.deepEqual(outside, [])
  })
})

suite('the page of a period', () => {
  const contents: [built: () => Built, root: string][] = [
    [() => own, join(ROOT, 'content')],
    [() => small, SMALL_ARCHIVE],
  ]

  test('lists just the reports that are filed in it, says how many, and marks in its calendar when', () => {
    for (const [built, root] of contents) {
      const { base, pages } = built()
      const { reports } = readArchive({ root, settings, today: '2026-11-22' })
      const listed = reports.filter(({ status }) => status === 'published')
      const dates = new Set(listed.flatMap(({ date }) => [4, 7, 10].map((length) => date.slice(0, length))))
      assert.ok(dates.size > 8)
      for (const period of dates) {
        const meant = listed.filter(({ date }) => date.startsWith(period))
        const page = pages.get(`${period.replaceAll('-', '/')}/index.html`) ?? ''
        const items = page.matchAll(/<li class="report-list__item">.*?<a href="([^"]*)"/gs)
        assert.deepEqual(
          Array.from(items, ([, address = '']) => address).sort(),
          meant.map(({ path }) => `${base}${path}/`).sort(),
          period,
        )
        assert.match(page, new RegExp(`<span>${String(meant.length)} reports?</span>`), period)
        const [, calendar = ''] = /<table class="calendar[^>]*>.*?<tbody>(.*?)<\/table>/s.exec(page) ?? []
        // A year has its months, a month its days, and a day those of its month.
        const size = period.length === 4 ? 7 : 10
        const around = period.slice(0, size === 7 ? 4 : 7)
        const parts = [...dates].filter((date) => date.length === size && date.startsWith(around))
        assert.deepEqual(
          Array.from(calendar.matchAll(/href="([^"]*)"/g), ([, address = '']) => address).sort(),
          parts.map((part) => `${base}${part.replaceAll('-', '/')}/`).sort(),
          period,
        )
      }
    }
  })
})

suite('the reports related to a report', () => {
  const reasonsOn = (path: string): string[] => {
    const [, list = ''] = /<ul class="related">(.*?)<\/ul>/s.exec(own.pages.get(path) ?? '') ?? []
    return Array.from(list.matchAll(/<small>(.*?)<\/small>/gs), ([, small = '']) =>
      small
        .replaceAll(/\s+/g, ' ')
        .replace(/^.*? · /, '')
        .trim(),
    )
  }

  test('say why they are, in the language of the page', () => {
    assert.deepEqual(reasonsOn(FIRST_REPORT), [
      'same series',
      'same series',
      'also names Suzhou, National Copyright Administration of China',
      'also on Memoranda, Copyright',
    ])
    assert.deepEqual(reasonsOn('1886/09/berne-convention-signed-zh/index.html'), [
      '同一内容的另一语言版本',
      '同一系列',
      '同一系列',
      '同样提及瑞士',
    ])
  })

  test('say it of every one of them in words that we have', () => {
    const known =
      /^(?:same series|the same in another language|also names .+|also on .+|同一系列|同一内容的另一语言版本|同样提及.+|同属专题：.+)$/
    const all = [...own.pages.keys()].flatMap((path) => reasonsOn(path))
    assert.ok(all.length > 100)
    assert.deepEqual(
      all.filter((reason) => !known.test(reason)),
      [],
    )
  })
})

suite('the reports by year', () => {
  const chartOf = (path: string): { table: [year: string, count: number, address: string][]; bars: string[] } => {
    const [, chart = ''] = /<div class="year-chart">(.*?)<\/details>/s.exec(own.pages.get(path) ?? '') ?? []
    const rows = chart.matchAll(/<th scope="row"><a href="([^"]*)">(\d+)<\/a><\/th>\s*<td>(\d+)<\/td>/g)
    return {
      table: [...rows].map(([, address = '', year = '', count]) => [year, Number(count), address]),
      bars: [...chart.matchAll(/<(?:a href="([^"]*)"|g role="img")[^>]*>\s*<title>([^<]*)/g)].map(
        ([, address = 'no link', text = '']) => `${text} ${address}`,
      ),
    }
  }
  const reportsOn = (address: string): number =>
    own.pages.get(`${address.slice(1)}index.html`)?.match(/class="report-list__item"/g)?.length ?? 0

  test('are there in numbers with a row for each year that has any, which leads to just so many reports', () => {
    for (const path of ['index.html', 'topics/copyright/index.html', 'zh/about/coverage/index.html']) {
      const { table } = chartOf(path)
      assert.ok(table.length > 25, path)
      assert.deepEqual(
        table.map(([year]) => year),
        table.map(([year]) => year).sort(),
      )
      const lone = table.filter(([, count]) => count > 1 || !path.startsWith('topics'))
      assert.deepEqual(
        lone.filter(([, count, address]) => reportsOn(address) !== count),
        [],
      )
    }
  })

  test('of a group of years lead to the decade in the list of all years, and of a term nowhere', () => {
    const { bars } = chartOf('index.html')
    assert.ok(bars.includes('2020–2024: 17 reports /years/#decade-2020'), bars.join('\n'))
    const ofTerm = chartOf('topics/copyright/index.html').bars
    assert.ok(ofTerm.length > 5)
    assert.deepEqual(
      ofTerm.filter((bar) => !bar.endsWith(' no link')),
      [],
    )
  })

  test('stand on the page of a term also when all of them are of one year', () => {
    assert.match(own.pages.get('places/berne/index.html') ?? '', /<th scope="row"><a href="\/places\/berne\/1886\/">/)
  })
})

suite('the page of a term', () => {
  test('leads to its newest report and to its oldest', () => {
    const [, ends = ''] =
      /<dl class="facts">(.*?)<\/dl>/s.exec(own.pages.get('topics/copyright/index.html') ?? '') ?? []
    assert.deepEqual(
      [...ends.matchAll(/<dt>([^<]*)<\/dt>\s*<dd>\s*<a href="([^"]*)"/g)].map(([, name, address]) => [name, address]),
      [
        ['Newest', '/2024/12/overseas-copyright-risk-training-changsha/'],
        ['Oldest', '/1886/09/berne-convention-signed/'],
      ],
    )
  })
})

suite('the pages in two languages', () => {
  const addressOf = (path: string): string => `/${path.replace(/index\.html$/, '')}`

  test('every page but those of one report is there in each of them', () => {
    for (const { pages } of [own, small]) {
      const inEach = [...pages.keys()].filter((path) => isInEachLanguage(addressOf(path)) && !path.startsWith('zh/'))
      const inChinese = [...pages.keys()].filter((path) => path.startsWith('zh/'))
      assert.ok(inEach.length > 20)
      assert.deepEqual(inChinese.sort(), inEach.map((path) => `zh/${path}`).sort())
    }
  })

  test('each page names itself as the one that counts, and all of its languages, which name it', () => {
    for (const { pages, base } of [own, small]) {
      const alternatesOf = (path: string): string[] =>
        (pages.get(path)?.match(/<link rel="alternate" hreflang="[^>]*>/g) ?? []).sort()
      for (const [path, page] of pages) {
        const address = `https://archive.example${base}${addressOf(path).slice(1)}`
        if (page.includes('content="noindex"') || path === '404.html') continue
        assert.ok(page.includes(`<link rel="canonical" href="${address}">`), path)
        const alternates = alternatesOf(path)
        if (isInEachLanguage(addressOf(path.replace(/^zh\//, '')))) assert.equal(alternates.length, 3, path)
        if (alternates.length === 0) continue
        assert.ok(
          alternates.some((link) => link.endsWith(` href="${address}">`)),
          `${path} does not name itself`,
        )
        for (const link of alternates) {
          const target = /href="([^"]*)"/.exec(link)?.[1]?.slice(`https://archive.example${base}`.length) ?? ''
          assert.deepEqual(alternatesOf(`${target}index.html`), alternates, `${path} and ${target}`)
        }
      }
    }
  })

  test('a page says which language it is in, and leads to the same page in the other', () => {
    const links = ['2024/12/index.html', 'zh/2024/12/index.html'].map((path) => [
      /<html[^>]*>/.exec(own.pages.get(path) ?? '')?.[0],
      /<a [^>]*hreflang[^>]*>[^<]*<\/a>/.exec(own.pages.get(path) ?? '')?.[0].replaceAll(/\s+/g, ' '),
    ])
    assert.deepEqual(links, [
      ['<html lang="en" dir="ltr">', '<a href="/zh/2024/12/" lang="zh-Hans" hreflang="zh-Hans"> 中文 </a>'],
      ['<html lang="zh-Hans" dir="ltr">', '<a href="/2024/12/" lang="en" hreflang="en"> English </a>'],
    ])
  })

  test('the page of a report has the frame of its own language, and leads to pages in it', () => {
    const page = small.pages.get('2024/12/a-report-in-chinese/index.html') ?? ''
    assert.match(page, /<html lang="zh-Hans" dir="ltr">/)
    const words = page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    assert.match(words, /来源发布日期 2024年12月\d+日/)
    const links = page.match(/<a [^>]*href="\/archive\/[^"]*"/g) ?? []
    const inEach = links.map((link) => link.replace(/.*href="\/archive|"$/g, '')).filter(isInEachLanguage)
    assert.ok(inEach.length > 10)
    assert.deepEqual(
      inEach.filter((address) => !address.startsWith('/zh/')),
      [],
    )
    assert.match(page, /<a href="\/archive\/2024\/12\/a-translation-into-english\/" lang="en" hreflang="en">\s*English/)
  })

  test('no English word of ours is left on a page in Chinese', () => {
    const chinese = [...textsOf(zhHans).values()].join('\n')
    const english = [...textsOf(en).values()]
      .flatMap((text) => text.split(/\{\w+\}/))
      .map((text) => text.trim())
      .filter((text) => text.length > 3 && !chinese.includes(text))
    assert.ok(english.length > 200)
    for (const path of ['about', 'about/links', 'feeds', 'data', 'search', 'corrections', 'years']) {
      const page = own.pages.get(`zh/${path}/index.html`) ?? ''
      const said = [
        page.replaceAll(/<script.*?<\/script>|<code>.*?<\/code>|<[^>]*>|reports\.(?:csv|jsonl)/gs, '\n'),
        ...(page.match(/(?<= (?:aria-label|placeholder|title|alt|content)=")[^"]*/g) ?? []),
        ...[...page.matchAll(/data-words="([^"]*)"/g)].flatMap(([, json = '']) => [
          ...textsOf(JSON.parse(json.replaceAll('&#34;', '"').replaceAll('&quot;', '"'))).values(),
        ]),
      ].join('\n')
      assert.ok(said.includes('版权新闻档案'), path)
      assert.deepEqual(
        english.filter((text) => new RegExp(`(?<!\\p{L})${RegExp.escape(text)}(?!\\p{L})`, 'u').test(said)),
        [],
        path,
      )
    }
  })

  test('no mark of full width is followed by a space', () => {
    const faults = [...own.pages, ...small.pages].flatMap(([path, page]) =>
      (
        page.match(
          /[，：、（][^\S\n]*(?:<\/?(?:a|bdi|small|span|time)\b[^>]*>)*\s+(?:<(?:a|bdi|small|span|time)\b|[^\s<])/g,
        ) ?? []
      ).map((found) => `${path}: ${found}`),
    )
    assert.deepEqual(faults, [])
  })

  test('dates are kept on one line, and are plain text in titles, descriptions and what programs read', () => {
    const page = own.pages.get('2024/12/20/index.html') ?? ''
    assert.match(page, /<h1[^>]*>Friday, 20\u00a0December\u00a02024<\/h1>/)
    const faults = [...own.pages].filter(([, text]) =>
      (text.match(/<title>.*?<\/title>|<meta [^>]*>|<script type="application\/ld\+json">.*?<\/script>/gs) ?? [])
        .join('\n')
        .includes('\u00a0'),
    )
    assert.deepEqual(
      faults.map(([path]) => path),
      [],
    )
    const history = small.pages.get('2024/12/a-report-in-chinese/v/index.html') ?? ''
    assert.match(history, /自<span class="date">2024年12月21日<\/span>起/)
  })

  test('lists of terms are in the order of the letters, in Chinese of pinyin', () => {
    const page = own.pages.get('zh/places/index.html') ?? ''
    const names = [...page.matchAll(/<a href="\/zh\/places\/[^"]+\/"[^>]*>([^<]*)</g)].map(([, name = '']) =>
      name.trim(),
    )
    const some = ['巴黎', '北京', '柏林', '长沙', '成都', '德国', '利雅得', '上海', '厦门', '中国']
    assert.deepEqual(
      names.filter((name) => some.includes(name)),
      some,
    )
    const letters = [...page.matchAll(/<h2 id="letter-[^"]*"[^>]*>([^<]*)</g)].map(([, letter = '']) => letter.trim())
    assert.deepEqual(letters, [...letters].sort())
    assert.ok(letters.length > 10)
  })
})

suite('a report and its translation', () => {
  const ENGLISH = '1886/09/berne-convention-signed/index.html'
  const CHINESE = '1886/09/berne-convention-signed-zh/index.html'
  const pageOf = (path: string): string => (own.pages.get(path) ?? '').replaceAll(/\s+/g, ' ')

  test('are one of their series, which each shows in its own language', () => {
    assert.match(pageOf(ENGLISH), /<dd>1 of 8<\/dd>/)
    assert.match(pageOf(CHINESE), /<dd>第1篇，共8篇<\/dd>/)
    const shown = [ENGLISH, CHINESE].map((path) => {
      const thread = /<ol class="thread">.*?<\/ol>/.exec(pageOf(path))?.[0] ?? ''
      return /<li aria-current="true">.*?<\/li>/
        .exec(thread)?.[0]
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/ +/g, ' ')
        .trim()
    })
    assert.deepEqual(shown, [
      'Berne Convention signed at Berne 9 September 1886 · 中文',
      '《伯尔尼公约》在伯尔尼签署 1886年9月9日 · English',
    ])
  })

  test('have the same neighbours by date, and are not each other’s', () => {
    const neighboursOf = (path: string): string[] =>
      [...pageOf(path).matchAll(/<a rel="(?:prev|next)" href="([^"]*)"/g)].map(([, address = '']) => address)
    assert.deepEqual(neighboursOf(ENGLISH), [
      '/1883/03/paris-convention-adopted/',
      '/1887/12/berne-convention-enters-into-force/',
    ])
    assert.deepEqual(neighboursOf(CHINESE), neighboursOf(ENGLISH))
  })

  test('stand in a timeline once, in the language of the page, with a link to the other', () => {
    const [first] = /<ol class="timeline__entries">.*?<\/ol>/.exec(
      pageOf('zh/series/berne-convention-acts/timeline/index.html'),
    ) ?? ['']
    assert.deepEqual(
      [...first.matchAll(/<a href="([^"]*)"/g)].map(([, address]) => address),
      ['/1886/09/berne-convention-signed/', '/1886/09/berne-convention-signed-zh/'],
    )
    assert.match(first, /hreflang="en" lang="en"> English <\/a>.*《伯尔尼公约》在伯尔尼签署/)
  })
})

suite('an address that was left', () => {
  test('leads to where its report is now, also on hosts without redirects', () => {
    const page = small.pages.get('2024/12/an-address-that-was-left/index.html') ?? ''
    assert.match(page, /<meta http-equiv="refresh" content="0; url=\/archive\/2024\/12\/a-translation-into-english\/">/)
    assert.match(
      page,
      /<link rel="canonical" href="https:\/\/archive\.example\/archive\/2024\/12\/a-translation-into-english\/">/,
    )
    const map = readFileSync(join(small.folder, 'moved/2024-12.map'), 'utf8')
    assert.match(
      map,
      /^\/archive\/2024\/12\/an-address-that-was-left\/ \/archive\/2024\/12\/a-translation-into-english\/;$/m,
    )
    assert.match(
      map,
      /^\/archive\/2024\/12\/an-address-that-was-left\/v\/1\/ \/archive\/2024\/12\/a-translation-into-english\/v\/1\/;$/m,
    )
    assert.match(map, /^\/archive\/r\/fx003b\/ \/archive\/2024\/12\/a-translation-into-english\/;$/m)
  })

  test('keeps the notice when its report is gone', () => {
    const map = readFileSync(join(small.folder, 'gone.map'), 'utf8')
    const addresses = ['r/fx008v/', '2023/05/a-report-that-is-gone/', '2023/05/a-removed-address-that-was-left/']
    const below = ['', 'v/']
    assert.deepEqual(
      map.trim().split('\n'),
      addresses.flatMap((address) =>
        (address.startsWith('r/') ? [''] : below).map((rest) => `/archive/${address}${rest} 1;`),
      ),
    )
  })
})

suite('the page of the first report', () => {
  test(`is read with ${String(REPORT_REQUESTS)} requests`, () => {
    assert.equal(filesOf(FIRST_REPORT, own.folder, own.base).length, REPORT_REQUESTS)
  })

  test('has no script but that of the theme, below 500 B, and two that nothing waits for, below 600 B together', () => {
    const page = own.pages.get(FIRST_REPORT) ?? ''
    assert.deepEqual(
      page.match(/<script[^>]*>/g)?.filter((tag) => tag !== '<script type="application/ld+json">'),
      [
        '<script src="/theme.js">',
        '<script type="module" src="/scripts/near-citation.js">',
        '<script type="module" src="/scripts/shortcut.js">',
      ],
    )
    const sizes = ['theme', 'scripts/near-citation', 'scripts/shortcut', 'scripts/cite'].map((name) =>
      compressed(join(own.folder, `${name}.js`)),
    )
    const [theme = 0, nearCitation = 0, shortcut = 0, cite = 0] = sizes
    assert.ok(theme <= 500 && nearCitation + shortcut <= 600 && cite <= 2500, sizes.join(', '))
  })

  test('waits for no script that another one asks for, and no more does the search', () => {
    const scripts = own.files.filter((file) => file.startsWith('scripts/'))
    assert.deepEqual(
      scripts.filter((file) => /\b(?:import|from)\s*["'`]\./.test(readFileSync(join(own.folder, file), 'utf8'))),
      [],
    )
  })

  test('tells its dates apart, its source, and whom it names', () => {
    const page = own.pages.get(FIRST_REPORT) ?? ''
    const text = page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
    assert.match(text, /Took place 11\s*–\s*13 December 2024/)
    assert.match(
      page,
      /<time datetime="2024-12-11">11<\/time>.*<time datetime="2024-12-13">13\u00a0December\u00a02024<\/time>/,
    )
    assert.match(text, /Published by the source 20 December 2024/)
    assert.match(text, /Headline supplied by the archive/)
    assert.match(text, /https:\/\/en\.ncac\.gov\.cn\/news\/topnews\/202412\/t20241220_877843\.html/)
    assert.match(text, /Leandro Toscano Head of Business Development/)
  })
})

suite('copies of pages elsewhere', () => {
  const page = (path: string): string => small.pages.get(`${path}/index.html`) ?? ''
  const everything = '2024/12/a-report-with-everything'
  const archived = 'https://web-archive.example/20241221/https://example.org/elsewhere'
  const robust =
    'data-originalurl="https://example.org/elsewhere" ' + `data-versionurl="${archived}" data-versiondate="2024-12-21"`

  test('are named by the links of the text, whose words stay as they are', () => {
    const link = `<a href="https://example.org/elsewhere" rel="external noopener" ${robust}>page elsewhere</a>`
    assert.ok(page(everything).includes(`A ${link}, an address`))
    assert.ok(page(`${everything}/v/1`).includes(`A ${link}, an address`))
    assert.match(page(everything), /<a href="https:\/\/example\.org\/plain" rel="external noopener" class="address">/)
  })

  test('are listed below the text, each with its page and its day, for who has no script', () => {
    for (const path of [everything, `${everything}/v/1`]) {
      const [list = ''] = /<ul class="copies">.*?<\/ul>/s.exec(page(path)) ?? []
      assert.equal(
        list
          .replaceAll(/<[^>]*>/g, ' ')
          .replaceAll(/\s+/g, ' ')
          .trim(),
        'page elsewhere https://example.org/elsewhere Archived copy of 21 December 2024',
      )
      assert.ok(
        list.includes(
          `<a href="${archived}" rel="external noopener" aria-label="Archived copy of 21\u00a0December\u00a02024: page elsewhere" ${robust}>`,
        ),
      )
    }
  })

  test('stand beside the source, in the language of the report', () => {
    const provenance = (path: string): string =>
      (/<dl class="provenance">.*?<\/dl>/s.exec(page(path))?.[0] ?? '')
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
    assert.match(provenance(everything), /An agency https:\S+ Archived copy of 20 December 2024/)
    assert.match(provenance('2024/12/a-report-in-chinese'), /某机构 https:\S+ 2025年1月3日 的存档副本/)
  })

  test('are there in the formats for machines', () => {
    const report = JSON.parse(readFileSync(join(small.folder, everything, 'report.json'), 'utf8')) as Record<
      string,
      unknown
    >
    const url = 'https://example.org/news?id=1&lang=en'
    const copy = { url: `https://web-archive.example/20241220/${url}`, captured: '2024-12-20' }
    assert.deepEqual(report['sources'], [{ name: 'An agency', url, copy }])
    assert.deepEqual(report['copies'], [
      { original: 'https://example.org/elsewhere', url: archived, captured: '2024-12-21' },
    ])
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page(everything)) ?? []
    const [article] = (JSON.parse(data) as { '@graph': Record<string, unknown>[] })['@graph']
    assert.deepEqual(article?.['isBasedOn'], { '@type': 'CreativeWork', url, archivedAt: copy.url })
  })

  test('are in no feed, which knows no such attributes', () => {
    const feeds = small.files.filter((file) => /\.(?:atom|rss|xml)$|feed/.test(file))
    const naming = feeds.filter((file) => readFileSync(join(small.folder, file), 'utf8').includes('data-version'))
    assert.ok(feeds.length > 5)
    assert.deepEqual(naming, [])
  })

  test('leave pages as they were that link to none', () => {
    assert.equal(/class="copies"|data-version/.test(page('2023/06/a-report-known-by-its-month')), false)
  })
})

suite('reconciliation after a build', () => {
  const page = '2024/12/a-report-in-chinese/index.html'
  const cases: { title: string; spoil: (folder: string) => void; says: RegExp }[] = [
    {
      title: 'names a report whose page is missing',
      spoil: (folder) => {
        rmSync(join(folder, page))
      },
      says: /^2024\/12\/a-report-in-chinese is missing from the built pages$/m,
    },
    {
      title: 'names a report whose page has lost its text',
      spoil: (folder) => {
        change(join(folder, page), /(<div class="report__text prose"[^>]*>).*?(<\/div>\s*<aside)/s, '$1$2')
      },
      says: /^2024\/12\/a-report-in-chinese is missing from the built pages$/m,
    },
    {
      title: 'names a report that is not in the sitemap',
      spoil: (folder) => {
        change(join(folder, 'sitemaps/2024-12/sitemap.xml'), /<url>[^\n]*a-report-in-chinese[^\n]*\n/, '')
      },
      says: /^2024\/12\/a-report-in-chinese is missing from the sitemap$/m,
    },
    {
      title: 'names what is in the sitemap and no report',
      spoil: (folder) => {
        change(join(folder, 'sitemaps/2024-12/sitemap.xml'), 'a-report-in-chinese', 'a-stranger')
      },
      says: /^2024\/12\/a-stranger is in the sitemap, but not a source$/m,
    },
    {
      title: 'names a report that is not in the search index',
      spoil: (folder) => {
        const records = listFiles(folder).filter((file) => file.includes('/records/'))
        const inChinese = records.find((file) =>
          gunzipSync(readFileSync(join(folder, file))).includes('a-report-in-chinese'),
        )
        rmSync(join(folder, inChinese ?? ''))
      },
      says: /^2024\/12\/a-report-in-chinese is missing from the search index$/m,
    },
  ]
  for (const { title, spoil, says } of cases) {
    test(title, () => {
      const folder = join(work, 'spoilt')
      cpSync(small.folder, folder, { recursive: true })
      spoil(folder)
      assert.throws(() => {
        reconcileFolder(folder)
      }, says)
      rmSync(folder, { recursive: true })
    })
  }

  test('finds nothing wrong with the build as it is', () => {
    reconcileFolder(small.folder)
  })
})

suite('building', () => {
  test('the same content gives the same bytes, in another folder, in another time zone, search index included', () => {
    const copy = join(work, 'another', 'deeper folder')
    for (const name of readdirSync(ROOT)) {
      if (['src', 'public', 'content', 'package.json', 'tsconfig.json', 'astro.config.mjs'].includes(name)) {
        cpSync(join(ROOT, name), join(copy, name), { recursive: true })
      }
    }
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
    const out = join(work, 'again')
    const variables = {
      ARCHIVE_OUT: out,
      ARCHIVE_CONTENT: 'content',
      ARCHIVE_SITE: 'https://archive.example/',
      ARCHIVE_TODAY: '2026-11-22',
    }
    buildArchive({ ...variables, TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }, copy)
    assert.deepEqual(hashes(out), hashes(own.folder))
  })

  test('what a killed build left is cleared away, and a folder it had moved aside is put back', () => {
    const out = join(work, 'killed')
    // No process has this number: it is above what Linux gives.
    mkdirSync(join(work, '.killed.new-99999999'))
    mkdirSync(join(work, '.killed.old-99999999'))
    writeFileSync(join(work, '.killed.old-99999999', 'index.html'), 'The last good build.')
    const variables = { ARCHIVE_OUT: out, ARCHIVE_TODAY: '2026-11-22' }
    assert.throws(() => buildArchive({ ...variables, ARCHIVE_CONTENT: join(work, 'nowhere') }))
    assert.equal(readFileSync(join(out, 'index.html'), 'utf8'), 'The last good build.')
    assert.deepEqual(
      readdirSync(work).filter((name) => name.startsWith('.')),
      [],
    )
  })

  test('a problem in the content stops the build, names every problem, and leaves the last build as it was', () => {
    const content = join(work, 'bad content')
    cpSync(SMALL_ARCHIVE, content, { recursive: true })
    const bad = (line: string): string =>
      `---\nid: fx013y\nkind: report\nlang: en\n${line}\ndate: 2024-12-30\n---\nText of ${line}.\n`
    writeFileSync(join(content, 'reports/2024/12/one.md'), bad('tittle: One'))
    writeFileSync(join(content, 'reports/2024/12/two.md'), bad('title: Two\ntopics: [everythin]'))
    const variables = { ARCHIVE_CONTENT: content, ARCHIVE_OUT: small.folder, ARCHIVE_TODAY: '2026-11-22' }
    assert.throws(
      () => buildArchive(variables),
      (error: Error & { status: number; stderr: string }) => {
        assert.equal(error.status, 1)
        assert.match(
          error.stderr,
          /reports\/2024\/12\/one\.md:5:1 {2}tittle {2}unknown key “tittle” {2}did you mean “title”/,
        )
        assert.match(
          error.stderr,
          /reports\/2024\/12\/two\.md:6:10 {2}topics\.0 {2}“everythin” is not a term of topics {2}did you mean “everything”/,
        )
        return true
      },
    )
    assert.ok(existsSync(join(small.folder, 'index.html')))
  })
})

suite('an archive whose owner wants few files', () => {
  test('has no pages of years of terms and of two terms, no timelines, no other formats and one language', () => {
    const unwanted =
      /\/(?:timeline|with)\/|^(?:topics|places|organisations|people|series)\/[^/]+\/\d{4}\/|^zh\/|\/report\.|\.(?:bib|ris)$|atom\.xml$/
    assert.ok(small.files.some((file) => unwanted.test(file)))
    assert.deepEqual(
      few.files.filter((file) => unwanted.test(file)),
      [],
    )
  })

  test('links only to pages, places and files that are there, and names them all in its sitemap', () => {
    assert.deepEqual(brokenLinks(few), [])
    assert.deepEqual(sitemapOf(few), listedPages(few))
  })

  test('has feeds that hold summaries, and says so', () => {
    const feed = readFileSync(join(few.folder, 'feeds/rss.xml'), 'utf8')
    assert.ok(feed.includes('<description>'))
    assert.equal(feed.includes('content:encoded>'), false)
    assert.match(few.pages.get('feeds/index.html') ?? '', /you are told of new reports in short/)
  })
})

/** Run the last step of a build over a folder. */
function reconcileFolder(folder: string): void {
  const { reports, terms, ledger } = readArchive({ root: SMALL_ARCHIVE, settings, today: '2026-11-22' })
  const files = listFiles(folder)
  const paths = new Set(files)
  checkBuilt(
    {
      has: (path) => paths.has(path),
      made: () => files,
      below: (beginning) => files.filter((path) => path.startsWith(beginning)),
      read: (path) => readFileSync(join(folder, path)),
      isNew: () => true,
    },
    {
      catalogue: buildCatalogue(reports, terms),
      ledger,
      planned: new Set(small.files.filter((file) => file.endsWith('.html'))),
      site: new URL('https://archive.example/archive/'),
    },
  )
}

/** Change a file; what is to be replaced must be there. */
function change(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, 'utf8')
  const changed = text.replace(from, to)
  assert.notEqual(changed, text)
  writeFileSync(file, changed)
}

function build(name: string, base: string, variables: Record<string, string>, project = ROOT): Built {
  const folder = join(work, name)
  buildArchive({ ...variables, ARCHIVE_OUT: folder, ARCHIVE_SITE: `https://archive.example${base}` }, project)
  const files = listFiles(folder)
  const pages = files
    .filter((file) => file.endsWith('.html'))
    .map((file): [string, string] => [file, readFileSync(join(folder, file), 'utf8')])
  return { folder, base, files, pages: new Map(pages) }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort()
}

function everyPage(): [string, string][] {
  return [...own.pages, ...small.pages]
}

/** The pages of published reports, by what only they have. */
function reportPages({ pages }: Built): string[] {
  return [...pages]
    .filter(([, page]) => page.includes('class="report"') && !page.includes('content="noindex"'))
    .map(([path]) => path)
}

/** The page, and the place on it, that a link leads to. */
function targetOf(link: string, from: string, { base }: Built): { file: string; fragment: string } | undefined {
  const url = new URL(
    link.replaceAll('&amp;', '&'),
    `https://archive.example${base}${from.replace(/index\.html$/, '')}`,
  )
  if (url.host !== 'archive.example') return undefined
  const path = url.pathname.slice(base.length)
  return { file: path === '' || path.endsWith('/') ? `${path}index.html` : path, fragment: url.hash.slice(1) }
}

/** The addresses that the sitemap names, below that of the site, sorted. */
function sitemapOf({ folder, base, files }: Built): string[] {
  return files
    .filter((file) => /^sitemaps\/.*\.xml$/.test(file))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/(?<=<loc>)[^<]*/g) ?? [])
    .map((address) => address.replace(`https://archive.example${base}`, ''))
    .sort()
}

/** The addresses of the pages that search engines may list, likewise. */
function listedPages({ pages }: Built): string[] {
  return [...pages]
    .filter(([path, page]) => !page.includes('content="noindex"') && !path.endsWith('search/index.html'))
    .map(([path]) => path.replace(/index\.html$/, ''))
    .sort()
}

function brokenLinks(built: Built): string[] {
  const files = new Set(built.files)
  return [...built.pages].flatMap(([path, page]) =>
    [...page.matchAll(/(?:href|src|action)="([^"]*)"/g)].flatMap(([, link = '']) => {
      const target = targetOf(link, path, built)
      if (target === undefined) return []
      if (!files.has(target.file)) return [`${path}: ${link}`]
      const ids = `id="${target.fragment}"`
      return target.fragment === '' || built.pages.get(target.file)?.includes(ids) === true ? [] : [`${path}: ${link}`]
    }),
  )
}

/** The clicks from the front page to every page that links lead to. */
function clicksFromHome(built: Built): Map<string, number> {
  const distances = new Map([['index.html', 0]])
  const queue = ['index.html']
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const page = built.pages.get(path) ?? ''
    for (const [, link = ''] of page.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      const target = targetOf(link, path, built)
      if (target === undefined || distances.has(target.file) || !built.pages.has(target.file)) continue
      distances.set(target.file, (distances.get(path) ?? 0) + 1)
      queue.push(target.file)
    }
  }
  return distances
}

function hashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  )
}
