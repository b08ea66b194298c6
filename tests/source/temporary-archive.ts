import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))

/** What lies in a content folder: the text or the bytes of each file, by its path. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** Write files into a fresh folder, with a space in its name on purpose, and remove it after `use`. */
export function inTemporaryArchive(files: Files, use: (root: string) => void): void {
  const root = writeTemporaryArchive(files)
  try {
    use(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** The same for what is only done later. */
export async function duringTemporaryArchive(files: Files, use: (root: string) => Promise<void>): Promise<void> {
  const root = writeTemporaryArchive(files)
  try {
    await use(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

function writeTemporaryArchive(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'news archive '))
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), content)
  }
  return root
}

/** The keys of a valid report, from line 2 of its file to line 7. */
const KEYS: Readonly<Record<string, string>> = {
  id: 'k7m2q4',
  kind: 'report',
  lang: 'en',
  title: 'A report',
  date: '2024-12-20',
  source: '{ name: A newspaper, url: "https://example.org/a" }',
}

/**
 * The text of a report, a valid one but for what is given. The values of `keys` are YAML as it is typed; `null` leaves a
 * key out, and a key that is not among the first six follows them on line 8. Without such keys the body begins on line 9.
 */
export function report(keys: Readonly<Record<string, string | null>> = {}, body = 'A paragraph.'): string {
  const lines = Object.entries({ ...KEYS, ...keys }).flatMap(([key, value]) =>
    value === null ? [] : [`${key}: ${value}`.trimEnd()],
  )
  return ['---', ...lines, '---', body, ''].join('\n')
}
