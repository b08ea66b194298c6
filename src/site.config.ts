import type { Settings } from '#archive/settings.ts'

/** The owner's file: everything that makes these pages one archive and not another. Each key is explained at its type. */
export const settings: Settings = {
  name: { en: 'Copyright News Archive', 'zh-Hans': '版权新闻档案' },
  description: {
    en: 'Reports on copyright and its international treaties, from the Paris Convention of 1883 to today.',
    'zh-Hans': '有关版权及其国际条约的报道，自1883年《巴黎公约》至今。',
  },
  publisher: 'Copyright News Archive',
  about: {
    en: [
      'This archive keeps news on copyright and on the treaties that carry it across borders. It holds two kinds of record. ' +
        'A report is an item archived as it was received: its wording is never touched, and the page says who published it and where. ' +
        'A brief is a short record that the archive compiled in its own words from public sources, each of which it names.',
      'Reports are filed by the day their source published them, briefs by the day of what they record. ' +
        'Where only the month or the year is known, they are filed under that, and no day is made up.',
      'Every address here is meant to be cited. A report keeps its address, and every paragraph has a number that can be linked to.',
    ],
    'zh-Hans': [
      '本档案收存有关版权以及使版权跨越国界的各项条约的新闻。所收记录分为两类：' +
        '“报道”按收到时的原样存档，文字从不改动，页面注明由谁发布、发布于何处；' +
        '“简讯”由本档案依据公开来源以自己的文字编写，篇幅简短，并逐一列明来源。',
      '报道按来源发布之日归档，简讯按所记事件之日归档。只知年月或只知年份的，即归入该月或该年，不虚拟日期。',
      '这里的每个网址都可供引用。报道的网址保持不变，每个段落都有编号，可直接链接。',
    ],
  },
  languages: ['en', 'zh-Hans'],
  reportsPerPage: 50,
  reportsPerPeriod: 300,
  latestReports: 12,
  relatedReports: 4,
  reportsPerShard: 10_000,
  intersections: 200,
  termYears: true,
  alternates: ['json', 'md', 'bib', 'ris', 'csl', 'linkset'],
  feeds: { formats: ['atom', 'rss', 'json'], entries: 50, entriesOfTerms: 20, texts: true },
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
