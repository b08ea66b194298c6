import { anniversaryAddress, periodAddress } from '#archive/addresses.ts'
import { precisionOf, type Precision } from '#archive/calendar.ts'
import type { Catalogue, Period } from '#archive/catalogue.ts'
import { findEmptiedPeriods } from '#archive/emptied-periods.ts'
import { browseOf } from './browse.ts'
import { readRedirects } from './ledger.ts'
import { oncePerCatalogue } from '#archive/once-per-catalogue.ts'
import { keysOf } from './page-keys.ts'

/** The page of each year. */
export function planYears(catalogue: Catalogue) {
  const { ofPeriod } = keysOf(catalogue)
  return catalogue.years.map((year) => ({
    address: periodAddress(year.id),
    params: { year: year.id },
    props: { year },
    key: () => ofPeriod(year),
  }))
}

/** The page of each month. */
export function planMonths(catalogue: Catalogue) {
  const { ofPeriod } = keysOf(catalogue)
  return monthsOf(catalogue).map((month) => ({
    address: periodAddress(month.id),
    params: { year: month.id.slice(0, 4), month: month.id.slice(5) },
    props: { month },
    key: () => ofPeriod(month),
  }))
}

/** The page of each day. */
export function planDays(catalogue: Catalogue) {
  const { ofPeriod } = keysOf(catalogue)
  return monthsOf(catalogue).flatMap((month) =>
    month.parts.map((day) => ({
      address: periodAddress(day.id),
      params: { year: day.id.slice(0, 4), month: day.id.slice(5, 7), day: day.id.slice(8) },
      props: { day, month },
      key: () => ofPeriod(day, month),
    })),
  )
}

const emptiedPeriods = oncePerCatalogue((catalogue) => findEmptiedPeriods(catalogue, readRedirects()))

/** The page of each year, month or day that published reports have left. */
export function planEmptied(catalogue: Catalogue, precision: Precision) {
  const { ofEmptied } = keysOf(catalogue)
  return emptiedPeriods(catalogue)
    .filter(({ id }) => precisionOf(id) === precision)
    .map((emptied) => ({
      address: periodAddress(emptied.id),
      params: { year: emptied.id.slice(0, 4), month: emptied.id.slice(5, 7), day: emptied.id.slice(8) },
      props: { emptied },
      key: () => ofEmptied(emptied),
    }))
}

/** The days of the year on which reports are remembered. */
export function planAnniversaries(catalogue: Catalogue) {
  const { ofAnniversary } = keysOf(catalogue)
  return Array.from(browseOf(catalogue).anniversaries.values(), (anniversary) => ({
    address: anniversaryAddress(anniversary.day),
    params: { day: anniversary.day },
    props: { anniversary },
    key: () => ofAnniversary(anniversary),
  }))
}

function monthsOf({ years }: Catalogue): Period[] {
  return years.flatMap((year) => year.parts)
}
