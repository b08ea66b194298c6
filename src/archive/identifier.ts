/** Crockford's base 32: no `i`, `l`, `o`, `u`, so that an identifier can be read aloud and copied from paper. */
const ALPHABET = Array.from('0123456789abcdefghjkmnpqrstvwxyz')

/** Characters of an identifier, the check character included. */
export const IDENTIFIER_LENGTH = 6

/**
 * Append the check character to the five characters of `payload`.
 *
 * The check is a weighted sum over the field of 32 elements, GF(2)[x] / (x⁵ + x⁴ + x³ + x² + 1): of a valid identifier,
 * the sum of position × character, positions counted from 1, is zero. The weights 1 … 6 are all different and none is
 * zero, so one wrong character, or two characters that changed places, always leave a sum other than zero
 * (the principle of ISO/IEC 7064 and of Gumm, "A new class of check-digit methods", 1985).
 *
 * @param payload five characters of Crockford's base 32 in lower case
 * @throws RangeError when it is anything else
 */
export function completeIdentifier(payload: string): string {
  if (payload.length !== IDENTIFIER_LENGTH - 1 || !hasKnownCharacters(payload)) {
    throw new RangeError(`“${payload}” is not five characters of ${ALPHABET.join('')}`)
  }
  const sum = weightedSum(payload)
  const check = ALPHABET.findIndex((_, value) => multiply(IDENTIFIER_LENGTH, value) === sum)
  return payload + (ALPHABET[check] ?? '')
}

/** Make a new identifier from a source of random integers: `random(n)` gives one from 0 to n − 1. */
export function mintIdentifier(random: (below: number) => number): string {
  return completeIdentifier(Array.from({ length: IDENTIFIER_LENGTH - 1 }, () => ALPHABET[random(32)]).join(''))
}

/** Whether `text` is an identifier whose check character is right. */
export function isIdentifier(text: string): boolean {
  return text.length === IDENTIFIER_LENGTH && hasKnownCharacters(text) && weightedSum(text) === 0
}

function hasKnownCharacters(text: string): boolean {
  return Array.from(text).every((character) => ALPHABET.includes(character))
}

function weightedSum(text: string): number {
  return Array.from(text).reduce((sum, character, index) => sum ^ multiply(index + 1, ALPHABET.indexOf(character)), 0)
}

/** Multiply two elements of GF(32), each a number whose bits are the coefficients of a polynomial. */
function multiply(a: number, b: number): number {
  let product = 0
  for (let bit = 0; bit < 5; bit += 1) {
    if ((b >> bit) & 1) product ^= a << bit
  }
  for (let degree = 8; degree >= 5; degree -= 1) {
    if ((product >> degree) & 1) product ^= 0b111101 << (degree - 5)
  }
  return product
}
