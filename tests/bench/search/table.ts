/** A line of the table: what was measured, what it should be, and what it is. */
export interface Row {
  what: string
  goal?: string
  measured: string
  /** Whether the goal is reached, where there is one. */
  isMet?: boolean
  /** The first few cases that are not as they should be. */
  cases?: readonly string[]
}

const WIDTHS = { what: 66, goal: 36, measured: 44 }
const CASES = 5

/** Print lines of the table under a heading; those that miss their goal say so. */
export function print(heading: string, rows: readonly Row[]): void {
  console.log(`\n${heading.padEnd(WIDTHS.what + 2)} ${'goal'.padEnd(WIDTHS.goal)} measured`)
  for (const { what, goal = '', measured, isMet = true, cases = [] } of rows) {
    const line = `  ${what.padEnd(WIDTHS.what)} ${goal.padEnd(WIDTHS.goal)} ${measured.padEnd(WIDTHS.measured)}`
    console.log(`${line} ${isMet ? '' : 'MISSED'}`.trimEnd())
    for (const one of cases.slice(0, CASES)) console.log(`    - ${one}`)
    if (cases.length > CASES) console.log(`    - and ${grouped(cases.length - CASES)} more`)
  }
}

export function kilobytes(bytes: number): string {
  return `${grouped(bytes / 1000, 1)} kB`
}

export function megabytes(bytes: number): string {
  return `${grouped(bytes / 1e6, 2)} MB`
}

export function milliseconds(time: number): string {
  return `${grouped(time)} ms`
}

export function seconds(time: number): string {
  return `${grouped(time / 1000, 1)} s`
}

/** A number with its thousands set apart. */
export function grouped(number: number, digits = 0): string {
  return number.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** How many of some there are, and which share that is: `49 of 50 (0.980)`. */
export function share(part: number, all: number): string {
  return `${grouped(part)} of ${grouped(all)} (${grouped(all === 0 ? 1 : part / all, 3)})`
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

export function mean(values: readonly number[]): number {
  return sum(values) / Math.max(values.length, 1)
}

/** The value in the middle, or the lower of the two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
}
