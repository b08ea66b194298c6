import { close, createIndex } from 'pagefind'

/** A page for the engine, and the address that a hit on it leads to. */
export interface IndexedPage {
  address: string
  document: string
}

/**
 * Write one search index into `folder`. The same pages in the same order give the same bytes.
 *
 * @returns how many pages the engine says it indexed
 * @throws Error when the engine refuses a page or cannot write
 */
export async function writeShard(folder: string, pages: Iterable<IndexedPage>): Promise<number> {
  const { index, errors } = await createIndex()
  if (index === undefined) throw new Error(`the search engine did not start: ${errors.join('; ')}`)
  let count = 0
  try {
    for (const { address, document } of pages) {
      const added = await index.addHTMLFile({ url: address, content: document })
      if (added.errors.length > 0) throw new Error(`${address} was not indexed: ${added.errors.join('; ')}`)
      count += 1
    }
    const written = await index.writeFiles({ outputPath: folder })
    if (written.errors.length > 0) throw new Error(`the search index was not written: ${written.errors.join('; ')}`)
  } finally {
    await index.deleteIndex()
  }
  return count
}

/** Stop the engine: call it when the last shard is written. */
export async function stopEngine(): Promise<void> {
  await close()
}
