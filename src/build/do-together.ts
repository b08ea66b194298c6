/**
 * Do pieces of work at once, as many as have room together, each when its turn has come; one that is larger than all the room is done
 * alone. When one fails, no other is begun: it fails with the same error.
 *
 * @param room how much of it pieces may take together
 * @returns what will come of each, in their order; whoever waits for one that fails is told, and nobody else
 */
export function doTogether<Piece, Result>(
  pieces: readonly Piece[],
  room: number,
  roomOf: (piece: Piece) => number,
  work: (piece: Piece) => Promise<Result>,
): Promise<Result>[] {
  const turns = pieces.map((piece) => ({ piece, ...Promise.withResolvers<Result>() }))
  for (const { promise } of turns) promise.catch(() => undefined)
  void doInTurn(turns, room, roomOf, work)
  return turns.map(({ promise }) => promise)
}

/** A piece of work, and how it is told what came of it. */
interface Turn<Piece, Result> {
  piece: Piece
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

async function doInTurn<Piece, Result>(
  turns: readonly Turn<Piece, Result>[],
  room: number,
  roomOf: (piece: Piece) => number,
  work: (piece: Piece) => Promise<Result>,
): Promise<void> {
  const atWork = new Set<Promise<void>>()
  const failures: unknown[] = []
  let taken = 0
  for (const { piece, resolve, reject } of turns) {
    const needed = roomOf(piece)
    while (failures.length === 0 && atWork.size > 0 && taken + needed > room) await Promise.race(atWork)
    if (failures.length > 0) {
      reject(failures[0])
      continue
    }
    taken += needed
    const fail = (error: unknown): void => {
      failures.push(error)
      reject(error)
    }
    const working = work(piece)
      .then(resolve, fail)
      .finally(() => {
        taken -= needed
        atWork.delete(working)
      })
    atWork.add(working)
  }
}
