import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url))

/** What each room may import of the others; `docs/architecture.md` says why. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  archive: [],
  formats: ['archive'],
  search: ['archive'],
  markdown: ['archive'],
  source: ['markdown', 'archive'],
  site: ['source', 'markdown', 'formats', 'archive', 'site.config.ts', 'environment.ts'],
  components: ['site', 'formats', 'archive', 'site.config.ts'],
  layouts: ['components', 'site', 'formats', 'archive', 'scripts', 'site.config.ts'],
  pages: ['layouts', 'components', 'site', 'formats', 'search', 'archive', 'styles', 'scripts', 'site.config.ts'],
  scripts: ['search', 'formats', 'archive'],
  integrations: ['build', 'site', 'source', 'search', 'formats', 'archive'],
  build: ['site', 'source', 'markdown', 'search', 'formats', 'archive', 'site.config.ts', 'environment.ts'],
  commands: ['build', 'source', 'markdown', 'search', 'formats', 'archive', 'site.config.ts', 'environment.ts'],
  'content.config.ts': ['source', 'archive', 'site.config.ts', 'environment.ts'],
  'site.config.ts': ['archive'],
  'environment.ts': ['archive'],
}

/** Packages that only some rooms may use. */
const PACKAGES: readonly [pattern: RegExp, rooms: readonly string[]][] = [
  [/^astro:content$/, ['content.config.ts', 'site']],
  [/^node:(?:fs|child_process|http)/, ['source', 'integrations', 'build', 'commands']],
  [/^pagefind/, ['search']],
  [/^@orama\/stemmers/, ['search']],
  [/^(?:unified|remark-|rehype-|unist-|vfile)/, ['markdown']],
  [/^yaml$/, ['source']],
]

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:ts|astro|mjs)$/.test(file))
  .map((file) => ({ file, room: roomOf(file), text: readFileSync(SOURCE + file, 'utf8') }))

suite('the house', () => {
  test('dependencies point one way', () => {
    const wrong = files.flatMap(({ file, room, text }) =>
      importsOf(text)
        .filter((specifier) => !isAllowed(file, room, specifier))
        .map((specifier) => `${file} imports ${specifier}`),
    )
    assert.deepEqual(wrong, [])
  })

  test('one file opens the content collection, and only pages come through it: the live preview lets Node load the other rooms', () => {
    const importers = (pattern: RegExp): string[] =>
      files.filter(({ text }) => importsOf(text).some((specifier) => pattern.test(specifier))).map(({ file }) => file)
    assert.deepEqual(importers(/^astro:/), ['site/catalogue.ts'])
    const rooms = new Set(importers(/^#site\/catalogue\.ts$/).map((file) => file.split('/')[0]))
    assert.deepEqual([...rooms].sort(), ['components', 'layouts', 'pages'])
    const beside = files.filter(({ file, text }) => file.startsWith('site/') && text.includes("'./catalogue.ts'"))
    assert.deepEqual(
      beside.map(({ file }) => file),
      [],
    )
  })

  test('only who needs it touches the disk, the network, Astro, YAML, the pipeline or the engine', () => {
    const wrong = files.flatMap(({ file, room, text }) =>
      importsOf(text)
        .filter((specifier) => PACKAGES.some(([pattern, rooms]) => pattern.test(specifier) && !rooms.includes(room)))
        .map((specifier) => `${file} imports ${specifier}`),
    )
    assert.deepEqual(wrong, [])
  })

  test('nothing but a command looks at the clock or at chance', () => {
    const wrong = files.filter(
      ({ room, text }) => room !== 'commands' && /new Date\(\)|Date\.now\(\)|Math\.random\(/.test(text),
    )
    assert.deepEqual(
      wrong.map(({ file }) => file),
      [],
    )
  })

  test('nothing but the audit of links asks anybody over the network, so that no build fails because a site is down', () => {
    // In the browser, search reads its own index.
    const here = files.filter(({ room }) => room !== 'search' && room !== 'scripts')
    const wrong = here.filter(({ text }) => /\bfetch\(|\bfetch\b[,:]|node:(?:net|tls|dns|https)\b/.test(text))
    assert.deepEqual(
      wrong.map(({ file }) => file),
      ['commands/audit.ts', 'commands/follow-redirects.ts'],
    )
  })

  test('nothing sorts by the language of the machine', () => {
    // The lockfile is written in npm's own order, which is that of English.
    const others = files.filter(({ file }) => file !== 'commands/complete-lock.mjs')
    const wrong = others.filter(({ text }) => /localeCompare|toLocale(?:Date|Time)?String/.test(text))
    assert.deepEqual(
      wrong.map(({ file }) => file),
      [],
    )
  })

  test('nothing reads text as HTML but the text of a report and the data in a script, each made safe by us', () => {
    const wrong = files.filter(({ text }) =>
      /innerHTML|outerHTML|insertAdjacentHTML|set:html|document\.write/.test(text),
    )
    assert.deepEqual(
      wrong.map(({ file }) => file),
      ['components/JsonLd.astro', 'components/ReportText.astro'],
    )
  })

  test('no page has an inline script, an inline style, an island or a style of its own', () => {
    const wrong = files.filter(({ text }) =>
      /is:inline|define:vars|client:(?:load|idle|visible|only)|<style|ClientRouter/.test(text),
    )
    assert.deepEqual(
      wrong.map(({ file }) => file),
      [],
    )
  })

  test('there is no room for what has no name', () => {
    const nameless = files.filter(({ file }) =>
      /(?:^|\/)(?:utils?|lib|helpers?|types|common|misc)(?:\/|\.ts$)|\/index\.ts$/.test(file),
    )
    assert.deepEqual(
      nameless.map(({ file }) => file),
      [],
    )
  })
})

function roomOf(file: string): string {
  return file.split('/')[0] ?? file
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import|import\() ?'([^']+)'/g)].map(([, specifier = '']) => specifier)
}

/** Whether a file may import a specifier: `./x` in its own folder, `#room/x` in another, `../x` only for files beside the rooms. */
function isAllowed(file: string, room: string, specifier: string): boolean {
  if (specifier.startsWith('#')) return MAY_IMPORT[room]?.includes(roomOf(specifier.slice(1))) === true
  if (specifier.startsWith('./'))
    return !file.includes('/') ? MAY_IMPORT[room]?.includes(roomOf(specifier.slice(2))) === true : true
  if (specifier.startsWith('../')) {
    const target = specifier.replace(/^(?:\.\.\/)+/, '')
    return (
      /^(?:site\.config|environment)\.ts$|^scripts\//.test(target) &&
      MAY_IMPORT[room]?.includes(roomOf(target)) === true
    )
  }
  return true
}
