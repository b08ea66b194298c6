import type { Root } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified, type Processor } from 'unified'

/** The tree of a text, as the parser gives it. */
export type MarkdownTree = Root

/**
 * Parse the text of a report, CommonMark 0.31 with GFM.
 *
 * @throws RangeError when it is nested so deep that the parser runs out of stack
 */
export function parseText(body: string): MarkdownTree {
  if (!MAY_HOLD_GFM.test(body)) return commonMark.parse(body)
  return body.includes('@') ? gfm.parse(body) : withoutMail.parse(body)
}

/*
 * Every word may begin an address of mail, and is tried as one: that takes half of the time of the parser. What GFM adds to CommonMark
 * needs a character that most texts do not hold, so the parser is told of it only where one is there; the tree is the same.
 * https://github.github.com/gfm/#autolinks-extension-
 */

/**
 * Addresses of mail and the web as they are, tables (a row without `|` has a `:` beside its dashes), text that is struck out,
 * footnotes, lists of tasks; and references to characters, which may stand for those of an address.
 */
const MAY_HOLD_GFM = /[@&|~]|www|http|:-|-:|\[\^|\[[\sx]/i

// Without the last of them, `**“版权风险”**管理` is not bold.
const commonMark = unified().use(remarkParse).use(remarkCjkFriendly).freeze()
const gfm = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).freeze()
const withoutMail = unified().use(remarkParse).use(remarkGfm).use(disableMail).use(remarkCjkFriendly).freeze()

/** Do without one construct of the parser: https://github.com/micromark/micromark#extensions */
function disableMail(this: Processor): void {
  this.data().micromarkExtensions?.push({ disable: { null: ['emailAutolink'] } })
}
