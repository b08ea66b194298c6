import { below, between, lognormal, makeSampler, pick, shuffle, type Random } from './chance.ts'
import type { MadeUpLanguage } from './made-up-language.ts'

/** A made-up text. */
export interface MadeUpText {
  title: string
  paragraphs: string[]
}

/** Words of a text: half of the texts have fewer, and few have more than 1,000. */
const MEDIAN_LENGTH = 310
const DEVIATION = 0.5

/** How many of the words that are no function words were in the text before: news stays with its subject. */
const REPEATED = 0.25

/** Writes a text with all of the names that it is given; `times` as long as most are, once without it. */
export type Writer = (names: readonly string[], times?: number) => MadeUpText

/** Make a function that writes texts in a language. */
export function makeWriter(random: Random, language: MadeUpLanguage): Writer {
  const { words, functionWords, weights } = language
  const draw = makeSampler(random, weights)

  /** The next word, and what the text is about so far. */
  function nextWord(subjects: string[]): string {
    const index = draw()
    const word = words[index] ?? ''
    if (index < functionWords) return word
    if (subjects.length > 0 && random() < REPEATED) return pick(random, subjects)
    subjects.push(word)
    return word
  }

  return (names, times = 1) => {
    const length = times * Math.round(Math.min(3000, Math.max(40, lognormal(random, MEDIAN_LENGTH, DEVIATION))))
    const mentions = shuffle(random, [...names, ...names.filter(() => random() < 0.5)])
    for (let left = below(random, 4); left > 0; left -= 1) mentions.push(language.writeName(random))
    const subjects: string[] = []
    let left = length
    const next = (): string => {
      const isName = random() < mentions.length / left
      left -= 1
      if (isName) return mentions.pop() ?? ''
      return random() < 1 / 60 ? language.writeNumber(random) : nextWord(subjects)
    }
    const count = Math.min(times * between(random, 3, 6), Math.ceil(length / 20))
    const paragraphs = Array.from({ length: count }, (_, index) =>
      writeParagraph(random, language, Math.floor((length + index) / count), next),
    )
    return { title: writeTitle(random, language, names, subjects), paragraphs }
  }
}

function writeParagraph(random: Random, language: MadeUpLanguage, length: number, next: () => string): string {
  const { capitalise, comma, space, stops } = language
  const sentences: string[] = []
  for (let left = length; left > 0;) {
    const size = Math.min(left, Math.max(4, Math.round(lognormal(random, 18, 0.4))))
    const words = Array.from({ length: size }, (_, index) =>
      index < size - 1 && random() < 1 / 11 ? next() + comma : next(),
    )
    words[0] = capitalise(words[0] ?? '')
    sentences.push(words.join(space) + pick(random, stops))
    left -= size
  }
  return sentences.join(space)
}

/** A headline of 5 to 12 words: a name, if the report has any, words of its text and function words between them. */
function writeTitle(
  random: Random,
  language: MadeUpLanguage,
  names: readonly string[],
  subjects: readonly string[],
): string {
  const size = between(random, 5, 12)
  const words: string[] = []
  const name = names.length > 0 ? pick(random, names) : ''
  const place = below(random, 3)
  const sizeOfName = name.split(' ').length
  for (let left = size; left > 0; left -= 1) {
    if (name !== '' && words.length === place && left >= sizeOfName) {
      words.push(name)
      left -= sizeOfName - 1
    } else {
      const isBetween = words.length > 0 && left > 1 && random() < 0.25
      words.push(isBetween || subjects.length === 0 ? pickFunctionWord(random, language) : pick(random, subjects))
    }
  }
  return language.capitalise(words.join(language.space))
}

function pickFunctionWord(random: Random, { words, functionWords }: MadeUpLanguage): string {
  return words[below(random, Math.min(20, functionWords))] ?? ''
}
