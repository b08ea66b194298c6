import type { Report } from '#archive/catalogue.ts'
import { makeNews, type News } from '../make-news.ts'

/** News that nobody wrote, and one report more that comes the day after. */
export interface TenYears {
  news: News
  next: Report
}

const SEED = 20_261_122
const FROM = 2015
export const YEARS = 10

/** Make up ten years of English news, the same for the same count. What words there are does not depend on the count. */
export function makeTenYears(count: number): TenYears {
  const news = makeNews(count + 1, { seed: SEED, from: FROM, to: FROM + YEARS - 1 })
  const last = news.reports.pop()
  if (last === undefined) throw new Error('there is no news')
  return { news, next: { ...last, date: `${String(FROM + YEARS)}-01-01` } }
}

/** How many reports an index may hold so that there are so many of them, in whole years, with room for some reports more. */
export function sizeFor(count: number, indexes: number): number {
  return Math.ceil((count / indexes) * 1.05)
}
