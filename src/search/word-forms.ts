import { stemmer as arabic } from '@orama/stemmers/arabic'
import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as greek } from '@orama/stemmers/greek'
import { stemmer as hungarian } from '@orama/stemmers/hungarian'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as romanian } from '@orama/stemmers/romanian'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import { remember } from '#archive/remember.ts'
import type { KnownWord } from './dictionary.ts'
import { oneSpelling } from './spelling.ts'
import { isUnspacedWord } from './words.ts'

/** Stemmers (Snowball) by language. They run when an index is made, never in a browser. */
const STEMMERS: Readonly<Record<string, (word: string) => string>> = {
  ...{
    ar: arabic,
    da: danish,
    de: german,
    el: greek,
    en: english,
    es: spanish,
    fi: finnish,
    fr: french,
    hu: hungarian,
  },
  ...{ it: italian, nb: norwegian, nl: dutch, no: norwegian, pt: portuguese, ro: romanian, ru: russian, sv: swedish },
  ...{ tr: turkish },
}

/** How many reports hold each word, by the language of the reports. */
export type WordCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Whether a word can have other forms: those with a digit have none, and no more have those of scripts without spaces. */
export function canBeKnown(word: string): boolean {
  return !isUnspacedWord(word) && !/\p{N}/u.test(word)
}

/**
 * Find for each word that occurs its other forms and spellings that occur in the same language: words with one stem
 * are forms of one word, and words that have one stem once they are spelled alike are one word spelled in two ways.
 *
 * @returns the words in the order of their text, but for those that can have no other forms
 */
export function knownWords(counts: WordCounts): KnownWord[] {
  const known = new Map<string, { reports: number; forms: Set<string>; spellings: Set<string> }>()
  for (const [language, words] of byLanguage(counts)) {
    const kept = [...words].filter(([word]) => canBeKnown(word))
    const { spell, stem, areForms } = rulesOf(language)
    const groups = Map.groupBy(kept, ([word]) => stem(spell(word)))
    for (const [word, reports] of kept) {
      const entry = known.get(word) ?? { reports: 0, forms: new Set(), spellings: new Set() }
      known.set(word, entry)
      entry.reports += reports
      for (const [other] of groups.get(stem(spell(word))) ?? []) {
        if (other === word) continue
        if (stem(other) === stem(word) && areForms(word, other)) entry.forms.add(other)
        else if (areForms(spell(word), spell(other))) entry.spellings.add(other)
      }
    }
  }
  return Array.from(known, ([word, { reports, forms, spellings }]) => ({
    word,
    reports,
    forms: [...forms].sort(),
    spellings: [...spellings].filter((spelling) => !forms.has(spelling)).sort(),
  })).sort((a, b) => (a.word < b.word ? -1 : 1))
}

/** Counts of a language whatever the region: `en-GB` and `en-US` have the same words, spelled in two ways. */
function byLanguage(counts: WordCounts): WordCounts {
  const joined = new Map<string, Map<string, number>>()
  for (const [language, words] of counts) {
    const [code = ''] = language.split('-')
    const known = joined.get(code) ?? new Map<string, number>()
    joined.set(code, known)
    for (const [word, reports] of words) known.set(word, (known.get(word) ?? 0) + reports)
  }
  return joined
}

/** How words of a language are compared. */
interface Rules {
  spell: (word: string) => string
  stem: (word: string) => string
  areForms: (word: string, other: string) => boolean
}

function rulesOf(language: string): Rules {
  const [code = ''] = language.split('-')
  const stemmer = STEMMERS[code]
  const isEnglish = code === 'en'
  return {
    spell: isEnglish ? oneSpelling : (word) => word,
    // Two letters have no forms, and a stemmer cuts some of them to nothing. Asked several times of each word, and forgotten with the language.
    stem: remember((word) => (stemmer === undefined || word.length < 3 ? word : stemmer(word))),
    areForms: isEnglish ? areEnglishForms : () => true,
  }
}

/** Endings of English words that make another form of the same word, and not another word. */
const ENDING = /^(?:e?s|e?d|ing|y|ies|ied|ying|e)?$/

/**
 * Whether two English words with one stem are forms of one word. The stemmer also puts words together that mean different things
 * (international, intern; university, universe): only those that differ by an ending of the plural or of the verb are forms.
 */
function areEnglishForms(word: string, other: string): boolean {
  let same = 0
  while (same < word.length && word[same] === other[same]) same += 1
  const last = word[same - 1] ?? ''
  const rests = [word.slice(same), other.slice(same)]
  // Past and paste, us and use, part and party are other words; and of two letters most words are.
  if (rests.includes('') && (same < 3 || rests.some((rest) => rest === 'e' || rest === 'y'))) return false
  // Planned, planning: the last letter is doubled before these two.
  const isForm = (rest: string): boolean => ENDING.test(rest) || rest === `${last}ed` || rest === `${last}ing`
  const isNews = [word, other].includes('news')
  return rests.every(isForm) && !isNews
}
