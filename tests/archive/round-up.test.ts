import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roundUp } from '#archive/round-up.ts'

test('a number is rounded up to so many binary digits', () => {
  const numbers = [0, 1, 2, 15, 16, 17, 18, 31, 33, 100, 1000, 99_999]
  assert.deepEqual(
    numbers.map((number) => roundUp(number, 4)),
    [0, 1, 2, 15, 16, 18, 18, 32, 36, 104, 1024, 106_496],
  )
  assert.deepEqual(
    numbers.map((number) => roundUp(number, 1)),
    [0, 1, 2, 16, 16, 32, 32, 32, 64, 128, 1024, 131_072],
  )
})
