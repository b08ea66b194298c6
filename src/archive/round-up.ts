/**
 * A number rounded up to so many binary digits: what is made from it changes seldom while it grows one by one. With four it is exact up
 * to 16, and then too large by an eighth at most.
 *
 * @param count a whole number from 0 on
 */
export function roundUp(count: number, digits: number): number {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(Math.max(1, count))) + 1 - digits)
  return Math.ceil(count / step) * step
}
