import { appendFileSync } from 'node:fs'
import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro'
import { NOT_FOUND } from '#archive/addresses.ts'
import { fileMakerIn, type Cost } from '#build/made-file.ts'
import { pathOf } from '#build/units.ts'
import { dueDigest, isDue } from '#site/due.ts'

/** How many pages are made before it is told. */
const STEP = 100

/** Where pages are written. */
export interface PagesFolder {
  /** The folder of all pages. */
  folder: string
  /** A file that says what was made, a `MadeFile` a line, as JSON. */
  list: string
  /** Where the archive will be served. */
  site: URL
}

/**
 * Let Astro render the pages that are due, and write them here, straight to where they are wanted: Astro would ask for a folder and a
 * file of each in turns, and they would have to be read again for their digests. What is no page, scripts and styles, is written by
 * Astro itself.
 *
 * It begins when the build has found out which pages are due (`site/due.ts`). Every few pages a line `made 100` tells how many there are, and the last one
 * what the pages of each route have cost.
 *
 * https://docs.astro.build/en/reference/adapter-reference/#custom-prerenderer
 */
export function writePages(pages: PagesFolder): AstroIntegration {
  return {
    name: 'write-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          getStaticPaths: async () => {
            const paths = await astro.getStaticPaths()
            await renderPages(paths.filter(isPage), astro, pages)
            return paths.filter((path) => !isPage(path))
          },
        }))
      },
    },
  }
}

function isPage({ route }: PathWithRoute): boolean {
  return route.type === 'page'
}

async function renderPages(
  paths: readonly PathWithRoute[],
  { render }: Pick<AstroPrerenderer, 'render'>,
  { folder, list, site }: PagesFolder,
): Promise<void> {
  const make = fileMakerIn(folder)
  let lines: string[] = []
  const tell = (made: number): void => {
    appendFileSync(list, lines.join(''))
    lines = []
    console.log(`made ${String(made)}`)
  }
  const due = paths.map((path) => ({ ...path, address: addressOf(path) })).filter(({ address }) => isDue(address))
  const begun = { thread: process.threadCpuUsage(), all: process.cpuUsage() }
  const costs: [route: string, cost: Cost][] = []
  let count = 0
  for (const [route, pages] of Map.groupBy(due, ({ route }) => route)) {
    const before = process.threadCpuUsage()
    for (const { address } of pages) {
      const request = new Request(new URL(address.slice(1), site))
      const result = await render(request, { routeData: route, collectMetadata: false })
      const response = result instanceof Response ? result : result.response
      // As bytes, which is what Astro makes of it and what is written.
      const html = await response.bytes()
      if (html.length === 0) throw new Error(`${address} came out empty, with the status ${String(response.status)}`)
      lines.push(`${JSON.stringify(make(pathOf(address), html, dueDigest(address)))}\n`)
      count += 1
      if (count % STEP === 0) tell(count)
    }
    costs.push([route.route, { pages: pages.length, milliseconds: sum(process.threadCpuUsage(before)) / 1000 }])
  }
  tell(count)
  // Threads that clear away what is no longer needed work for all pages; only for all of them together is it known how long.
  const share = sum(process.cpuUsage(begun.all)) / sum(process.threadCpuUsage(begun.thread))
  const told = costs.map(([route, { pages, milliseconds }]) => [route, { pages, milliseconds: milliseconds * share }])
  console.log(`cost ${JSON.stringify(told)}`)
}

function sum({ user, system }: NodeJS.CpuUsage): number {
  return user + system
}

/** The address of a page, as the plan has it. */
function addressOf({ pathname, route }: PathWithRoute): string {
  if (route.route === '/404') return NOT_FOUND
  // Astro knows only one page for what is not there; those of other languages are files as well.
  if (route.route === '/[language]/404') return pathname.replace(/\/?$/, '.html')
  return pathname.endsWith('/') ? pathname : `${pathname}/`
}
