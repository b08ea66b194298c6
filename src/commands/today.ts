/** The day it is here, `2026-11-22`: the only place that looks at the clock. A day that was typed, or `ARCHIVE_TODAY`, goes before it. */
export function today(): string {
  const now = new Date()
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${String(now.getFullYear())}-${month ?? ''}-${day ?? ''}`
}
