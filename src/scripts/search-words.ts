// Ships to the browser: the words of the search page, handed over by the page in the language it is in.

/** Sentences of the search page; `{count}` and the like are filled in. */
export interface SearchWords {
  one: string
  many: string
  none: string
  noneHint: string
  searching: string
  failed: string
  partly: string
  pages: string
  page: string
  kinds: Record<string, string>
  /** The language that dates are written in. */
  language: string
}

/** Fill the gaps of a sentence: `{count} reports` → `12 reports`. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap)
}
