import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { findFaultInWebAddress } from '#archive/web-address.ts'

suite('an address of the web', () => {
  for (const address of [
    'https://example.org',
    'http://example.org/',
    'HTTPS://EXAMPLE.ORG/Page',
    'https://en.ncac.gov.cn/news/topnews/202412/t20241220_877843.html',
    'https://example.org:8080/a?b=c&d=%20e#f',
    'https://example.org/版权',
    'https://example.org/a(b)c',
    'https://xn--fsqu00a.xn--fiqs8s/',
    'https://[2001:db8::1]/',
    'https://example.org/a@b',
    'https://example.org/?to=javascript:alert(1)',
  ]) {
    test(`may be ${address}`, () => {
      assert.equal(findFaultInWebAddress(address), undefined)
    })
  }

  for (const [address, what] of [
    ['', 'not a whole address'],
    ['example.org', 'not a whole address'],
    ['//example.org/', 'not a whole address'],
    ['/2024/12/a-training/', 'not a whole address'],
    ['javascript:alert(1)', 'the scheme “javascript:” is not allowed'],
    ['JavaScript:alert(1)', 'the scheme “javascript:” is not allowed'],
    ['data:text/html,hello', 'the scheme “data:” is not allowed'],
    ['vbscript:msgbox(1)', 'the scheme “vbscript:” is not allowed'],
    ['file:///etc/passwd', 'the scheme “file:” is not allowed'],
    ['ftp://example.org/', 'the scheme “ftp:” is not allowed'],
    ['mailto:a@example.org', 'the scheme “mailto:” is not allowed'],
    ['https:', 'not a valid address'],
    ['https://', 'not a valid address'],
    ['https:example.org', 'not a valid address'],
    ['https:/example.org', 'not a valid address'],
    ['https:///example.org', 'not a valid address'],
    ['https:\\\\example.org', 'not a valid address'],
    ['https://exa<mple.org', 'not a valid address'],
    ['https://example.org:99999/', 'not a valid address'],
    ['https://user@example.org/', 'the address holds a user name or a password'],
    ['https://user:secret@example.org/', 'the address holds a user name or a password'],
    ['https://:secret@example.org/', 'the address holds a user name or a password'],
    ['https://example.org/a b', 'the address holds a space'],
    ['https://example.org/a\tb', 'the address holds a space'],
    ['https://example.org/\n', 'the address holds a space'],
    [' https://example.org/', 'the address holds a space'],
    ['https://example.org/\u200b', 'the address holds the hidden character U+200B'],
    ['https://example.org/\u202egpj.exe', 'the address holds the hidden character U+202E'],
    ['java\u0000script:alert(1)', 'the address holds the hidden character U+0000'],
    ['https://еxample.org/', 'the host “еxample.org” is not written in ASCII'],
    ['https://例子.中国/', 'the host “例子.中国” is not written in ASCII'],
  ] as const) {
    test(`is not ${JSON.stringify(address)}`, () => {
      assert.equal(findFaultInWebAddress(address)?.what, what)
    })
  }

  test('with a host of other letters comes with the Punycode to write', () => {
    assert.deepEqual(findFaultInWebAddress('https://例子.中国/page'), {
      what: 'the host “例子.中国” is not written in ASCII',
      hint: 'if it is meant, write xn--fsqu00a.xn--fiqs8s',
    })
  })

  test('cannot hide the letters of its host behind percent signs', () => {
    assert.notEqual(findFaultInWebAddress('https://%D0%B5xample.org/'), undefined)
  })
})
