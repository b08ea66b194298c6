import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { showProgress } from '#build/progress.ts'

/** Show some progress on a made-up clock, and give what was written. */
function watch(
  terminal: boolean,
  work: (at: (time: number) => void) => (progress: ReturnType<typeof showProgress>) => void,
) {
  let [time, text] = [0, '']
  const progress = showProgress({ write: (more) => (text += more), terminal, now: () => time })
  work((next) => (time = next))(progress)
  return text
}

suite('progress', () => {
  test('is one line for a step that is over in a moment', () => {
    const text = watch(false, (at) => (progress) => {
      const step = progress.start('read')
      at(300)
      step.tell(50, 100)
      step.end('100 reports')
    })
    assert.equal(text, '[read] 100 reports\n')
  })

  test('is a line for every tenth where it cannot be written over, with the rate and the time that is left', () => {
    const text = watch(false, (at) => (progress) => {
      const step = progress.start('pages')
      for (const tenth of [1, 2, 3]) {
        at(tenth * 2000)
        step.tell(tenth * 1000, 10_000)
        step.tell(tenth * 1000 + 1, 10_000)
      }
      at(20_000)
      step.end('10,000 pages')
    })
    assert.equal(
      text,
      '[pages] 10 %: 1,000 of 10,000, 500 a second, 18 s left\n' +
        '[pages] 20 %: 2,000 of 10,000, 500 a second, 16 s left\n' +
        '[pages] 30 %: 3,000 of 10,000, 500 a second, 14 s left\n' +
        '[pages] 10,000 pages (20 s)\n',
    )
  })

  test('is a bar on a terminal, which the outcome takes the place of', () => {
    const text = watch(true, (at) => (progress) => {
      const step = progress.start('pages')
      at(2000)
      step.tell(500, 1000)
      at(4000)
      step.end('1,000 pages')
    })
    assert.equal(
      text,
      '\rpages        ████████████░░░░░░░░░░░░ 500 of 1,000, 250 a second, 2.0 s left\u001B[K' +
        '\r\u001B[K[pages] 1,000 pages (4.0 s)\n',
    )
  })

  test('ends with the five steps that took longest', () => {
    const text = watch(false, (at) => (progress) => {
      for (const [name, begin, end] of [
        ['one', 0, 100],
        ['two', 100, 2100],
        ['three', 2100, 2200],
        ['four', 2200, 5200],
        ['five', 5200, 5400],
        ['six', 5400, 5500],
      ] as const) {
        at(begin)
        const step = progress.start(name)
        at(end)
        step.end('done')
      }
      at(130_000)
      progress.summarise()
    })
    assert.equal(
      text.split('\n').at(-2),
      'Built in 2 min 10 s; longest: four 3.0 s, two 2.0 s, five 0.2 s, one 0.1 s, three 0.1 s',
    )
  })
})
