/** A file and the SHA-256 of its bytes, in hexadecimal. */
export interface Summed {
  name: string
  digest: string
}

/** Write the sums of files, by their names, as `sha256sum --check` reads them (GNU coreutils). */
export function toSha256Sums(files: readonly Summed[]): string {
  const inOrder = [...files].sort((a, b) => (a.name < b.name ? -1 : 1))
  return inOrder.map(({ name, digest }) => `${digest}  ${name}\n`).join('')
}
