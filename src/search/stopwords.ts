/**
 * Words that say nothing about what a report is about: they are left out of a search for several words, unless they stand
 * in quotation marks or nothing else was typed. By language of the interface.
 */
const STOPWORDS: Readonly<Record<string, string>> = {
  en: 'a an and are as at be been but by for from had has have he her his i if in into is it its no not of on or our she so such than that the their them then there these they this to was we were which who will with would you your',
  de: 'als am an auch auf aus bei das dass dem den der des die ein eine einem einen einer eines er es für hat im in ist mit nach nicht sich sie sind und vom von vor war wie wird zu zum zur',
  es: 'a al ante como con de del desde el en entre es está fue ha han la las lo los más no o para pero por que se sin sobre su sus un una y',
  fr: 'a au aux avec ce ces cette d dans de des du elle en est et il l la le les leur mais n ne ont ou par pas pour qu que qui sa se ses son sur un une',
}

/** The stopwords of a language; none where none are known. */
export function stopwordsOf(language: string): ReadonlySet<string> {
  const [code = ''] = language.split('-')
  return new Set(STOPWORDS[code]?.normalize('NFD').replaceAll(/\p{M}/gu, '').split(' '))
}

/**
 * Words of which a text has several in every sentence, a fiftieth or more of all that is written in their language. Where they stand
 * fills files that are loaded only for a phrase; for one alone it is enough to know which reports hold it.
 */
const COMMONEST: ReadonlySet<string> = new Set(
  ['the of and to in a', 'der die und in den', 'de la que el en y a', 'de la le et les des l d a'].join(' ').split(' '),
)

/** Whether a word is one of the very commonest of any of the languages above. */
export function isCommonest(word: string): boolean {
  return COMMONEST.has(word)
}
