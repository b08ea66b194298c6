import type { Finding } from './problem.ts'

/** A character that text of this archive may not, or should not, hold. */
export interface UnwelcomeCharacter {
  /** Where it stands, in UTF-16 units from the start of the text. */
  index: number
  /** `U+0008`, as the Unicode Standard writes code points. */
  codePoint: string
  kind: 'control' | 'noncharacter' | 'surrogate' | 'invisible'
}

/**
 * C0 controls without tab and line feed, DEL, the C1 controls, noncharacters and lone surrogates: no XML document may
 * hold most of them, so one of them in a title would make a whole feed malformed (XML 1.0, production 2 `Char`).
 * Then the characters that are not seen but change what is seen: bidirectional overrides and isolates
 * (Unicode Technical Report 36) and those without width.
 */
const UNWELCOME =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /([\u0000-\u0008\u000b-\u001f\u007f-\u009f])|([\ufdd0-\ufdef\ufffe\uffff]|[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}\u{ffffe}\u{fffff}\u{10fffe}\u{10ffff}])|(\p{Surrogate})|([\u202a-\u202e\u2066-\u2069\u200b-\u200f\u2060\ufeff])/gu

/** Nearly every text holds none of them, nor half of a pair that might be one: that is found out in a fifth of the time. */
const PERHAPS_UNWELCOME =
  // eslint-disable-next-line no-control-regex -- as above
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]/

/** Find the unwelcome characters of a text, in their order. */
export function findUnwelcomeCharacters(text: string): UnwelcomeCharacter[] {
  if (!PERHAPS_UNWELCOME.test(text)) return []
  return Array.from(text.matchAll(UNWELCOME), (match) => ({
    index: match.index,
    codePoint: nameCodePoint(match[0].codePointAt(0) ?? 0),
    kind: match[1] ? 'control' : match[2] ? 'noncharacter' : match[3] ? 'surrogate' : 'invisible',
  }))
}

/** Whether an invisible character belongs to the writing of some languages, so that text may hold it unremarked. */
export function isJoiner({ codePoint }: UnwelcomeCharacter): boolean {
  // The zero-width joiners and the direction marks are ordinary in Persian, Urdu, Hebrew and in emoji.
  return codePoint === 'U+200C' || codePoint === 'U+200D' || codePoint === 'U+200E' || codePoint === 'U+200F'
}

/** What to tell an editor of an unwelcome character: an error, or a warning where the text may rightly hold it. */
export function findingOf({ kind, codePoint }: UnwelcomeCharacter): Finding {
  const isInvisible = kind === 'invisible'
  return {
    code: isInvisible ? 'invisible-character' : 'forbidden-character',
    what: `the ${kind} character ${codePoint}`,
    hint: isInvisible ? 'remove it unless the source has it' : 'remove it',
    severity: isInvisible ? 'warning' : 'error',
  }
}

function nameCodePoint(value: number): string {
  return `U+${value.toString(16).toUpperCase().padStart(4, '0')}`
}
