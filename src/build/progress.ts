/** What a build tells whoever waits for it. */
export interface Progress {
  /** Begin a step. */
  start: (name: string) => Step
  /** Say something between the steps. */
  say: (line: string) => void
  /** Say how long everything took, and which steps took longest. */
  summarise: () => void
}

/** A step of a build. */
export interface Step {
  /** Tell how much is done, of how much. */
  tell: (done: number, all: number) => void
  /** End it, and say what came of it, a sentence with a number. */
  end: (outcome: string) => void
}

/** Where progress is shown, and what time it is: values, so that a test can look on. */
export interface Surroundings {
  write: (text: string) => void
  /** Whether what is written can be written over, as on a terminal. */
  terminal: boolean
  /** Milliseconds since some moment. */
  now: () => number
}

/** A step is shown on the way only when it takes longer than this, in milliseconds. */
const PATIENCE = 1000
/** How often a bar is drawn, in milliseconds. */
const PACE = 100
const WIDTH = 24
const SLOWEST = 5

/**
 * Show the progress of a build: on a terminal a bar for the step that is going on, with its rate and the time that is left;
 * elsewhere a line for every tenth of a step that takes longer than a second. A line says what came of each step.
 */
export function showProgress({ write, terminal, now }: Surroundings): Progress {
  const began = now()
  const taken: { name: string; time: number }[] = []
  let shown = false
  const clear = (): void => {
    if (shown) write('\r\u001B[K')
    shown = false
  }
  return {
    say: (line) => {
      clear()
      write(`${line}\n`)
    },
    start: (name) => {
      const start = now()
      let [drawn, tenth] = [start, 0]
      return {
        tell: (done, all) => {
          const time = now()
          if (time - start < PATIENCE || all === 0) return
          if (terminal) {
            if (time - drawn < PACE) return
            drawn = time
            write(`\r${bar(name, done, all, time - start)}\u001B[K`)
            shown = true
          } else {
            const now10 = Math.floor((10 * done) / all)
            if (now10 <= tenth || now10 === 10) return
            tenth = now10
            write(`[${name}] ${String(10 * tenth)} %: ${rateOf(done, all, time - start)}\n`)
          }
        },
        end: (outcome) => {
          const time = now() - start
          taken.push({ name, time })
          clear()
          write(`[${name}] ${outcome}${time < PATIENCE ? '' : ` (${seconds(time)})`}\n`)
        },
      }
    },
    summarise: () => {
      clear()
      const slowest = [...taken].sort((a, b) => b.time - a.time).slice(0, SLOWEST)
      const parts = slowest.map(({ name, time }) => `${name} ${seconds(time)}`)
      write(`Built in ${seconds(now() - began)}; longest: ${parts.join(', ')}\n`)
    },
  }
}

function bar(name: string, done: number, all: number, time: number): string {
  const filled = Math.round((WIDTH * done) / all)
  return `${name.padEnd(12)} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${rateOf(done, all, time)}`
}

function rateOf(done: number, all: number, time: number): string {
  const rate = done / (time / 1000)
  const left = rate === 0 ? '' : `, ${seconds(((all - done) / rate) * 1000)} left`
  return `${count(done)} of ${count(all)}, ${count(Math.round(rate))} a second${left}`
}

function seconds(time: number): string {
  if (time < 10_000) return `${(time / 1000).toFixed(1)} s`
  if (time < 120_000) return `${(time / 1000).toFixed(0)} s`
  return `${String(Math.floor(time / 60_000))} min ${String(Math.round((time % 60_000) / 1000))} s`
}

/** A number as it is told: `12,480`. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
