/** How many words, and how many characters of Chinese or Japanese, are read in a minute. */
const WORDS_PER_MINUTE = 230
const CHARACTERS_PER_MINUTE = 400

/** A character of Chinese or Japanese, the length mark `ー` and the like among them. */
const CHARACTER = /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}]/u

/** One of these characters, punctuation left out; or a word, with the apostrophes, hyphens and points inside it. */
const UNIT =
  /[[\p{L}\p{M}\p{N}]&&[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]]|[[\p{L}\p{M}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]]+(?:['’.,\-][[\p{L}\p{M}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]]+)*/gv

/**
 * How many minutes it takes to read a text: 230 words, or 400 characters of Chinese or Japanese, a minute; rounded up, at
 * least 1.
 *
 * @param paragraphs plain text, without markup
 */
export function readingMinutes(paragraphs: readonly string[]): number {
  let [words, characters] = [0, 0]
  for (const paragraph of paragraphs) {
    for (const unit of paragraph.match(UNIT) ?? []) {
      if (CHARACTER.test(unit)) characters += 1
      else words += 1
    }
  }
  return Math.max(1, Math.ceil(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE))
}
