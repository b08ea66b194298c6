/** `work` that is done once for each key; what failed is forgotten, so that it can be tried again. */
export function doOnce<Arguments extends readonly unknown[], Value>(
  keyOf: (...given: Arguments) => string,
  work: (...given: Arguments) => Promise<Value>,
): (...given: Arguments) => Promise<Value> {
  const known = new Map<string, Promise<Value>>()
  return (...given) => {
    const key = keyOf(...given)
    const before = known.get(key)
    if (before !== undefined) return before
    const working = work(...given)
    known.set(key, working)
    working.catch(() => known.delete(key))
    return working
  }
}
