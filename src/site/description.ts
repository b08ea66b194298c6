import { ALTERNATE_FORMATS } from '#archive/alternates.ts'
import { alternateAddress, CARD, HOME, reportAddress, shortAddress, termAddress } from '#archive/addresses.ts'
import { termsOf, type Catalogue, type Report } from '#archive/catalogue.ts'
import { copyOf } from '#archive/outgoing-links.ts'
import type { NamedTerm } from '#archive/report.ts'
import type { Vocabulary } from '#archive/vocabulary.ts'
import type { Description, Linked, NamedThing, Source } from '#formats/description.ts'
import { settings } from '../site.config.ts'
import { ownInterface } from './interface.ts'
import { historyOf } from './ledger.ts'
import { absolute } from './links.ts'
import { getCopies } from './outgoing-links.ts'
import { toldOnce, translationGroupOf } from './translations.ts'

const { labelOf } = ownInterface

/** Everything that machine formats say of a report: the one place where it is put together. */
export function describe(catalogue: Catalogue, report: Report): Description {
  const { id, kind, status, lang, title, titleSupplied, summary, path, date, event, source, sources } = report
  const history = historyOf(report)
  const recorded = history?.published
  const published = kind === 'report' ? date : recorded
  const modified = [...report.corrections, ...(report.notice === undefined ? [] : [report.notice])]
    .map((change) => change.date)
    .sort()
    .at(-1)
  const covers = event ?? (kind === 'brief' ? date : undefined)
  const version = history?.versions.at(-1)?.version
  const license = kind === 'brief' ? settings.briefLicense : undefined
  const { name, description } = ownInterface.archive
  const archive = { name, url: absolute(HOME) }
  const thing = (vocabulary: Vocabulary, named: NamedTerm): NamedThing => toThing(catalogue, vocabulary, named)
  const things = (vocabulary: Vocabulary): NamedThing[] =>
    termsOf(report, vocabulary).map((named) => thing(vocabulary, named))
  const original = report.translationOf === undefined ? undefined : catalogue.byId.get(report.translationOf)
  return {
    id,
    kind,
    // Only the live preview shows a draft; it speaks of it as it will be.
    status: status === 'draft' ? 'published' : status,
    language: lang,
    title,
    titleSupplied,
    ...(summary !== undefined && { summary }),
    url: absolute(reportAddress(path)),
    shortUrl: absolute(shortAddress(id)),
    date,
    ...(published !== undefined && { published }),
    ...(recorded !== undefined && { recorded }),
    ...(modified !== undefined && { modified }),
    ...(covers !== undefined && { covers }),
    ...(version !== undefined && { version }),
    // The address of the source is that of the item, not of who published it.
    publisher: kind === 'report' && source !== undefined ? { name: source.name } : archive,
    archive: { ...archive, description, language: ownInterface.language },
    sources: [...(source === undefined ? [] : [source]), ...sources].map((one) => toSource(one, status)),
    ...(report.rights !== undefined && { rights: report.rights }),
    ...(license !== undefined && { license }),
    topics: things('topics'),
    places: things('places'),
    organisations: things('organisations'),
    people: things('people'),
    ...(report.dateline !== undefined && { dateline: thing('places', { id: report.dateline }) }),
    ...(report.series !== undefined && { series: toSeries(catalogue, report, report.series) }),
    ...(original !== undefined && { translationOf: toLinked(original) }),
    translations: siblingsOf(catalogue, report).map(toLinked),
    corrections: report.corrections,
    ...(report.notice !== undefined && { notice: toNotice(report.notice) }),
    alternates: ALTERNATE_FORMATS.filter(({ name }) => settings.alternates.includes(name)).map(
      ({ type, label, file }) => ({ type, name: label, url: absolute(alternateAddress(path, file)) }),
    ),
    image: {
      url: absolute(settings.cards === 'reports' ? alternateAddress(path, 'card.png') : CARD),
      type: 'image/png',
      width: 1200,
      height: 630,
      alternative: settings.cards === 'reports' ? title : name,
    },
  }
}

function toThing({ terms }: Catalogue, vocabulary: Vocabulary, { id, role }: NamedTerm): NamedThing {
  const term = terms[vocabulary].get(id)?.term
  return {
    vocabulary,
    id,
    name: term === undefined ? id : labelOf(term).text,
    names: term?.label ?? {},
    aliases: term?.aliases ?? [],
    url: absolute(termAddress(vocabulary, id)),
    sameAs: term?.sameAs ?? [],
    ...(role !== undefined && { role }),
  }
}

function toSeries(catalogue: Catalogue, report: Report, id: string): NonNullable<Description['series']> {
  const reports = catalogue.terms.series.get(id)?.reports ?? []
  const { told, positions } = toldOnce(catalogue, reports)
  const position = (positions.get(report) ?? -1) + 1
  return { ...toThing(catalogue, 'series', { id }), ...(position > 0 && { position }), count: told.length }
}

/** The other reports that say the same in other languages, but for the original. */
function siblingsOf(catalogue: Catalogue, report: Report): Report[] {
  const group = translationGroupOf(catalogue, report)
  return [...(group?.byLanguage.values() ?? [])].filter(
    (other) => other !== report && other.id !== report.translationOf,
  )
}

function toLinked({ id, title, lang, path }: Report): Linked {
  return { id, title, language: lang, url: absolute(reportAddress(path)) }
}

function toSource({ name, url }: { name: string; url?: string | undefined }, status: Report['status']): Source {
  // What was taken back here is not handed out from elsewhere.
  const copy = status === 'gone' ? undefined : copyOf(getCopies(), url)
  return { name, ...(url !== undefined && { url }), ...(copy !== undefined && { copy }) }
}

function toNotice({ date, text, alternative }: NonNullable<Report['notice']>): NonNullable<Description['notice']> {
  return { date, text, ...(alternative !== undefined && { alternative }) }
}
