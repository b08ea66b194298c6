import { below, between, lognormal, pick, type Random } from './chance.ts'
import { parseShares, weighWords, type MadeUpLanguage } from './made-up-language.ts'

/** Function words of English and their shares of a newspaper's words, in per cent. */
const FUNCTION_WORDS = parseShares(`
  the 6.0 of 2.9 to 2.7 and 2.6 a 2.2 in 2.1 that 1.0 for 0.95 is 0.85 on 0.75 was 0.75 with 0.65 it 0.65 by 0.6 as 0.6
  be 0.5 at 0.5 he 0.5 from 0.45 has 0.4 have 0.4 are 0.4 his 0.35 not 0.35 an 0.35 this 0.33 will 0.33 but 0.33 its 0.3
  were 0.3 had 0.3 they 0.28 which 0.25 or 0.25 who 0.25 their 0.25 been 0.22 would 0.22 one 0.22 more 0.2 also 0.2
  about 0.2 we 0.2 after 0.18 all 0.17 there 0.17 other 0.15 can 0.15 than 0.15 when 0.15 two 0.15 she 0.15 her 0.14
  if 0.13 some 0.13 up 0.13 into 0.12 out 0.12 no 0.12 so 0.1 what 0.1 only 0.1 could 0.1 over 0.1 first 0.1 you 0.1
  may 0.09 him 0.08 because 0.08 them 0.08 our 0.08 do 0.08 between 0.07 under 0.07 any 0.07 where 0.07 most 0.07
  before 0.07 these 0.07 such 0.07 through 0.06 should 0.06 now 0.06 during 0.06 against 0.06 many 0.06 those 0.05
  then 0.05 while 0.05 both 0.05 since 0.05 being 0.05 each 0.04 how 0.04 my 0.04 even 0.04 until 0.03 did 0.03 very 0.03
  without 0.03 same 0.03 among 0.03 per 0.02 within 0.02`)

/** Parts of syllables, the common ones several times. */
const SPELLINGS = {
  onsets: 'b c d f g h j k l m n p r s t v w b c d f l m n p r s t br cl cr dr fl gr pl pr sh st tr ch th qu'.split(
    ' ',
  ),
  nuclei: 'a e i o u a e i o a e i o a e ea ou ai oo'.split(' '),
  codas: 'n r s t l m d n r t g b p ck st nd'.split(' '),
}

/** Made-up English of `count` distinct words, made of syllables; half of the stems have a plural and two forms of a verb. */
export function makeEnglish(random: Random, count: number): MadeUpLanguage {
  const { words, shares } = FUNCTION_WORDS
  const givenNames = Array.from({ length: 300 }, () => writeProperName(random, 2))
  return {
    tag: 'en',
    words: [...words, ...makeForms(random, count - words.length, new Set(words))],
    functionWords: words.length,
    weights: weighWords(shares, count),
    space: ' ',
    comma: ',',
    stops: ['.', '.', '.', '.', '.', '.', '.', '.', '.', '?'],
    capitalise,
    writeNumber,
    writeName: (chance) => `${pick(chance, givenNames)} ${writeProperName(chance, between(chance, 2, 3))}`,
  }
}

/** A name of one word. */
export function writeProperName(random: Random, syllables: number): string {
  return capitalise(writeStem(random, syllables))
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Distinct words, the commonest first: a form other than the plain one is rarer than its stem, mostly. */
function makeForms(random: Random, count: number, taken: Set<string>): string[] {
  const forms: { form: string; score: number }[] = []
  for (let rank = 1; forms.length < count; rank += 1) {
    const own = rank % 2 === 0 ? inflect(makeStem(random, rank, taken)) : [makeStem(random, rank, taken)]
    own.forEach((form, index) => {
      if (taken.has(form)) return
      taken.add(form)
      forms.push({ form, score: rank * (index === 0 ? 1 : lognormal(random, 1.5 + index / 2, 0.6)) })
    })
  }
  return forms
    .slice(0, count)
    .sort((a, b) => a.score - b.score)
    .map(({ form }) => form)
}

/** A stem that is not taken; common ones are short. */
function makeStem(random: Random, rank: number, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const syllables =
      rank < 1500 ? pick(random, [1, 1, 1, 2]) : rank < 6000 ? pick(random, [1, 2, 2]) : pick(random, [2, 2, 3])
    const stem = writeStem(random, syllables + Math.floor(attempt / 20))
    if (stem.length > 2 && !taken.has(stem)) return stem
  }
}

function writeStem(random: Random, syllables: number): string {
  let stem = ''
  for (let left = syllables; left > 0; left -= 1) {
    const coda = random() < (left > 1 ? 0.8 : 0.3) ? '' : pick(random, SPELLINGS.codas)
    stem += pick(random, SPELLINGS.onsets) + pick(random, SPELLINGS.nuclei) + coda
  }
  return stem
}

function inflect(stem: string): string[] {
  const base = /[aiou]$/.test(stem) ? `${stem}n` : stem
  const root = base.replace(/e$/, '')
  return [base, base + (/(?:s|sh|ch)$/.test(base) ? 'es' : 's'), `${root}ed`, `${root}ing`]
}

function writeNumber(random: Random): string {
  switch (below(random, 5)) {
    case 0:
      return String(between(random, 1950, 2030))
    case 1:
      return `${(random() * 100).toFixed(1)} per cent`
    case 2:
      return `${String(between(random, 1, 999))},${String(below(random, 1000)).padStart(3, '0')}`
    default:
      return String(between(random, 2, 500))
  }
}
