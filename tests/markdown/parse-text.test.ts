import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parseText } from '#markdown/parse-text.ts'

/** The whole of GFM, whatever the text holds. */
const whole = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).freeze()

/** What GFM adds to CommonMark, and what only looks like it. */
const PIECES = [
  ...[
    'Delegates',
    'met',
    '版权',
    '**“风险”**管理',
    'ttps://',
    'WWW',
    'www.wipo.int',
    'w\\ww.wipo.int',
    'HTTPS',
    '://a.example/',
  ],
  ...[
    'ann@wipo.int',
    'ann',
    '@',
    '\\@',
    '&#64;',
    '&commat;',
    'wipo.int',
    'mailto:',
    'xmpp:',
    '.',
    ':',
    '~',
    '~~',
    '\\~',
  ],
  ...[
    '|',
    '\\|',
    '-',
    '--',
    ':-',
    '-:',
    ':--:',
    '&#124;',
    '[',
    ']',
    '[ ]',
    '[x]',
    '[X]',
    '[\n]',
    '- ',
    '- [x] done',
    '- [\n  ] ',
    '> - [\n>   ] ',
    '- [ ]',
    '1. ',
    '> ',
    '    ',
  ],
  ...['[^', '^', '[^1]', '[^1]: ', '[1]: ', '(', ')', '!', '*', '_', '`', '<', '>', '\\', ' ', '\n', '\n\n', '\t'],
]

suite('a text is parsed', () => {
  const addresses: readonly (readonly [text: string, links: string[]])[] = [
    ['Write to ann@wipo.int.', ['mailto:ann@wipo.int']],
    ['Write to ann&#64;wipo.int.', ['mailto:ann@wipo.int']],
    ['See www.wipo.int and HTTPS://wipo.int/treaties.', ['http://www.wipo.int', 'HTTPS://wipo.int/treaties']],
    ['See https\\://wipo.int/.', ['https://wipo.int/']],
    ['Nothing to see, nobody to write to.', []],
  ]
  for (const [text, links] of addresses) {
    test(`with the addresses that stand in “${text}”`, () => {
      assert.deepEqual(linksIn(parseText(text)), links)
    })
  }

  test('as the whole of GFM would be, though what it does not hold is not looked for', () => {
    const some = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(some, (text) => {
        assert.deepEqual(parseText(text), whole.parse(text))
      }),
      { numRuns: 3000 },
    )
  })
})

function linksIn(node: object): string[] {
  const own = 'type' in node && node.type === 'link' && 'url' in node ? [String(node.url)] : []
  return 'children' in node && Array.isArray(node.children)
    ? [...own, ...node.children.flatMap((child) => linksIn(child as object))]
    : own
}
