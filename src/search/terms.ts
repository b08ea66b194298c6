/** A part of what a reader typed. */
export interface Term {
  /** Its words, without quotation marks. */
  text: string
  /** Whether its words must stand together, in this order. */
  quoted: boolean
}

/**
 * Take what a reader typed apart: phrases in quotation marks, and single words. A mark that is not closed is none, and
 * neither is a dash or a plus that stands alone a word. Names in angle
 * brackets are found without them. Quotation marks of every kind serve, since keyboards of phones type curly ones.
 */
export function parseTerms(words: string): Term[] {
  const straight = words.replaceAll(/[“”„«»「」『』＂]/g, '"').replaceAll(/[<>]/g, ' ')
  return [...straight.matchAll(/"([^"]+)"|([^\s"]+)/g)]
    .map(([, phrase, word = '']) => ({ text: (phrase ?? word).trim(), quoted: phrase !== undefined }))
    .filter(({ text }) => /[\p{Letter}\p{Number}]/u.test(text))
}
