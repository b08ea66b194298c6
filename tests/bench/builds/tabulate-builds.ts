import type { Contender } from './compare-builds.ts'
import { count, megabytes, medianOf, ratio, seconds } from './figures.ts'
import type { Table } from './format-table.ts'
import type { Remark } from './generator.ts'
import type { Cost } from './measure-command.ts'

/** What each contender took, the medians of its runs; the first one is what the others are compared with. */
export function tabulateCosts(
  reports: number,
  runs: number,
  contenders: readonly Contender[],
  notes: readonly string[],
): Table {
  const medians = contenders.map(({ costs }) => medianCost(costs))
  const [base] = medians
  return {
    heading: `${count(reports)} reports, built from nothing; medians of ${plural(runs, 'run')}`,
    columns: [
      'what',
      'wall s',
      'CPU s',
      'largest process MiB',
      'all processes MiB',
      'files',
      'MB',
      'wall ratio',
      'CPU ratio',
    ],
    rows: contenders.map(({ generator, inspected, failure }, index) => {
      const cost = medians[index]
      if (cost === undefined || failure !== undefined) return [`${generator.name}: failed`]
      return [
        generator.name,
        seconds(cost.wall),
        seconds(cost.processor),
        count(cost.largest),
        count(cost.together),
        count(inspected?.files),
        megabytes(inspected?.bytes),
        ratio(cost.wall, base?.wall),
        ratio(cost.processor, base?.processor),
      ]
    }),
    notes: [
      'Ratios are to the first line. CPU: of all processes, also in the system. Memory: the most that one process held, and that all held at one moment, where what they share counts for each.',
      ...notes,
    ],
  }
}

function medianCost(costs: readonly Cost[]): Cost | undefined {
  const wall = medianOf(costs.map((cost) => cost.wall))
  if (wall === undefined) return undefined
  return {
    wall,
    processor: medianOf(costs.map((cost) => cost.processor)),
    largest: medianOf(costs.map((cost) => cost.largest)),
    together: medianOf(costs.map((cost) => cost.together)),
  }
}

/** What each site has: a line for each feature, so that nobody takes less work for more speed. */
export function tabulateFeatures(reports: number, contenders: readonly Contender[]): Table {
  const built = contenders.filter(({ inspected }) => inspected !== undefined)
  const counted = (
    what: string,
    key: 'pages' | 'shortAddresses' | 'wordings' | 'feeds' | 'alternates' | 'translated' | 'search' | 'missing',
  ): string[] => [what, ...built.map(({ inspected }) => count(inspected?.[key]))]
  const found = (what: string, key: 'hasParagraphNumbers' | 'hasJsonLd'): string[] => [
    what,
    ...built.map(({ inspected }) => (inspected?.[key] === true ? 'yes' : 'no')),
  ]
  const told = (what: string, key: Remark): string[] => [what, ...built.map(({ generator }) => generator.remarks[key])]
  return {
    heading: `${count(reports)} reports: what each site has, and what it leaves out`,
    columns: ['what', ...built.map(({ generator }) => generator.name)],
    rows: [
      counted('pages (HTML)', 'pages'),
      counted('  of them short addresses', 'shortAddresses'),
      counted('  of them wordings and histories', 'wordings'),
      counted('  of them in a second language', 'translated'),
      counted('reports without a page', 'missing'),
      counted('feeds', 'feeds'),
      counted('reports in other formats, files', 'alternates'),
      counted('files of the search', 'search'),
      found('paragraphs with numbers', 'hasParagraphNumbers'),
      found('JSON-LD in reports', 'hasJsonLd'),
      told('check of the content', 'check'),
      told('addresses and wordings', 'addresses'),
      told('search', 'search'),
    ],
  }
}

function plural(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`
}
