import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { followTheme } from '#scripts/theme.ts'

suite('the theme of a page', () => {
  for (const [kept, shown, light, dark] of [
    [null, 'system', '(prefers-color-scheme: light)', '(prefers-color-scheme: dark)'],
    ['system', 'system', '(prefers-color-scheme: light)', '(prefers-color-scheme: dark)'],
    ['light', 'light', 'all', 'not all'],
    ['dark', 'dark', 'not all', 'all'],
    ['<b>', 'system', '(prefers-color-scheme: light)', '(prefers-color-scheme: dark)'],
  ] as const) {
    test(`is ${shown} when ${String(kept)} is kept`, () => {
      const page = openPage({ getItem: () => kept })
      assert.equal(page.root.dataset.theme, shown)
      assert.deepEqual(
        page.metas.map(({ media }) => media),
        [light, dark],
      )
    })
  }

  test('is that of the system where nothing may be read, and what is chosen where nothing may be kept', () => {
    const refuse = (): never => {
      throw new Error('refused')
    }
    const page = openPage({ getItem: refuse, setItem: refuse })
    assert.equal(page.root.dataset.theme, 'system')
    page.send('change', { target: { name: 'theme', value: 'dark' } })
    assert.equal(page.root.dataset.theme, 'dark')
    page.send('pageshow', {})
    assert.equal(page.root.dataset.theme, 'dark')
  })

  test('is kept when it is chosen, and follows what another window chose', () => {
    let kept: string | null = null
    const page = openPage({
      getItem: () => kept,
      setItem: (_, value) => {
        kept = value
      },
    })
    page.send('change', { target: { name: 'q', value: 'dark' } })
    assert.deepEqual([page.root.dataset.theme, kept], ['system', null])
    page.send('change', { target: { name: 'theme', value: 'light' } })
    assert.deepEqual([page.root.dataset.theme, kept], ['light', 'light'])
    kept = 'dark'
    page.send('storage', { key: 'theme' })
    assert.equal(page.root.dataset.theme, 'dark')
  })

  test('has the choice marked in the switch, which comes after the script', () => {
    const page = openPage({ getItem: () => 'dark' })
    page.inputs.push(...['system', 'light', 'dark'].map((value) => ({ value, checked: value === 'system' })))
    page.send('DOMContentLoaded', {})
    assert.deepEqual(
      page.inputs.map(({ checked }) => checked),
      [false, false, true],
    )
  })

  test('gives the bar of the browser the colours of the paper', () => {
    const read = (file: string): string => readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8')
    const [, light, dark] = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(read('styles/tokens.css')) ?? []
    const shown = [...read('components/ThemeHead.astro').matchAll(/content="(#\w+)"/g)].map(([, color]) => color)
    assert.deepEqual(shown, [light, dark])
  })
})

interface Page {
  root: { dataset: { theme?: string } }
  metas: { dataset: { theme: string }; media: string }[]
  inputs: { value: string; checked: boolean }[]
  send: (type: string, event: object) => void
}

/** Run the text of the script, alone as in a browser, on a page with a kept choice. */
function openPage(localStorage: Partial<Pick<Storage, 'getItem' | 'setItem'>>): Page {
  const root: Page['root'] = { dataset: {} }
  const metas: Page['metas'] = ['light', 'dark'].map((theme) => ({ dataset: { theme }, media: '' }))
  const inputs: Page['inputs'] = []
  const listeners = new Map<string, (event: object) => void>()
  runInNewContext(`(${followTheme.toString()})()`, {
    document: {
      documentElement: root,
      querySelectorAll: (selector: string) => (selector.startsWith('meta') ? metas : inputs),
    },
    localStorage,
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
  })
  return { root, metas, inputs, send: (type, event) => listeners.get(type)?.(event) }
}
