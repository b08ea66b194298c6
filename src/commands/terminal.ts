import { showProgress, type Progress } from '#build/progress.ts'

/** Progress on the terminal of whoever typed a command. */
export function terminalProgress(): Progress {
  return showProgress({
    write: (text) => process.stdout.write(text),
    terminal: process.stdout.isTTY,
    now: () => performance.now(),
  })
}
