/** Characters that no XML document may hold (XML 1.0, production 2 `Char`), but for lone surrogates. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** A text of ASCII that means the same in XML, as addresses are: sitemaps have a million of them. */
const PLAIN = /^[ !#-%'-;=?-~]*$/

/** A text as the content or a quoted attribute of an XML element: the one place where XML is escaped. */
export function xmlText(text: string): string {
  if (PLAIN.test(text)) return text
  // A text without lone surrogates, as nearly every one is, need not be looked through letter by letter.
  const whole = text.isWellFormed() ? text : text.replaceAll(/\p{Surrogate}/gu, '')
  return whole
    .replaceAll(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** An element that holds a text, on a line of its own; nothing where there is no text. */
export function xmlElement(tag: string, text: string | undefined): string {
  return text === undefined ? '' : `<${tag}>${xmlText(text)}</${tag}>\n`
}
