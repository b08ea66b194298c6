import { onOneLine } from './citation.ts'

/** A text that ends a sentence, with any quotation marks and brackets after its mark. */
const CLOSED = /[.!?…。！？｡．][\p{Pf}\p{Pe}"']*$/u

/** A text as a sentence: with a full stop at its end, unless it ends with a mark of its own. */
export function close(text: string): string {
  const line = onOneLine(text)
  return CLOSED.test(line) ? line : `${line}.`
}

/** A title as a sentence in double quotation marks, the full stop inside: `“Title.”`. */
export function quoteSentence(title: string, language: string): string {
  return `“${close(nestQuotes(title, language))}”`
}

/**
 * The quotation marks of a title that stands in double ones itself, made single. Chinese and Japanese titles keep theirs: they follow
 * rules of their own, and a mark that stands alone is left as it is.
 */
function nestQuotes(title: string, language: string): string {
  if (/^(?:zh|ja)\b/.test(language)) return title
  return title.replaceAll(
    /“([^“”]*)”|"([^"]*)"/g,
    (_, curly?: string, straight?: string) => `‘${curly ?? straight ?? ''}’`,
  )
}

/** Parts of a citation in their order, less those that are empty. */
export function joined(separator: string, ...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator)
}

/** What a number means, `para. 4`; `undefined` where there is none. */
export function numbered(word: string, number: number | undefined): string | undefined {
  return number === undefined ? undefined : `${word} ${String(number)}`
}
