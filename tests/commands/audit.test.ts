import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { completeIdentifier } from '#archive/identifier.ts'
import type { PageAnswer } from '#archive/link-audit.ts'
import { askByHost } from '#commands/ask-by-host.ts'
import { askPage } from '#commands/ask-page.ts'
import { findCopy } from '#commands/find-copy.ts'
import type { Network } from '#commands/follow-redirects.ts'
import { ROOT } from '../build.ts'
import { report } from '../source/temporary-archive.ts'

/** A site with pages of every fate, and a web archive behind `/gate/`. Nothing else is ever asked. */
let server: Server
let site: string
/** Method and path of every request. */
let requests: string[]
let work: string

before(async () => {
  work = mkdtempSync(join(tmpdir(), 'audit '))
  server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  site = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
})

after(() => {
  server.closeAllConnections()
  server.close()
  rmSync(work, { recursive: true })
})

const MEMENTO = { 'Memento-Datetime': 'Fri, 03 Jan 2025 10:00:00 GMT' }

/** What is answered: a status, headers and a body; `breaks` ends the connection, `hangs` never ends. */
type Fate = 'breaks' | 'hangs' | [status: number, headers?: Record<string, string>, body?: string]

/** The fate of each page by its path, of which `/gate/` and the address of a page is one. What is not here is not there. */
function fates({ method, headers }: IncomingMessage): Record<string, Fate> {
  const isHead = method === 'HEAD'
  const agent = headers['user-agent']
  const wanted = String(headers['accept-datetime'])
  const memento = (path: string, day: string): string => `<${site}${path}>;rel="memento";datetime="${day} 00:00:00 GMT"`
  const map = `<${site}/map>;rel="original",${memento('/copies/1', 'Wed, 01 Jan 2020')},${memento('/copies/2', 'Sat, 01 Jan 2022')}`
  return {
    '/there': [200],
    '/agent': [agent === 'a tester' ? 200 : 400],
    '/moved': [301, { Location: '/there#part' }],
    '/moved-twice': [308, { Location: '/moved' }],
    '/for-now': [302, { Location: '/moved' }],
    '/moved-to-nothing': [301, { Location: '/nothing' }],
    '/no-head': [isHead ? 405 : 200],
    '/breaks-at-head': isHead ? 'breaks' : [200],
    '/patience': [429],
    '/forbidden': [403],
    '/file': [302, { Location: 'file:///etc/hostname' }],
    '/broken': 'breaks',
    '/hangs': 'hangs',
    '/loop': [302, { Location: '/loop' }],
    '/copies/3': [200, { ...MEMENTO, Link: `<${site}/there>; rel="original"` }],
    '/copies/of-another': [200, { ...MEMENTO, Link: `<${site}/>; rel="original"` }],
    [`/gate/${site}/there`]: [302, { Location: '/copies/3', Vary: 'accept-datetime' }],
    [`/gate/${site}/moved`]: [302, { Location: '/copies/of-another' }],
    [`/gate/${site}/no-head`]: [
      200,
      { ...MEMENTO, 'Content-Location': `/copies/${wanted.replaceAll(/[^0-9A-Za-z]+/g, '-')}` },
    ],
    [`/gate/${site}/map`]: [200, { 'Content-Type': 'application/link-format' }, map],
    [`/gate/${site}/header`]: [200, { Link: memento('/copies/9', 'Wed, 01 Jan 2020') }],
    [`/gate/${site}/itself`]: [200, { ...MEMENTO, 'Content-Location': `${site}/itself` }],
    [`/gate/${site}/no-memento`]: [200],
    [`/gate/${site}/busy`]: [503],
  }
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { method = '', url = '' } = request
  requests.push(`${method} ${url}`)
  const fate = fates(request)[url] ?? [404]
  if (fate === 'breaks') response.destroy()
  else if (fate !== 'hangs') response.writeHead(fate[0], fate[1]).end(fate[2])
}

/** The way to the network of a test: short of patience, since only one page never answers. */
function network(seconds = 10): Network {
  requests = []
  return { fetch, seconds, agent: 'a tester' }
}

suite('asking for a page', () => {
  const cases: [path: string, answer: PageAnswer | (() => PageAnswer), asked: string[]][] = [
    ['/there', { status: 200 }, ['HEAD /there']],
    ['/agent', { status: 200 }, ['HEAD /agent']],
    ['/nothing', { status: 404 }, ['HEAD /nothing', 'GET /nothing']],
    ['/no-head', { status: 200 }, ['HEAD /no-head', 'GET /no-head']],
    ['/breaks-at-head', { status: 200 }, ['HEAD /breaks-at-head', 'GET /breaks-at-head']],
    ['/patience', { status: 429 }, ['HEAD /patience']],
    ['/forbidden', { status: 403 }, ['HEAD /forbidden', 'GET /forbidden']],
    ['/moved', () => ({ status: 200, leadsTo: `${site}/there`, forGood: true }), ['HEAD /moved', 'HEAD /there']],
    [
      '/moved-twice',
      () => ({ status: 200, leadsTo: `${site}/there`, forGood: true }),
      ['HEAD /moved-twice', 'HEAD /moved', 'HEAD /there'],
    ],
    [
      '/for-now',
      () => ({ status: 200, leadsTo: `${site}/there`, forGood: false }),
      ['HEAD /for-now', 'HEAD /moved', 'HEAD /there'],
    ],
    [
      '/moved-to-nothing',
      () => ({ status: 404, leadsTo: `${site}/nothing`, forGood: true }),
      ['HEAD /moved-to-nothing', 'HEAD /nothing', 'GET /moved-to-nothing', 'GET /nothing'],
    ],
    [
      '/file',
      { status: 302, why: 'it leads to file:///etc/hostname, which is no page of the web', astray: true },
      ['HEAD /file'],
    ],
    ['/broken', { status: 0, why: 'the host broke the connection off' }, ['HEAD /broken', 'GET /broken']],
    ['/loop', { status: 302, why: 'it leads on more than 10 times' }, Array.from({ length: 11 }, () => 'HEAD /loop')],
  ]
  for (const [path, expected, asked] of cases) {
    test(`${path} is asked for, and what it answers is told`, async () => {
      assert.deepEqual(await askPage(site + path, network()), typeof expected === 'function' ? expected() : expected)
      assert.deepEqual(requests, asked)
    })
  }

  test('one that never answers is given up, and not asked again', async () => {
    const expected = { status: 0, why: 'nothing answered within 0.2 seconds' }
    assert.deepEqual(await askPage(`${site}/hangs`, network(0.2)), expected)
    assert.deepEqual(requests, ['HEAD /hangs'])
  })

  test('a host that refuses is told', async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    const expected = { status: 0, why: 'the host refuses connections' }
    assert.deepEqual(await askPage(`http://127.0.0.1:${String(port)}/`, network()), expected)
  })
})

suite('looking for a copy', () => {
  const cases: [title: string, path: string, day: string | undefined, expected: () => unknown][] = [
    [
      'follows a TimeGate to the copy, whose day is that of Memento-Datetime',
      '/there',
      '2025-01-01',
      () => ({ copy: { url: `${site}/copies/3`, captured: '2025-01-03' } }),
    ],
    [
      'asks for the day of the report, and takes the address that the answer gives itself',
      '/no-head',
      '2024-12-20',
      () => ({ copy: { url: `${site}/copies/Fri-20-Dec-2024-00-00-00-GMT`, captured: '2025-01-03' } }),
    ],
    [
      'finds the nearest in a TimeMap',
      '/map',
      '2021-12-01',
      () => ({ copy: { url: `${site}/copies/2`, captured: '2022-01-01' } }),
    ],
    [
      'finds one in the links of a header',
      '/header',
      undefined,
      () => ({ copy: { url: `${site}/copies/9`, captured: '2020-01-01' } }),
    ],
    ['finds none where the archive has none', '/nothing', undefined, () => undefined],
    ['takes no copy of another page', '/moved', undefined, () => undefined],
    ['takes no page that says that it is its own copy', '/itself', undefined, () => undefined],
    ['takes no page that is no memento', '/no-memento', undefined, () => undefined],
    ['says why it does not know', '/busy', undefined, () => ({ why: 'it answers 503' })],
  ]
  for (const [title, path, day, expected] of cases) {
    test(title, async () => {
      assert.deepEqual(await findCopy(site + path, { gate: `${site}/gate/`, day, network: network() }), expected())
    })
  }
})

suite('asking many', () => {
  test('asks a few hosts at a time, and each one question at a time, in order', async () => {
    const open = new Set<string>()
    const asked: string[] = []
    let most = 0
    const addresses = ['a', 'b', 'c', 'd']
      .flatMap((host) => [1, 2, 3].map((page) => `http://${host}.example/${String(page)}`))
      .map((url) => ({ url }))
    const ask = async ({ url }: { url: string }): Promise<string> => {
      const { host } = new URL(url)
      assert.equal(open.has(host), false)
      open.add(host)
      most = Math.max(most, open.size)
      asked.push(url)
      await new Promise((resolve) => setImmediate(resolve))
      open.delete(host)
      return url.toUpperCase()
    }
    const counts: number[] = []
    const answers = await askByHost(addresses, ask, { atOnce: 2, pause: 0, onAnswer: (count) => counts.push(count) })
    assert.equal(most, 2)
    assert.deepEqual(
      addresses.map((address) => answers.get(address)),
      addresses.map(({ url }) => url.toUpperCase()),
    )
    assert.deepEqual(counts, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    assert.deepEqual(
      asked.filter((url) => url.includes('a.example')),
      ['http://a.example/1', 'http://a.example/2', 'http://a.example/3'],
    )
  })
})

suite('npm run audit', () => {
  const FILE = 'outgoing-links.jsonl'
  let content: string

  before(() => {
    content = join(work, 'content')
    const folder = join(content, 'reports/2024/12')
    mkdirSync(folder, { recursive: true })
    const source = `{ name: A newspaper, url: "${site}/there" }`
    writeFileSync(
      join(folder, 'a-report.md'),
      report({ source }, `A [link](${site}/nothing) and [another](${site}/moved).`),
    )
    const other = {
      id: completeIdentifier('b0000'),
      title: 'Another',
      source: null,
      kind: 'brief',
      sources: `[${source}]`,
    }
    writeFileSync(join(folder, 'b-report.md'), report(other, `Other words, and <${site}/file>.`))
    writeFileSync(
      join(folder, 'c-draft.md'),
      report({ id: completeIdentifier('c0000'), title: 'C', source: null, status: 'draft' }, 'To come.'),
    )
  })

  /** Type the command. The server of the test must answer meanwhile, so it is not waited for in one piece. */
  async function audit(words: readonly string[], folder = content) {
    requests = []
    const child = spawn(process.execPath, ['src/commands/audit.ts', '--pause', '0', ...words], {
      cwd: ROOT,
      env: { ...process.env, ARCHIVE_CONTENT: folder, ARCHIVE_TODAY: '2026-11-22' },
    })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk) => (stdout += String(chunk)))
    child.stderr.on('data', (chunk) => (stderr += String(chunk)))
    const status = await new Promise((resolve) => child.on('close', resolve))
    return { status, stdout: stdout.replaceAll(site, 'SITE'), stderr: stderr.replaceAll(site, 'SITE') }
  }

  test('lists every page with the reports that name it, and asks nobody', async () => {
    assert.deepEqual(await audit(['--list']), {
      status: 0,
      stdout: `SITE/file
  2024/12/b-report
SITE/moved
  2024/12/a-report
SITE/nothing
  2024/12/a-report
SITE/there
  2024/12/a-report
  2024/12/b-report
4 pages elsewhere, named by 2 reports: 4 without an archived copy.
`,
      stderr: '',
    })
    assert.deepEqual(requests, [])
  })

  test('says what is dead and what has moved, in sentences, and writes nothing', async () => {
    assert.deepEqual(await audit([]), {
      status: 0,
      stdout: `SITE/file is dead: it leads to file:///etc/hostname, which is no page of the web. No copy of it is known.
  2024/12/b-report
SITE/nothing is dead: it answers 404. No copy of it is known.
  2024/12/a-report
SITE/moved has moved for good to SITE/there.
  2024/12/a-report
2 dead, 0 not reached, 0 to be looked at, 1 moved for good, 1 there
4 pages elsewhere, named by 2 reports: 4 without an archived copy.
Nothing was written: add --write to keep this in the content folder.
`,
      stderr: '',
    })
    assert.deepEqual(readdirSync(content), ['reports'])
  })

  test('exits with 1 for dead pages when it is to be strict', async () => {
    const { status, stderr } = await audit(['--strict'])
    assert.deepEqual([status, stderr], [1, ''])
  })

  test('writes what it found, keeps what a person wrote, and finds nothing new the second time', async () => {
    const own = { url: `${site}/nothing`, archived: 'https://archive.example/own', captured: '2024-12-21' }
    const unlinked = { url: 'https://example.org/old', archived: 'https://archive.example/old', captured: '2020-01-01' }
    writeFileSync(join(content, FILE), `${JSON.stringify(unlinked)}\n${JSON.stringify(own)}\n`)
    const { status, stdout } = await audit(['--copies', `${site}/gate/`, '--write'])
    assert.equal(status, 0)
    assert.match(
      stdout,
      /^SITE\/nothing is dead: it answers 404\. A copy of 2024-12-21 is known: https:\/\/archive\.example\/own$/m,
    )
    assert.match(stdout, /^4 pages elsewhere, named by 2 reports: 2 without an archived copy\.\n1 new copy found\.$/m)
    assert.match(stdout, /outgoing-links\.jsonl was written/)
    const checked = '2026-11-22'
    assert.deepEqual(
      readFileSync(join(content, FILE), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
      [
        { url: `${site}/file`, checked, status: 302 },
        { url: `${site}/moved`, checked, status: 200 },
        { ...own, checked, status: 404 },
        { url: `${site}/there`, archived: `${site}/copies/3`, captured: '2025-01-03', checked, status: 200 },
        unlinked,
      ],
    )
    assert.deepEqual(readdirSync(content), [FILE, 'reports'])
    const again = await audit(['--copies', `${site}/gate/`, '--write'])
    assert.match(again.stdout, /0 new copies found\.\nNothing is new\.$/m)
  })

  test('gives all of it to machines as JSON', async () => {
    const { stdout } = await audit(['--json'])
    const { pages, ...counts } = JSON.parse(stdout) as { pages: { url: string }[] }
    assert.deepEqual(counts, { dead: 2, unreachable: 0, unclear: 0, moved: 1, alive: 1, withoutCopy: 2 })
    assert.deepEqual(
      pages.find(({ url }) => url === 'SITE/nothing'),
      {
        url: 'SITE/nothing',
        reports: ['2024/12/a-report'],
        state: 'dead',
        status: 404,
        archived: 'https://archive.example/own',
        captured: '2024-12-21',
      },
    )
  })

  test('writes nothing when nothing answers, since then the fault is here', async () => {
    const folder = join(work, 'offline')
    cpSync(content, folder, { recursive: true })
    const file = join(folder, 'reports/2024/12/a-report.md')
    writeFileSync(file, report({ source: `{ name: A, url: "${site}/broken" }` }))
    rmSync(join(folder, 'reports/2024/12/b-report.md'))
    const before = readFileSync(join(folder, FILE), 'utf8')
    const { status, stdout } = await audit(['--write', '--copies', `${site}/gate/`], folder)
    assert.equal(status, 0)
    assert.match(stdout, /SITE\/broken could not be reached: the host broke the connection off\./)
    assert.match(stdout, /Nothing answered at all: is this machine connected\? Nothing was written\.$/m)
    assert.equal(readFileSync(join(folder, FILE), 'utf8'), before)
  })

  const wrong: [words: string[], says: RegExp][] = [
    [['--copies', 'web.archive.org'], /^--copies web\.archive\.org: not a whole address; write an address/],
    [['--timeout', 'soon'], /^--timeout soon: write a number of seconds/],
    [['--timeout', '0'], /^--timeout 0/],
    [['--pause', '-1'], /'--pause' argument is ambiguous|^--pause -1/],
    [['--list', '--write'], /^--list asks nobody/],
  ]
  for (const [words, says] of wrong) {
    test(`refuses ${words.join(' ')} in a sentence`, async () => {
      const { status, stderr } = await audit(words)
      assert.notEqual(status, 0)
      assert.match(stderr, says)
      assert.deepEqual(requests, [])
    })
  }

  test('asks nobody while something is wrong in the content, and says what', async () => {
    const folder = join(work, 'wrong')
    cpSync(content, folder, { recursive: true })
    writeFileSync(join(folder, FILE), '{"url":"https://example.org/a","archived":7}\n')
    const { status, stderr } = await audit(['--write'], folder)
    assert.equal(status, 1)
    assert.match(stderr, /^nothing was asked: mend these first\noutgoing-links\.jsonl:1:1 {2}archived {2}/)
    assert.deepEqual(requests, [])
  })
})
