import fc from 'fast-check'
import { makeRandom, pick } from '../bench/chance.ts'
import { makeChinese } from '../bench/made-up-chinese.ts'
import { makeEnglish } from '../bench/made-up-english.ts'
import { makeWriter } from '../bench/made-up-text.ts'

/** A paragraph of a text that is edited again and again: who it is stays the same, whatever becomes of its words. */
export interface LivingParagraph {
  identity: number
  text: string
}

/** One edit. What it is done to is told by fractions, from 0 to below 1, of whatever there is to choose from. */
export interface Edit {
  kind: 'insert' | 'delete' | 'move' | 'typo' | 'split' | 'merge' | 'restore'
  at: number
  to: number
}

/** The fewest characters of a paragraph in which one to three wrong characters are called a typo. */
const TYPO_LENGTH = 20
/** How much larger the larger of two parts is at least, so that nobody can doubt which it is. */
const LARGER = 1.25

const fraction = fc.nat({ max: 999 }).map((part) => part / 1000)

/** An edit of any kind, of any paragraph. */
export const edits: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'move', 'typo', 'split', 'merge', 'restore'),
  at: fraction,
  to: fraction,
})

const LANGUAGES = [makeEnglish(makeRandom(1), 3000), makeChinese(makeRandom(1), 3000)] as const

/** Make something to write paragraphs with: one to three sentences and more, half of them English, half Chinese, none twice. */
export function makeParagraphs(seed: number): () => string {
  const random = makeRandom(seed)
  const writers = LANGUAGES.map((language) => {
    const write = makeWriter(random, language)
    const store: string[] = []
    return () => {
      const sentences: string[] = []
      while (sentences.join('').length < TYPO_LENGTH || random() < 0.5) {
        if (store.length === 0) store.push(...sentencesOf(write([]).paragraphs))
        sentences.push(store.pop() ?? '')
      }
      return sentences.join(language.space)
    }
  })
  return () => pick(random, writers)()
}

function sentencesOf(paragraphs: readonly string[]): string[] {
  return paragraphs
    .flatMap((paragraph) => paragraph.match(/[^.?。；？]+(?:\.\d[^.?]*)*[.?。；？]/gu) ?? [])
    .map((sentence) => sentence.trim())
}

/** A text whose paragraphs are known through all edits. */
export class LivingText {
  paragraphs: LivingParagraph[] = []
  /** Who had these words at the end of a round: words that come back are the same paragraph, when it is not there any more. */
  readonly #once = new Map<string, number>()
  /** What is no more: the last words of each. */
  readonly #gone = new Map<number, string>()
  readonly #write: () => string
  #last = 0

  /** A text of `count` paragraphs that are written by `write`. */
  constructor(write: () => string, count: number) {
    this.#write = write
    for (let index = 0; index < count; index += 1) this.paragraphs.push(this.#born(write()))
    this.#remember()
  }

  /** Make edits, as many as can be made; the words of each paragraph are changed once at most, and one is always left. */
  edit(script: readonly Edit[]): void {
    const changed = new Set<LivingParagraph>()
    for (const { kind, at, to } of script) {
      const { length } = this.paragraphs
      const index = Math.floor(at * length)
      const other = Math.floor(to * (length + 1))
      const one = this.paragraphs[index]
      if (kind === 'insert') this.#add(other, this.#born(this.#write()), changed)
      if (kind === 'restore') this.#restore(at, other, changed)
      if (one === undefined || changed.has(one)) continue
      if (kind === 'move') this.paragraphs.splice(Math.floor(to * length), 0, ...this.paragraphs.splice(index, 1))
      if (kind === 'delete' && length > 1) this.#remove(one)
      if (kind === 'typo' && one.text.length >= TYPO_LENGTH)
        changed.add(this.#replace(one, { ...one, text: withTypo(one.text, to) }))
      if (kind === 'split') this.#split(one, to, changed)
      if (kind === 'merge') this.#merge(one, this.paragraphs[index + 1], changed)
    }
    this.#remember()
  }

  #born(text: string): LivingParagraph {
    return { identity: (this.#last += 1), text }
  }

  /** End a round: tell who has come back, and keep who has which words. */
  #remember(): void {
    for (const one of this.paragraphs) {
      const former = this.#once.get(one.text)
      if (former !== undefined && !this.#has(former)) one.identity = former
    }
    for (const { identity, text } of this.paragraphs) this.#once.set(text, identity)
  }

  #has(identity: number): boolean {
    return this.paragraphs.some((one) => one.identity === identity)
  }

  #add(index: number, one: LivingParagraph, changed: Set<LivingParagraph>): void {
    this.paragraphs.splice(index, 0, one)
    changed.add(one)
  }

  #remove(one: LivingParagraph): void {
    this.paragraphs.splice(this.paragraphs.indexOf(one), 1)
    this.#gone.set(one.identity, one.text)
  }

  #replace(one: LivingParagraph, other: LivingParagraph): LivingParagraph {
    this.paragraphs[this.paragraphs.indexOf(one)] = other
    return other
  }

  #restore(at: number, index: number, changed: Set<LivingParagraph>): void {
    const gone = [...this.#gone].filter(([identity]) => !this.#has(identity))
    const [, text] = gone[Math.floor(at * gone.length)] ?? []
    if (text === undefined || this.paragraphs.some((one) => one.text === text)) return
    this.#add(index, this.#born(text), changed)
  }

  /** Divide a paragraph between two words; the larger part goes on being it. */
  #split(one: LivingParagraph, to: number, changed: Set<LivingParagraph>): void {
    const cuts = Array.from(one.text.matchAll(/ |[，。；？]/gu), (found) => found.index + 1)
    const cut = cuts[Math.floor(to * cuts.length)] ?? 0
    const parts = [one.text.slice(0, cut).trim(), one.text.slice(cut).trim()]
    const [first = '', second = ''] = parts
    if (!parts.every((part) => part.length >= TYPO_LENGTH) || !isClear(first, second)) return
    const [larger, smaller] = first.length > second.length ? [first, second] : [second, first]
    // One that had been joined to it comes back with its own words, however large it is.
    const former = this.#once.get(larger)
    const isBack = former !== undefined && !this.#has(former)
    const [kept, born] = isBack ? [smaller, larger] : [larger, smaller]
    // Nobody could tell a piece from a paragraph that had the same words before its own were changed.
    if (this.#has(this.#once.get(born) ?? 0)) return
    const same = this.#replace(one, { ...one, text: kept })
    changed.add(same)
    this.#add(this.paragraphs.indexOf(same) + (kept === first ? 1 : 0), this.#born(born), changed)
  }

  /** Join a paragraph and the one after it; the larger one goes on. */
  #merge(one: LivingParagraph, next: LivingParagraph | undefined, changed: Set<LivingParagraph>): void {
    if (next === undefined || changed.has(next) || !isClear(one.text, next.text)) return
    const { identity } = one.text.length > next.text.length ? one : next
    const lost = identity === one.identity ? next : one
    const text = `${one.text} ${next.text}`
    this.#remove(lost)
    // Its words are still there: they are not restored.
    this.#gone.delete(lost.identity)
    changed.add(this.#replace(lost === one ? next : one, { identity, text }))
  }
}

function isClear(a: string, b: string): boolean {
  return Math.max(a.length, b.length) >= LARGER * Math.min(a.length, b.length)
}

/** Leave out, double or change one to three characters. */
function withTypo(text: string, chance: number): string {
  const characters = Array.from(text)
  const count = 1 + (Math.floor(chance * 1000) % 3)
  for (let left = count; left > 0; left -= 1) {
    const at = Math.floor(((chance * 7919 * left) % 1) * characters.length)
    const own = characters[at] ?? ''
    characters.splice(at, 1, ...([[], [own, own], [own === 'x' ? 'y' : 'x']][(at + left) % 3] ?? []))
  }
  return characters.join('').trim()
}
