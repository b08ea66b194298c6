/** What stands where something could not be measured. */
const UNKNOWN = '–'

/** A number with its thousands set apart. */
export function count(value: number | undefined): string {
  return value === undefined ? UNKNOWN : Math.round(value).toLocaleString('en')
}

/** Seconds with a decimal, in hours of them still. */
export function seconds(value: number | undefined): string {
  return value === undefined
    ? UNKNOWN
    : value.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
}

/** Bytes in megabytes of a million. */
export function megabytes(value: number | undefined): string {
  return seconds(value === undefined ? undefined : value / 1e6)
}

/** How many times as much one value is as another: `× 1.25`. */
export function ratio(value: number | undefined, base: number | undefined): string {
  return value === undefined || base === undefined || base === 0 ? UNKNOWN : `× ${(value / base).toFixed(2)}`
}

/** The value in the middle, or the lower of the two; nothing where one of them is missing. */
export function medianOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b)
  return known.length < values.length ? undefined : known[Math.floor((known.length - 1) / 2)]
}
