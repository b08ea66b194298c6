import type { Node } from '@takumi-rs/core'
import { isUnspaced } from '#archive/language.ts'
import { familiesFor } from './card-fonts.ts'

/** The size of a card in pixels, as sites that show links ask for it. */
export const CARD_SIZE = { width: 1200, height: 630 } as const

/** What a card says. */
export type Card = ReportCard | ArchiveCard

/** The card of a report. */
export interface ReportCard {
  title: string
  /** The language of the title, as a BCP 47 tag. */
  language: string
  /** The date as a reader writes it. */
  date: string
  /** Who published it. */
  publisher: string
  archive: ArchiveCard
}

/** The card of the archive. */
export interface ArchiveCard {
  name: string
  description: string
  /** The language of both, either of which may be empty. */
  language: string
}

/** The colours of the light pages (`styles/tokens.css`). */
export const COLOURS = {
  paper: '#fcfaf5',
  ink: '#1e1b17',
  quiet: '#5c5448',
  rule: '#d8d0bf',
} as const

/** The name under which the picture of the seal is given to the renderer. */
export const SEAL = 'seal'

/** The sizes that a title is tried in, until it fits. */
export const TITLE_SIZES: readonly number[] = [72, 64, 57, 51, 45, 40, 36, 32, 29, 26, 24]

/** The width of a title. */
export const TITLE_WIDTH = 1040

/** The height that a title may have: on the card of the archive a description stands below it. */
export function titleHeight(card: Card): number {
  return 'name' in card ? 200 : 290
}

const EDGE = 80

/** All texts of a card. */
export function textsOf(card: Card): string[] {
  if ('name' in card) return [card.name, card.description]
  return [card.title, card.date, card.publisher, card.archive.name]
}

/** Draw a card, its title in a size. */
export function drawCard(card: Card, size: number): Node {
  return 'name' in card ? drawArchive(card, size) : drawReport(card, size)
}

/** The title of a card alone, in a size, as wide as it may be: what is measured. */
export function drawTitle(card: Card, size: number): Node {
  const [text, language] = 'name' in card ? [card.name, card.language] : [card.title, card.language]
  return words(text, language, {
    fontSize: size,
    fontWeight: 600,
    lineHeight: 1.25,
    letterSpacing: isUnspaced(language) ? 0 : '-0.012em',
    color: COLOURS.ink,
    width: TITLE_WIDTH,
    overflowWrap: 'anywhere',
    textWrap: 'pretty',
    ...('name' in card && { textAlign: 'center', textWrap: 'balance' }),
  })
}

function drawReport(card: ReportCard, size: number): Node {
  const { archive, date, publisher } = card
  const line = { fontSize: 27, lineHeight: 1.4, color: COLOURS.quiet } as const
  return page([
    box({ flexDirection: 'row', alignItems: 'center', justifyContent: 'space-between', gap: 32, marginBottom: 20 }, [
      box({ flexDirection: 'row', alignItems: 'center', gap: 18, flexShrink: 1 }, [
        seal(42),
        words(archive.name, archive.language, { ...line, fontWeight: 600, color: COLOURS.ink, ...ON_ONE_LINE }),
      ]),
      words(date, archive.language, { ...line, flexShrink: 0 }),
    ]),
    ...doubleRule('thick first'),
    box({ flexGrow: 1, justifyContent: 'center' }, [
      box({ maxHeight: titleHeight(card), overflow: 'hidden', flexShrink: 0 }, [drawTitle(card, size)]),
    ]),
    rule(1, COLOURS.rule),
    box({ marginTop: 20 }, [words(publisher, card.language, { ...line, ...ON_ONE_LINE })]),
  ])
}

function drawArchive(card: ArchiveCard, size: number): Node {
  return page([
    ...doubleRule('thick first'),
    box({ flexGrow: 1, justifyContent: 'center', alignItems: 'center' }, [
      seal(64),
      ...(card.name === ''
        ? []
        : [
            box({ marginTop: 30, maxHeight: titleHeight(card), overflow: 'hidden', flexShrink: 0 }, [
              drawTitle(card, size),
            ]),
          ]),
      ...(card.description === ''
        ? []
        : [
            words(card.description, card.language, {
              ...{ fontSize: 31, lineHeight: 1.45, color: COLOURS.quiet, width: 880, marginTop: 22 },
              ...{ textAlign: 'center', textWrap: 'balance', lineClamp: 3 },
            }),
          ]),
    ]),
    ...doubleRule('thick last'),
  ])
}

const ON_ONE_LINE = { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis', flexShrink: 1 } as const

type Style = NonNullable<Node['style']>

function page(children: Node[]): Node {
  const style = { width: '100%', height: '100%', paddingInline: EDGE, paddingBlock: 58, backgroundColor: COLOURS.paper }
  return box(style, children)
}

function box(style: Style, children: Node[]): Node {
  return { type: 'container', style: { display: 'flex', flexDirection: 'column', ...style }, children }
}

function words(text: string, language: string, style: Style): Node {
  return { type: 'text', text, lang: language, style: { fontFamily: familiesFor(language), ...style } }
}

function seal(size: number): Node {
  return { type: 'image', src: SEAL, width: size, height: size, style: { flexShrink: 0 } }
}

/** Two rules of a title page, a thick and a thin one. */
function doubleRule(order: 'thick first' | 'thick last'): Node[] {
  const rules = [rule(4, COLOURS.ink), box({ height: 4, flexShrink: 0 }, []), rule(1, COLOURS.ink)]
  return order === 'thick first' ? rules : rules.reverse()
}

function rule(height: number, colour: string): Node {
  return box({ height, flexShrink: 0, width: '100%', backgroundColor: colour }, [])
}
