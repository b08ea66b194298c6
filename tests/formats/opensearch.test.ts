import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { toOpenSearch } from '#formats/opensearch.ts'

suite('the description of the search for browsers', () => {
  test('names the archive and where to send what was typed', () => {
    const text = toOpenSearch({
      name: 'Copyright & News Archive',
      description: 'Reports on <copyright>.',
      language: 'en',
      search: 'https://archive.example/archive/search/',
      icon: 'https://archive.example/archive/icon.svg',
    })
    assert.deepEqual(text.split('\n'), [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
      '  <ShortName>Copyright &amp; News</ShortName>',
      '  <LongName>Copyright &amp; News Archive</LongName>',
      '  <Description>Reports on &lt;copyright&gt;.</Description>',
      '  <Language>en</Language>',
      '  <InputEncoding>UTF-8</InputEncoding>',
      '  <Image type="image/svg+xml">https://archive.example/archive/icon.svg</Image>',
      '  <Url type="text/html" method="get" template="https://archive.example/archive/search/?q={searchTerms}"/>',
      '</OpenSearchDescription>',
      '',
    ])
  })
})
