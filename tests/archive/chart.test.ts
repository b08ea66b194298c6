import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { makeChart } from '#archive/chart.ts'

suite('a chart of counts by year', () => {
  test('has a bar for each year from the first to the last, those without reports included', () => {
    assert.deepEqual(
      makeChart([
        { year: 2024, count: 4 },
        { year: 2021, count: 1 },
        { year: 2022, count: 0 },
      ]),
      {
        step: 1,
        bars: [
          { from: 2021, to: 2021, label: '2021', count: 1, height: 0.25 },
          { from: 2022, to: 2022, label: '2022', count: 0, height: 0 },
          { from: 2023, to: 2023, label: '2023', count: 0, height: 0 },
          { from: 2024, to: 2024, label: '2024', count: 4, height: 1 },
        ],
        ticks: [
          { label: '2021', bar: 0 },
          { label: '2022', bar: 1 },
          { label: '2023', bar: 2 },
          { label: '2024', bar: 3 },
        ],
        most: 4,
      },
    )
  })

  test('groups years when there are too many, and names the groups at its ends by the years they really have', () => {
    assert.deepEqual(
      makeChart(
        [
          { year: 1883, count: 1 },
          { year: 1893, count: 1 },
          { year: 1896, count: 1 },
          { year: 1911, count: 4 },
        ],
        4,
      ),
      {
        step: 10,
        bars: [
          { from: 1883, to: 1889, label: '1883–1889', count: 1, height: 0.25 },
          { from: 1890, to: 1899, label: '1890–1899', count: 2, height: 0.5 },
          { from: 1900, to: 1909, label: '1900–1909', count: 0, height: 0 },
          { from: 1910, to: 1911, label: '1910–1911', count: 4, height: 1 },
        ],
        ticks: [
          { label: '1890', bar: 1 },
          { label: '1900', bar: 2 },
          { label: '1910', bar: 3 },
        ],
        most: 4,
      },
    )
  })

  for (const [from, to, step, bars, ticks] of [
    [1985, 2024, 1, 40, '1990 2000 2010 2020'],
    [1984, 2024, 2, 21, '1990 2000 2010 2020'],
    [1883, 2024, 5, 29, '1900 1950 2000'],
    [1709, 2024, 10, 33, '1750 1800 1850 1900 1950 2000'],
    [2019, 2024, 1, 6, '2019 2020 2021 2022 2023 2024'],
    [2018, 2024, 1, 7, '2018 2020 2022 2024'],
    [2024, 2024, 1, 1, '2024'],
    [1999, 2000, 1, 2, '1999 2000'],
  ] as const) {
    test(`from ${String(from)} to ${String(to)} has ${String(bars)} bars and the years ${ticks}`, () => {
      const chart = makeChart([
        { year: from, count: 1 },
        { year: to, count: 1 },
      ])
      assert.equal(chart.step, step)
      assert.equal(chart.bars.length, bars)
      assert.equal(chart.ticks.map(({ label }) => label).join(' '), ticks)
    })
  }

  test('of nothing is empty', () => {
    const empty = { step: 1, bars: [], ticks: [], most: 0 }
    assert.deepEqual(makeChart([]), empty)
    assert.deepEqual(makeChart([{ year: 2024, count: 0 }]), empty)
  })

  test('leaves nothing out, has no gaps, and is never wider than asked for', () => {
    const years = fc.uniqueArray(fc.record({ year: fc.integer({ min: 1600, max: 9999 }), count: fc.nat(5000) }), {
      selector: ({ year }) => year,
      maxLength: 60,
    })
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 60 }), (all, most) => {
        const { bars, ticks, most: highest } = makeChart(all, most)
        const filled = all.filter(({ count }) => count > 0)
        assert.ok(bars.length <= most)
        assert.ok(ticks.length <= 6)
        for (const { from, to, count, height, label } of bars) {
          const inside = filled.filter(({ year }) => year >= from && year <= to)
          assert.equal(
            count,
            inside.reduce((sum, one) => sum + one.count, 0),
          )
          assert.equal(height, count / highest)
          assert.equal(label, from === to ? String(from) : `${String(from)}–${String(to)}`)
        }
        for (const [index, { to }] of bars.entries()) assert.equal(bars[index + 1]?.from ?? to + 1, to + 1)
        for (const { label, bar } of ticks) assert.equal(label, String(bars[bar]?.from))
        if (filled.length > 0) {
          assert.equal(bars[0]?.from, Math.min(...filled.map(({ year }) => year)))
          assert.equal(bars.at(-1)?.to, Math.max(...filled.map(({ year }) => year)))
          assert.equal(Math.max(...bars.map(({ height }) => height)), 1)
        }
      }),
    )
  })
})
