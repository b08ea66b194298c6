import { alternateAddress, historyAddress, reportAddress, timeMapAddress, versionAddress } from './addresses.ts'
import { ALTERNATE_FORMATS } from './alternates.ts'

/** The pages of a report that its tombstone takes the place of: its own, its history and every recorded wording. */
export function pagesOfReport(path: string, versions: readonly { version: number }[]): string[] {
  return [reportAddress(path), historyAddress(path), ...versions.map(({ version }) => versionAddress(path, version))]
}

/**
 * Every address below the path of a report, recorded pictures included, in a fixed order: lists for two paths of one report pair each address with what it
 * has become.
 */
export function addressesOfReport(
  path: string,
  versions: readonly { version: number; pictures?: Readonly<Record<string, string>> | undefined }[],
): string[] {
  const pictures = new Set(versions.flatMap((version) => Object.keys(version.pictures ?? {})))
  return [
    ...pagesOfReport(path, versions),
    timeMapAddress(path),
    ...ALTERNATE_FORMATS.map(({ file }) => alternateAddress(path, file)),
    ...Array.from(pictures, (file) => alternateAddress(path, file)),
  ]
}
