import fc from 'fast-check'
import type { Correction, Description, Linked, NamedThing, Party, Source } from '#formats/description.ts'
import type { Vocabulary } from '#archive/vocabulary.ts'

const SITE = 'https://archive.example'
const URL_OF_REPORT = `${SITE}/2024/12/a-training/`

const ncac: NamedThing = {
  vocabulary: 'organisations',
  id: 'ncac',
  name: 'National Copyright Administration of China',
  names: { en: 'National Copyright Administration of China', 'zh-Hans': '国家版权局' },
  aliases: ['NCAC'],
  url: `${SITE}/organisations/ncac/`,
  sameAs: ['https://en.ncac.gov.cn/', 'https://www.wikidata.org/entity/Q1'],
  role: 'organizer',
}

/** A place: what the reports below are written at. */
export const changsha: NamedThing = {
  vocabulary: 'places',
  id: 'changsha',
  name: 'Changsha',
  names: { en: 'Changsha' },
  aliases: [],
  url: `${SITE}/places/changsha/`,
  sameAs: [],
}

/** A report that is known well: published by its source, corrected, translated, and part of a thread. */
export const fullReport: Description = {
  id: 'k7m2q4',
  kind: 'report',
  status: 'published',
  language: 'en',
  title: 'Training held in Changsha',
  titleSupplied: true,
  summary: 'The sixth training took place in Changsha.',
  url: URL_OF_REPORT,
  shortUrl: `${SITE}/r/k7m2q4/`,
  date: '2024-12-20',
  published: '2024-12-20',
  recorded: '2026-11-22',
  modified: '2026-11-23',
  covers: '2024-12-11/2024-12-13',
  version: 2,
  publisher: { name: 'National Copyright Administration of China', url: 'https://en.ncac.gov.cn/t20241220.html' },
  archive: { name: 'An Archive', url: `${SITE}/`, description: 'News on copyright.', language: 'en' },
  sources: [{ name: 'National Copyright Administration of China', url: 'https://en.ncac.gov.cn/t20241220.html' }],
  rights: 'National Copyright Administration of China; archived for reference.',
  topics: [
    {
      ...ncac,
      vocabulary: 'topics',
      id: 'training',
      name: 'Training',
      names: { en: 'Training' },
      aliases: [],
      url: `${SITE}/topics/training/`,
      sameAs: [],
    },
  ],
  places: [changsha],
  organisations: [ncac],
  people: [],
  dateline: changsha,
  series: {
    vocabulary: 'series',
    id: 'trainings',
    name: 'Trainings',
    names: { en: 'Trainings' },
    aliases: [],
    url: `${SITE}/series/trainings/`,
    sameAs: [],
    position: 6,
    count: 6,
  },
  translations: [
    { id: 'm3n4p5', title: '培训在长沙举行', language: 'zh-Hans', url: `${SITE}/2024/12/a-training-in-chinese/` },
  ],
  corrections: [
    { date: '2026-11-22', kind: 'correction', text: 'A name was misspelt.' },
    { date: '2026-11-23', kind: 'update', text: 'The seventh training was announced.' },
  ],
  alternates: [
    { type: 'application/json', name: 'JSON', url: `${URL_OF_REPORT}report.json` },
    { type: 'text/markdown', name: 'Markdown', url: `${URL_OF_REPORT}report.md` },
    { type: 'application/linkset+json', name: 'Linkset', url: `${URL_OF_REPORT}linkset.json` },
  ],
  image: { url: `${SITE}/card.png`, type: 'image/png', width: 1200, height: 630, alternative: 'An Archive' },
}

/** A brief of which little is known: no day, no place, and the archive has not recorded it yet. */
export const bareBrief: Description = {
  id: 'q5r6s7',
  kind: 'brief',
  status: 'published',
  language: 'en',
  title: 'Secretariats combined',
  titleSupplied: false,
  url: `${SITE}/1893/secretariats-combined/`,
  shortUrl: `${SITE}/r/q5r6s7/`,
  date: '1893',
  covers: '1893',
  publisher: { name: 'An Archive', url: `${SITE}/` },
  archive: { name: 'An Archive', url: `${SITE}/`, description: 'News on copyright.', language: 'en' },
  sources: [{ name: 'A history of WIPO', url: 'https://www.wipo.int/history' }, { name: 'A book' }],
  license: 'https://creativecommons.org/licenses/by/4.0/',
  topics: [],
  places: [],
  organisations: [],
  people: [],
  translations: [],
  corrections: [],
  alternates: [],
}

/** Texts that have hurt somebody. */
export const HOSTILE_TEXTS = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]>-->',
  '" onload="alert(1)',
  '&quot;&lt;&amp;lt;',
  "'; DROP TABLE reports --",
  'a\u2028b\u2029c',
  '\u202Edesrever\u202C',
  '\uD800 alone',
  '{"@id":"x"}',
  '__proto__',
  '版权“新闻”🇨🇳',
]

const text = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }))
const day = fc
  .record({
    year: fc.integer({ min: 1600, max: 2999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map((date) => `${String(date.year)}-${pad(date.month)}-${pad(date.day)}`)
const date = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([value, length]) => value.slice(0, length))
const covers = fc.oneof(
  date,
  fc.tuple(day, day).map((days) => days.join('/')),
)
const language = fc.constantFrom('en', 'zh-Hans', 'zh-Hant-HK', 'ar', 'pt-BR', 'sr-Latn', 'eo', 'art-x-made-up')
const identifier = fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{6}$/)
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/)
const elsewhere = fc.webUrl({ withQueryParameters: true, withFragments: true })

const party: fc.Arbitrary<Party> = fc.record({ name: text, url: elsewhere }, { requiredKeys: ['name'] })
const source: fc.Arbitrary<Source> = fc.record(
  { name: text, url: elsewhere, copy: fc.record({ url: elsewhere, captured: day }) },
  { requiredKeys: ['name'] },
)
const linked: fc.Arbitrary<Linked> = fc.record({
  id: identifier,
  title: text,
  language,
  url: slug.map((path) => `${SITE}/2024/${path}/`),
})
const correction: fc.Arbitrary<Correction> = fc.record({
  date,
  kind: fc.constantFrom('correction', 'clarification', 'update'),
  text,
})

/** Made-up reports: every field that may be missing is missing in some of them. */
export const descriptions: fc.Arbitrary<Description> = fc.record(
  {
    id: identifier,
    kind: fc.constantFrom('report', 'brief'),
    status: fc.constantFrom('published', 'withdrawn', 'gone'),
    language,
    title: text,
    titleSupplied: fc.boolean(),
    summary: text,
    url: slug.map((path) => `${SITE}/2024/12/${path}/`),
    shortUrl: identifier.map((id) => `${SITE}/r/${id}/`),
    date,
    published: date,
    recorded: day,
    modified: day,
    covers,
    version: fc.integer({ min: 1, max: 99 }),
    publisher: party,
    archive: fc.record({ name: text, url: fc.constant(`${SITE}/`), description: text, language }),
    sources: fc.array(source, { maxLength: 3 }),
    rights: text,
    license: elsewhere,
    topics: things('topics'),
    places: things('places'),
    organisations: things('organisations'),
    people: things('people'),
    dateline: thing('places'),
    series: fc
      .tuple(thing('series'), fc.integer({ min: 1, max: 9 }), fc.boolean())
      .map(([series, count, placed]) => ({ ...series, count, ...(placed && { position: count }) })),
    translationOf: linked,
    translations: fc.array(linked, { maxLength: 3 }),
    corrections: fc.array(correction, { maxLength: 3 }),
    notice: fc.record({ date: day, text, alternative: elsewhere }, { requiredKeys: ['date', 'text'] }),
    alternates: fc.subarray([...fullReport.alternates]),
    image: fc.constant({
      url: `${SITE}/card.png`,
      type: 'image/png',
      width: 1200,
      height: 630,
      alternative: 'An Archive',
    }),
  },
  {
    requiredKeys: [
      'id',
      'kind',
      'status',
      'language',
      'title',
      'titleSupplied',
      'url',
      'shortUrl',
      'date',
      'publisher',
      'archive',
      'sources',
      'topics',
      'places',
      'organisations',
      'people',
      'translations',
      'corrections',
      'alternates',
    ],
  },
)

function thing(vocabulary: Vocabulary): fc.Arbitrary<NamedThing> {
  return fc.record(
    {
      vocabulary: fc.constant(vocabulary),
      id: slug,
      name: text,
      names: fc.dictionary(fc.constantFrom('en', 'zh-Hans', 'ar'), text, { maxKeys: 3 }),
      aliases: fc.array(text, { maxLength: 2 }),
      url: slug.map((id) => `${SITE}/${vocabulary}/${id}/`),
      sameAs: fc.array(elsewhere, { maxLength: 2 }),
      role: text,
    },
    { requiredKeys: ['vocabulary', 'id', 'name', 'names', 'aliases', 'url', 'sameAs'] },
  )
}

function things(vocabulary: Vocabulary): fc.Arbitrary<NamedThing[]> {
  return fc.array(thing(vocabulary), { maxLength: 3 })
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
