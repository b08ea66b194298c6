import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { daysInMonth } from '#archive/calendar.ts'
import { isWithin, parseDateRange, parsePartialDate } from '#search/date-range.ts'

suite('a date that a reader types', () => {
  for (const [text, date] of [
    ['2024', '2024'],
    ['2024-06', '2024-06'],
    ['2024-6', '2024-06'],
    ['2024/06', '2024-06'],
    ['2024.6', '2024-06'],
    ['2024-06-15', '2024-06-15'],
    ['2024-6-5', '2024-06-05'],
    ['2024/06/15', '2024-06-15'],
    ['2024.6.15', '2024-06-15'],
    ['15 June 2024', '2024-06-15'],
    ['15 Jun 2024', '2024-06-15'],
    ['15 JUN. 2024', '2024-06-15'],
    ['5 june, 2024', '2024-06-05'],
    ['15th June 2024', '2024-06-15'],
    ['1st of June 2024', '2024-06-01'],
    ['June 15, 2024', '2024-06-15'],
    ['June 15 2024', '2024-06-15'],
    ['Jun. 22nd, 2024', '2024-06-22'],
    ['June 2024', '2024-06'],
    ['jun 2024', '2024-06'],
    ['June, 2024', '2024-06'],
    ['3 Sept. 2024', '2024-09-03'],
    ['Sep 3rd 2024', '2024-09-03'],
    ['May 2024', '2024-05'],
    ['2024年6月15日', '2024-06-15'],
    ['2024年06月05日', '2024-06-05'],
    ['2024 年 6 月 15 日', '2024-06-15'],
    ['2024年6月15号', '2024-06-15'],
    ['2024年6月', '2024-06'],
    ['2024年', '2024'],
    ['２０２４年６月１５日', '2024-06-15'],
    ['２０２４－０６－１５', '2024-06-15'],
    ['２０２４／６', '2024-06'],
    ['  2024-06  ', '2024-06'],
    ['\u30002024年\u3000', '2024'],
    ['15\u00a0June   2024', '2024-06-15'],
    ['2024-02-29', '2024-02-29'],
    ['29 February 2000', '2000-02-29'],
    ['0001-01-01', '0001-01-01'],
    ['9999-12-31', '9999-12-31'],
    ['31 December 1599', '1599-12-31'],
  ] as const) {
    test(`is ${date} when it is ${JSON.stringify(text)}`, () => {
      assert.equal(parsePartialDate(text), date)
    })
  }

  for (const text of [
    '',
    ' ',
    '24',
    '999',
    '10000',
    '0000',
    '0000-01-01',
    '-2024',
    '2024-',
    '2024-0',
    '2024-13',
    '2024-06-',
    '2024-06-00',
    '2024-06-31',
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-006',
    '2024-06-015',
    '2024-06/15',
    '2024-06-15T12:00',
    '2024-06-15 12:00',
    '20240615',
    '06/07/2024',
    '25/12/2024',
    '12.2024',
    '15.6.2024',
    '06-15-2024',
    '0 June 2024',
    '31 June 2024',
    'February 30, 2024',
    'June',
    '15 June',
    'June 15',
    'June 24',
    'Ju 2024',
    'Juni 2024',
    'Septem 2024',
    'copyright 2024',
    '15 copyright 2024',
    'in June 2024',
    '2024年13月',
    '2024年2月30日',
    '2024年15日',
    '6月15日',
    '二〇二四年',
    '2024 2025',
    '2024–2025',
    '2024/2025',
  ]) {
    test(`is not ${JSON.stringify(text)}`, () => {
      assert.equal(parsePartialDate(text), undefined)
    })
  }

  test('is the same day in every way to write it', () => {
    const names = 'January February March April May June July August September October November December'.split(' ')
    fc.assert(
      fc.property(years(1, 9999), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), (year, m, d) => {
        const name = names[m - 1] ?? ''
        const [mm, dd] = [pad(m), pad(d)]
        const written = [
          `${year}-${mm}-${dd}`,
          `${year}/${String(m)}/${String(d)}`,
          `${year}.${String(m)}.${dd}`,
          `${String(d)} ${name} ${year}`,
          `${dd} ${name.slice(0, 3).toUpperCase()}. ${year}`,
          `${name} ${String(d)}, ${year}`,
          `${year}年${String(m)}月${String(d)}日`,
        ]
        const day = d <= daysInMonth(Number(year), m) ? `${year}-${mm}-${dd}` : undefined
        for (const text of written) assert.equal(parsePartialDate(text), day, text)
      }),
    )
  })
})

suite('From and To', () => {
  for (const [title, from, to, read] of [
    ['are two dates', '2023', '2024-06', { range: { from: '2023', to: '2024-06' }, swapped: false, refused: [] }],
    ['are read each', ' June 2023', '2024年 ', { range: { from: '2023-06', to: '2024' }, swapped: false, refused: [] }],
    ['may both be empty', '', ' ', { range: { from: '', to: '' }, swapped: false, refused: [] }],
    ['may have no end', '2024', '', { range: { from: '2024', to: '' }, swapped: false, refused: [] }],
    ['may have no beginning', '', '2024', { range: { from: '', to: '2024' }, swapped: false, refused: [] }],
    ['may be the same', '2024', '2024', { range: { from: '2024', to: '2024' }, swapped: false, refused: [] }],
    ['are swapped', '2024', '2023', { range: { from: '2023', to: '2024' }, swapped: true, refused: [] }],
    [
      'are swapped with all that is known of them',
      '15 June 2024',
      '2024-03',
      { range: { from: '2024-03', to: '2024-06-15' }, swapped: true, refused: [] },
    ],
    [
      'are swapped by a day',
      '2024-07-01',
      '2024-06',
      { range: { from: '2024-06', to: '2024-07-01' }, swapped: true, refused: [] },
    ],
    [
      'stay when the year of To holds the month of From',
      '2024-06',
      '2024',
      { range: { from: '2024-06', to: '2024' }, swapped: false, refused: [] },
    ],
    [
      'stay when the year of From holds the month of To',
      '2024',
      '2024-06',
      { range: { from: '2024', to: '2024-06' }, swapped: false, refused: [] },
    ],
    [
      'stay when the month of To begins before the day of From',
      '2024-06-30',
      '2024-06',
      { range: { from: '2024-06-30', to: '2024-06' }, swapped: false, refused: [] },
    ],
    [
      'leave out what is no date',
      'soon',
      '2024',
      { range: { from: '', to: '2024' }, swapped: false, refused: ['soon'] },
    ],
    [
      'are refused as they were typed',
      ' 06/07/2024 ',
      '2024-02-30',
      { range: { from: '', to: '' }, swapped: false, refused: ['06/07/2024', '2024-02-30'] },
    ],
  ] as const) {
    test(title, () => {
      assert.deepEqual(parseDateRange(from, to), read)
    })
  }

  test('mean the same in either order, once their periods are apart', () => {
    fc.assert(
      fc.property(dates(), dates(), (one, other) => {
        const { range, swapped } = parseDateRange(one, other)
        const back = parseDateRange(other, one)
        if (swapped || back.swapped) assert.deepEqual(back.range, range)
        assert.equal(swapped && back.swapped, false)
      }),
    )
  })
})

suite('a report lies within', () => {
  for (const [date, from, to, within] of [
    ['2024-06-15', '', '', true],
    ['2024-06-15', '2024-06-15', '2024-06-15', true],
    ['2024-06-15', '2024-06-16', '', false],
    ['2024-06-15', '', '2024-06-14', false],
    ['2024-06-01', '2024-06', '', true],
    ['2024-05-31', '2024-06', '', false],
    ['2024-06-30', '', '2024-06', true],
    ['2024-07-01', '', '2024-06', false],
    ['2024-01-01', '2024', '2024', true],
    ['2024-12-31', '2024', '2024', true],
    ['2023-12-31', '2024', '2024', false],
    ['2025-01-01', '2024', '2024', false],
    ['2024', '2024-06', '2024-06', true],
    ['2024', '2024-06-15', '2024-06-15', true],
    ['2024', '2024-12-31', '', true],
    ['2024', '2025', '', false],
    ['2024', '', '2024-01-01', true],
    ['2024', '', '2023', false],
    ['2024-06', '2024-06-30', '', true],
    ['2024-06', '2024-07', '', false],
    ['2024-06', '', '2024-06-01', true],
    ['2024-06', '', '2024-05-31', false],
    ['2024-06', '2024', '2024', true],
    ['1700', '0500', '2024', true],
  ] as const) {
    test(`${from === '' ? '…' : from} to ${to === '' ? '…' : to} when it is dated ${date}: ${String(within)}`, () => {
      assert.equal(isWithin(date, { from, to }), within)
    })
  }

  test('just when one of its days is one of the days from the first of From to the last of To', () => {
    const open = fc.oneof(dates(), fc.constant(''))
    fc.assert(
      fc.property(dates(), open, open, (date, one, other) => {
        const { range } = parseDateRange(one, other)
        const first = DAYS.findIndex((day) => day.startsWith(range.from))
        const last = DAYS.findLastIndex((day) => day.startsWith(range.to))
        const within = DAYS.slice(first, last + 1).some((day) => day.startsWith(date))
        assert.equal(isWithin(date, range), within)
      }),
      { numRuns: 2000 },
    )
  })
})

/** Every day from 2023 to 2025, of which the middle year is a leap year. */
const DAYS = ['2023', '2024', '2025'].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) =>
    Array.from(
      { length: daysInMonth(Number(year), month + 1) },
      (_unused, day) => `${year}-${pad(month + 1)}-${pad(day + 1)}`,
    ),
  ).flat(),
)

/** Dates of those years, of every precision. */
function dates(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat({ max: DAYS.length - 1 }), fc.constantFrom(4, 7, 10))
    .map(([index, length]) => (DAYS[index] ?? '').slice(0, length))
}

function years(min: number, max: number): fc.Arbitrary<string> {
  return fc.integer({ min, max }).map((year) => String(year).padStart(4, '0'))
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
