import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import {
  daysInMonth,
  firstDayOf,
  isReversed,
  lastDayOf,
  parseDate,
  parseInterval,
  precisionOf,
  weekdayOf,
} from '#archive/calendar.ts'

const DAY = 24 * 60 * 60 * 1000

suite('a date', () => {
  test('is a day, a month or a year', () => {
    assert.deepEqual(parseDate('2024-12-20'), { year: 2024, month: 12, day: 20 })
    assert.deepEqual(parseDate('2024-12'), { year: 2024, month: 12 })
    assert.deepEqual(parseDate('2024'), { year: 2024 })
    assert.deepEqual(['2024-12-20', '2024-12', '2024'].map(precisionOf), ['day', 'month', 'year'])
  })

  test('may lie anywhere from 1600 to 9999', () => {
    assert.deepEqual(parseDate('1600-01-01'), { year: 1600, month: 1, day: 1 })
    assert.deepEqual(parseDate('9999-12-31'), { year: 9999, month: 12, day: 31 })
    assert.equal(parseDate('1599'), undefined)
    assert.equal(parseDate('1599-12-31'), undefined)
    assert.equal(parseDate('10000'), undefined)
  })

  for (const text of [
    '',
    '24',
    '2024-',
    '2024-1',
    '2024-1-1',
    '2024-00',
    '2024-13',
    '2024-12-00',
    '2024-12-32',
    '2024-04-31',
    '2023-02-29',
    '1900-02-29',
    '2024/12/20',
    '20241220',
    '2024-12-20T00:00:00Z',
    '2024-12-20\n',
    ' 2024-12-20',
    '-2024',
    '２０２４',
    '20 December 2024',
  ]) {
    test(`is not ${JSON.stringify(text)}`, () => {
      assert.equal(parseDate(text), undefined)
    })
  }

  test('is read like the calendar of the machine, on every day from 1600 to 2400', () => {
    const end = Date.UTC(2401, 0, 1)
    let days = 0
    for (let time = Date.UTC(1600, 0, 1); time < end; time += DAY) {
      const date = new Date(time)
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
      const parts = parseDate(date.toISOString().slice(0, 10))
      days += 1
      // Comparing by hand: `deepEqual` would take seconds for 292,560 days.
      if (parts?.year === year && parts.month === month && parts.day === day) continue
      assert.deepEqual(parts, { year, month, day })
    }
    assert.equal(days, 292_560)
  })

  test('is a day exactly when the calendar of the machine has that day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1600, max: 9999 }),
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 0, max: 99 }),
        (year, month, day) => {
          const text = [String(year), twoDigits(month), twoDigits(day)].join('-')
          const date = new Date(Date.UTC(year, month - 1, day))
          const exists = date.toISOString().slice(0, 10) === text
          assert.deepEqual(parseDate(text), exists ? { year, month, day } : undefined)
        },
      ),
    )
  })
})

suite('a month', () => {
  test('has as many days as in the calendar of the machine, in every year from 1600 to 2400', () => {
    for (let year = 1600; year <= 2400; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const expected = new Date(Date.UTC(year, month, 0)).getUTCDate()
        assert.equal(daysInMonth(year, month), expected, `${String(year)}-${twoDigits(month)}`)
      }
    }
  })
})

suite('a weekday', () => {
  test('is counted from Monday', () => {
    assert.equal(weekdayOf(2024, 12, 16), 0)
    assert.equal(weekdayOf(2024, 12, 20), 4)
    assert.equal(weekdayOf(2024, 12, 22), 6)
    assert.equal(weekdayOf(1886, 9, 9), 3)
  })

  test('is that of the calendar of the machine, on every day from 1600 to 2400', () => {
    const end = Date.UTC(2401, 0, 1)
    for (let time = Date.UTC(1600, 0, 1); time < end; time += DAY) {
      const date = new Date(time)
      const weekday = weekdayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
      if (weekday !== (date.getUTCDay() + 6) % 7) assert.fail(`${date.toISOString()} gives ${String(weekday)}`)
    }
  })
})

suite('the days that a date may mean', () => {
  for (const [date, first, last] of [
    ['2024-12-20', '2024-12-20', '2024-12-20'],
    ['2024-12', '2024-12-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2023-04', '2023-04-01', '2023-04-30'],
    ['2024', '2024-01-01', '2024-12-31'],
  ] as const) {
    test(`${date} begins on ${first} and ends on ${last}`, () => {
      assert.equal(firstDayOf(date), first)
      assert.equal(lastDayOf(date), last)
    })
  }

  test('are days of the calendar, and the day after the last one is in the next month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1600, max: 2400 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const date = `${String(year)}-${twoDigits(month)}`
        assert.equal(firstDayOf(date), `${date}-01`)
        assert.equal(new Date(Date.parse(lastDayOf(date)) + DAY).toISOString().slice(8, 10), '01')
        assert.equal(lastDayOf(date).slice(0, 7), date)
      }),
    )
  })
})

suite('an interval', () => {
  test('is two dates with a slash between them', () => {
    assert.deepEqual(parseInterval('2024-12-11/2024-12-13'), { start: '2024-12-11', end: '2024-12-13' })
    assert.deepEqual(parseInterval('2024/2025-03'), { start: '2024', end: '2025-03' })
  })

  test('is one date that is its start and its end', () => {
    assert.deepEqual(parseInterval('2024-12'), { start: '2024-12', end: '2024-12' })
  })

  for (const text of [
    '',
    '/',
    '2024-12-11/',
    '/2024-12-13',
    '2024-12-11/13',
    '2024-12-11/2024-12-32',
    '2024/2025/2026',
    '2024-12-11 / 2024-12-13',
    '2024-12-11/..',
    '2024?',
  ]) {
    test(`is not ${JSON.stringify(text)}`, () => {
      assert.equal(parseInterval(text), undefined)
    })
  }

  for (const [start, end, reversed] of [
    ['2024-12-11', '2024-12-13', false],
    ['2024-12-13', '2024-12-11', true],
    ['2024-12-11', '2024-12-11', false],
    ['2024-12-11', '2024-12', false],
    ['2024-12-11', '2024', false],
    ['2024-12-11', '2024-11', true],
    ['2024-12', '2024-12-01', false],
    ['2025', '2024-12-31', true],
    ['2024', '2024-01', false],
  ] as const) {
    test(`from ${start} to ${end} ${reversed ? 'ends before it starts' : 'may be meant'}`, () => {
      assert.equal(isReversed({ start, end }), reversed)
    })
  }
})

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
