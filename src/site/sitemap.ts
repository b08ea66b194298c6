import { reportAddress } from '#archive/addresses.ts'
import { browseAddresses } from '#archive/browse-addresses.ts'
import { divideSitemap, type SitemapPart } from '#formats/sitemap.ts'
import { getCatalogue } from './catalogue.ts'
import { absolute } from './links.ts'

/** The parts of the sitemap: one for each month (or year, where no more is known) of reports, one for all other pages. */
export async function getSitemapParts(): Promise<SitemapPart[]> {
  const catalogue = await getCatalogue()
  const months = Map.groupBy(catalogue.reports, ({ date }) => date.slice(0, 7))
  const lists = new Map([['pages', browseAddresses(catalogue)]])
  for (const [month, reports] of months)
    lists.set(
      month,
      reports.map(({ path }) => reportAddress(path)),
    )
  return divideSitemap(lists).map(({ name, addresses }) => ({ name, addresses: addresses.map(absolute) }))
}
