/** How many reports a year has. */
export interface YearCount {
  year: number
  count: number
}

/** A bar of a chart: one year, or some years in a row. */
export interface Bar {
  /** The first and the last year it stands for; the same for one year. */
  from: number
  to: number
  /** `2024`, `1883–1889` */
  label: string
  count: number
  /** From 0 to 1, by the bar with the most. */
  height: number
}

/** A year under a chart. */
export interface Tick {
  label: string
  /** Where it stands: the number of its bar, from 0. */
  bar: number
}

/** A bar chart of counts by year, to be drawn. */
export interface Chart {
  /** How many years a bar stands for; the first and the last may stand for fewer. */
  step: number
  /** All years from the first to the last that has reports, oldest first; those without reports included. */
  bars: readonly Bar[]
  /** The years to be written under it, oldest first: at most six. */
  ticks: readonly Tick[]
  /** The count of the highest bar. */
  most: number
}

/** How many years a bar may stand for; each begins with a year that can be divided by it. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10000]
/** How many years are written under a chart at most. */
const TICKS = 6

/**
 * Make a bar chart of counts by year. Where there are more years than bars, years are grouped by fives, tens and so on; a
 * group at either end stands only for the years between the first and the last one, and is named so.
 *
 * @param years each year once, in any order
 * @param most how many bars there may be, at least 1
 */
export function makeChart(years: readonly YearCount[], most = 40): Chart {
  const filled = years.filter(({ count }) => count > 0)
  if (filled.length === 0) return { step: 1, bars: [], ticks: [], most: 0 }
  const first = filled.reduce((least, { year }) => Math.min(least, year), Infinity)
  const last = filled.reduce((greatest, { year }) => Math.max(greatest, year), -Infinity)
  const barsBy = (step: number): number => Math.floor(last / step) - Math.floor(first / step) + 1
  const step = STEPS.find((size) => barsBy(size) <= most) ?? last + 1

  const start = Math.floor(first / step)
  const groups = Map.groupBy(filled, ({ year }) => Math.floor(year / step) - start)
  const sums = Array.from({ length: barsBy(step) }, (_, bar) => sumOf(groups.get(bar) ?? []))
  const highest = sums.reduce((greatest, count) => Math.max(greatest, count), 0)
  const bars = sums.map((count, bar): Bar => {
    const from = Math.max(first, (start + bar) * step)
    const to = Math.min(last, (start + bar + 1) * step - 1)
    return {
      from,
      to,
      label: from === to ? String(from) : `${String(from)}–${String(to)}`,
      count,
      height: count / highest,
    }
  })
  return { step, bars, ticks: ticksOf(bars, step), most: highest }
}

/** The round years that bars begin with, as many as there is room for; of a single bar its own. */
function ticksOf(bars: readonly Bar[], step: number): Tick[] {
  const all = bars.map(({ from }, bar) => ({ year: from, label: String(from), bar }))
  const [only] = all
  if (all.length === 1 && only !== undefined) return [{ label: only.label, bar: 0 }]
  const round = STEPS.filter((size) => size % step === 0)
    .map((size) => all.filter(({ year }) => year % size === 0))
    .find((ticks) => ticks.length <= TICKS)
  return (round ?? []).map(({ label, bar }) => ({ label, bar }))
}

function sumOf(years: readonly YearCount[]): number {
  return years.reduce((sum, { count }) => sum + count, 0)
}
