import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { addToList, setKey, toYamlText } from '#source/edit-front-matter.ts'

const ITEM = '{ date: 2024-12-22, kind: correction, text: "It was 120." }'

const cases: readonly [title: string, before: string, after: string][] = [
  [
    'a list is made when there is none',
    '---\nid: k7m2q4\ntitle: A report\n---\nText.\n',
    `---\nid: k7m2q4\ntitle: A report\ncorrections:\n  - ${ITEM}\n---\nText.\n`,
  ],
  [
    'an item follows those that are there, as far in as they are',
    '---\ncorrections:\n    - { date: 2024-12-21, kind: update, text: A. }\ntitle: A report\n---\nText.\n',
    `---\ncorrections:\n    - { date: 2024-12-21, kind: update, text: A. }\n    - ${ITEM}\ntitle: A report\n---\nText.\n`,
  ],
  [
    'items of several lines are no hindrance',
    '---\ncorrections:\n  - date: 2024-12-21\n    kind: update\n    text: >\n      Two\n      lines.\ntitle: A report\n---\nText.\n',
    `---\ncorrections:\n  - date: 2024-12-21\n    kind: update\n    text: >\n      Two\n      lines.\n  - ${ITEM}\ntitle: A report\n---\nText.\n`,
  ],
  [
    'an empty list in brackets is filled',
    '---\ncorrections: []\ntitle: A report\n---\nText.\n',
    `---\ncorrections: [${ITEM}]\ntitle: A report\n---\nText.\n`,
  ],
  [
    'a list in brackets goes on',
    '---\ncorrections: [{ date: 2024-12-21, kind: update, text: A. }]\n---\nText.\n',
    `---\ncorrections: [{ date: 2024-12-21, kind: update, text: A. }, ${ITEM}]\n---\nText.\n`,
  ],
  [
    'a key without a value gets one',
    '---\ncorrections:\ntitle: A report\n---\nText.\n',
    `---\ncorrections:\n  - ${ITEM}\ntitle: A report\n---\nText.\n`,
  ],
  [
    'comments, line ends of Windows, a byte order mark and the text stay as they are',
    '\uFEFF---\r\nid: k7m2q4 # never change this\r\n# checked\r\ncorrections:\r\n  - { date: 2024-12-21, kind: update, text: A. } # by hand\r\n---\r\n---\r\nText  \r\n',
    `\uFEFF---\r\nid: k7m2q4 # never change this\r\n# checked\r\ncorrections:\r\n  - { date: 2024-12-21, kind: update, text: A. } # by hand\r\n  - ${ITEM}\r\n---\r\n---\r\nText  \r\n`,
  ],
]

suite('an entry for a correction', () => {
  for (const [title, before, after] of cases) {
    test(title, () => {
      assert.equal(addToList(before, 'corrections', ITEM), after)
    })
  }

  test('a value that is no list is not guessed at', () => {
    assert.throws(() => addToList('---\ncorrections: yes\n---\n', 'corrections', ITEM), /corrections is not a list/)
    assert.throws(() => addToList('no front matter', 'corrections', ITEM), /front matter cannot be read/)
  })

  test('any text becomes a value on one line', () => {
    assert.equal(toYamlText('He said: "no"\n# twice'), '"He said: \\"no\\"\\n# twice"')
  })
})

suite('a key of the front matter', () => {
  test('is set where it stands', () => {
    assert.equal(
      setKey('---\nstatus: published # since 2024\ntitle: A\n---\nText.\n', 'status', 'withdrawn'),
      '---\nstatus: withdrawn # since 2024\ntitle: A\n---\nText.\n',
    )
  })

  test('is set at the end when it is not there', () => {
    assert.equal(setKey('---\ntitle: A\n---\nText.\n', 'status', 'gone'), '---\ntitle: A\nstatus: gone\n---\nText.\n')
  })

  test('takes the place of a value of several lines', () => {
    assert.equal(
      setKey(
        '---\nnotice:\n  date: 2024-12-22\n  text: Old.\ntitle: A\n---\n',
        'notice',
        '{ date: 2025-01-01, text: "New." }',
      ),
      '---\nnotice: { date: 2025-01-01, text: "New." }\ntitle: A\n---\n',
    )
  })
})
