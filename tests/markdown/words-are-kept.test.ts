import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import type { Definition, Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { checkBody } from '#markdown/check-body.ts'
import { attributesOf, decode, TAG } from './read-html.ts'
import { fixtures, inputs, LIMITS, picturesOf, render, renderFixture } from './render-fixture.ts'

const reports = new URL('../../content/reports/', import.meta.url)

suite('not a word of a source changes or vanishes', () => {
  test('in any report of this archive', () => {
    const files = globSync('**/*.md', { cwd: reports }).sort()
    assert.ok(files.length > 0)
    for (const file of files) {
      const body = bodyOf(readFileSync(new URL(file, reports), 'utf8'))
      const address = `/${file.replace(/\.md$/, '/')}`
      const html = render(body, { address, pictures: picturesOf(body, address) }).html
      assert.deepEqual({ file, words: wordsOfHtml(html) }, { file, words: wordsOfMarkdown(body) })
    }
  })

  for (const input of inputs) {
    test(`in ${input.replace('/input.md', '').replaceAll('-', ' ')}`, () => {
      const body = readFileSync(new URL(input, fixtures), 'utf8')
      assert.deepEqual(wordsOfHtml(renderFixture(input)), wordsOfMarkdown(body))
    })
  }

  test('in any text of words and marks', () => {
    const words = fc.constantFrom(
      'risk',
      'Changsha',
      '版权',
      '“风险”',
      'الحقوق',
      '7.41%',
      'Xi’s',
      "o'clock",
      '&',
      '&copy;',
    )
    const marks = fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '__',
        '`',
        '~~',
        '(',
        ')',
        '[',
        ']',
        '](/2024/)',
        '\\',
        '"',
        '- ',
        '1. ',
        '> ',
        '# ',
        '## ',
        '---',
      ],
    )
    const spaces = fc.constantFrom(' ', '\n', '\n\n', '  \n', '\n    ')
    const texts = fc.array(fc.oneof({ weight: 3, arbitrary: words }, marks, { weight: 2, arbitrary: spaces }))
    fc.assert(
      fc.property(texts, (parts) => {
        const body = parts.join('')
        assert.deepEqual(wordsOfHtml(render(body).html), wordsOfMarkdown(body))
      }),
      { numRuns: 1000 },
    )
  })

  test('in the training in Changsha, whose paragraphs are those of its source to the letter', () => {
    const source = readFileSync(new URL('changsha-training-2024.txt', fixtures), 'utf8').trimEnd().split('\n')
    const file = new URL('2024/12/overseas-copyright-risk-training-changsha.md', reports)
    const body = bodyOf(readFileSync(file, 'utf8'))

    assert.equal(body, source.join('\n\n') + '\n')
    assert.deepEqual(
      render(body).paragraphs,
      source.map((text, index) => ({ id: `p${String(index + 1)}`, text })),
    )
  })
})

suite('words that Markdown would drop are kept, or the check says so', () => {
  for (const [title, body, words] of [
    ['a note that no place refers to', 'Text.\n\n[^1]: Nobody refers to this.', 'Nobody refers to this'],
    ['the second of two notes with one name', 'Text[^1].\n\n[^1]: One.\n\n[^1]: The other.', 'The other'],
    ['a cell of a table beyond its last column', '| a |\n| - |\n| b | beyond |', 'beyond'],
  ] as const) {
    test(title, () => {
      const findings = checkBody(body, '/2024/12/a-training/', LIMITS).findings
      assert.ok(findings.length > 0 || render(body).html.includes(words), `“${words}” vanished`)
    })
  }
})

/** The text of a report below its front matter. */
function bodyOf(text: string): string {
  const end = '\n---\n'
  return text.slice(text.indexOf(end) + end.length)
}

/** Words and single marks, sorted; without the marks that may or may not be Markdown, and the boxes of task lists. */
function wordsOf(text: string): string[] {
  const withoutMarks = text.replaceAll(/[*_~|☑☐]/g, '')
  return (withoutMarks.match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []).sort()
}

function wordsOfMarkdown(body: string): string[] {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(body)
  return wordsOf(textOfMarkdown(tree, definitionsOf(tree)))
}

function textOfMarkdown(node: Nodes, definitions: ReadonlyMap<string, Definition>): string {
  const inside = (): string =>
    'children' in node ? node.children.map((child) => textOfMarkdown(child, definitions)).join('') : ''
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'code':
      return ` ${node.value} `
    case 'image':
      return ` ${node.alt ?? ''} ${node.title ?? ''} `
    case 'imageReference':
      return ` ${node.alt ?? ''} ${definitions.get(node.identifier)?.title ?? ''} `
    case 'link':
      return spaced(node.title) + inside()
    case 'linkReference':
      return spaced(definitions.get(node.identifier)?.title) + inside()
    case 'emphasis':
    case 'strong':
    case 'delete':
      return inside()
    default:
      return ` ${inside()} `.replace(/^ {2}$/, node.type === 'footnoteReference' ? '' : ' ')
  }
}

function definitionsOf(tree: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (definition) => {
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition)
  })
  return definitions
}

const OUR_OWN = [
  /<a class="anchor"[^>]*><\/a>/g,
  /<h2 id="footnote-label"[^>]*>[^<]*<\/h2>/g,
  /<a [^>]*data-footnote-backref[^>]*>.*?<\/a>/g,
  /<sup><a [^>]*data-footnote-ref[^>]*>\d+<\/a><\/sup>/g,
]
const INLINE = new Set(['a', 'code', 'del', 'em', 'strong', 'sup'])

function wordsOfHtml(html: string): string[] {
  const text = OUR_OWN.reduce((rest, pattern) => rest.replaceAll(pattern, ''), html).replaceAll(
    TAG,
    (tag, name: string) => {
      const { alt, title } = attributesOf(tag)
      return name === 'img' ? ` ${alt ?? ''} ${title ?? ''} ` : INLINE.has(name) ? spaced(title) : ' '
    },
  )
  return wordsOf(decode(text))
}

function spaced(title: string | null | undefined): string {
  return title === undefined || title === null ? '' : ` ${title} `
}
