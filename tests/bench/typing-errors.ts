/** The keys beside each key of a QWERTY keyboard, in its row and the rows above and below. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'qwsz',
  b: 'vghn',
  c: 'xdfv',
  d: 'serfcx',
  e: 'wsdr',
  f: 'drtgvc',
  g: 'ftyhbv',
  h: 'gyujnb',
  i: 'ujko',
  j: 'huikmn',
  k: 'jiolm',
  l: 'kop',
  m: 'njk',
  n: 'bhjm',
  o: 'iklp',
  p: 'ol',
  q: 'wa',
  r: 'edft',
  s: 'awedxz',
  t: 'rfgy',
  u: 'yhji',
  v: 'cfgb',
  w: 'qase',
  x: 'zsdc',
  y: 'tghu',
  z: 'asx',
}

/**
 * Make words as they are typed wrongly, each with the word that was meant: one of at least 5 letters, all of them from a to z,
 * any as likely as any other. 80 of 100 have one error, 20 have two, made one after the other. Of the errors,
 *
 * - 30 of 100 are a letter replaced by one of a neighbouring key of QWERTY,
 * - 25 are a letter left out,
 * - 12.5 are a letter typed twice,
 * - 12.5 are a letter of a neighbouring key typed along with the right one, before or after it,
 * - 20 are two neighbouring letters swapped that differ.
 *
 * Any place in the word is as likely as any other, the first letter not spared. What comes out as a known word is thrown away and
 * drawn again, the word itself among them, for nobody is asked what was meant by a word that is found.
 *
 * @param words that may be meant
 * @param seed a whole number; the same one gives the same errors
 * @param known words that are found
 */
export function makeTypingErrors(
  words: readonly string[],
  count: number,
  seed: number,
  known: readonly string[] = words,
): [typed: string, meant: string][] {
  const long = words.filter((word) => /^[a-z]{5,}$/.test(word))
  if (long.length === 0) throw new Error('there is no word of five letters to be meant')
  const found = new Set([...words, ...known])
  const random = mulberry32(seed)
  const errors: [typed: string, meant: string][] = []
  while (errors.length < count) {
    const meant = pick(long, random)
    const once = mistype(meant, random)
    const typed = random() < 0.8 ? once : mistype(once, random)
    if (!found.has(typed)) errors.push([typed, meant])
  }
  return errors
}

function mistype(word: string, random: () => number): string {
  const kind = random()
  const place = Math.floor(random() * word.length)
  const letter = word.charAt(place)
  const [before, after] = [word.slice(0, place), word.slice(place + 1)]
  if (kind < 0.3) return before + neighbourOf(letter, random) + after
  if (kind < 0.55) return before + after
  if (kind < 0.675) return before + letter + letter + after
  if (kind < 0.8) {
    const slip = neighbourOf(letter, random)
    return before + (random() < 0.5 ? slip + letter : letter + slip) + after
  }
  const places = Array.from(word).flatMap((own, index) => (index > 0 && word[index - 1] !== own ? [index] : []))
  if (places.length === 0) return word
  const second = pick(places, random)
  return word.slice(0, second - 1) + word.charAt(second) + word.charAt(second - 1) + word.slice(second + 1)
}

function neighbourOf(letter: string, random: () => number): string {
  return pick(Array.from(NEIGHBOURS[letter] ?? letter), random)
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item
}

/** Numbers from 0 to 1 that look random and are the same each time (Mulberry32, Tommy Ettinger 2017). */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
