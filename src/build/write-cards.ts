import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { alternateAddress, CARD } from '#archive/addresses.ts'
import type { Report } from '#archive/catalogue.ts'
import { formatDateIn } from '#archive/date-words.ts'
import { inLanguage } from '#archive/localised.ts'
import type { Settings } from '#archive/settings.ts'
import { textsOf, type ArchiveCard, type Card, type ReportCard } from './card-design.ts'
import { openCardFonts, type CardFonts } from './card-fonts.ts'
import { openPainter, type PaintCard } from './paint-card.ts'
import { openCache } from './file-cache.ts'

/** The name of the file of a report's card, and of a card in the cache. */
const FILE = 'card.png'

/** How many cards are painted at a time: each is painted by a thread of its own. */
const AT_A_TIME = 4

/** The code that decides how a card looks. */
const CODE = ['card-design.ts', 'card-fonts.ts', 'font-coverage.ts', 'paint-card.ts']

/** What cards are written with. */
export interface CardOptions {
  settings: Settings
  /** The picture of the archive, as SVG. */
  seal: Uint8Array
  /** The folder where cards are kept. */
  folder: string
}

/**
 * Write the pictures that stand for the archive, and for each of some reports, where links are shown as cards: one beside the page of each. A report
 * whose words our fonts cannot set has the card of the archive, and so has one that was withdrawn or removed.
 *
 * @returns the number of cards, and how many of them were painted since they were not kept, or were damaged
 */
export async function writeCards(
  put: (path: string, bytes: Uint8Array) => void,
  reports: readonly Report[],
  { settings, seal, folder }: CardOptions,
): Promise<{ count: number; made: number }> {
  const fonts = openCardFonts()
  const { get, done } = openKept(folder, fonts, seal)
  const archive = await get(toArchiveCard(settings, fonts))
  put(CARD.slice(1), archive)
  for (let at = 0; at < reports.length; at += AT_A_TIME) {
    const some = reports.slice(at, at + AT_A_TIME).map(async (report) => {
      const card = toReportCard(report, settings, fonts)
      const own = report.status === 'published' && textsOf(card).every(fonts.covers)
      put(alternateAddress(report.path, FILE).slice(1), own ? await get(card) : archive)
    })
    await Promise.all(some)
  }
  return { count: reports.length + 1, made: done() }
}

/** Cards from the cache, or painted and kept there. */
function openKept(
  folder: string,
  fonts: CardFonts,
  seal: Uint8Array,
): { get: (card: Card) => Promise<Uint8Array>; done: () => number } {
  const cache = openCache(folder)
  const makers = [versionOfRenderer(), fonts.version, digestOf(seal), ...CODE.map(digestOfCode)]
  let paint: PaintCard | undefined
  let made = 0
  return {
    get: async (card) => {
      const key = digestOf(JSON.stringify([card, makers]))
      const kept = readKept(() => cache.read(key)?.get(FILE))
      if (kept !== undefined) return kept
      made += 1
      paint ??= openPainter(fonts, seal)
      const bytes = await paint(card)
      cache.keep(key, new Map([[FILE, bytes]]))
      return bytes
    },
    done: () => {
      cache.prune()
      return made
    },
  }
}

/** What is kept; nothing when it cannot be read, as when another build clears it away at this moment. */
function readKept(read: () => Uint8Array | undefined): Uint8Array | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** Paint the card of the archive. */
export function paintArchiveCard(settings: Settings, seal: Uint8Array): Promise<Uint8Array> {
  const fonts = openCardFonts()
  return openPainter(fonts, seal)(toArchiveCard(settings, fonts))
}

/** What the card of the archive says; nothing in words that our fonts cannot set, which leaves the seal. */
function toArchiveCard(settings: Settings, { covers }: CardFonts): ArchiveCard {
  const [language] = settings.languages
  const [name, description] = [inLanguage(settings.name, language), inLanguage(settings.description, language)]
  return { name: covers(name) ? name : '', description: covers(description) ? description : '', language }
}

function toReportCard({ title, lang, date, kind, source }: Report, settings: Settings, fonts: CardFonts): ReportCard {
  return {
    title,
    language: lang,
    date: formatDateIn(settings.languages[0], date),
    publisher: kind === 'report' && source !== undefined ? source.name : settings.publisher,
    archive: toArchiveCard(settings, fonts),
  }
}

function versionOfRenderer(): string {
  const manifest = join(createRequire(import.meta.url).resolve('@takumi-rs/core'), '../../package.json')
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}

function digestOfCode(file: string): string {
  return digestOf(readFileSync(new URL(file, import.meta.url)))
}

function digestOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
