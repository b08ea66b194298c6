import { divideTyped, divideWords, RUN_START } from './words.ts'

/** What a term of a vocabulary is called. */
export type NameRow = readonly [id: string, label: Readonly<Record<string, string>>, aliases: readonly string[]]

/** Write the names of a vocabulary. */
export function formatNames(rows: readonly NameRow[]): string {
  return JSON.stringify(rows)
}

/** Read what `formatNames` wrote. */
export function parseNames(text: string): NameRow[] {
  return JSON.parse(text) as NameRow[]
}

/** The ids of the terms that are called so: by their id, or by a name without regard to capitals, accents and punctuation. */
export function findTerms(rows: readonly NameRow[], called: string): string[] {
  const wanted = nameKey(called)
  return rows
    .filter(
      ([id, label, aliases]) =>
        id === called || [...Object.values(label), ...aliases].some((name) => nameKey(name) === wanted),
    )
    .map(([id]) => id)
}

/** A name as its words are searched for, with a space between them. */
export function nameKey(name: string): string {
  return divideWords(name)
    .map(({ text }) => text)
    .join(' ')
}

/** The terms whose names have a word that begins with what is typed, those whose name itself begins with it first. */
export function completeNames(rows: readonly NameRow[], typed: string): NameRow[] {
  const wanted = divideTyped(typed).join(' ')
  if (wanted === '') return [...rows]
  // A name in a script without spaces begins with its first letter as a word of its own.
  const beginnings = [wanted, `${Array.from(wanted)[0] ?? ''}${RUN_START} ${wanted}`]
  const rankOf = ([, label, aliases]: NameRow): number => {
    const keys = [...Object.values(label), ...aliases].map(nameKey)
    if (keys.some((key) => beginnings.some((beginning) => key.startsWith(beginning)))) return 0
    return keys.some((key) => key.includes(` ${wanted}`)) ? 1 : 2
  }
  return rows
    .map((row) => ({ row, rank: rankOf(row) }))
    .filter(({ rank }) => rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }) => row)
}
