/**
 * Do pieces of work at once, as many as have room together, each when its turn has come; one that is larger than all the room is done
 * alone. When one fails, no other is begun.
 *
 * @param room how much of it pieces may take together
 * @returns what came of each, in their order
 * @throws what the first that failed has thrown, when all that were begun have ended
 */
export async function doTogether<Piece, Result>(
  pieces: readonly Piece[],
  room: number,
  roomOf: (piece: Piece) => number,
  work: (piece: Piece) => Promise<Result>,
): Promise<Result[]> {
  const results: Promise<Result>[] = []
  const atWork = new Set<Promise<unknown>>()
  const state = { taken: 0, hasFailed: false }
  for (const piece of pieces) {
    const needed = roomOf(piece)
    while (atWork.size > 0 && state.taken + needed > room) await Promise.race(atWork)
    if (state.hasFailed) break
    state.taken += needed
    const result = work(piece)
    results.push(result)
    const ended = result
      .catch(() => {
        state.hasFailed = true
      })
      .then(() => {
        state.taken -= needed
        atWork.delete(ended)
      })
    atWork.add(ended)
  }
  await Promise.all(atWork)
  return Promise.all(results)
}
