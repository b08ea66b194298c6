import { ABOUT_LINKS, alternateAddress } from '#archive/addresses.ts'
import { ALTERNATE_FORMATS } from '#archive/alternates.ts'
import { toResourceList, type ResourceSyncAddresses } from '#formats/resource-sync.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { absolute } from './links.ts'
import { oncePerCatalogue } from '#archive/once-per-catalogue.ts'

/** Where the documents of ResourceSync are. */
export const RESOURCE_SYNC: ResourceSyncAddresses = {
  description: absolute('/.well-known/resourcesync'),
  capabilities: absolute('/resourcesync/capabilitylist.xml'),
  resources: absolute('/resourcesync/resourcelist.xml'),
  part: (number) => absolute(`/resourcesync/${String(number)}/resourcelist.xml`),
  about: absolute(ABOUT_LINKS),
}

/** The format that is the source itself, if it is given. */
const SOURCES = ALTERNATE_FORMATS.filter(({ name }) => name === 'md' && settings.alternates.includes(name))

/** The list of the sources of all published reports, and its parts. It is empty where sources are not given. */
export const resourceList = oncePerCatalogue(({ reports }) => {
  const { today } = readEnvironment(process.env)
  const resources = reports.flatMap(({ path, digest }) =>
    SOURCES.map(({ file, type }) => ({ address: absolute(alternateAddress(path, file)), type, digest })),
  )
  return toResourceList(RESOURCE_SYNC, resources, today.startsWith('9999') ? undefined : today)
})
