const DAY = 24 * 60 * 60 * 1000

/** Every day of some years, `1987-03-26`. */
export function daysOf(from: number, to: number): string[] {
  const first = Date.UTC(from, 0, 1)
  const count = (Date.UTC(to + 1, 0, 1) - first) / DAY
  return Array.from({ length: count }, (_, day) => new Date(first + day * DAY).toISOString().slice(0, 10))
}

/** The day of a report: neighbours are far from each other in time, and all days get their share. */
export function dayOf(index: number, count: number, days: readonly string[]): string {
  // A prime, so that each place is taken once.
  const place = (index * 7_368_787) % count
  return days[Math.floor((place * days.length) / count)] ?? ''
}
