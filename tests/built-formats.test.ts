import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parseAtomFeed, parseFeed } from 'feedsmith'
import { buildArchive, SMALL_ARCHIVE } from './build.ts'
import { findXmlFaults } from './formats/well-formed.ts'

/** What is looked at of a feed. */
interface AtomFeed {
  entries?: { id?: string }[]
  links?: { rel?: string; href?: string }[]
}

const SITE = 'https://archive.example/archive/'

/** The published reports of the small archive, by their identifiers. */
const PUBLISHED = ['fx0018', 'fx002m', 'fx003b', 'fx004h', 'fx005e', 'fx006j', 'fx0094', 'fx0102']

let folder: string
let files: string[]

before(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'formats ')), 'archive')
  const variables = { ARCHIVE_CONTENT: SMALL_ARCHIVE, ARCHIVE_TODAY: '2026-11-22', ARCHIVE_SITE: SITE }
  buildArchive({ ...variables, ARCHIVE_OUT: folder })
  files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
})

after(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
const named = (pattern: RegExp): string[] => {
  const found = files.filter((file) => pattern.test(file))
  assert.ok(found.length > 0, `no file is named ${String(pattern)}`)
  return found
}
const toFile = (url: string): string => url.replace(SITE, '')

suite('the formats of a built archive', () => {
  test('every XML file is well formed', async () => {
    const faults: string[] = []
    for (const file of named(/\.xml$|\.well-known\/resourcesync$/))
      faults.push(...(await findXmlFaults(read(file))).map((fault) => `${file}: ${fault}`))
    assert.deepEqual(faults, [])
  })

  test('every JSON file is JSON', () => {
    for (const file of named(/\.json$/)) JSON.parse(read(file))
    for (const file of named(/\.jsonl$/)) for (const line of read(file).trimEnd().split('\n')) JSON.parse(line)
  })

  test('every feed is read by a reader of feeds', () => {
    for (const file of named(/(?:atom|rss)\.xml$|feed\.json$/)) assert.ok(parseFeed(read(file)).feed.title, file)
  })

  test('following the feed from document to document leads to every published report, each once', () => {
    const ids = new Set<string>()
    let file: string | undefined = 'feeds/atom.xml'
    for (let documents = 0; file !== undefined; documents += 1) {
      assert.ok(documents < 10)
      const feed: AtomFeed = parseAtomFeed(read(file))
      for (const { id = '' } of feed.entries ?? []) ids.add(id)
      const earlier = feed.links?.find(({ rel }) => rel === 'prev-archive')?.href
      file = earlier === undefined ? undefined : toFile(earlier)
    }
    assert.deepEqual([...ids].map((id) => id.replace(/^.*:/, '')).sort(), PUBLISHED)
  })

  test('every report as JSON is as the schema at its address says', () => {
    const compiled = new Ajv2020({ allErrors: true, strict: true })
    for (const file of named(/\/report\.json$/)) {
      const report = JSON.parse(read(file)) as { $schema: string }
      const schema = JSON.parse(read(toFile(report.$schema))) as { $id: string }
      assert.equal(schema.$id, report.$schema)
      const validate = compiled.getSchema(schema.$id) ?? compiled.compile(schema)
      assert.ok(validate(report), `${file}: ${JSON.stringify(validate.errors)}`)
    }
  })

  test('the Markdown of a report is its file, byte for byte; of a removed one only what is left', () => {
    const path = '2024/12/a-report-with-everything'
    assert.equal(read(`${path}/report.md`), readFileSync(join(SMALL_ARCHIVE, 'reports', `${path}.md`), 'utf8'))
    assert.match(read('2023/05/a-report-that-is-gone/report.md'), /court ordered its removal[^\n]*\n---\n$/)
  })

  test('the data of every page in the words of schema.org can be read, hostile titles included', () => {
    for (const file of named(/index\.html$/)) {
      for (const [, text = ''] of read(file).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
        JSON.parse(text)
      }
    }
    const page = read('2024/12/a-hostile-title/index.html')
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? ''
    assert.ok(data.includes('\\u003c/script\\u003e\\u003cscript\\u003e'))
  })

  test('a report and its formats name each other', () => {
    const page = read('2024/12/a-report-with-everything/index.html')
    const url = `${SITE}2024/12/a-report-with-everything/`
    const linked = [...page.matchAll(/<link rel="(?:alternate|describedby|item|linkset)"[^>]* href="([^"]*)"/g)].map(
      ([, href = '']) => href,
    )
    for (const file of ['report.json', 'report.md', 'report.bib', 'report.ris', 'report.csl.json', 'linkset.json'])
      assert.ok(linked.includes(url + file), file)
    assert.match(page, new RegExp(`<link rel="cite-as" href="${url}"`))
    for (const file of ['report.json', 'report.bib', 'report.ris', 'report.csl.json', 'linkset.json'])
      assert.ok(read(`2024/12/a-report-with-everything/${file}`).replaceAll('\\', '').includes(url), file)
  })

  test('the sums of the data files are right', () => {
    for (const line of read('data/SHA256SUMS').trimEnd().split('\n')) {
      const [sum, file = ''] = line.split(/ [ *]/)
      assert.equal(
        createHash('sha256')
          .update(readFileSync(join(folder, 'data', file)))
          .digest('hex'),
        sum,
        file,
      )
    }
  })

  test('an earlier wording stays readable, with what was changed word by word, and is not what search engines list', () => {
    const page = read('2024/12/a-report-with-everything/v/1/index.html')
    assert.match(page, /A paragraph that was taken out later\./)
    assert.match(page, /<meta name="robots" content="noindex">/)
    assert.match(page, new RegExp(`<link rel="canonical" href="${SITE}2024/12/a-report-with-everything/">`))
    const later = read('2024/12/a-report-with-everything/v/2/index.html')
    assert.match(later, /<del>A paragraph that was taken out later\.<\/del>/)
    assert.match(later, /<del>210<\/del><ins>120<\/ins>|<ins>120<\/ins><del>210<\/del>/)
    assert.match(
      read('2024/12/a-report-with-everything/v/timemap.link'),
      new RegExp(`<${SITE}2024/12/a-report-with-everything/v/2/>; rel="last memento"; datetime="Sun, 22 Dec 2024`),
    )
  })

  test('a link to a paragraph that was removed leads to its neighbour, which says so', () => {
    assert.match(
      read('2024/12/a-report-with-everything/index.html'),
      /<p id="p2"><a class="anchor" href="#p2"[^>]*><\/a><span class="removed" id="p1" data-note="Paragraph 1 was removed\.">/,
    )
  })

  test('what was corrected, withdrawn or removed stands in one list', () => {
    const text = read('corrections/index.html')
      .replace(/^.*<main/s, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
    assert.match(
      text,
      /Correction, 22 December 2024 A report that uses everything.*Removed, 2 June 2023 A report that is gone A court.*Withdrawn, 1 June 2023 A report that was withdrawn/,
    )
  })
})
