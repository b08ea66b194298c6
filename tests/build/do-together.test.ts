import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { doTogether } from '#build/do-together.ts'

suite('pieces of work with room for ten', () => {
  test('are begun in their order, as soon as there is room', async () => {
    const told: string[] = []
    const results = doTogether([7, 3, 2, 20, 1], 10, Number, async (size) => {
      told.push(`begin ${String(size)}`)
      for (let step = 0; step < size; step += 1) await setImmediate()
      told.push(`end ${String(size)}`)
      return size * 10
    })
    assert.deepEqual(await Promise.all(results), [70, 30, 20, 200, 10])
    assert.deepEqual(told, [
      ...['begin 7', 'begin 3', 'end 3', 'begin 2', 'end 2', 'end 7'],
      ...['begin 20', 'end 20', 'begin 1', 'end 1'],
    ])
  })

  test('that come after one that failed are not begun and fail with it, those that are at work go on', async () => {
    const told: string[] = []
    const sizes = { fails: 5, 'goes on': 5, 'too late': 1 }
    const results = doTogether(
      Object.entries(sizes),
      10,
      ([, size]) => size,
      async ([name, size]) => {
        told.push(name)
        await setImmediate()
        if (name === 'fails') throw new Error('the disk is full')
        for (let step = 0; step < size; step += 1) await setImmediate()
        return `${name} to its end`
      },
    )
    const ended = await Promise.allSettled(results)
    assert.deepEqual(
      ended.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason))),
      ['Error: the disk is full', 'goes on to its end', 'Error: the disk is full'],
    )
    assert.deepEqual(told, ['fails', 'goes on'])
  })

  test('that fail and that nobody waits for disturb nobody', async () => {
    void doTogether([1, 2], 10, Number, () => Promise.reject(new Error('unheard')))
    for (let step = 0; step < 5; step += 1) await setImmediate()
  })

  test('never take more, unless one of them does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(14)), async (sizes) => {
        let taken = 0
        const results = doTogether(sizes, 10, Number, async (size) => {
          taken += size
          assert.ok(taken <= 10 || taken === size, `${String(taken)} at once`)
          for (let step = 0; step < size; step += 1) await setImmediate()
          taken -= size
          return size
        })
        assert.deepEqual(await Promise.all(results), sizes)
      }),
    )
  })
})
