import { diffArrays } from 'diff'

/** A piece of a text in two wordings: in both, only in the later, or only in the earlier one. */
export interface Piece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** A block of a text with what was changed in it; or how many blocks in a row are the same in both wordings. */
export type ComparedBlock = { pieces: Piece[] } | { unchanged: number }

/** More changes than this, in words, are not looked for one by one: the text was written anew. */
const MOST_CHANGES = 1500

/** The end of a block: no text holds it. */
const END = '\u0000'

/** A word, a run of spaces, or one character of a script without spaces or of punctuation. */
const TOKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+|\s+|[^]/gu

/**
 * Compare two wordings of a text word by word (E. Myers, “An O(ND) difference algorithm and its variations”, 1986); in scripts
 * without spaces character by character.
 *
 * @param before the blocks (paragraphs, headings, rows, notes) of the earlier wording as plain text, in order
 * @param after those of the later one
 * @returns the blocks in order, those without changes only counted
 */
export function compareTexts(before: readonly string[], after: readonly string[]): ComparedBlock[] {
  const [old, now] = [tokensOf(before), tokensOf(after)]
  const changes = diffArrays(old, now, { maxEditLength: MOST_CHANGES }) ?? [
    { value: old, removed: true, added: false },
    { value: now, removed: false, added: true },
  ]
  const blocks: Piece[][] = [[]]
  for (const { value, added, removed } of changes) {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    for (const token of value) {
      if (token === END) blocks.push([])
      else append(blocks.at(-1) ?? [], kind, token)
    }
  }
  return countUnchanged(blocks.filter((pieces) => pieces.length > 0))
}

function tokensOf(blocks: readonly string[]): string[] {
  return blocks.flatMap((block) => [...(block.match(TOKEN) ?? []), END])
}

function append(pieces: Piece[], kind: Piece['kind'], text: string): void {
  const last = pieces.at(-1)
  if (last?.kind === kind) last.text += text
  else pieces.push({ kind, text })
}

function countUnchanged(blocks: readonly Piece[][]): ComparedBlock[] {
  const compared: ComparedBlock[] = []
  for (const pieces of blocks) {
    const last = compared.at(-1)
    if (pieces.some(({ kind }) => kind !== 'same')) compared.push({ pieces })
    else if (last !== undefined && 'unchanged' in last) last.unchanged += 1
    else compared.push({ unchanged: 1 })
  }
  return compared
}
