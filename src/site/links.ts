import { addressIn } from '#archive/interface-languages.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'

const { site } = readEnvironment(process.env)

/** The path under which the site is served, without a slash at its end: empty, or `/archive`. */
export const base = site.pathname.replace(/\/$/, '')

/** An address in which there is nothing to encode, as most are. */
const PLAIN = /^(?:\/[\w-][\w.-]*)*\/?$/

/** An address of the archive as the whole world writes it: `https://example.org/archive/2024/`. */
export function absolute(address: string): string {
  return PLAIN.test(address) ? site.origin + base + address : new URL(base + address, site.origin).href
}

/** How pages in one language link to others: to those in their own language where there are any. */
export interface Links {
  /** An address of the archive as a link on a page: `/2024/` → `/archive/zh/2024/`. */
  href: (address: string) => string
  /** An address of the archive as the whole world writes it: `https://example.org/archive/zh/2024/`. */
  absolute: (address: string) => string
}

/** How pages in a language link to others. */
export function linksIn(language: string): Links {
  const local = (address: string): string => addressIn(settings.languages, language, address)
  return { href: (address) => base + local(address), absolute: (address) => absolute(local(address)) }
}
