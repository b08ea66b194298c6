/** The longest slug, in characters: the path of a page stays short enough for every file system and for print. */
export const SLUG_MAX_LENGTH = 80

/** Words that name something else in the folder of a report or of a term, or will. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set(['page', 'feed', 'index', 'v'])

/** Names that are devices on Windows, whatever stands after them: no file or folder there can be called so. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Say what is wrong with a slug, or with the id of a term, and what to do; `undefined` when it is right. */
export function findFaultInSlug(slug: string): { what: string; hint: string } | undefined {
  if (!SLUG.test(slug)) {
    return { what: `“${slug}” is not a slug`, hint: 'use only a-z and 0-9, in words joined by single hyphens' }
  }
  if (/^[0-9]+$/.test(slug)) {
    return { what: `the slug “${slug}” has only digits, like a day or a year`, hint: 'add a word to it' }
  }
  if (slug.length > SLUG_MAX_LENGTH) {
    return {
      what: `the slug has ${String(slug.length)} characters, ${String(SLUG_MAX_LENGTH)} are allowed`,
      hint: 'shorten it',
    }
  }
  if (DEVICE.test(slug)) {
    return { what: `“${slug}” is the name of a device on Windows`, hint: 'add a word to it' }
  }
  if (RESERVED_SLUGS.has(slug)) {
    return { what: `“${slug}” is reserved for an address of the archive itself`, hint: 'choose another slug' }
  }
  return undefined
}
