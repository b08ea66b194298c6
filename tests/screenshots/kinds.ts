/** A kind of page, by one address of it. */
export interface Kind {
  /** What it is called, in a file name: `report-in-arabic`. */
  name: string
  /** The archive that has one: this repository's own, or the fixture archive. */
  site: 'own' | 'small'
  path: string
  /** What the server answers; 200 if nothing else is said. */
  status?: number
}

/** Every kind of page, in the order of the contact sheet. */
export const KINDS: readonly Kind[] = [
  { name: 'home', site: 'own', path: '/' },
  { name: 'years', site: 'own', path: '/years/' },
  { name: 'year', site: 'own', path: '/2024/' },
  { name: 'month', site: 'own', path: '/2024/12/' },
  { name: 'day', site: 'own', path: '/2024/12/20/' },
  { name: 'days-of-the-year', site: 'own', path: '/on-this-day/' },
  { name: 'day-of-the-year', site: 'own', path: '/on-this-day/12-20/' },
  { name: 'vocabulary', site: 'own', path: '/organisations/' },
  { name: 'topics', site: 'own', path: '/topics/' },
  { name: 'term', site: 'own', path: '/organisations/wipo/' },
  { name: 'term-in-a-year', site: 'own', path: '/organisations/wipo/2024/' },
  { name: 'terms-together', site: 'own', path: '/places/switzerland/with/organisations-wipo/' },
  { name: 'timeline', site: 'own', path: '/series/berne-convention-acts/timeline/' },
  { name: 'numbered-page', site: 'own', path: '/topics/treaties/page/1/' },
  { name: 'series', site: 'own', path: '/series/berne-convention-acts/' },
  { name: 'report-in-english', site: 'own', path: '/2024/12/overseas-copyright-risk-training-changsha/' },
  { name: 'report-translated', site: 'own', path: '/1886/09/berne-convention-signed-zh/' },
  { name: 'report-with-everything', site: 'small', path: '/2024/12/a-report-with-everything/' },
  { name: 'report-in-chinese', site: 'small', path: '/2024/12/a-report-in-chinese/' },
  { name: 'report-in-arabic', site: 'small', path: '/2024/11/a-report-in-arabic/' },
  { name: 'report-with-a-long-title', site: 'small', path: '/2024/11/a-title-of-three-hundred-characters/' },
  { name: 'report-known-by-its-year', site: 'small', path: '/2023/a-report-known-by-its-year/' },
  { name: 'withdrawn', site: 'small', path: '/2023/05/a-withdrawn-report/' },
  { name: 'removed', site: 'small', path: '/2023/05/a-report-that-is-gone/', status: 410 },
  { name: 'history', site: 'small', path: '/2024/12/a-report-with-everything/v/' },
  { name: 'first-wording', site: 'small', path: '/2024/12/a-report-with-everything/v/1/' },
  { name: 'second-wording', site: 'small', path: '/2024/12/a-report-with-everything/v/2/' },
  { name: 'moved', site: 'small', path: '/2024/12/an-address-that-was-left/' },
  { name: 'search', site: 'own', path: '/search/' },
  { name: 'search-with-results', site: 'own', path: '/search/?q=copyright+treaty' },
  { name: 'search-with-choices', site: 'own', path: '/search/?q=NCAC&topics=training&from=1990&sort=oldest' },
  { name: 'search-in-chinese', site: 'own', path: '/search/?q=%E7%89%88%E6%9D%83' },
  { name: 'search-mistyped', site: 'own', path: '/search/?q=copyrigth' },
  { name: 'search-without-results', site: 'own', path: '/search/?q=nothingatallisfound' },
  { name: 'corrections', site: 'small', path: '/corrections/' },
  { name: 'coverage', site: 'own', path: '/about/coverage/' },
  { name: 'about', site: 'own', path: '/about/' },
  { name: 'promise', site: 'own', path: '/about/links/' },
  { name: 'feeds', site: 'own', path: '/feeds/' },
  { name: 'data', site: 'own', path: '/data/' },
  { name: 'identifiers', site: 'own', path: '/r/' },
  { name: 'not-found', site: 'own', path: '/not-here/', status: 404 },
]

/** How a page is looked at: in a window or on paper. */
export interface View {
  name: string
  width: number
  theme: 'light' | 'dark'
  media: 'screen' | 'print'
}

/** Both themes in three widths, and A4 paper at 96 dots an inch less its margins. */
export const VIEWS: readonly View[] = [
  ...[360, 768, 1280].flatMap((width) =>
    (['light', 'dark'] as const).map((theme) => ({
      name: `${String(width)}-${theme}`,
      width,
      theme,
      media: 'screen' as const,
    })),
  ),
  { name: 'print', width: 642, theme: 'dark', media: 'print' },
]

/** Languages in which pages may stand a second time, under their own folder. */
const TWINS = ['zh']

/** The same page in other languages. A report keeps its address in its own language; a page that is not there has no twin. */
export function twinsOf({ name, path, status, ...kind }: Kind): Kind[] {
  if (status !== undefined || /^\/\d{4}\/(?:\d\d\/)?[a-z]/.test(path)) return []
  return TWINS.map((language) => ({ ...kind, name: `${name}-${language}`, path: `/${language}${path}` }))
}
