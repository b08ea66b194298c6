import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  toCapabilityList,
  toResourceIndex,
  toResourceList,
  toResourcePart,
  toSourceDescription,
  type Resource,
  type ResourceSyncAddresses,
} from '#formats/resource-sync.ts'
import { findXmlFaults } from './well-formed.ts'

const addresses: ResourceSyncAddresses = {
  description: 'https://archive.example/.well-known/resourcesync',
  capabilities: 'https://archive.example/resourcesync/capabilitylist.xml',
  resources: 'https://archive.example/resourcesync/resourcelist.xml',
  part: (name) => `https://archive.example/resourcesync/${name}/resourcelist.xml`,
  about: 'https://archive.example/about/links/',
}

const OPEN =
  '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:rs="http://www.openarchives.org/rs/terms/">\n'

function source(name: string, digest: string): Resource {
  return { address: `https://archive.example/2024/12/${name}/report.md`, type: 'text/markdown', digest }
}

suite('the lists for copying the sources', () => {
  test('begin with a description that leads to what is offered', () => {
    assert.equal(
      toSourceDescription(addresses),
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        OPEN +
        '<rs:ln rel="describedby" href="https://archive.example/about/links/"/><rs:md capability="description"/>\n' +
        '<url><loc>https://archive.example/resourcesync/capabilitylist.xml</loc><rs:md capability="capabilitylist"/></url>\n' +
        '</urlset>\n',
    )
  })

  test('go on with what is offered: a list of the sources', () => {
    assert.equal(
      toCapabilityList(addresses),
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        OPEN +
        '<rs:ln rel="describedby" href="https://archive.example/about/links/"/>' +
        '<rs:ln rel="up" href="https://archive.example/.well-known/resourcesync"/><rs:md capability="capabilitylist"/>\n' +
        '<url><loc>https://archive.example/resourcesync/resourcelist.xml</loc><rs:md capability="resourcelist"/></url>\n' +
        '</urlset>\n',
    )
  })

  test('end with the address, the SHA-256 and the type of each source', () => {
    assert.equal(
      toResourceList(addresses, [source('a', '0a1b'), source('b', '2c3d')], '2026-11-22'),
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        OPEN +
        '<rs:ln rel="up" href="https://archive.example/resourcesync/capabilitylist.xml"/>' +
        '<rs:md capability="resourcelist" at="2026-11-22"/>\n' +
        '<url><loc>https://archive.example/2024/12/a/report.md</loc><rs:md hash="sha-256:0a1b" type="text/markdown"/></url>\n' +
        '<url><loc>https://archive.example/2024/12/b/report.md</loc><rs:md hash="sha-256:2c3d" type="text/markdown"/></url>\n' +
        '</urlset>\n',
    )
  })

  test('are divided, with an index, where one file is not enough', () => {
    assert.equal(
      toResourceIndex(addresses, ['2023', '2024-12'], '2026-11-22'),
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:rs="http://www.openarchives.org/rs/terms/">\n' +
        '<rs:ln rel="up" href="https://archive.example/resourcesync/capabilitylist.xml"/><rs:md capability="resourcelist" at="2026-11-22"/>\n' +
        '<sitemap><loc>https://archive.example/resourcesync/2023/resourcelist.xml</loc></sitemap>\n' +
        '<sitemap><loc>https://archive.example/resourcesync/2024-12/resourcelist.xml</loc></sitemap>\n' +
        '</sitemapindex>\n',
    )
  })

  test('have no day in their parts, which stay as they are until something in them changes', () => {
    assert.equal(
      toResourcePart(addresses, [source('a', '0a1b')]),
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        OPEN +
        '<rs:ln rel="up" href="https://archive.example/resourcesync/capabilitylist.xml"/>' +
        '<rs:ln rel="index" href="https://archive.example/resourcesync/resourcelist.xml"/><rs:md capability="resourcelist"/>\n' +
        '<url><loc>https://archive.example/2024/12/a/report.md</loc><rs:md hash="sha-256:0a1b" type="text/markdown"/></url>\n' +
        '</urlset>\n',
    )
  })

  test('are well-formed XML', async () => {
    const sources = [source('a&<"', '0a1b'), source('b', '2c3d')]
    const written = [
      toSourceDescription(addresses),
      toCapabilityList(addresses),
      toResourceList(addresses, sources, '2026-11-22'),
      toResourceIndex(addresses, ['2024&'], undefined),
      toResourcePart(addresses, sources),
    ]
    for (const text of written) assert.deepEqual(await findXmlFaults(text), [])
  })
})
