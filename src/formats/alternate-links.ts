import type { Description } from './description.ts'
import type { TypedLink } from './meta-tag.ts'

/**
 * The same report in other formats and in other languages. Each translation names the original and the original each of them, and
 * all name themselves, as search engines ask; a reader of any other language is sent to the original.
 */
export function toAlternateLinks(description: Description): TypedLink[] {
  const { url, language, alternates, translationOf, translations } = description
  const formats = alternates.map(({ url: href, type, name }) => ({ rel: 'alternate', href, type, title: name }))
  const others = [...(translationOf === undefined ? [] : [translationOf]), ...translations]
  if (others.length === 0) return formats
  // Two of one language cannot both be the one to show: this page is its own, and the original goes before its translations.
  const byLanguage = new Map([...others.toReversed(), { url, language }].map((page) => [page.language, page.url]))
  const inOrder = [...byLanguage].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    ...formats,
    ...[...inOrder, ['x-default', translationOf?.url ?? url] as const].map(([hreflang, href]) => ({
      rel: 'alternate',
      href,
      hreflang,
    })),
  ]
}
