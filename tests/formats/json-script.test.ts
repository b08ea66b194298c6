import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { toJsonScript } from '#formats/json-script.ts'
import { HOSTILE_TEXTS } from './descriptions.ts'

suite('data in a script element', () => {
  test('escapes what means something to HTML', () => {
    assert.equal(
      toJsonScript({ headline: '</script><script>alert("1 & 2")</script>' }),
      '{"headline":"\\u003c/script\\u003e\\u003cscript\\u003ealert(\\"1 \\u0026 2\\")\\u003c/script\\u003e"}',
    )
  })

  test('escapes the line ends that old JavaScript knew', () => {
    assert.equal(toJsonScript('a\u2028b\u2029c'), '"a\\u2028b\\u2029c"')
  })

  test('is read back as it was, and cannot end its element, whatever it holds', () => {
    const texts = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(fc.array(texts), (data) => {
        const script = toJsonScript(data)
        assert.doesNotMatch(script, /[<>&\u2028\u2029]/)
        assert.deepEqual(JSON.parse(script), data)
      }),
    )
  })
})
