// Ships to the browser, on every page, as a script in the head that is no module: it is done before anything is painted.

/**
 * Show the page in the theme that the reader chose, and let the reader choose: `<html data-theme>` is `system`, `light` or
 * `dark`, which the style sheet follows. The choice is kept for all pages, and other windows follow it; a browser that keeps
 * nothing forgets it with the page.
 *
 * The text of this function is the script (`pages/theme.js.ts`): it names nothing outside itself but what browsers have.
 */
export function followTheme(): void {
  const root = document.documentElement
  const show = (theme: string | null | undefined): void => {
    const shown = theme === 'light' || theme === 'dark' ? theme : 'system'
    root.dataset['theme'] = shown
    // The colour of the browser's own bar: there is one for each theme.
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[data-theme]')) {
      const { theme: own = '' } = meta.dataset
      meta.media = shown === 'system' ? `(prefers-color-scheme: ${own})` : shown === own ? 'all' : 'not all'
    }
    for (const input of document.querySelectorAll<HTMLInputElement>('[name=theme]'))
      input.checked = input.value === shown
  }
  const read = (): void => {
    try {
      show(localStorage.getItem('theme'))
    } catch {
      show(root.dataset['theme'])
    }
  }

  read()
  // The control comes after this script, a page that comes back may have missed a choice, and another window may choose.
  for (const type of ['DOMContentLoaded', 'pageshow', 'storage']) addEventListener(type, read)
  addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement
    if (name !== 'theme') return
    show(value)
    try {
      localStorage.setItem('theme', value)
    } catch {
      // The page shows the choice all the same.
    }
  })
}
