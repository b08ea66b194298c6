/** Whether `tag` is a well-formed language tag of BCP 47 (RFC 5646) in its usual spelling, such as `zh-Hans`. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}

/** The usual spelling of a language tag, `ZH-hans` → `zh-Hans`; `undefined` when it is no tag at all. */
export function canonicalLanguageTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** Scripts written from right to left, by their codes of ISO 15924. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/** The direction in which a language is written, by the script that its tag names or that is usual for it. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(tag).maximize()
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr'
}

/** Whether a language is written without spaces between words in Chinese or Japanese characters. */
export function isHanWritten(tag: string): boolean {
  return /^(zh|ja|yue|wuu|lzh|cmn|nan|hak)\b/.test(tag)
}

/**
 * The value of a table of languages that fits a reader of `tag` best: the tag itself, then shorter and shorter tags,
 * then any tag of the same language. `undefined` when nothing fits.
 */
export function matchLanguage<Value>(table: ReadonlyMap<string, Value>, tag: string): [string, Value] | undefined {
  const parts = tag.split('-')
  for (let length = parts.length; length > 0; length -= 1) {
    const shorter = parts.slice(0, length).join('-')
    const value = table.get(shorter)
    if (value !== undefined) return [shorter, value]
  }
  return [...table].find(([other]) => other.split('-')[0] === parts[0])
}
