/** How large a built archive is, as hosts count it. */
export interface Size {
  files: number
  /** All bytes together. */
  bytes: number
  /** The largest file. */
  largest: { path: string; bytes: number }
  /** The folder that holds the most files, those of folders inside it not counted. */
  fullest: { path: string; files: number }
}

/** A host of static sites, and what it takes; a limit that is missing is none. */
interface Host {
  name: string
  files?: number
  bytes?: number
  /** Bytes of one file. */
  fileBytes?: number
  /** Files in one folder. */
  folderFiles?: number
}

const MIB = 1024 * 1024

/** What hosts documented in 2026; operators of large archives ask theirs again. */
export const HOSTS: readonly Host[] = [
  { name: 'Cloudflare, free', files: 20_000, fileBytes: 25 * MIB },
  { name: 'Cloudflare, paid', files: 100_000, fileBytes: 25 * MIB },
  { name: 'Netlify', folderFiles: 54_000 },
  { name: 'GitHub Pages', bytes: 1024 * MIB, fileBytes: 100 * MIB },
  { name: 'Object storage, or a server of your own' },
]

/** What of a built archive a host does not take. */
export interface Excess {
  what: 'files' | 'bytes' | 'fileBytes' | 'folderFiles'
  found: number
  limit: number
}

/** Compare the size of a built archive with the limits of each host, in their order; a host that takes it has no excess. */
export function compareWithHosts(size: Size): { host: string; excess: Excess[] }[] {
  const found = { files: size.files, bytes: size.bytes, fileBytes: size.largest.bytes, folderFiles: size.fullest.files }
  return HOSTS.map((host) => ({
    host: host.name,
    excess: (['files', 'bytes', 'fileBytes', 'folderFiles'] as const).flatMap((what): Excess[] => {
      const limit = host[what]
      return limit === undefined || found[what] <= limit ? [] : [{ what, found: found[what], limit }]
    }),
  }))
}
