import { oncePerCatalogue } from '#archive/once-per-catalogue.ts'
import { fingerprintsOf } from './fingerprints.ts'

/**
 * Digests of some things, 64 bits each, in two halves. Sums of them, which begin anew beyond 32 bits, tell of any stretch of any list of these
 * things which ones stand in it, by two subtractions; in which order they stand must follow from what the digests are of.
 */
export type Digests = readonly [Uint32Array, Uint32Array]

/** The two halves of a digest, or of a sum of digests. */
export type Halves = readonly [number, number]

/** The digests of things in their order. `fingerprintOf` gives that of one in base64, at least 64 bits. */
export function digestsOf<Thing>(things: readonly Thing[], fingerprintOf: (thing: Thing) => string): Digests {
  const halves = [new Uint32Array(things.length), new Uint32Array(things.length)] as const
  for (const [place, thing] of things.entries()) {
    const bytes = Buffer.from(fingerprintOf(thing), 'base64url')
    halves[0][place] = bytes.readUInt32LE(0)
    halves[1][place] = bytes.readUInt32LE(4)
  }
  return halves
}

/** The digests of all reports that have a page, in the order of `catalogue.pages`. */
export const digestsOfPages = oncePerCatalogue((catalogue): Digests =>
  digestsOf(catalogue.pages, fingerprintsOf(catalogue).ofReport),
)

/** The digest at a place. */
export function digestAt([first, second]: Digests, place: number): Halves {
  return [first[place] ?? 0, second[place] ?? 0]
}

/** The sums of the first things of a list, given by their places: of none, of one, of two. */
export function runningSums(places: ArrayLike<number>, digests: Digests): Digests {
  const sumsOf = (half: Uint32Array): Uint32Array => {
    const sums = new Uint32Array(places.length + 1)
    for (let at = 0; at < places.length; at += 1) sums[at + 1] = (sums[at] ?? 0) + (half[places[at] ?? 0] ?? 0)
    return sums
  }
  return [sumsOf(digests[0]), sumsOf(digests[1])]
}

/** The sum of the digests of a list from one place up to another, which is no longer among them. */
export function sumBetween([first, second]: Digests, from: number, to: number): Halves {
  return [((first[to] ?? 0) - (first[from] ?? 0)) >>> 0, ((second[to] ?? 0) - (second[from] ?? 0)) >>> 0]
}
