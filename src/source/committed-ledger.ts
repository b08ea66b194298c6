import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The files of the ledger as they were committed last, by their paths in the content folder; none where there is no version
 * control. The chain of the ledger shows every change but the loss of its last lines: only what was committed shows that.
 */
export function readCommittedLedger(root: string): Map<string, string> {
  if (!existsSync(join(root, 'ledger'))) return new Map()
  const names = git(root, ['ls-tree', '--name-only', '-z', 'HEAD', 'ledger/'])?.split('\0') ?? []
  return new Map(
    names
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name): [string, string][] => {
        const text = git(root, ['show', `HEAD:./${name}`])
        return text === undefined ? [] : [[name, text]]
      }),
  )
}

function git(root: string, command: readonly string[]): string | undefined {
  try {
    return execFileSync('git', command, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1e9,
    })
  } catch {
    return undefined
  }
}
