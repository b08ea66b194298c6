import { NO_CACHE, openContentCache } from '#source/content-cache.ts'
import { readEnvironment } from '../environment.ts'

const { contents, reader } = readEnvironment(process.env)

/** What was made of the contents of this archive before; nothing is kept unless a command says by which code. */
export const contentCache = reader === undefined ? NO_CACHE : openContentCache(contents, reader)
