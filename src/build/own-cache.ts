import { NO_CACHE, openContentCache, type ContentCache } from '#source/content-cache.ts'
import { digestOfMaker } from './maker.ts'

/**
 * The cache of contents for a thread, which runs the code as it is now: when that was changed since the maker was told, as it may be while
 * the live preview runs, it neither takes nor keeps anything.
 */
export function openOwnCache(contents: string, maker: string): ContentCache {
  return digestOfMaker() === maker ? openContentCache(contents, maker) : NO_CACHE
}
