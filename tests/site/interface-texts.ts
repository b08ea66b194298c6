/** Every text of a table of words by its place in it, `report.cite`; sentences with gaps are filled with their numbers. */
export function textsOf(table: unknown, place = ''): Map<string, string> {
  if (typeof table === 'string') return new Map([[place, table]])
  if (typeof table === 'function') {
    const write = table as (...args: string[]) => unknown
    return textsOf(write(...Array.from({ length: 4 }, (_, index) => `{${String(index)}}`)), place)
  }
  return new Map(
    Object.entries(table as object).flatMap(([key, value]) => [
      ...textsOf(value, place === '' ? key : `${place}.${key}`),
    ]),
  )
}
