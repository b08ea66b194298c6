import { ABOUT, ABOUT_LINKS, CORRECTIONS, DATA, FEEDS, SITEMAP, vocabularyAddress } from '#archive/addresses.ts'
import type { Catalogue, Report } from '#archive/catalogue.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import type { Guide, PlainReport } from '#formats/llms.ts'
import { settings } from '../site.config.ts'
import { PACKAGE_FILE, partsOfYears, SUMS_FILE, TERMS_FILE, titleOfPart } from './data.ts'
import { withPlainSpaces } from './dates.ts'
import { describe } from './description.ts'
import { ownInterface } from './interface.ts'
import { absolute } from './links.ts'
import { renderText } from './text.ts'

const { archive, words, countReports } = ownInterface
const formatDate = (date: string): string => withPlainSpaces(ownInterface.formatDate(date))

/** What `llms.txt` says of this archive. */
export function makeGuide(catalogue: Catalogue): Guide {
  const { reports } = catalogue
  const [first, last] = [reports[0], reports.at(-1)]
  const link = (title: string, address: string, note?: string): Guide['sections'][number]['links'][number] => ({
    title,
    url: absolute(address),
    ...(note !== undefined && { note }),
  })
  const texts = partsOfYears(catalogue).map(({ id, reports: ofPart }) =>
    link(titleOfPart(id, { words, formatDate }), `/llms/${id}.txt`, words.guide.textNote(countReports(ofPart.length))),
  )
  const terms = VOCABULARIES.map((vocabulary) =>
    link(words.vocabularies[vocabulary], vocabularyAddress(vocabulary), words.vocabularyNotes[vocabulary]),
  )
  const data = [
    link(PACKAGE_FILE, DATA + PACKAGE_FILE, words.data.package.description),
    link(TERMS_FILE, DATA + TERMS_FILE, words.data.terms.description),
    link(SUMS_FILE, DATA + SUMS_FILE, words.data.sums.description),
  ]
  const about = [
    link(words.about.title, ABOUT),
    link(words.data.links, ABOUT_LINKS),
    link(words.report.corrections, CORRECTIONS),
    link('Sitemap', SITEMAP),
  ]
  return {
    title: archive.name,
    description: archive.description,
    ...(first !== undefined &&
      last !== undefined && {
        details: words.guide.details(countReports(reports.length), formatDate(first.date), formatDate(last.date)),
      }),
    sections: [
      { title: words.guide.texts, links: texts.reverse() },
      { title: words.guide.terms, links: terms },
      { title: words.guide.data, links: data },
      { title: words.guide.feeds, links: settings.feeds.formats.length === 0 ? [] : [link(words.guide.feeds, FEEDS)] },
      { title: words.guide.about, links: about },
    ],
  }
}

/** A report with its text, plain. @throws Error that names the file, which stops the build */
export function toPlainReport(catalogue: Catalogue, report: Report): PlainReport {
  const { title, date, language, publisher, url } = describe(catalogue, report)
  return { title, date, language, publisher: publisher.name, url, paragraphs: renderText(report).paragraphs }
}
