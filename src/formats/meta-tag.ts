/** A `meta` element of a page: Open Graph calls its key a property, everybody else a name. */
export type MetaTag = { name: string; content: string } | { property: string; content: string }

/** A typed link of a page (RFC 8288) to a whole address. */
export interface TypedLink {
  rel: string
  href: string
  /** The media type of what is there. */
  type?: string
  /** Its language. */
  hreflang?: string
  /** What people call it. */
  title?: string
}
