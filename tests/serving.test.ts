import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { reportAddress, shortAddress } from '#archive/addresses.ts'
import { indexLedger, type Ledger } from '#archive/ledger.ts'
import { addressesOfReport } from '#archive/report-addresses.ts'
import { SECURITY_HEADERS } from '#formats/headers.ts'
import { readLedger } from '#source/read-ledger.ts'
import { createArchiveServer } from '../src/commands/archive-server.ts'
import { buildArchive, SMALL_ARCHIVE } from './build.ts'

const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find(existsSync)

let work: string
let folder: string
let ledger: Ledger

before(() => {
  // Without a space: nginx reads the path in its configuration.
  work = mkdtempSync(join(tmpdir(), 'served-'))
  // Started by root, nginx reads as somebody else.
  chmodSync(work, 0o755)
  folder = join(work, 'archive')
  buildArchive({ ARCHIVE_CONTENT: SMALL_ARCHIVE, ARCHIVE_OUT: folder, ARCHIVE_TODAY: '2026-11-22' })
  ledger = indexLedger(readLedger(SMALL_ARCHIVE).lines)
})

after(() => {
  rmSync(work, { recursive: true, force: true })
})

/** A running server. */
interface Running {
  port: number
  stop: () => Promise<void>
}

const servers: readonly [name: string, start: () => Promise<Running>, skip: string | false][] = [
  ['the server of npm start', startPreview, false],
  ['nginx, configured as docs/serving.md says', startNginx, NGINX === undefined && 'nginx is not installed'],
]

for (const [name, start, skip] of servers) {
  suite(name, { skip }, () => {
    let server: Running
    before(async () => {
      server = await start()
    })
    after(async () => {
      await server.stop()
    })

    test('every address of the ledger answers with 200, one redirect to such a page, or 410', async () => {
      const answers = new Map<string, string>()
      for (const address of everyAddress(ledger)) answers.set(address, await follow(server.port, address))
      assert.deepEqual(
        [...answers].filter(([, answer]) => !['200', '301 200', '410'].includes(answer)),
        [],
      )
      assert.equal(answers.get('/2024/12/a-report-with-everything/v/1/'), '200')
      assert.equal(answers.get('/2024/12/an-address-that-was-left/'), '301 200')
      assert.equal(answers.get('/2024/12/an-address-that-was-left/report.ris'), '301 200')
      assert.equal(answers.get('/2023/05/a-removed-address-that-was-left/'), '410')
      assert.equal(answers.get('/r/fx0018/'), '301 200')
      assert.equal(answers.get('/r/fx008v/'), '410')
    })

    test('a removed report shows its notice, an unknown address the page for that', async () => {
      const gone = await get(server.port, '/2023/05/a-report-that-is-gone/')
      assert.match(gone.body, /A court ordered its removal\./)
      // Its wordings were never recorded: there is no page of its history.
      const history = await get(server.port, '/2023/05/a-report-that-is-gone/v/')
      assert.equal(history.status, 410)
      assert.match(history.body, /A court ordered its removal\./)
      const missing = await get(server.port, '/2024/12/never-there/')
      assert.equal(missing.status, 404)
      assert.match(missing.body, /<html lang="en"/)
      assert.match(missing.body, /<h1>There is no page here.*<h2>此处没有页面/s)
      const chinese = await get(server.port, '/zh/2022/11/')
      assert.equal(chinese.status, 404)
      assert.match(chinese.body, /<html lang="zh-Hans".*<h1>此处没有页面/s)
    })

    test('the headers are the same on success and failure', async () => {
      for (const address of ['/', '/r/fx0018/', '/2023/05/a-report-that-is-gone/', '/2024/12/never-there/']) {
        const { headers } = await get(server.port, address)
        const sent = Object.keys(SECURITY_HEADERS).map((key) => [key, headers[key.toLowerCase()]])
        assert.deepEqual(Object.fromEntries(sent), SECURITY_HEADERS, address)
      }
    })

    test('programs of other sites may read the formats of a report, under their media types', async () => {
      const path = '/2024/12/a-report-with-everything'
      const types = {
        'report.json': /^application\/json/,
        'report.md': /^text\/markdown/,
        'report.bib': /^application\/x-bibtex/,
        'report.ris': /^application\/x-research-info-systems/,
        'report.csl.json': /^application\/vnd\.citationstyles\.csl\+json/,
        'linkset.json': /^application\/linkset\+json/,
        'v/timemap.link': /^application\/link-format/,
      }
      for (const [file, type] of Object.entries(types)) {
        const { status, headers } = await get(server.port, `${path}/${file}`)
        assert.equal(status, 200, file)
        assert.match(headers['content-type'] ?? '', type)
        assert.equal(headers['access-control-allow-origin'], '*', file)
        assert.equal(headers['cross-origin-resource-policy'], 'cross-origin', file)
      }
    })
  })
}

/** Every address that the ledger has given away, with everything that lies below it. */
function everyAddress({ histories }: Ledger): string[] {
  return Array.from(histories.values(), ({ id, lines, versions, current }) => {
    const paths = [...new Set(lines.map(({ path }) => path))]
    const below = (path: string): string[] =>
      current.status === 'gone' ? [reportAddress(path)] : addressesOfReport(path, versions)
    return [shortAddress(id), ...paths.flatMap(below)]
  }).flat()
}

/** The status of an address, and of the one that it leads to: `200`, `301 200`. */
async function follow(port: number, address: string): Promise<string> {
  const { status, headers } = await get(port, address)
  const { location } = headers
  return location === undefined ? String(status) : `${String(status)} ${String((await get(port, location)).status)}`
}

async function get(
  port: number,
  path: string,
): Promise<{ status: number; headers: IncomingMessage['headers']; body: string }> {
  const asked = request({ host: '127.0.0.1', port, path })
  asked.end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }
}

async function startPreview(): Promise<Running> {
  const server = createArchiveServer(folder, '/')
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = async (): Promise<void> => {
    server.close()
    await once(server, 'close')
  }
  return { port: (server.address() as AddressInfo).port, stop }
}

/** Run nginx with the configuration that the documentation shows, for this folder and a free port. */
async function startNginx(): Promise<Running> {
  const port = await findFreePort()
  const guide = readFileSync(join(import.meta.dirname, '../docs/serving.md'), 'utf8')
  const shown = /```nginx\n(.*?)```/s.exec(guide)?.[1] ?? ''
  const site = shown.replaceAll('/srv/archive', folder).replace('listen 8080', `listen 127.0.0.1:${String(port)}`)
  const place = join(work, 'nginx')
  mkdirSync(place)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${place}/${kind};`,
  )
  const types = 'types { text/html html; text/css css; text/javascript js; image/svg+xml svg; application/json json; }'
  const lines = ['daemon off;', `pid ${place}/pid;`, 'error_log stderr;', 'events { }']
  const http = ['http {', 'access_log off;', ...temporary, types, site, '}']
  writeFileSync(join(place, 'nginx.conf'), [...lines, ...http].join('\n'))
  const command = ['-p', place, '-c', join(place, 'nginx.conf')]
  execFileSync(NGINX ?? 'nginx', ['-t', ...command], { stdio: 'pipe' })
  const child = spawn(NGINX ?? 'nginx', command, { stdio: 'ignore' })
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await get(port, '/')
      break
    } catch {
      await wait(50)
    }
  }
  const stop = async (): Promise<void> => {
    child.kill()
    await once(child, 'exit')
  }
  return { port, stop }
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
