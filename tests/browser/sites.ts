import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { test as base } from '@playwright/test'
import { createArchiveServer } from '#commands/archive-server.ts'

/** A built archive that the tests look at. */
export interface Site {
  folder: string
  /** The path under which it is served. */
  base: string
  content?: string
}

const built = (name: string): string => fileURLToPath(new URL(`../../.cache/test-sites/${name}`, import.meta.url))

/** This repository's own content, at the root of a host. */
export const OWN_SITE: Site = { folder: built('own'), base: '/', content: 'content' }

/** The fixture archive, under a path. */
export const SMALL_SITE: Site = { folder: built('small'), base: '/archive/' }

/** Playwright's `test`, with the addresses of both archives, each served on a free port of this machine. */
export const test = base.extend<{ stayHere: undefined }, { own: string; small: string }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs from this pattern
  own: [({}, use) => serve(OWN_SITE, use), { scope: 'worker' }],
  // eslint-disable-next-line no-empty-pattern -- likewise
  small: [({}, use) => serve(SMALL_SITE, use), { scope: 'worker' }],
  /** Every test fails when a page asks another host for anything, breaks the policy or logs an error. */
  stayHere: [
    async ({ page }, use) => {
      const faults: string[] = []
      page.on('request', (request) => {
        const { hostname } = new URL(request.url())
        if (hostname !== 'localhost') faults.push(`asked ${request.url()}`)
      })
      page.on('console', (message) => {
        if (message.type() === 'error' && !/status of (?:404|410)/.test(message.text())) faults.push(message.text())
      })
      page.on('pageerror', (error) => faults.push(error.message))
      await use(undefined)
      base.expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

export const { expect } = base

async function serve({ folder, base: path }: Site, use: (address: string) => Promise<void>): Promise<void> {
  const server = createArchiveServer(folder, path)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  await use(`http://localhost:${String((server.address() as AddressInfo).port)}${path.slice(0, -1)}`)
  server.close()
  server.closeAllConnections()
}
