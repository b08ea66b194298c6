import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { completeIdentifier } from '#archive/identifier.ts'

/** Characters of an identifier, to count with. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'
const WORDS =
  'trade wheat oil bank rate dollar company shares tonnes export grain market government minister output quarter profit loss sales billion agreement treaty price production crude gold harbour copper tax visit'.split(
    ' ',
  )
const DAYS = 250

/**
 * Write an archive of `count` made-up wire stories below `folder`: short reports over the days of one year, some hundred on the
 * first day, with topics. The same count gives the same archive.
 */
export function makeWireArchive(folder: string, count: number): void {
  const topics = WORDS.map((word) => `${word}:\n  label: { en: ${word} }\n`).join('')
  write(join(folder, 'vocabularies/topics.yaml'), topics)
  const random = linearCongruential(1)
  for (let index = 0; index < count; index += 1) {
    const day = index % 10 === 0 ? 0 : random(DAYS)
    const date = `1987-${String(1 + Math.floor(day / 25)).padStart(2, '0')}-${String(1 + (day % 25)).padStart(2, '0')}`
    const word = (): string => WORDS[random(WORDS.length)] ?? ''
    const [first, second] = [word(), word()]
    const paragraph = (): string =>
      Array.from({ length: 40 }, () => (random(12) === 0 ? String(random(9999)) : word())).join(' ')
    const text = [`Story ${String(index)} of \\<RIGS>. ${paragraph()}.`, paragraph(), paragraph()].join('\n\n')
    const topicsOf = first === second ? first : `${first}, ${second}`
    write(
      join(folder, 'reports', date.slice(0, 7).replace('-', '/'), `${first}-${second}-${String(index)}.md`),
      `---\nid: ${identifier(index)}\nkind: report\nlang: en\ntitle: ${first.toUpperCase()} ${second}\ndate: ${date}\ntopics: [${topicsOf}]\nsource: { name: A wire }\n---\n${text}\n`,
    )
  }
}

function identifier(index: number): string {
  const digits = Array.from({ length: 5 }, (_, place) => DIGITS[Math.floor(index / 32 ** place) % 32] ?? '0')
  return completeIdentifier(digits.reverse().join(''))
}

/** Numbers that look random and are the same each time (Numerical Recipes' constants). */
function linearCongruential(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
