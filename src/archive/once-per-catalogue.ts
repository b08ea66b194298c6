import type { Catalogue } from './catalogue.ts'
import { rememberOf } from './remember.ts'

/** A function of the catalogue whose result is made once for each catalogue and then given again. */
export const oncePerCatalogue: <Result>(make: (catalogue: Catalogue) => Result) => (catalogue: Catalogue) => Result =
  rememberOf
