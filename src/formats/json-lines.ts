/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Write values as JSON Lines (jsonlines.org): each on a line of its own, which ends with LF, in UTF-8. */
export function toJsonLines(values: readonly Json[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('')
}
