// Ships to the browser, with the citations of a report: how an address names words of a page.

/** Longer words than these are named by how they begin and how they end. */
const MOST = 150
/** How long such a beginning and such an end are. */
const END = 40

/**
 * The fragment of an address that leads to words of a page and marks them (https://wicg.github.io/scroll-to-text-fragment/);
 * words of several paragraphs, or many of them, by where they begin and end. `undefined` when there are no words.
 */
export function toTextFragment(marked: string): string | undefined {
  const lines = marked.split(/\s*\n\s*/).map((line) => line.trim())
  const [first, ...others] = lines.filter((line) => line !== '')
  if (first === undefined) return undefined
  if (others.length === 0 && first.length <= MOST) return `:~:text=${encode(first)}`
  return `:~:text=${encode(beginningOf(first))},${encode(endOf(others.at(-1) ?? first))}`
}

/** Whole words from the beginning; where words are not parted by spaces, characters. */
function beginningOf(line: string): string {
  return line.length <= END ? line : (/^.*(?=\s)/su.exec(line.slice(0, END))?.[0] ?? line.slice(0, END)).trim()
}

function endOf(line: string): string {
  return line.length <= END ? line : (/(?<=\s).*$/su.exec(line.slice(-END))?.[0] ?? line.slice(-END)).trim()
}

/** A hyphen means something of its own here, as do the comma and the ampersand, which are encoded anyway. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D')
}
