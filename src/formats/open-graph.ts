import { remember } from '#archive/remember.ts'
import type { Description } from './description.ts'
import { FIELDS, valuesOf, type Field } from './fields.ts'
import type { MetaTag } from './meta-tag.ts'

/** A picture that stands for a page where links are shown as cards. */
export type CardImage = NonNullable<Description['image']>

/** A page other than that of a report, as cards of it say it. */
export interface PageCard {
  title: string
  description?: string | undefined
  /** Its whole address; missing where it has none of its own. */
  url?: string | undefined
  /** The name of the site. */
  site: string
  language: string
  image?: CardImage | undefined
}

/** Describe a report by the Open Graph protocol (ogp.me), for the cards that are made of links to it. */
export function toOpenGraph(description: Description): MetaTag[] {
  const said = FIELDS.flatMap((field) => {
    const property = field.openGraph
    if (property === undefined) return []
    return valuesOf(field, description).flatMap((value) =>
      write(value, field).map((content) => ({ property, content })),
    )
  })
  const { translationOf, translations, image } = description
  const others = [...(translationOf === undefined ? [] : [translationOf]), ...translations]
  const locales = new Set(others.map(({ language }) => toLocale(language)).filter((locale) => locale !== undefined))
  return [
    ...said,
    ...Array.from(locales, (content) => ({ property: 'og:locale:alternate', content })),
    ...toImage(image),
  ]
}

/** Describe a page other than that of a report. */
export function toPageOpenGraph({ title, description, url, site, language, image }: PageCard): MetaTag[] {
  const said: readonly (readonly [property: string, content: string | undefined])[] = [
    ['og:title', title],
    ['og:description', description],
    ['og:type', 'website'],
    ['og:locale', toLocale(language)],
    ['og:url', url],
    ['og:site_name', site],
  ]
  return [
    ...said.flatMap(([property, content]) => (content === undefined ? [] : [{ property, content }])),
    ...toImage(image),
  ]
}

function write(value: string, { is }: Field): string[] {
  // The protocol knows whole days only (ISO 8601).
  if (is === 'date') return value.length === 10 ? [value] : []
  if (is === 'language') return [toLocale(value)].filter((locale) => locale !== undefined)
  return [value]
}

/**
 * A language as the protocol writes it, with the territory where it is spoken most where the tag names none: `zh-Hans` → `zh_CN`.
 * `undefined` for a language that is at home nowhere.
 */
const toLocale = remember((tag: string): string | undefined => {
  const { language, region } = new Intl.Locale(tag).maximize()
  return region === undefined ? undefined : `${language}_${region}`
})

function toImage(image: CardImage | undefined): MetaTag[] {
  if (image === undefined) return [{ name: 'twitter:card', content: 'summary' }]
  return [
    { property: 'og:image', content: image.url },
    { property: 'og:image:type', content: image.type },
    { property: 'og:image:width', content: String(image.width) },
    { property: 'og:image:height', content: String(image.height) },
    { property: 'og:image:alt', content: image.alternative },
    { name: 'twitter:card', content: 'summary_large_image' },
  ]
}
