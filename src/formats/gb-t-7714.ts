import { onOneLine, pinnedUrl, publishedOn, type Citable, type Pin } from './citation.ts'
import { joined } from './citation-sentences.ts'

/**
 * Cite an electronic resource by GB/T 7714-2015 (4.6 and A.10): `Author. Title[EB/OL]. (2024-12-20)[2026-11-22]. https://….` The date
 * of publication stands in parentheses and the day of access in brackets, each where it is known. The archive is named by its address
 * alone. A first version is not described (7.4.1); of paragraphs the standard knows nothing, and the address leads to the one.
 */
export function toGbT7714(citable: Citable, pin: Pin = {}): string {
  const { publisher, title, language } = citable
  const date = publishedOn(citable)
  const published = date === undefined ? '' : `(${date})`
  const accessed = pin.accessed === undefined ? '' : `[${pin.accessed}]`
  const sentences = [
    onOneLine(publisher).replace(/\.$/, ''),
    `${onOneLine(title)}[EB/OL]`,
    versionOf(pin, language),
    published + accessed,
    pinnedUrl(citable, pin),
  ]
  return `${joined('. ', ...sentences)}.`
}

function versionOf({ version = 1 }: Pin, language: string): string | undefined {
  if (version === 1) return undefined
  return language.startsWith('zh') ? `${String(version)}版` : `Version ${String(version)}`
}
