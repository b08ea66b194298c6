import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { doTogether } from '#build/do-together.ts'

suite('pieces of work with room for ten', () => {
  test('are begun in their order, as soon as there is room', async () => {
    const told: string[] = []
    const results = await doTogether([7, 3, 2, 20, 1], 10, Number, async (size) => {
      told.push(`begin ${String(size)}`)
      for (let step = 0; step < size; step += 1) await setImmediate()
      told.push(`end ${String(size)}`)
      return size * 10
    })
    assert.deepEqual(told, [
      ...['begin 7', 'begin 3', 'end 3', 'begin 2', 'end 2', 'end 7'],
      ...['begin 20', 'end 20', 'begin 1', 'end 1'],
    ])
    assert.deepEqual(results, [70, 30, 20, 200, 10])
  })

  test('fail with the first that failed, when all that were begun have ended, and no other is begun', async () => {
    const told: string[] = []
    const working = doTogether(
      ['fails', 'goes on', 'too late'],
      10,
      ({ length }) => Math.min(length, 7) - 2,
      async (name) => {
        told.push(name)
        await setImmediate()
        if (name === 'fails') throw new Error('the disk is full')
        for (let step = 0; step < 5; step += 1) await setImmediate()
        told.push(`${name} to its end`)
      },
    )
    await assert.rejects(working, /the disk is full/)
    assert.deepEqual(told, ['fails', 'goes on', 'goes on to its end'])
  })

  test('never take more, unless one of them does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(14)), async (sizes) => {
        let taken = 0
        const results = await doTogether(sizes, 10, Number, async (size) => {
          taken += size
          assert.ok(taken <= 10 || taken === size, `${String(taken)} at once`)
          for (let step = 0; step < size; step += 1) await setImmediate()
          taken -= size
          return size
        })
        assert.deepEqual(results, sizes)
      }),
    )
  })
})
