/** The path under which the site is served, without a slash at its end: empty, or `/archive`. */
export const base = import.meta.env.BASE_URL.replace(/\/$/, '')

/** An address of the archive as a link on a page: `/2024/` → `/archive/2024/`. */
export function href(address: string): string {
  return base + address
}

/** An address of the archive as the whole world writes it: `https://example.org/archive/2024/`. */
export function absolute(address: string): string {
  return new URL(href(address), import.meta.env.SITE).href
}
