import type { Citable, Pin } from '#formats/citation.ts'

/** The report on the training in Changsha, as its front matter has it, once corrected. */
export const training: Citable = {
  id: 'k7m2q4',
  kind: 'report',
  publisher: 'National Copyright Administration of China',
  title: 'Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha',
  date: '2024-12-20',
  recorded: '2026-11-22',
  event: '2024-12-11/2024-12-13',
  version: 2,
  language: 'en',
  archive: 'Copyright News Archive',
  url: 'https://archive.example/2024/12/overseas-copyright-risk-training-changsha/',
}

/** A brief on what is known by its year alone, not yet recorded. */
export const brief: Citable = {
  id: 't79y4e',
  kind: 'brief',
  publisher: 'Copyright News Archive',
  title: 'Secretariats of the Paris and Berne Conventions combined into BIRPI',
  date: '1893',
  event: '1893',
  language: 'en',
  archive: 'Copyright News Archive',
  url: 'https://archive.example/1893/birpi/',
}

/** A Chinese report of a Chinese source, known by its month; its title has quotation marks of its own. */
export const chinese: Citable = {
  id: 'fx002m',
  kind: 'report',
  publisher: '国家版权局',
  title: '“版权风险”管理培训班在长沙举行',
  date: '2024-12',
  version: 1,
  language: 'zh-Hans',
  archive: 'Copyright News Archive',
  url: 'https://archive.example/2024/12/a-report-in-chinese/',
}

/** Everything that can be pinned. */
export const pinned: Pin = { paragraph: 4, version: 2, accessed: '2026-11-22' }

/** Titles that mean something to TeX, RIS, JSON, HTML or a wiki, or to no program at all. */
export const HOSTILE_TITLES = [
  '100 % of {braces}, \\input{/etc/passwd} @comment{x} #1 & a_b ~ ^ $x$',
  'A title } , author = {Somebody else}',
  '{',
  '}}',
  '\\',
  '"',
  '$',
  "a -- b --- c, ''d'' ``e`` ?` !` <<f>> g,,h",
  'X and Y and others',
  'Name, and Sons, Ltd.',
  'ER  - ',
  'TY  - BOOK',
  'A title\nER  - \r\nTY  - BOOK\r\nTI  - Another',
  'tab\tvertical\u000bform\u000cnext\u0085line\u2028paragraph\u2029nul\u0000escape\u001b',
  '</script><script>globalThis.hacked = 1</script> ]]> --> <!--',
  '{{Template|a=b}} [[Link|text]] [https://example.org x] ~~~~ <ref>y</ref> &amp;',
  "''italic'' '''bold''' __NOTOC__ https://example.org/ -{zh}-",
  '国家版权局：“版权风险”（二〇二四）；《规定》、Ω≈ç√∫ 👩‍👩‍👧 é\u0301',
  'مرحبا \u202eevil\u202c',
  'null',
  'undefined',
  '1984',
  "=cmd|'/c calc'!A1",
] as const
