/** Stems that are written in two ways, the British first, wherever in a word they stand. */
const STEMS: Readonly<Record<string, string>> = {
  advisor: 'adviser',
  aemi: 'emi',
  aeon: 'eon',
  aeroplane: 'airplane',
  aesthe: 'esthe',
  aluminium: 'aluminum',
  amoeb: 'ameb',
  archaeo: 'archeo',
  artefact: 'artifact',
  caesarea: 'cesarea',
  caesi: 'cesi',
  carburett: 'carburet',
  chequered: 'checkered',
  chilli: 'chili',
  clarinettist: 'clarinetist',
  coeliac: 'celiac',
  cognis: 'cogniz',
  connexion: 'connection',
  cypher: 'cipher',
  doughnut: 'donut',
  draughtsm: 'draftsm',
  enquir: 'inquir',
  faeca: 'feca',
  faece: 'fece',
  flexion: 'flection',
  foet: 'fet',
  furore: 'furor',
  gaol: 'jail',
  grey: 'gray',
  gynaec: 'gynec',
  haema: 'hema',
  haemo: 'hemo',
  homoeo: 'homeo',
  jewellery: 'jewelry',
  leucocyt: 'leukocyt',
  liquorice: 'licorice',
  manoeuv: 'maneuv',
  mediaev: 'mediev',
  mollusc: 'mollusk',
  mould: 'mold',
  moult: 'molt',
  moustach: 'mustach',
  oedem: 'edem',
  oesoph: 'esoph',
  oestr: 'estr',
  omelette: 'omelet',
  paed: 'ped',
  palaeo: 'paleo',
  pedlar: 'peddler',
  plough: 'plow',
  practis: 'practic',
  pyjama: 'pajama',
  rrhoea: 'rrhea',
  sceptic: 'skeptic',
  sulph: 'sulf',
  titbit: 'tidbit',
  tranquillity: 'tranquility',
  tsar: 'czar',
  waggon: 'wagon',
  whiskey: 'whisky',
  woollen: 'woolen',
  yoghurt: 'yogurt',
}

const STEM = new RegExp(Object.keys(STEMS).join('|'), 'g')

/** What to write for the endings of British words. No rule looks behind, which browsers before 2023 cannot read. */
const RULES: readonly (readonly [ending: RegExp, american: string])[] = [
  // Not prise, which is no prize.
  [/^(.{3,})is(e[drs]?|ers|ings?|abl[ey]|ability|ations?|ational|ationally|ements?)$/, '$1iz$2'],
  [/^(..+)lys(e[drs]?|ers|ing|able)$/, '$1lyz$2'],
  // Not four, hour, tour, mourning.
  [
    /(arb|ard|arm|behavi|cand|clam|clang|col|demean|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|savi?|splend|succ|tum|val|vap|vig)our/,
    '$1or',
  ],
  // Not acre, ogre, genre, timbre.
  [
    /(calib|cent|fib|goit|lit|lust|maneuv|meag|met|mit|och|reconnoit|sab|scept|sepulch|somb|spect|theat)r(?:(?=ed$)|e(?=(?:s|ly|less|boards?|folds?|glass|goers?|pieces?)?$))/,
    '$1er',
  ],
  [/(cent|maneuv)r(?=ing|ab)/, '$1er'],
  // Not fence, hence.
  [/^(|re|sub|self)(def|off|lic|pret)enc(e|ed|es|ing|eless)$/, '$1$2ens$3'],
  // Not filled, called, refilled, which are no filed, caled, refiled.
  [
    /^(?!.*fill)(.*[aeiouy][^aeiouy]+[aeiou]{1,2}|.*(?:cr|d|f|gr)ue|.*(?:d|tr|v)ia)ll(ed|ings?|e?st|ers?|ors?|ous|ously|ists?|able|ations?)$/,
    '$1l$2',
  ],
  [/(bia|focu)ss(e[ds]|ing)$/, '$1s$2'],
  [/(kidna|worshi)pp(ed|ers?|ing)$/, '$1p$2'],
  [/(benefi)tt(ed|ing)$/, '$1t$2'],
  // Not rogue, vogue; nor prologue, for Prolog is a language.
  [/(anal|catal|demag|dial|epil|homol|ideol|monol|pedag|synag|travel)ogu(?:(?=e[dr]|i)|e(?=s?$))/, '$1og'],
  // Not programmed and programmer, which have two m on both sides.
  [/gramme(s?)$/, 'gram$1'],
  [/^(un)?(ski|wi)lful/, '$1$2llful'],
  [/^(appa|disti|enro|enthra|fulfi|insta|insti)l(s|ments?)?$/, '$1ll$2'],
  [/(bridg|judg|knowledg|lodg)ement/, '$1ment'],
  [/^(.+[^aceghiouy])eab(le|ly|ility)$/, '$1ab$2'],
  [/^age(ing|ism|ist)$/, 'ag$1'],
  [/^(re)?routeing$/, '$1routing'],
  [/^cos(y|ier|iest|ily|iness)$/, 'coz$1'],
]

/** What any of them touches: one word in a hundred, and to look for it at once is ten times as fast. */
const TOUCHED = new RegExp([STEM, ...RULES.map(([ending]) => ending)].map(({ source }) => source).join('|'))

/**
 * One spelling for the British and the American one of an English word: `organisation` and `organization`, `colour` and `color`,
 * `travelled` and `traveled`. It is a key to group words by and not to be shown: most often the American spelling, but a word
 * that only looks British gets one that does not exist (`exercise` gives `exercize`). Words that merely sound alike stay
 * apart (`cheque` and `check`, `storey` and `story`), and so do all words that are not in Latin letters.
 *
 * @param word in lower case and without accents
 */
export function oneSpelling(word: string): string {
  if (!TOUCHED.test(word)) return word
  const stemmed = word.replaceAll(STEM, (stem) => STEMS[stem] ?? stem)
  return RULES.reduce((spelling, [ending, american]) => spelling.replace(ending, american), stemmed)
}
