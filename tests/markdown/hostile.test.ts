import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { checkBody } from '#markdown/check-body.ts'
import { attributesOf, decode, TAG } from './read-html.ts'
import { LIMITS, picturesOf, render } from './render-fixture.ts'

const ADDRESS = '/2024/12/a-training/'
const pictures = { 'hall.jpg': { width: 1200, height: 800 } }

suite('raw HTML is refused by the check, and stops the pipeline', () => {
  for (const body of [
    '<script>alert(1)</script>',
    '<ScRiPt src=//evil.example/x.js></sCrIpT>',
    'A word <script>alert(1)</script> in a sentence.',
    '<img src=x onerror=alert(1)>',
    '<IMG SRC="x" OnError="alert(1)">',
    '<svg><script>alert(1)</script></svg>',
    '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<style>@import "https://evil.example/x.css";</style>',
    '<object data="javascript:alert(1)"></object>',
    '<embed src="javascript:alert(1)">',
    '<form action="javascript:alert(1)"><button>Go</button></form>',
    '<details open ontoggle=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<p id="p1" style="position:fixed">x</p>',
    '</p></main><script>alert(1)</script>',
    '<!-- --><script>alert(1)</script>',
    '<!-->\n<script>alert(1)</script>\n-->',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<?xml version="1.0"?><script>alert(1)</script>',
    '<!DOCTYPE html>',
    '- An item <b onclick="alert(1)">bold</b>',
    '> <script>alert(1)</script>',
    '| a |\n| - |\n| <svg onload=alert(1)> |',
    '## <img src=x onerror=alert(1)>',
    'Text[^1].\n\n[^1]: <script>alert(1)</script>',
    '[<img src=x onerror=alert(1)>](https://example.org/)',
    '**<script>alert(1)</script>**',
    '<x-y onclick="alert(1)">',
  ]) {
    test(body, () => {
      assert.ok(codesOf(body).includes('raw-html'), `the check found only ${codesOf(body).join()}`)
      assert.throws(() => render(body), /raw HTML/)
    })
  }
})

suite('a link that runs a script or leads astray is refused by the check, and harmless on a page', () => {
  for (const body of [
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](<javascript:alert(1)>)',
    '[x](<  javascript:alert(1)>)',
    '[x](javascript&colon;alert(1))',
    '[x](javascript&#58;alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](&#x6a;&#x61;vascript:alert(1))',
    '[x](java&#x09;script:alert(1))',
    '[x](java&#10;script:alert(1))',
    '[x](&#1;javascript:alert(1))',
    '[x](\u00a0javascript:alert(1))',
    '[x](\\javascript:alert(1))',
    '[x](javascript://example.org/%0aalert(1))',
    '[x](javascript:alert(1) "A title")',
    '[x][y]\n\n[y]: javascript:alert(1)',
    '[y]\n\n[y]: <JAVASCRIPT:alert(1)>',
    '<javascript:alert(1)>',
    '<JAVASCRIPT:alert(1)>',
    '[x](vbscript:msgbox(1))',
    '[x](VBScript:msgbox(1))',
    '[x](data:text/html,alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    '[x](feed:javascript:alert(1))',
    '[x](view-source:javascript:alert(1))',
    '[x](blob:https://evil.example/1)',
    '[x](file:///etc/passwd)',
    '[x](intent://evil.example/#Intent;end)',
    '[x](//evil.example/)',
    '[x](https://user:secret@evil.example/)',
    '[x](https://еxample.org/)',
    '[x](https:evil.example)',
    '[x](mailto:a@example.org@evil.example)',
    '[^1]\n\n[^1]: [x](javascript:alert(1))',
    '[![x](hall.jpg)](javascript:alert(1))',
  ]) {
    test(body, () => {
      assert.ok(codesOf(body).includes('bad-link'), `the check found only ${codesOf(body).join()}`)
      assertHarmless(render(body, { pictures }).html, /^(?:https?:|mailto:|#|\/)/)
    })
  }

  test('[x][hall] that leads to a picture instead of a page', () => {
    assert.deepEqual(codesOf('[x][hall]\n\n[hall]: hall.jpg'), ['bad-link'])
  })
})

suite('a picture from elsewhere is refused by the check, and stops the pipeline', () => {
  for (const body of [
    '![x](javascript:alert(1))',
    '![x](data:image/svg+xml,alert(1))',
    '![x](https://evil.example/track.gif)',
    '![x](//evil.example/track.gif)',
    '![x](/2024/12/another/hall.jpg)',
    '![x](../another/hall.jpg)',
    '![x](a-training/../../another/hall.jpg)',
    '![x](hall.svg)',
    '![x](hall.jpg?x=1)',
    '![x](__proto__)',
    '![x][y]\n\n[y]: javascript:alert(1)',
  ]) {
    test(body, () => {
      assert.ok(codesOf(body).includes('bad-picture'), `the check found only ${codesOf(body).join()}`)
      assert.throws(() => render(body, { pictures }))
    })
  }
})

suite('what is text to Markdown stays text', () => {
  for (const body of [
    '\\<script>alert(1)\\</script>',
    '<svg/onload=alert(1)>',
    '<img/src="x"/onerror="alert(1)">',
    '| a |\n| - |\n| <svg/onload=alert(1)> |',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '`<script>alert(1)</script>`',
    '```\n<script>alert(1)</script>\n```',
    '``` " onmouseover="alert(1)\n</code></pre><script>alert(1)</script>\n```',
    '    <script>alert(1)</script>',
    '< script>alert(1)</ script>',
    'a < b onclick=alert(1) > c',
    '## " onmouseover="alert(1)',
    '## &lt;svg onload=alert(1)&gt;',
    '[x](https://example.org/ "\\" onclick=\\"alert(1)")',
    '[x](https://example.org/"onclick="alert(1))',
    "[x](https://example.org/'onclick='alert(1))",
    '[x](/\\evil.example/)',
    '[x](</\t/evil.example/>)',
    '[x](#"onclick="alert(1))',
    '![" onerror="alert(1)](hall.jpg)',
    '![x](hall.jpg "\\" onerror=\\"alert(1) | </figcaption>\\<script>")',
    'A ![x](hall.jpg "\\" onerror=\\"alert(1)") picture.',
    'Text[^"onclick="alert(1)].\n\n[^"onclick="alert(1)]: A note.',
    'Text[^__proto__].\n\n[^__proto__]: A note.',
    '| \\<script>alert(1) |\n| - |\n| &lt;svg/onload=alert(1)&gt; |',
    'Table: &lt;script&gt;\n\n| a |\n| - |',
    'www.example.org/"onclick="alert(1)',
    'javascript:alert(1)',
    '[x]\\(javascript:alert(1))',
  ]) {
    test(body, () => {
      assert.deepEqual(codesOf(body), [])
      assertHarmless(render(body, { pictures }).html)
    })
  }
})

suite('whatever is written', () => {
  const parts = fc.constantFrom(
    ...[
      '[x](',
      '![x](',
      ')',
      '<',
      '>',
      '"',
      "'",
      '\\',
      '`',
      '\n',
      '\n\n',
      ' ',
      '## ',
      '| ',
      '[^1]',
      ': ',
      '&#x09;',
      '&lt;',
    ],
    ...['javascript:', 'data:text/html,', '//evil.example', 'script', 'onerror=', 'alert(1)', 'hall.jpg', 'svg', '/'],
  )

  test('is refused by the check or harmless on a page', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), (some) => {
        const body = some.join('')
        if (codesOf(body).length > 0) return
        assertHarmless(render(body, { pictures: picturesOf(body, ADDRESS) }).html)
      }),
      { numRuns: 1000 },
    )
  })
})

/** What stops a build: warnings do not. */
function codesOf(body: string): string[] {
  const { findings } = checkBody(body, ADDRESS, LIMITS)
  return findings.filter(({ severity }) => severity !== 'warning').map(({ code }) => code)
}

const ELEMENTS = new Set(
  'a blockquote br caption code del em figcaption figure h2 h3 h4 h5 h6 hr img li ol p pre section small span strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  'alt aria-hidden aria-label aria-labelledby class data-footnote-backref data-footnote-ref data-footnotes data-number decoding height href id lang loading rel role scope src start tabindex title width'.split(
    ' ',
  ),
)

/** Addresses that a checked report may lead to. */
const CHECKED = /^(?:https?:\/\/|mailto:|#|\/(?![/\\]))/

/** No element, attribute or address but those that our pipeline makes, and no `<` that is not the beginning of one. */
function assertHarmless(html: string, addresses = CHECKED): void {
  for (const [tag, name = ''] of html.matchAll(TAG)) {
    assert.ok(ELEMENTS.has(name), `<${name}> in ${html}`)
    for (const [attribute, value = ''] of Object.entries(attributesOf(tag))) {
      assert.ok(ATTRIBUTES.has(attribute), `${attribute} in ${html}`)
      if (attribute === 'href') assert.match(decode(value), addresses, html)
      if (attribute === 'src') assert.match(value, /^\/2024\/12\/a-training\/(?:[a-z0-9-]+\/)?[a-z0-9._-]+$/)
    }
  }
  assert.doesNotMatch(html.replaceAll(TAG, ''), /</, html)
}
