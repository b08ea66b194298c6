import type { Feed, FeedEntry } from '#formats/feed.ts'

/** An entry for a test: a report of 20 December 2024, but for what is given. */
export function makeEntry(given: Partial<FeedEntry> = {}): FeedEntry {
  return {
    id: 'tag:archive.example,2026:k7m2q4',
    url: 'https://archive.example/2024/12/a-training/',
    title: 'A training',
    language: 'en',
    published: '2024-12-20',
    updated: '2025-01-07',
    summary: 'One sentence.',
    html: '<p>The first paragraph &amp; more.</p>',
    authors: [{ name: 'An Agency' }],
    categories: [{ term: 'copyright', scheme: 'https://archive.example/topics/', label: 'Copyright' }],
    source: { name: 'An Agency', url: 'https://agency.example/news?id=1&lang=en' },
    ...given,
  }
}

/** A feed for a test, of one entry, but for what is given. */
export function makeFeed(given: Partial<Feed> = {}): Feed {
  return {
    id: 'tag:archive.example,2026:reports',
    title: 'An Archive',
    subtitle: 'What it holds.',
    language: 'en',
    url: 'https://archive.example/feeds/atom.xml',
    homepage: 'https://archive.example/',
    updated: '2025-01-07',
    author: { name: 'An Archive', url: 'https://archive.example/' },
    entries: [makeEntry()],
    ...given,
  }
}

/** Titles that were made to break something, each with what is left of it where XML forbids a character. */
export const HOSTILE: readonly (readonly [title: string, left: string])[] = [
  [']]>', ']]>'],
  ['a <![CDATA[ b', 'a <![CDATA[ b'],
  ['</script><script>alert(1)</script>', '</script><script>alert(1)</script>'],
  ['</title></entry></item>', '</title></entry></item>'],
  ['AT&T &amp; &lt;b&gt; &nope; &#0;', 'AT&T &amp; &lt;b&gt; &nope; &#0;'],
  ['-->', '-->'],
  ['<!--<script', '<!--<script'],
  ['"double" and \'single\'', '"double" and \'single\''],
  ['null \u0000, backspace \u0008, tab \u000b, escape \u001b', 'null , backspace , tab , escape'],
  ['noncharacters \ufffe and \uffff', 'noncharacters  and'],
  ['a lone \ud800 surrogate and \udfff', 'a lone  surrogate and'],
  ['\u202eturned\u202c and \u2067isolated\u2069', '\u202eturned\u202c and \u2067isolated\u2069'],
  ['עברית ‏(RTL)‏', 'עברית ‏(RTL)‏'],
  ['版权 👩‍⚖️ ﷽', '版权 👩‍⚖️ ﷽'],
  ['{{constructor}} ${jndi:x} %s %00', '{{constructor}} ${jndi:x} %s %00'],
]
