import { completeIdentifier } from '#archive/identifier.ts'

/** Characters of an identifier, to count with. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

/** An identifier for each index, no two the same: an odd factor moves the 25 bits of an identifier about, one to one. */
export function identifierOf(index: number, seed: number): string {
  const bits = (Math.imul(index, 0x9e3779b1) + Math.imul(seed, 0x85ebca6b)) >>> 0
  return completeIdentifier(Array.from({ length: 5 }, (_, place) => DIGITS[(bits >>> (place * 5)) & 31]).join(''))
}
