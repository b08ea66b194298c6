/** What the head of a page says. */
export interface Head {
  /** The title of the page, without the name of the archive. */
  title: string
  /** One or two sentences for a list of search results. */
  description?: string | undefined
  /** The address of the page; missing where it has none of its own (404). */
  address?: string
  /** Whether search engines may list it; a page that repeats another one says no. */
  indexed?: boolean
}
