/** A file and the SHA-256 of its bytes, in hexadecimal. */
export interface Summed {
  path: string
  digest: string
}

/** Write the sums of files, by their paths, as `sha256sum --check` reads them (GNU coreutils). */
export function toSha256Sums(files: readonly Summed[]): string {
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  return inOrder.map(({ path, digest }) => `${digest}  ${path}\n`).join('')
}
