/**
 * Divide things by how their names begin, so that no part holds more than `most` of them, but for those of one name. A thing that is
 * added changes its own part only, unless that is full and is divided.
 *
 * @returns the parts by the beginnings of their names, each thing in one of them, in the order in which they were given
 */
export function divideByBeginning<Thing>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
  most: number,
): Map<string, readonly Thing[]> {
  const divide = (some: readonly Thing[], beginning: string): (readonly [string, readonly Thing[]])[] => {
    if (some.length <= most) return [[beginning, some]]
    const length = beginning.length + 1
    const groups = Map.groupBy(some, (thing) => nameOf(thing).slice(0, length))
    return Array.from(groups).flatMap(([longer, group]) =>
      longer === beginning ? [[longer, group] as const] : divide(group, longer),
    )
  }
  return new Map(divide(things, ''))
}
