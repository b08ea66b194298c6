import type { HookParameters } from 'astro'

/** The server of the live preview. */
type Server = HookParameters<'astro:server:setup'>['server']

/** How long it is waited for somebody to look at a page, in milliseconds. */
const PATIENCE = 10_000

/** Do something that takes long once the live preview has shown its first page, or when nobody looks at any. */
export function afterFirstPage({ middlewares, httpServer }: Server, work: () => void): void {
  let isBegun = false
  const begin = (): void => {
    if (isBegun) return
    isBegun = true
    work()
  }
  middlewares.use((_, response, next) => {
    response.once('finish', begin)
    next()
  })
  httpServer?.once('listening', () => setTimeout(begin, PATIENCE).unref())
}
