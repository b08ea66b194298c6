// Ships to the browser, on the search page: copying the link to a search, and taking its results away as a file.
import { parseQuery } from '#search/query.ts'
import { find } from './elements.ts'
import type { Format } from './search-list.ts'
import type { SearchService } from './search-messages.ts'
import { formatNumber } from './search-status.ts'
import { fill, type SearchWords } from './search-words.ts'

/** How many reports can be taken away at once. */
const LIMIT = 1000

const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv',
  ris: 'application/x-research-info-systems',
  bib: 'application/x-bibtex',
  json: 'application/json',
}

/** What the tools say things with. */
interface Surroundings {
  /** The address of the site, without a slash at its end. */
  site: string
  words: SearchWords
  /** Where something is announced, and where it is only shown. */
  status: HTMLElement
  progress: HTMLElement
}

/** Bring the tools to life. */
export function openTools(
  tools: HTMLElement,
  engine: SearchService,
  { site, words, status, progress }: Surroundings,
): void {
  find('[data-copy]', HTMLButtonElement, tools).addEventListener('click', () => {
    navigator.clipboard.writeText(location.href).then(
      () => {
        status.textContent = words.copied
      },
      () => {
        status.textContent = words.notCopied
      },
    )
  })

  const buttons = Array.from(tools.querySelectorAll<HTMLButtonElement>('[data-format]'))
  const take = async (format: Format): Promise<void> => {
    const options = { format, limit: LIMIT, site, archive: tools.dataset['archive'] ?? '' }
    const { text, count } = await engine.take(parseQuery(location.search), options, (done, all) => {
      progress.textContent = fill(words.taking, { done: formatNumber(done, words), all: formatNumber(all, words) })
    })
    const name = parseQuery(location.search).words.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    const file = `${name === '' ? 'reports' : name}.${format}`
    save(new Blob([text], { type: `${TYPES[format]};charset=utf-8` }), file)
    status.textContent = fill(words.taken, { count: formatNumber(count, words), file })
  }
  for (const button of buttons) {
    button.addEventListener('click', () => {
      for (const other of buttons) other.disabled = true
      take(button.dataset['format'] as Format)
        .catch(() => {
          status.textContent = words.failed
        })
        .finally(() => {
          progress.textContent = ''
          for (const other of buttons) other.disabled = false
        })
    })
  }
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
