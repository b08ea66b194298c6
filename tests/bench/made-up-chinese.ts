import { below, between, makeRandom, pick, shuffle, type Random } from './chance.ts'
import { parseShares, weighWords, type MadeUpLanguage } from './made-up-language.ts'

/** Function words of Chinese and their shares of a newspaper's words, in per cent. */
const FUNCTION_WORDS = parseShares(`
  的 4.5 在 1.3 和 1.2 了 1.2 是 1.1 一 0.9 不 0.8 有 0.7 为 0.6 对 0.6 年 0.6 与 0.5 将 0.5 上 0.5 中 0.5 这 0.5 日 0.5
  等 0.5 也 0.4 就 0.4 以 0.4 月 0.4 他 0.4 从 0.3 及 0.3 到 0.3 我们 0.3 并 0.3 而 0.3 于 0.3 会 0.3 要 0.3 人 0.3 但 0.2
  被 0.2 还 0.2 由 0.2 他们 0.2 其 0.2 该 0.2 后 0.2 可 0.2 个 0.4 说 0.3 进行 0.2 已 0.2 这个 0.1 因为 0.1 如果 0.1`)

/** How many characters the words are made of. */
const CHARACTERS = 3000

/** Made-up Chinese of `count` distinct words of two to four characters, function words aside. */
export function makeChinese(random: Random, count: number): MadeUpLanguage {
  const { words, shares } = FUNCTION_WORDS
  return {
    tag: 'zh-Hans',
    words: [...words, ...makeWords(random, count - words.length, new Set(words))],
    functionWords: words.length,
    weights: weighWords(shares, count),
    space: '',
    comma: '，',
    stops: ['。', '。', '。', '。', '。', '。', '。', '。', '；', '？'],
    capitalise: (word) => word,
    writeNumber,
    writeName: (chance) => writeChinese(chance, between(chance, 2, 3)),
  }
}

/** Some characters in a row; some of them are much commoner than others. */
export function writeChinese(random: Random, length: number): string {
  let text = ''
  for (let left = length; left > 0; left -= 1) text += COMMON[Math.floor(random() ** 2 * COMMON.length)] ?? ''
  return text
}

/** Common characters: of the first level of GB 2312, which has those of daily use, as many as are needed. */
const COMMON = shuffle(makeRandom(1), readFirstLevel()).slice(0, CHARACTERS)

/** Rows 16 to 55 of GB 2312, 94 characters each, as bytes that Node decodes: no table need be kept here. */
function readFirstLevel(): string[] {
  const bytes = Array.from({ length: 40 * 94 }, (_, place) => [0xb0 + Math.floor(place / 94), 0xa1 + (place % 94)])
  const text = new TextDecoder('gb18030').decode(Uint8Array.from(bytes.flat()))
  return text.match(/\p{Script=Han}/gu) ?? []
}

function makeWords(random: Random, count: number, taken: Set<string>): string[] {
  const words: string[] = []
  while (words.length < count) {
    const isCommon = words.length < 3000
    const word = writeChinese(random, pick(random, isCommon ? [2, 2, 2, 2, 2, 2, 2, 2, 3] : [2, 2, 2, 2, 2, 3, 3, 4]))
    if (taken.has(word)) continue
    taken.add(word)
    words.push(word)
  }
  return words
}

function writeNumber(random: Random): string {
  switch (below(random, 4)) {
    case 0:
      return `${String(between(random, 1950, 2030))}年`
    case 1:
      return `${(random() * 100).toFixed(1)}%`
    case 2:
      return `${String(between(random, 1, 999))}万`
    default:
      return String(between(random, 2, 500))
  }
}
