import type { Term } from '#archive/term.ts'
import { between, pick, type Random } from './chance.ts'
import { writeChinese } from './made-up-chinese.ts'
import { writeProperName } from './made-up-english.ts'

/** How many terms each vocabulary has, as a large archive knows them. */
export const TERM_COUNTS = { places: 200, organisations: 500, people: 5000 }

const TOPICS =
  'agriculture 农业 aviation 航空 banking 银行 climate 气候 copyright 版权 courts 法院 culture 文化 customs 海关 education 教育 elections 选举 energy 能源 fisheries 渔业 health 卫生 housing 住房 labour 劳动 patents 专利 science 科学 shipping 航运 sport 体育 trade 贸易'.split(
    ' ',
  )
const BODIES =
  'Council 理事会 Ministry 部 Agency 局 Association 协会 Institute 研究所 Commission 委员会 Group 集团 University 大学'.split(
    ' ',
  )
const ENDINGS = ['ton', 'burg', 'ville', 'ford', 'port', 'stan', 'ia', 'field', '', '']

/**
 * Make up the terms of four vocabularies. Every second organisation has a name in Chinese as well, and every term when
 * there are Chinese texts to name it.
 */
export function makeTerms(random: Random, hasChinese: boolean, counts = TERM_COUNTS): Term[] {
  const terms: Term[] = pairs(TOPICS).map(([id, chinese]) =>
    toTerm('topics', id, capitalised(id), hasChinese ? chinese : undefined),
  )
  const fields = pairs(TOPICS)
  const bodies = pairs(BODIES)
  for (const [vocabulary, count] of Object.entries(counts) as [keyof typeof TERM_COUNTS, number][]) {
    const taken = new Set<string>()
    while (taken.size < count) {
      const { label, chinese, alias } = writers[vocabulary](random, fields, bodies)
      const id = label.toLowerCase().replaceAll(' ', '-')
      if (taken.has(id)) continue
      const isNamedInChinese = hasChinese || (vocabulary === 'organisations' && taken.size % 2 === 0)
      taken.add(id)
      terms.push(toTerm(vocabulary, id, label, isNamedInChinese ? chinese : undefined, alias))
    }
  }
  return terms
}

/** The names of a term that is being made up. */
interface Names {
  label: string
  chinese: string
  alias?: string
}

type Pairs = readonly (readonly [english: string, chinese: string])[]

const writers: Record<keyof typeof TERM_COUNTS, (random: Random, fields: Pairs, bodies: Pairs) => Names> = {
  places: (random) => {
    const label = writeProperName(random, 2) + pick(random, ENDINGS)
    const chinese = writeChinese(random, between(random, 2, 3))
    return { label, chinese, ...(random() < 0.2 && { alias: writeProperName(random, 3) }) }
  },
  organisations: (random, fields, bodies) => {
    const place = writeProperName(random, 2)
    const [field, body] = [pick(random, fields), pick(random, bodies)]
    const label = `${place} ${capitalised(field[0])} ${body[0]}`
    const alias = label.replace(/[^A-Z]/g, '') + place.slice(1, 2).toUpperCase()
    return { label, chinese: writeChinese(random, 2) + field[1] + body[1], ...(random() < 0.6 && { alias }) }
  },
  people: (random) => {
    const [given, family] = [writeProperName(random, 2), writeProperName(random, between(random, 2, 3))]
    const chinese = writeChinese(random, between(random, 2, 3))
    return { label: `${given} ${family}`, chinese, ...(random() < 0.1 && { alias: `${given.charAt(0)}. ${family}` }) }
  },
}

function toTerm(vocabulary: Term['vocabulary'], id: string, label: string, chinese?: string, alias?: string): Term {
  return {
    vocabulary,
    id,
    label: { en: label, ...(chinese !== undefined && { 'zh-Hans': chinese }) },
    aliases: alias === undefined ? [] : [alias],
    sameAs: [],
    note: {},
  }
}

function pairs(list: readonly string[]): Pairs {
  return list.flatMap((english, index) => (index % 2 === 0 ? [[english, list[index + 1] ?? ''] as const] : []))
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
