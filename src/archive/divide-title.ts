import { isUnspaced } from './language.ts'
import { remember } from './remember.ts'

const LETTER = /^\p{L}/u

/**
 * A title in pieces between which a line may end: in Chinese and Japanese before a word of two characters or more, never within one
 * (防控) nor before a single character, which mostly belongs to the word before it (在, 及, 班). What stands beside a mark is
 * left to the browser, which knows what no line may begin with. A title in another language is one piece. `word-break: auto-phrase` would
 * do this in the browser, but for Japanese alone.
 */
export function divideTitle(text: string, language: string): readonly string[] {
  return isUnspaced(language) ? dividerFor(language)(text) : [text]
}

/** Each title stands in many lists. */
const dividerFor = remember((language: string) => {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return remember((text: string) => {
    const pieces: string[] = []
    for (const { segment } of segmenter.segment(text)) {
      const before = pieces.at(-1) ?? ''
      const mayBegin = Array.from(segment).length > 1 && LETTER.test(segment) && /\p{L}$/u.test(before)
      if (mayBegin || before === '') pieces.push(segment)
      else pieces[pieces.length - 1] = before + segment
    }
    return pieces
  })
})
