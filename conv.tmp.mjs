import { readFileSync, mkdirSync, writeFileSync, rmSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import { completeIdentifier } from '#archive/identifier.ts'
const A = '0123456789abcdefghjkmnpqrstvwxyz'
let n = 0
const id = () => {
  let v = (n++ * 7919) % 33554432,
    s = ''
  for (let i = 0; i < 5; i++) {
    s = A[v % 32] + s
    v = Math.floor(v / 32)
  }
  return completeIdentifier(s)
}
const slug = (t) =>
  t
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 70)
    .replace(/-+$/, '')
const [, , which, out] = process.argv
rmSync(out, { recursive: true, force: true })
mkdirSync(out + '/vocabularies', { recursive: true })
const seen = new Set(),
  topics = new Set(),
  people = new Set()
const put = (date, s, fm, body) => {
  let dir = 'reports/' + date.slice(0, 7).replace('-', '/')
  let p = `${dir}/${s}`,
    k = 2
  while (seen.has(p)) p = `${dir}/${s}-${k++}`
  seen.add(p)
  mkdirSync(out + '/' + dir, { recursive: true })
  writeFileSync(`${out}/${p}.md`, `---\nid: ${id()}\n${fm}date: ${date}\n---\n${body}\n`)
}
const esc = (b) =>
  b
    .replace(/</g, '\\<')
    .replace(/^(#{1,5}) /gm, '#$1 ')
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\]\((?!https?:\/\/[a-z])[^)]*\)/g, ']')
const q = JSON.stringify
if (which === 'wire') {
  const W = readFileSync('/work/shared/data/corpora/declaration-13-languages.jsonl', 'utf8').split('\n')[0]
  const words =
    'trade wheat oil bank rate dollar reuters said company shares tonnes export grain market government minister output quarter profit loss net sales billion agreement treaty price production crude gold'.split(
      ' ',
    )
  let seed = 1
  const r = (m) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 4294967296) * m)
  }
  for (let t = 0; t < 60; t++) topics.add('topic-' + t)
  const N = +process.argv[4]
  for (let i = 0; i < N; i++) {
    const day =
      i < 1482 ? '1987-03-12' : `1987-${String(2 + r(9)).padStart(2, '0')}-${String(1 + r(28)).padStart(2, '0')}`
    const title =
      i % 50 === 0
        ? 'QTLY DIV'
        : words[r(words.length)].toUpperCase() +
          ' ' +
          words[r(words.length)].toUpperCase() +
          ' \\<RIGS>'.slice(1) +
          (i % 3 ? '' : ' ' + i)
    const body = Array.from(
      { length: 4 },
      () =>
        Array.from({ length: 35 }, () => words[r(words.length)] + (r(9) ? '' : ' ' + r(99999))).join(' ') +
        ' \\<RIGS> and \\<Chemlawn Corp>.',
    ).join('\n\n')
    put(
      day,
      slug(title) || 'item',
      `kind: report\nlang: en\ntitle: ${q(title)}\ntopics: [topic-${r(60)}, topic-${r(60)}]\nsource: {name: Reuters}\n`,
      body,
    )
  }
} else {
  const raw = which.endsWith('zst') ? zstdDecompressSync(readFileSync(which)).toString() : readFileSync(which, 'utf8')
  for (const line of raw.split('\n')) {
    if (!line) continue
    const d = JSON.parse(line)
    const date = (d.date ?? '1948-12-10').slice(0, 10)
    const ts = (d.topics ?? [])
      .map(slug)
      .filter((s) => s && !/^\d+$/.test(s))
      .slice(0, 20)
    ts.forEach((t) => topics.add(t))
    const ps = (d.people ?? []).map(slug).filter(Boolean)
    ps.forEach((t) => people.add(t))
    const body = d.body ?? d.text ?? (d.paragraphs ?? []).join('\n\n')
    put(
      date,
      slug(d.title ?? '') || slug(d.lang ?? '') || 'report',
      `kind: report\nlang: ${d.lang ?? 'en'}\ntitle: ${q(
        String(d.title ?? d.name ?? d.lang)
          .replace(/\s+/g, ' ')
          .slice(0, 300),
      )}\ntopics: ${JSON.stringify([...new Set(ts)])}\npeople: ${JSON.stringify([...new Set(ps)])}\nsource: {name: ${q(d.source ?? 'Source')}${d.url ? `, url: ${q(d.url)}` : ''}}\n`,
      esc(body),
    )
  }
}
const voc = (f, s) =>
  writeFileSync(`${out}/vocabularies/${f}.yaml`, [...s].map((t) => `${t}:\n  label: { en: ${q(t)} }\n`).join(''))
voc('topics', topics)
voc('people', people)
console.log(seen.size)
