/**
 * What each error costs: near the negative logarithm of how often it is made, tuned on errors made as `tests/bench/typing-errors.ts`
 * says in the words of an archive of 1,349 reports, and rounded. Two are set by hand, since such errors are typed and
 * not misspelt: people take one vowel for another more often, and seldom mistake the first letter.
 */
const SWAP = 1.5
const MISSING_TWIN = 1
const MISSING = 1.5
const TWIN = 2
const NEIGHBOURING_KEY = 2.3
const OTHER_VOWEL = 2.3
const OTHER_LETTER = 3.5
const EXTRA_NEIGHBOURING_KEY = 3
const EXTRA = 3.5
const OTHER_FIRST_LETTER = 0.5

const VOWELS = new Set('aeiouy')

/** The pairs of keys of a QWERTY keyboard that touch, `qw` and `wq`: each row stands about a third of a key to the right. */
const TOUCHING = new Set(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
    .flatMap((row, y) => Array.from(row, (key, x) => ({ key, x: x + y / 3, y })))
    .flatMap((one, _, keys) =>
      keys
        .filter(({ key, x, y }) => key !== one.key && Math.abs(x - one.x) <= 1 && Math.abs(y - one.y) <= 1)
        .map(({ key }) => one.key + key),
    ),
)

/**
 * How unlikely it is that someone who means a word types another: the sum of the costs of the errors on the likeliest way from
 * the one to the other, 0 for the word itself. Cheapest are neighbours swapped and a letter left out, above all one of a
 * double letter; then a letter doubled, a neighbouring key and another vowel; a wrong first letter costs more. Letters are
 * UTF-16 units, in lower case; other scripts than Latin have no neighbouring keys here.
 */
export function typingCost(typed: string, meant: string): number {
  let beforeLast: number[] = []
  let last = [0]
  for (let j = 0; j < meant.length; j += 1) last.push(at(last, j) + costOfMissing(meant, j))
  for (let i = 0; i < typed.length; i += 1) {
    const extra = costOfExtra(typed, i)
    const row = [at(last, 0) + extra]
    for (let j = 0; j < meant.length; j += 1) {
      const replaced = at(last, j) + costOfReplacing(typed.charAt(i), meant.charAt(j))
      let cost = Math.min(replaced, at(last, j + 1) + extra, at(row, j) + costOfMissing(meant, j))
      if (i > 0 && j > 0 && typed[i] === meant[j - 1] && typed[i - 1] === meant[j]) {
        cost = Math.min(cost, at(beforeLast, j - 1) + SWAP)
      }
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return at(last, meant.length) + (typed[0] === meant[0] ? 0 : OTHER_FIRST_LETTER)
}

function costOfMissing(meant: string, index: number): number {
  return meant[index] === meant[index - 1] || meant[index] === meant[index + 1] ? MISSING_TWIN : MISSING
}

function costOfExtra(typed: string, index: number): number {
  const letter = typed.charAt(index)
  const neighbours = [typed.charAt(index - 1), typed.charAt(index + 1)]
  if (neighbours.includes(letter)) return TWIN
  return neighbours.some((neighbour) => TOUCHING.has(letter + neighbour)) ? EXTRA_NEIGHBOURING_KEY : EXTRA
}

function costOfReplacing(typed: string, meant: string): number {
  if (typed === meant) return 0
  if (TOUCHING.has(typed + meant)) return NEIGHBOURING_KEY
  return VOWELS.has(typed) && VOWELS.has(meant) ? OTHER_VOWEL : OTHER_LETTER
}

function at(costs: readonly number[], index: number): number {
  return costs[index] ?? 0
}
