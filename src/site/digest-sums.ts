import type { Report } from '#archive/catalogue.ts'

/**
 * Digests of a list of reports, 64 bits each, in two halves. Sums of them, which begin anew beyond 32 bits, tell of any stretch of any
 * list of these reports which ones stand in it, by two subtractions; in which order they stand follows from what the digests are of.
 */
export type Digests = readonly [Uint32Array, Uint32Array]

/** The digests of reports, in their order. `fingerprintOf` gives that of a report in base64. */
export function digestsOf(reports: readonly Report[], fingerprintOf: (report: Report) => string): Digests {
  const halves = [new Uint32Array(reports.length), new Uint32Array(reports.length)] as const
  for (const [place, report] of reports.entries()) {
    const bytes = Buffer.from(fingerprintOf(report), 'base64url')
    halves[0][place] = bytes.readUInt32LE(0)
    halves[1][place] = bytes.readUInt32LE(4)
  }
  return halves
}

/** The sums of the first reports of a list, given by their places: of none, of one, of two. */
export function runningSums(places: ArrayLike<number>, digests: Digests): Digests {
  const sumsOf = (half: Uint32Array): Uint32Array => {
    const sums = new Uint32Array(places.length + 1)
    for (let at = 0; at < places.length; at += 1) sums[at + 1] = (sums[at] ?? 0) + (half[places[at] ?? 0] ?? 0)
    return sums
  }
  return [sumsOf(digests[0]), sumsOf(digests[1])]
}

/** The sum of the digests of a list from one place up to another, which is no longer among them. */
export function sumBetween([first, second]: Digests, from: number, to: number): string {
  const halfOf = (sums: Uint32Array): string => String(((sums[to] ?? 0) - (sums[from] ?? 0)) >>> 0)
  return `${halfOf(first)} ${halfOf(second)}`
}
