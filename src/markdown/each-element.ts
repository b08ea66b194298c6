import type { Element, Root } from 'hast'

/**
 * Do something with each element of a tree, from the first to the last, an element before what it holds then. For who neither moves nor
 * skips anything: `visit` (unist-util-visit) keeps account of parents and places, which takes five times as long, and each text is gone
 * through many times.
 */
export function eachElement({ children }: Root | Element, work: (element: Element) => void): void {
  for (const child of children) {
    if (child.type !== 'element') continue
    work(child)
    eachElement(child, work)
  }
}
