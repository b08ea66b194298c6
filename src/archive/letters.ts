import { remember } from './remember.ts'

/** A group of an index from A to Z. */
export interface LetterGroup<Item> {
  /** The letter, or `#` for what begins with none of the language. */
  letter: string
  items: readonly Item[]
}

/** The heading of names that begin with no letter of the language. */
export const OTHERS = '#'

const LATIN = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
/** Two letters that are written as one in some languages, and are letters of their own in others: `Æ`, `Œ`, `ß`, `Þ`. */
const LIGATURES = ['AE', 'OE', 'SS', 'TH']

/**
 * Group names by their first letters, as an index of a language does: accents make no difference unless the language
 * counts the letter as one of its own (`É` under `E`; `Ö` under `O` in English, after `Z` in Swedish), and Chinese names
 * stand under the first letter of their pinyin, among the Latin ones. Groups and names come in the order of the language,
 * `#` last; equal names as they were given.
 *
 * @param nameOf the name under which an item is looked up
 * @param language the language of the index (BCP 47)
 */
export function groupByLetter<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  language: string,
): LetterGroup<Item>[] {
  const { place, compare } = makeIndex(language)
  const entries = items.map((item) => ({ item, place: place(nameOf(item)) }))
  entries.sort((a, b) => compare(a.place, b.place))
  return Array.from(
    Map.groupBy(entries, (entry) => entry.place.letter),
    ([letter, group]) => ({ letter, items: group.map(({ item }) => item) }),
  )
}

/** Make a function that compares two names by where they stand in an index of a language, as `groupByLetter` has them. */
export function nameOrderIn(language: string): (a: string, b: string) => number {
  const { place, compare } = makeIndex(language)
  const placeOf = remember(place)
  return (a, b) => compare(placeOf(a), placeOf(b))
}

/** Where a name stands in an index. */
interface Place {
  letter: string
  /** The name as it is sorted. */
  key: string
}

/** How names are put in their places in the index of a language, and these in order. */
interface Index {
  place: (name: string) => Place
  compare: (a: Place, b: Place) => number
}

function makeIndex(language: string): Index {
  const isChinese = new Intl.Locale(language).language === 'zh'
  const collated = isChinese ? PINYIN : language
  const collator = new Intl.Collator(collated, { numeric: true })
  const letterOf = makeLetterFinder(language, collated, isChinese)
  return {
    place: (name) => {
      const key = isChinese ? pronounced(withoutMarks(name)) : withoutMarks(name)
      return { letter: letterOf(key), key }
    },
    compare: (a, b) =>
      Number(a.letter === OTHERS) - Number(b.letter === OTHERS) ||
      collator.compare(a.letter, b.letter) ||
      collator.compare(a.key, b.key),
  }
}

/** The id of the heading of a group, to lead to: `letter-a`, `letter-ö`, `letter-others`. */
export function letterId(letter: string): string {
  return `letter-${letter === OTHERS ? 'others' : letter.toLowerCase()}`
}

/** Make a function that gives the heading of a name. */
function makeLetterFinder(language: string, collated: string, isChinese: boolean): (name: string) => string {
  const base = new Intl.Collator(collated, { sensitivity: 'base' })
  const own = alphabetOf(language)
  const letterOf = remember((first: string): string => {
    if (!own.test(first) && !/^\p{Script=Latin}/u.test(first)) return OTHERS
    const plain = [...LATIN, ...LIGATURES].find((letter) => base.compare(letter, first) === 0)
    if (plain !== undefined) return plain.charAt(0)
    const unaccented = Array.from(first.normalize('NFD'))[0] ?? first
    const isSame = base.compare(unaccented, first) === 0
    return (isSame ? unaccented : first.normalize('NFC')).toLocaleUpperCase(language)
  })
  return (name) => {
    const first = FIRST.exec(name)?.[0] ?? ''
    if (!/^\p{L}/u.test(first)) return OTHERS
    if (isChinese && /^\p{Script=Han}/u.test(first)) return pinyinInitial(name)
    return letterOf(first)
  }
}

/** The first letter or digit of a name with its accents. */
const FIRST = /^[\p{L}\p{N}]\p{M}*/u

/** A name from its first letter or digit on: quotation marks and brackets before it are passed over. */
function withoutMarks(name: string): string {
  return name.replace(/^[^\p{L}\p{N}]+(?=.)/u, '')
}

/** The scripts whose letters are few enough to be headings, as ISO 15924 codes. */
const ALPHABETS = ['Arab', 'Armn', 'Cyrl', 'Geor', 'Grek', 'Hebr', 'Latn']

/** A pattern of the letters of the script that a language is written in, if it is an alphabet; else of Latin ones. */
function alphabetOf(language: string): RegExp {
  const { script = '' } = new Intl.Locale(language).maximize()
  return new RegExp(`^\\p{Script=${ALPHABETS.includes(script) ? script : 'Latn'}}`, 'u')
}

/** Chinese in the order of pinyin, whatever the region's own order is. */
const PINYIN = 'zh-u-co-pinyin'
const pinyin = new Intl.Collator(PINYIN)

/**
 * What the Unicode collation puts before the first character of each pinyin letter, for indexes such as ours
 * (https://www.unicode.org/reports/tr35/tr35-collation.html#Collation_Indexes). No pinyin begins with I, U or V.
 */
const INITIALS = Array.from('ABCDEFGHJKLMNOPQRSTWXYZ', (letter) => ({ letter, mark: '\uFDD0' + letter }))

/** The last character, `zuò`, that the collation has a reading for: the rare ones after it stand by their strokes. */
const LAST_READ = '咗'

/**
 * The first letter of the pinyin of a name that begins with a Chinese character; `#` when the collation has no reading for
 * it. The whole name is compared: of some, such as 重庆, the collation knows the reading of the word.
 */
function pinyinInitial(name: string): string {
  const [character = ''] = name
  if (pinyin.compare(character, LAST_READ) > 0) return OTHERS
  return INITIALS.findLast(({ mark }) => pinyin.compare(mark, name) <= 0)?.letter ?? OTHERS
}

/**
 * First characters that are read in names otherwise than the collation reads them, which knows one reading of each, with
 * a character that is only read so.
 */
const READINGS: readonly (readonly [pattern: RegExp, sounds: string])[] = [
  [/^[长長](?![老子辈輩官者])/u, '常'],
  [/^[厦廈](?=[门門])/u, '下'],
  [/^番(?=禺)/u, '潘'],
  [/^柏(?=林)/u, '伯'],
  [/^曾/u, '增'],
  [/^翟/u, '宅'],
]

/** A Chinese name as it is to be sorted: `长沙` as if its first character were written with one that is read so. */
function pronounced(name: string): string {
  const [pattern, sounds] = READINGS.find(([beginning]) => beginning.test(name)) ?? []
  return pattern === undefined || sounds === undefined ? name : name.replace(pattern, sounds)
}
