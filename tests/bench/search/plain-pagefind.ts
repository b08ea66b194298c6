import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { close, createIndex } from 'pagefind'
import { reportAddress } from '#archive/addresses.ts'
import { plainTextOf, type News } from '../make-news.ts'

/** What we use here of the engine as it comes. */
interface Plain {
  createInstance: (options: { basePath: string; baseUrl: string }) => {
    search: (words: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>
  }
}

const RESULTS = 10

/** The addresses of the first results that the engine as it comes gives for each search, of an index of the same texts. */
export async function searchPlainly(
  { reports, texts }: News,
  folder: string,
  searches: readonly string[],
): Promise<string[][]> {
  const { index } = await createIndex({ forceLanguage: 'en' })
  if (index === undefined) throw new Error('the search engine did not start')
  for (const { id, path, title } of reports) {
    const content = [title, ...plainTextOf(texts.get(id) ?? '')].join('\n')
    await index.addCustomRecord({ url: reportAddress(path), content, language: 'en', meta: { title } })
  }
  await index.writeFiles({ outputPath: folder })
  await close()

  globalThis.fetch = (input) => {
    const address = (input instanceof Request ? input.url : String(input)).split('?')[0] ?? ''
    const file = join(folder, address)
    return Promise.resolve(existsSync(file) ? new Response(readFileSync(file)) : new Response('', { status: 404 }))
  }
  const { createInstance } = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as Plain
  const instance = createInstance({ basePath: '/', baseUrl: '/' })
  const found: string[][] = []
  for (const words of searches) {
    const { results } = await instance.search(words)
    const first = await Promise.all(results.slice(0, RESULTS).map((result) => result.data()))
    found.push(first.map(({ url }) => url))
  }
  return found
}
