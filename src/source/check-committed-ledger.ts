import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inFile, type Problem } from '#archive/problem.ts'

/**
 * Check that each file of the ledger begins with what was committed last; where there is no version control, nothing is found. The chain of
 * the ledger shows every change but the loss of its last lines: only what was committed shows that.
 */
export function checkCommittedLedger(root: string): Problem[] {
  return Array.from(readCommitted(root)).flatMap(([file, committed]) => {
    const path = join(root, file)
    const isWhole = existsSync(path) && readFileSync(path).subarray(0, committed.length).equals(committed)
    return isWhole ? [] : [inFile(file, SHORTENED)]
  })
}

const SHORTENED = {
  code: 'ledger-shortened',
  what: 'the file does not begin with what was committed',
  hint: 'restore it from version control; only `npm run record` writes it, at its end',
}

/** The files of the ledger as they were committed last, by their paths in the content folder. */
function readCommitted(root: string): Map<string, Buffer> {
  if (!existsSync(join(root, 'ledger'))) return new Map()
  const names = (git(root, ['ls-tree', '--name-only', '-z', 'HEAD', 'ledger/'])?.toString() ?? '')
    .split('\0')
    .filter((name) => name.endsWith('.jsonl'))
  if (names.length === 0) return new Map()
  // All at once: to start git takes longer than to read a file.
  const said = git(root, ['cat-file', '--batch'], names.map((name) => `HEAD:./${name}\n`).join(''))
  const files = new Map<string, Buffer>()
  let at = 0
  for (const name of said === undefined ? [] : names) {
    const end = said?.indexOf('\n', at) ?? -1
    const [, length] = /^\S+ blob (\d+)$/.exec(said?.toString('utf8', at, end) ?? '') ?? []
    at = end + 1
    if (said === undefined || length === undefined) continue
    files.set(name, said.subarray(at, at + Number(length)))
    at += Number(length) + 1
  }
  return files
}

function git(root: string, command: readonly string[], input?: string): Buffer | undefined {
  try {
    return execFileSync('git', command, {
      cwd: root,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore'],
      maxBuffer: 1e9,
      ...(input !== undefined && { input }),
    })
  } catch {
    return undefined
  }
}
