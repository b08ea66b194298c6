import type { Settings } from '#archive/settings.ts'

/** The owner's file: everything that makes these pages one archive and not another. Each key is explained at its type. */
export const settings: Settings = {
  name: 'Copyright News Archive',
  description: 'Reports on copyright and its international treaties, from the Paris Convention of 1883 to today.',
  publisher: 'Copyright News Archive',
  about: [
    'This archive keeps news on copyright and on the treaties that carry it across borders. It holds two kinds of record. ' +
      'A report is an item archived as it was received: its wording is never touched, and the page says who published it and where. ' +
      'A brief is a short record that the archive compiled in its own words from public sources, each of which it names.',
    'Reports are filed by the day their source published them, briefs by the day of what they record. ' +
      'Where only the month or the year is known, they are filed under that, and no day is made up.',
    'Every address here is meant to be cited. A report keeps its address, and every paragraph has a number that can be linked to.',
  ],
  language: 'en',
  reportsPerPage: 50,
  reportsPerPeriod: 300,
  latestReports: 12,
  relatedReports: 4,
  reportsPerShard: 10_000,
  alternates: ['json', 'md', 'bib', 'ris', 'csl', 'linkset'],
  feeds: { formats: ['atom', 'rss', 'json'], entries: 50 },
  briefLicense: 'https://creativecommons.org/licenses/by/4.0/',
  cards: 'archive',
  limits: {
    bodyBytes: 512 * 1024,
    nesting: 100,
    footnotes: 500,
    tableCells: 10_000,
    pictureBytes: 20 * 1024 * 1024,
    picturePixels: 100_000_000,
  },
}
