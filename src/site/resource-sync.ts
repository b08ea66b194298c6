import { ABOUT_LINKS, alternateAddress } from '#archive/addresses.ts'
import { ALTERNATE_FORMATS } from '#archive/alternates.ts'
import type { Catalogue, Report } from '#archive/catalogue.ts'
import {
  toCapabilityList,
  toResourceIndex,
  toResourceList,
  toResourcePart,
  toSourceDescription,
  type Resource,
  type ResourceSyncAddresses,
} from '#formats/resource-sync.ts'
import { SITEMAP_LIMITS } from '#formats/sitemap.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { partsOfYears } from './data.ts'
import { fingerprint } from './fingerprints.ts'
import { absolute } from './links.ts'

/** Where the documents of ResourceSync are. */
const ADDRESSES = {
  description: '/.well-known/resourcesync',
  capabilities: '/resourcesync/capabilitylist.xml',
  resources: '/resourcesync/resourcelist.xml',
  part: (name: string) => `/resourcesync/${name}/resourcelist.xml`,
}

/** The same, as they are written. */
const WHOLE: ResourceSyncAddresses = {
  description: absolute(ADDRESSES.description),
  capabilities: absolute(ADDRESSES.capabilities),
  resources: absolute(ADDRESSES.resources),
  part: (name) => absolute(ADDRESSES.part(name)),
  about: absolute(ABOUT_LINKS),
}

/** A document of ResourceSync. */
export interface ResourceDocument {
  address: string
  /** A key of everything that is in it; missing where that is the whole archive. */
  key?: () => string
  make: () => string
}

/**
 * The documents by which others keep a true copy of the sources of all published reports. The list of them is divided as the data are, with
 * an index in its place; it is empty where sources are not given.
 */
export function* resourceDocuments(catalogue: Catalogue): Iterable<ResourceDocument> {
  yield { address: ADDRESSES.description, make: () => toSourceDescription(WHOLE) }
  yield { address: ADDRESSES.capabilities, make: () => toCapabilityList(WHOLE) }
  const { today } = readEnvironment(process.env)
  const at = today.startsWith('9999') ? undefined : today
  const parts = partsOf(catalogue)
  if (parts.length <= 1) {
    yield { address: ADDRESSES.resources, make: () => toResourceList(WHOLE, resourcesOf(catalogue.reports), at) }
    return
  }
  const names = parts.map(({ name }) => name)
  yield { address: ADDRESSES.resources, make: () => toResourceIndex(WHOLE, names, at) }
  for (const { name, reports } of parts)
    yield {
      address: ADDRESSES.part(name),
      key: () => fingerprint(reports.map(({ path, digest }) => [path, digest])),
      make: () => toResourcePart(WHOLE, resourcesOf(reports)),
    }
}

/** The parts of the list, each with as many reports as one document may hold at most. */
function partsOf(catalogue: Catalogue): { name: string; reports: readonly Report[] }[] {
  const { rows } = SITEMAP_LIMITS
  return partsOfYears(catalogue).flatMap(({ id, reports }) =>
    Array.from({ length: Math.ceil(reports.length / rows) }, (_, index) => ({
      name: index === 0 ? id : `${id}-${String(index + 1)}`,
      reports: reports.slice(index * rows, (index + 1) * rows),
    })),
  )
}

/** The format that is the source itself, if it is given. */
const SOURCES = ALTERNATE_FORMATS.filter(({ name }) => name === 'md' && settings.alternates.includes(name))

function resourcesOf(reports: readonly Report[]): Resource[] {
  return reports.flatMap(({ path, digest }) =>
    SOURCES.map(({ file, type }) => ({ address: absolute(alternateAddress(path, file)), type, digest })),
  )
}
