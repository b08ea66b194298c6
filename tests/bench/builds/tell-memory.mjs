import { appendFileSync } from 'node:fs'

// Loaded before a measured program of Node, where the system itself cannot be asked: see `watch-memory.ts`.
const file = process.env['BENCH_MEMORY']
if (file !== undefined) {
  process.on('exit', () => {
    appendFileSync(file, `${String(process.resourceUsage().maxRSS)}\n`)
  })
}
