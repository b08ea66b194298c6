import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { completeIdentifier } from '#archive/identifier.ts'
import { between, makeRandom, pick, type Random } from '../bench/chance.ts'
import { buildArchive, SMALL_ARCHIVE } from '../build.ts'

/** How many rounds of edits are tried; `ROUNDS=50 npm run unit` tries more. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 2)
/** How many edits are made between two builds. */
const EDITS = 3

let work: string
let content: string

before(() => {
  work = mkdtempSync(join(tmpdir(), 'incremental '))
  content = join(work, 'content')
  cpSync(SMALL_ARCHIVE, content, { recursive: true })
  // What was never published may be moved and changed at will; the ledger has tests of its own.
  for (const recorded of ['ledger', 'versions']) rmSync(join(content, recorded), { recursive: true, force: true })
})

after(() => {
  rmSync(work, { recursive: true, force: true })
})

suite('a build that goes by the one before it', () => {
  test('makes nothing when nothing has changed', () => {
    build('kept')
    assert.match(build('kept'), /^\[plan\] 0 of \d+ parts to make/m)
  })

  test('gives the same bytes as a build from nothing, whatever was edited', () => {
    const random = makeRandom(Number(process.env['SEED'] ?? 7))
    for (let round = 0; round < ROUNDS; round += 1) {
      const edits = Array.from({ length: EDITS }, () => edit(random, round))
      build('kept')
      const anew = `anew-${String(round)}`
      build(anew)
      assert.deepEqual(hashes('kept'), hashes(anew), `after ${edits.join('; ')}`)
      rmSync(join(work, anew), { recursive: true })
    }
  })

  test('makes again what somebody has changed, removed or added in the built archive', () => {
    const whole = hashes('kept')
    const page = join(work, 'kept', 'index.html')
    writeFileSync(page, readFileSync(page, 'utf8').replace('<h1>', '<h1>Changed by somebody else. '))
    rmSync(join(work, 'kept', 'years', 'index.html'))
    writeFileSync(join(work, 'kept', 'stranger.html'), 'A stranger.')
    build('kept')
    assert.deepEqual(hashes('kept'), whole)
  })

  test('gives the same bytes with a cache that is damaged, or is not its own', () => {
    const whole = hashes('kept')
    const caches = join(work, 'kept-cache')
    for (const file of listFiles(caches)) writeFileSync(join(caches, file), 'No cache at all.')
    build('kept')
    assert.deepEqual(hashes('kept'), whole)
  })
})

function build(name: string): string {
  return buildArchive({
    ARCHIVE_CONTENT: content,
    ARCHIVE_OUT: join(work, name),
    ARCHIVE_CACHE: join(work, `${name}-cache`),
    ARCHIVE_SITE: 'https://archive.example/archive/',
    ARCHIVE_TODAY: '2026-11-22',
  })
}

/** Edit the content as somebody might, and say how. */
function edit(random: Random, round: number): string {
  const reports = listFiles(join(content, 'reports')).filter((file) => file.endsWith('.md'))
  const file = pick(random, reports)
  const path = join(content, 'reports', file)
  const text = readFileSync(path, 'utf8')
  const number = String(between(random, 1000, 9999))
  const inFrontMatter = (line: string): void => {
    writeFileSync(path, text.replace(/\n---\n/, `\n${line}\n---\n`))
  }
  switch (between(random, 0, 8)) {
    case 0:
      writeFileSync(path, text.replace(/^title: .*$/m, `title: Another title ${number}`))
      return `another title of ${file}`
    case 1:
      if (!/\n---\n[^]*\S/.test(text)) return 'nothing'
      appendFileSync(path, `\nOne more paragraph, number ${number}.\n`)
      return `one more paragraph in ${file}`
    case 2:
      if (text.includes('status:') || text.includes('notice:')) return 'nothing'
      inFrontMatter('status: withdrawn\nnotice: { date: 2026-11-01, text: Taken back for a reason. }')
      return `${file} withdrawn`
    case 3: {
      // A report with pictures has a folder of its own; moving it is another test's.
      if (readdirSync(dirname(path)).includes(file.replace(/.*\/|\.md$/g, ''))) return 'nothing'
      const to = join(dirname(path), `moved-${number}.md`)
      renameSync(path, to)
      return `${file} renamed`
    }
    case 4: {
      const day = `2024-12-${String(between(random, 10, 28))}`
      if (!/^date: 20\d\d-\d\d-\d\d$/m.test(text) || text.includes('corrections:')) return 'nothing'
      const to = join(content, 'reports/2024/12', `dated-${number}.md`)
      if (readdirSync(dirname(path)).includes(file.replace(/.*\/|\.md$/g, ''))) return 'nothing'
      rmSync(path)
      writeFileSync(to, text.replace(/^date: .*$/m, `date: ${day}`))
      return `${file} of another day`
    }
    case 5: {
      const vocabulary = join(content, 'vocabularies', 'topics.yaml')
      const topic = `topic-${number}`
      appendFileSync(vocabulary, `\n${topic}:\n  label: { en: Topic ${number} }\n`)
      addReport(random, `topics: [${topic}]`, round)
      return `a report on a new topic`
    }
    case 6: {
      const vocabulary = join(content, 'vocabularies', pick(random, ['topics.yaml', 'organisations.yaml']))
      writeFileSync(vocabulary, readFileSync(vocabulary, 'utf8').replace(/en: (\w)/, `en: No ${number} $1`))
      return 'another name for a term'
    }
    default:
      addReport(random, '', round)
      return 'a new report'
  }
}

/** Add a report like one that is there already, with other words. */
function addReport(random: Random, line: string, round: number): void {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz'
  const digits = Array.from({ length: 5 }, () => letters[between(random, 0, 31)] ?? '0').join('')
  const day = `2024-12-${String(between(random, 10, 28))}`
  const file = join(content, 'reports/2024/12', `added-${digits}.md`)
  mkdirSync(dirname(file), { recursive: true })
  const words = Array.from({ length: 30 }, () => pick(random, ['wine', 'treaty', 'harbour', 'court', 'film', 'radio']))
  writeFileSync(
    file,
    `---\nid: ${completeIdentifier(digits)}\nkind: report\nlang: en\ntitle: Added in round ${String(round)}, ${digits}\ndate: ${day}\n` +
      `source: { name: A wire }\n${line === '' ? '' : `${line}\n`}---\n${words.join(' ')} ${digits}.\n`,
  )
}

function hashes(name: string): Record<string, string> {
  const folder = join(work, name)
  return Object.fromEntries(
    listFiles(folder)
      .sort()
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]),
  )
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  )
}
