import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Match } from '#search/matches.ts'
import { rarityOf, scoreOf, type Standing } from '#search/rank.ts'

/** A report of average length, the newest of its archive. */
const usual: Standing = { length: 400, meanLength: 400, yearsOld: 0 }

function match(...places: number[]): Match {
  return { places, inTitle: false }
}

suite('a word', () => {
  test('is the rarer the fewer reports hold it', () => {
    const rarities = [0, 1, 10, 50, 99, 100].map((found) => rarityOf(found, 100))
    assert.deepEqual(
      rarities.map((rarity) => rarity.toFixed(3)),
      ['5.308', '4.210', '2.264', '0.693', '0.015', '0.005'],
    )
  })

  test('counts for something even when every report holds it', () => {
    assert.ok(rarityOf(1, 1) > 0)
    assert.ok(rarityOf(100_000, 100_000) > 0)
  })
})

suite('the score of a report', () => {
  const cases: [title: string, matches: Match[], rarities: number[], standing: Partial<Standing>, score: number][] = [
    ['is nothing for nothing', [], [], {}, 0],
    ['is the rarity of a word that stands once, and a tenth for the newest', [match(3)], [2], {}, 2.2],
    ['grows with every place of a word', [match(3, 9)], [2], {}, 3.025],
    ['grows less and less with them', [match(...Array(1000).keys())], [2], {}, 4.834],
    ['is greater for a shorter report', [match(3)], [2], { length: 200 }, 2.766],
    ['is smaller for a longer report', [match(3)], [2], { length: 800 }, 1.561],
    ['has as much again and half of it for the title', [{ places: [0], inTitle: true }], [2], {}, 5.5],
    ['is a half for a word that only the names of its terms hold', [match()], [2], {}, 1.1],
    ['is greater for a rarer word', [match(3)], [4], {}, 4.4],
    ['is a sum over words', [match(3), match(9)], [2, 1], {}, 3.3],
    ['has a half more for a word that stands beside the one before it', [match(3), match(4)], [2, 1], {}, 3.85],
    ['has it once, however often they stand so', [match(3, 13), match(4, 14)], [2, 1], {}, 5.088],
    ['has it wherever they stand so', [match(3, 9, 20), match(1, 8, 10)], [2, 1], {}, 5.736],
    ['has none for words in the other order', [match(4), match(3)], [2, 1], {}, 3.3],
    ['has none for a word that stands where the other does', [match(3), match(3)], [2, 1], {}, 3.3],
    ['has a twentieth for a report three years older than the newest', [match(3)], [2], { yearsOld: 3 }, 2.1],
    ['has next to nothing more for an old one', [match(3)], [2], { yearsOld: 100 }, 2],
    ['is a number in an archive without words', [match()], [2], { length: 0, meanLength: 0 }, 1.1],
  ]
  for (const [title, matches, rarities, standing, score] of cases) {
    test(title, () => {
      assert.equal(scoreOf(matches, rarities, { ...usual, ...standing }).toFixed(3), score.toFixed(3))
    })
  }
})
