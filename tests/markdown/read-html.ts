/** A tag of HTML as our pipeline writes it: `<` stands nowhere else, attributes have double quotes or no value. */
export const TAG = /<\/?([a-z][a-z0-9-]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*>/gi

/** The attributes of a tag, as they are written. */
export function attributesOf(tag: string): Partial<Record<string, string>> {
  const attributes = tag.matchAll(/\s([^\s=>"]+)(?:="([^"]*)")?/g)
  return Object.fromEntries(Array.from(attributes, ([, name = '', value = '']) => [name.toLowerCase(), value]))
}

/** Text with its character references read. */
export function decode(text: string): string {
  return text.replaceAll(/&#x([0-9a-f]+);/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
}
