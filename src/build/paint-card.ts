import { Renderer } from '@takumi-rs/core'
import {
  CARD_SIZE,
  drawCard,
  drawTitle,
  SEAL,
  textsOf,
  TITLE_SIZES,
  TITLE_WIDTH,
  titleHeight,
  type Card,
} from './card-design.ts'
import type { CardFonts } from './card-fonts.ts'

/** Paints cards, as PNG of `CARD_SIZE`. The same card gives the same bytes. */
export type PaintCard = (card: Card) => Promise<Uint8Array>

/**
 * Get ready to paint cards.
 *
 * @param seal the picture of the archive, as SVG
 */
export function openPainter(fonts: CardFonts, seal: Uint8Array): PaintCard {
  const renderer = new Renderer()
  const images = [{ src: SEAL, data: seal }]
  // Fonts that one card asked for may be what another one waits for too.
  let ready: Promise<unknown> = Promise.resolve()
  return async (card) => {
    for (const font of fonts.load(textsOf(card))) ready = ready.then(() => renderer.registerFont(font))
    await ready
    const size = await findSize(card)
    return renderer.render(drawCard(card, size), { ...CARD_SIZE, images, format: 'png' })
  }

  /** The largest size in which the title has room; the least one where it has none. */
  async function findSize(card: Card): Promise<number> {
    for (const size of TITLE_SIZES) {
      const { height } = await renderer.measure(drawTitle(card, size), { width: TITLE_WIDTH })
      if (height <= titleHeight(card)) return size
    }
    return TITLE_SIZES.at(-1) ?? 0
  }
}
