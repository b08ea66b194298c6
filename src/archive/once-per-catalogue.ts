import type { Catalogue } from './catalogue.ts'

/** A function of the catalogue whose result is made once for each catalogue and then given again. */
export function oncePerCatalogue<Result>(make: (catalogue: Catalogue) => Result): (catalogue: Catalogue) => Result {
  const made = new WeakMap<Catalogue, { result: Result }>()
  return (catalogue) => {
    const known = made.get(catalogue) ?? { result: make(catalogue) }
    made.set(catalogue, known)
    return known.result
  }
}
