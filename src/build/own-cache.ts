import { NO_CACHE, openContentCache, type ContentCache } from '#source/content-cache.ts'
import { digestOfReader } from './maker.ts'

/**
 * The cache of contents for a thread, which runs the code as it is now: when that was changed since its digest was told, as it may be while
 * the live preview runs, it neither takes nor keeps anything.
 */
export function openOwnCache(contents: string, reader: string): ContentCache {
  return digestOfReader() === reader ? openContentCache(contents, reader) : NO_CACHE
}
