// Ships to the browser, on the search page: keeps where a reader stands in a list that is made anew.

/** Where a reader stands: how far the page is scrolled, and which link has the focus. */
export interface ReadingPlace {
  scroll: number
  /** The link with the focus, by its address. */
  focus: string | undefined
}

/** Where the reader stands now. */
export function keepPlace(): ReadingPlace {
  const { activeElement } = document
  return { scroll: scrollY, focus: activeElement instanceof HTMLAnchorElement ? activeElement.href : undefined }
}

/** Whether the reader comes back to a page that he left, and is to be put where he stood. */
export function isReturning(): boolean {
  return history.state !== null
}

/**
 * Put the reader back: where he stood when he left the page that the address bar names, or else on the link that had the focus
 * before the list was made anew.
 */
export function restorePlace(before: ReadingPlace, list: HTMLElement): void {
  const left = history.state as ReadingPlace | null
  const place = left ?? before
  const lost = document.activeElement === document.body || document.activeElement === null
  if (place.focus !== undefined && lost) {
    const link = Array.from(document.links).find(({ href }) => href === place.focus)
    link?.focus({ preventScroll: true })
  }
  if (left === null || list.childElementCount === 0) return
  scrollTo({ top: left.scroll, behavior: 'instant' })
  // From here on the reader moves by himself.
  history.replaceState(null, '')
}
