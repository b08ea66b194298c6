/** One address of a list: the list itself, newest first, or one of its numbered pages. */
export interface ListPage<Item> {
  /** The number of the page, counted from the oldest; missing for the list itself. */
  number?: number
  /** What it lists, newest first. */
  items: readonly Item[]
  /** Whether it shows the same as the list itself, which is then its canonical address. */
  alias: boolean
  /** The numbers of the pages with older and newer items. */
  older?: number
  newer?: number
}

/**
 * Cut a list into pages that never move.
 *
 * Pages are numbered from the oldest item, and numbered pages are made only of full ones, from the second on; so a new item changes the
 * list itself and at most adds a page, but every full page keeps its bytes (https://github.com/getnikola/nikola/issues/1829
 * tells why). The list itself shows the newest items: a full page of them, and those that fill no page yet. Each full
 * page leads on to the next number: the one above the last full page is an alias of the list itself, so that this link
 * is right from the first day.
 *
 * @param items oldest first
 * @param size items on a numbered page
 */
export function paginate<Item>(items: readonly Item[], size: number): ListPage<Item>[] {
  const full = Math.floor(items.length / size)
  const newest = items.slice(Math.max(0, (full - 1) * size)).reverse()
  // A first full page would only repeat the list, and nothing would lead to it.
  if (full < 2) return [{ items: newest, alias: false }]

  const beforeNewest = { older: full - 1 }
  const pages: ListPage<Item>[] = [{ items: newest, alias: false, ...beforeNewest }]
  for (let number = 1; number <= full; number += 1) {
    pages.push({
      number,
      items: items.slice((number - 1) * size, number * size).reverse(),
      alias: false,
      ...(number > 1 && { older: number - 1 }),
      newer: number + 1,
    })
  }
  return [...pages, { number: full + 1, items: newest, alias: true, ...beforeNewest }]
}
