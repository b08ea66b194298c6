import { matchLanguage } from './language.ts'

/** What the owner writes once, or in several languages: the same for every reader, or by BCP 47 tag. */
export type Localised<Value extends string | readonly string[]> = Value | Readonly<Record<string, Value>>

/** What is written for a reader of `language`: what fits it best, else what stands first. @throws Error when nothing is written */
export function inLanguage<Value extends string | readonly string[]>(value: Localised<Value>, language: string): Value {
  if (!isTable(value)) return value
  const table = new Map(Object.entries(value))
  const [found] = [matchLanguage(table, language)?.[1], ...table.values()].filter((one) => one !== undefined)
  if (found === undefined) throw new Error('a setting that is written by language is written in none')
  return found
}

function isTable<Value extends string | readonly string[]>(
  value: Localised<Value>,
): value is Readonly<Record<string, Value>> {
  return typeof value === 'object' && !Array.isArray(value)
}
