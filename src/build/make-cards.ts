import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alternateAddress } from '#archive/addresses.ts'
import type { Catalogue } from '#archive/catalogue.ts'
import { writeCards } from './write-cards.ts'
import { keysOf } from '#site/page-keys.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { PROJECT } from './maker.ts'
import type { Progress } from './progress.ts'
import type { Staging } from './staging.ts'
import { pathOf, type Unit } from './units.ts'

const CARD = 'card.png'

/** The picture that stands for the archive, and that of each report where the owner wants them. */
export function* planCards(catalogue: Catalogue): Iterable<Unit> {
  const { ofMention } = keysOf(catalogue)
  yield { paths: [CARD], key: 'card' }
  if (settings.cards !== 'reports') return
  for (const report of catalogue.pages)
    yield { paths: [pathOf(alternateAddress(report.path, CARD))], key: ofMention(report) }
}

/** Paint the cards that are due. */
export async function makeCards(
  catalogue: Catalogue,
  due: readonly Unit[],
  staging: Staging,
  progress: Progress,
): Promise<void> {
  const units = new Map(due.map((unit) => [unit.paths[0] ?? '', unit]))
  const reports = catalogue.pages.filter(({ path }) => units.has(pathOf(alternateAddress(path, CARD))))
  if (reports.length === 0 && !units.has(CARD)) return
  const step = progress.start('cards')
  const put = (path: string, bytes: Uint8Array): void => {
    // The card of the archive is painted with every other one.
    if (units.has(path)) staging.put(path, bytes, path, units.get(path)?.key ?? '')
  }
  const { count, made } = await writeCards(put, reports, {
    settings,
    seal: readFileSync(join(PROJECT, 'public/icon.svg')),
    folder: readEnvironment(process.env).cards,
  })
  step.end(`${String(count)} cards, ${String(made)} of them made anew`)
}
