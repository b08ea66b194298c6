import { SITEMAP_NAMESPACE, XML_DECLARATION } from './sitemap.ts'
import { xmlText } from './xml-text.ts'

/**
 * What lets other archives keep a true copy of the sources (ResourceSync Framework, ANSI/NISO Z39.99-2017): a description of the
 * source leads to a list of capabilities, that to a list of resources, each with the SHA-256 of its bytes.
 */

/** A file that may be copied. */
export interface Resource {
  /** Its whole address. */
  address: string
  /** Its media type. */
  type: string
  /** SHA-256 of its bytes, in hexadecimal. */
  digest: string
}

/** Whole addresses of the documents of ResourceSync. */
export interface ResourceSyncAddresses {
  description: string
  capabilities: string
  resources: string
  /** A part of the list of resources, by its name, where one file is not enough. */
  part: (name: string) => string
  /** The page for people that says what is given, and on what terms. */
  about: string
}

/** Write the description of the source, which stands at `/.well-known/resourcesync`. */
export function toSourceDescription({ about, capabilities }: ResourceSyncAddresses): string {
  const links = link('describedby', about)
  return toList('urlset', 'description', [], links, [`<url>${location(capabilities)}${md('capabilitylist')}</url>`])
}

/** Write the list of capabilities: there is a list of resources. */
export function toCapabilityList({ about, description, resources }: ResourceSyncAddresses): string {
  const links = link('describedby', about) + link('up', description)
  return toList('urlset', 'capabilitylist', [], links, [`<url>${location(resources)}${md('resourcelist')}</url>`])
}

/**
 * Write the list of resources, where they stand in one document.
 *
 * @param at the day on which the resources were as the list says, if it is known
 */
export function toResourceList(
  { capabilities }: ResourceSyncAddresses,
  resources: readonly Resource[],
  at: string | undefined,
): string {
  return toList('urlset', 'resourcelist', dayOf(at), link('up', capabilities), resources.map(toRow))
}

/** Write the index that stands in the place of the list where there are parts of it, by the names of these. */
export function toResourceIndex(
  { capabilities, part }: ResourceSyncAddresses,
  names: readonly string[],
  at: string | undefined,
): string {
  const rows = names.map((name) => `<sitemap>${location(part(name))}</sitemap>`)
  return toList('sitemapindex', 'resourcelist', dayOf(at), link('up', capabilities), rows)
}

/**
 * Write a part of the list of resources. It has no day, which the standard wants of it: that of the index holds for all, and a part in
 * which nothing has changed stays as it is.
 */
export function toResourcePart(
  { capabilities, resources: index }: ResourceSyncAddresses,
  resources: readonly Resource[],
): string {
  return toList('urlset', 'resourcelist', [], link('up', capabilities) + link('index', index), resources.map(toRow))
}

function dayOf(at: string | undefined): [name: string, value: string][] {
  return at === undefined ? [] : [['at', at]]
}

function toRow({ address, type, digest }: Resource): string {
  const attributes = `hash="sha-256:${xmlText(digest)}" type="${xmlText(type)}"`
  return `<url>${location(address)}<rs:md ${attributes}/></url>`
}

function toList(
  root: 'urlset' | 'sitemapindex',
  capability: string,
  attributes: readonly [name: string, value: string][],
  links: string,
  rows: readonly string[],
): string {
  const open = `<${root} xmlns="${SITEMAP_NAMESPACE}" xmlns:rs="${RESOURCE_SYNC_NAMESPACE}">\n`
  const lines = [links + md(capability, attributes), ...rows].map((line) => `${line}\n`)
  return `${XML_DECLARATION}${open}${lines.join('')}</${root}>\n`
}

function location(address: string): string {
  return `<loc>${xmlText(address)}</loc>`
}

function link(rel: string, address: string): string {
  return `<rs:ln rel="${rel}" href="${xmlText(address)}"/>`
}

function md(capability: string, attributes: readonly [name: string, value: string][] = []): string {
  const more = attributes.map(([name, value]) => ` ${name}="${xmlText(value)}"`).join('')
  return `<rs:md capability="${capability}"${more}/>`
}

const RESOURCE_SYNC_NAMESPACE = 'http://www.openarchives.org/rs/terms/'
