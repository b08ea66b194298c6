import { termsOf } from '#archive/catalogue.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { EMPTY_QUERY } from '#search/query.ts'
import { openTestArchive, openTestSite } from '../../search/open-test-archive.ts'
import { below, between, makeRandom, pick } from '../chance.ts'
import { makeNews, plainTextOf } from '../make-news.ts'
import { grouped, sum, type Row } from './table.ts'

const REPORTS = 3000
const SEARCHES = 500
/** The engine gets slower with all that it has read of an index: after so many searches it begins anew, as readers do. */
const SEARCHES_AT_ONCE = 5
const GOAL_RECALL = 0.99

/** Search made-up Chinese reports for parts of titles and of names, wherever a dictionary would divide them. */
export async function measureChinese(): Promise<Row[]> {
  const news = makeNews(REPORTS, { seed: 3, from: 2015, to: 2024, languages: 'zh' })
  const labels = new Map(
    news.terms.map(({ vocabulary, id, label, aliases }) => [
      `${vocabulary}/${id}`,
      [...Object.values(label), ...aliases],
    ]),
  )
  const readable = news.reports.map((report) => ({
    id: report.id,
    text: [report.title, ...plainTextOf(news.texts.get(report.id) ?? '')].join('\n'),
    names: VOCABULARIES.flatMap((vocabulary) =>
      termsOf(report, vocabulary).flatMap(({ id }) => labels.get(`${vocabulary}/${id}`) ?? []),
    ).join('\n'),
  }))
  const searches = drawParts([...news.reports.map(({ title }) => title), ...readable.map(({ names }) => names)])

  const archive = await openTestArchive(news.reports, news.terms, news.texts)
  let { engine } = archive
  const find = async (words: string): Promise<Set<string>> => {
    const found = await engine.list({ ...EMPTY_QUERY, words }, Infinity, () => undefined)
    return new Set(found.map(({ id }) => id))
  }
  const plain: Compared[] = []
  const quoted: Compared[] = []
  try {
    for (const [index, search] of searches.entries()) {
      if (index % SEARCHES_AT_ONCE === 0) ({ engine } = await openTestSite(archive.folder, 'en'))
      const inText = readable.filter(({ text }) => text.includes(search)).map(({ id }) => id)
      const inNames = readable.filter(({ names }) => names.includes(search)).map(({ id }) => id)
      plain.push({ search, found: await find(search), wanted: new Set([...inText, ...inNames]) })
      quoted.push({ search, found: await find(`"${search}"`), wanted: new Set(inText) })
    }
  } finally {
    archive.close()
  }
  return [
    toRow('without quotation marks, in texts and names: recall', plain, 'wanted', GOAL_RECALL),
    toRow('  precision', plain, 'found'),
    toRow('in quotation marks, in texts: recall', quoted, 'wanted', GOAL_RECALL),
    toRow('  precision', quoted, 'found', 1),
  ]
}

/** What was found, and what stands there. */
interface Compared {
  search: string
  found: Set<string>
  wanted: Set<string>
}

/** How much of what was found, or of what was to be found, is both. */
function toRow(what: string, compared: readonly Compared[], of: 'found' | 'wanted', goal?: number): Row {
  const both = sum(compared.map(({ found, wanted }) => found.intersection(wanted).size))
  const all = sum(compared.map((one) => one[of].size))
  const part = all === 0 ? 1 : both / all
  return {
    what,
    ...(goal !== undefined && { goal: `≥ ${String(goal)}`, isMet: part >= goal }),
    measured: `${grouped(part, 4)} (${grouped(both)} of ${grouped(all)})`,
    cases: compared
      .filter(({ found, wanted, ...one }) => !{ found, wanted, ...one }[of].isSubsetOf(of === 'found' ? wanted : found))
      .map(({ search, found, wanted }) => `${search}: ${String(found.size)} found, ${String(wanted.size)} there`),
  }
}

/** Two to four characters that stand together, of any of some texts. */
function drawParts(texts: readonly string[]): string[] {
  const random = makeRandom(4)
  const parts: string[] = []
  while (parts.length < SEARCHES) {
    const runs = pick(random, texts).match(/\p{Script=Han}{2,}/gu)
    if (runs === null) continue
    const run = pick(random, runs)
    const length = Math.min(run.length, between(random, 2, 4))
    const start = below(random, run.length - length + 1)
    parts.push(run.slice(start, start + length))
  }
  return parts
}
