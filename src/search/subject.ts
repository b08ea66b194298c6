import { reportAddress } from '#archive/addresses.ts'
import { termsOf, type Catalogue, type Report } from '#archive/catalogue.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import type { CoreColumns } from './columns.ts'
import type { Indexed } from './index-terms.ts'
import type { Block, SearchRecord } from './record.ts'

/** A report as search sees it: what is shown of it, and what it is found by. */
export interface Subject {
  /** What is shown, and with its title and text most of what it is found by. */
  record: SearchRecord
  /** Names that it is found by beside these, and what it is found by only as a whole. */
  names: readonly string[]
  keys: readonly string[]
}

/** All that a report is found by. */
export function indexedOf({ record: { title, blocks }, names, keys }: Subject): Indexed {
  return { title, blocks: blocks.map(([, words]) => words), names, keys }
}

/**
 * Prepare a report for search.
 *
 * @param blocks its text; see `toBlocks`
 * @param publisher who publishes what has no source
 * @param recorded the day on which the archive first published it, where it is known
 */
export function toSubject(
  report: Report,
  blocks: readonly Block[],
  { terms }: Catalogue,
  publisher: string,
  recorded?: string,
): Subject {
  const { id, path, title, date, kind, lang, source, sources, summary } = report
  const named = VOCABULARIES.flatMap((vocabulary) =>
    termsOf(report, vocabulary).flatMap((one) => {
      const term = terms[vocabulary].get(one.id)?.term
      return term === undefined ? [] : [{ vocabulary, term }]
    }),
  )
  const names = named.flatMap(({ term }) => [...Object.values(term.label), ...term.aliases])
  const text = [...(summary === undefined ? [] : [['', summary] as const]), ...blocks]
  const addresses = [source, ...sources].flatMap((one) => one?.url ?? [])
  return {
    record: {
      id,
      address: reportAddress(path),
      ...{ title, date, kind, lang },
      ...(kind === 'brief' && recorded !== undefined && { recorded }),
      ...(source !== undefined && { source: source.name }),
      publisher: kind === 'report' ? (source?.name ?? publisher) : publisher,
      terms: named.map(({ vocabulary, term }) => [vocabulary, term.id, term.label] as const),
      blocks: text,
    },
    names: [...new Set([...names, ...(source === undefined ? [] : [source.name])])],
    keys: [id, ...new Set(addresses)],
  }
}

/** What is known of the reports of one index besides their words: its core columns, and the reports of each term. */
export function toColumns(
  reports: readonly Report[],
  lengths: readonly number[],
): { core: CoreColumns; terms: TermLists } {
  const days = [...Map.groupBy(reports, ({ date }) => date)].map(([date, group]) => [date, group.length] as const)
  const listsOf = (valuesOf: (report: Report) => readonly string[]): Map<string, Uint32Array> => {
    const lists = new Map<string, number[]>()
    reports.forEach((report, ordinal) => {
      for (const value of new Set(valuesOf(report))) {
        const list = lists.get(value)
        if (list === undefined) lists.set(value, [ordinal])
        else list.push(ordinal)
      }
    })
    return new Map(Array.from(lists, ([value, list]) => [value, Uint32Array.from(list)]))
  }
  return {
    core: {
      days,
      lengths: Uint32Array.from(lengths),
      kind: listsOf(({ kind }) => [kind]),
      lang: listsOf(({ lang }) => [lang]),
    },
    terms: VOCABULARIES.map(
      (vocabulary) => [vocabulary, listsOf((report) => termsOf(report, vocabulary).map(({ id }) => id))] as const,
    ),
  }
}

/** For each vocabulary the reports that name its terms. */
type TermLists = readonly (readonly [vocabulary: string, lists: ReadonlyMap<string, Uint32Array>])[]
