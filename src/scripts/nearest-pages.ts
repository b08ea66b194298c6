// Ships to the browser, on the page of an address that is not there: offers the nearest page above it, and the nearest periods.
import { formatDateIn } from '#archive/date-words.ts'
import { nearestPeriods } from '#archive/nearest-periods.ts'
import { element, find } from './elements.ts'

const root = find('#not-found', HTMLElement)
const chosen = chooseSection()
const { prefix = '/' } = chosen.dataset
/** The address below the folder of the language: `/2022/11/`. */
const path = location.pathname.slice(prefix.length - 1)

show(
  'periods',
  nearestPeriods(root.dataset['calendar'] ?? '', path)
    .map((period) => ({ period, address: `${prefix}${period.replaceAll('-', '/')}/` }))
    .filter(({ address }) => address !== location.pathname)
    .map(({ period, address }) => element('a', { href: address }, formatDateIn(chosen.lang, period, 'long'))),
)
const nearest = await findNearest().catch(() => undefined)
if (nearest !== undefined) show('page', [element('a', { href: nearest }, nearest)])

/** The part of the page in the language that the address is in, whose words take the place of the others. */
function chooseSection(): HTMLElement {
  const sections = Array.from(root.querySelectorAll<HTMLElement>('[data-prefix]'))
  const fitting = sections.filter((section) => location.pathname.startsWith(section.dataset['prefix'] ?? '/'))
  const [own = root] = sections
  const best = fitting.sort((a, b) => (b.dataset['prefix'] ?? '').length - (a.dataset['prefix'] ?? '').length)[0] ?? own
  if (best === own) return own
  // A host with one such page for all languages gave that of another one.
  const header = find('header', HTMLElement, root)
  header.lang = best.lang
  header.replaceChildren(element('h1', {}, find('h2', HTMLElement, best).textContent), find('p', HTMLElement, best))
  find('h2', HTMLElement, best).remove()
  for (const section of root.querySelectorAll<HTMLElement>('section')) section.hidden = section !== best
  return best
}

/** Cut the tail of the address until a page answers, that of the front page at last. */
async function findNearest(): Promise<string | undefined> {
  const parts = path.split('/').filter((part) => part !== '')
  while (parts.length > 0) {
    parts.pop()
    const above = prefix + parts.map((part) => `${part}/`).join('')
    const response = await fetch(above, { method: 'HEAD' })
    if (response.ok) return above
  }
  return undefined
}

function show(what: 'page' | 'periods', links: readonly HTMLAnchorElement[]): void {
  if (links.length === 0) return
  const line = find(`[data-found=${what}]`, HTMLElement, chosen)
  links.forEach((link, index) => {
    line.append(index === 0 ? ' ' : ' · ', link)
  })
  line.hidden = false
}
