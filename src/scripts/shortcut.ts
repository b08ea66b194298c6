// Ships to the browser, on every page: the key `/` leads to the search box, as it does on many sites, unless the reader has turned it off.
const control = document.querySelector<HTMLInputElement>('[name=shortcut]')

function read(): void {
  try {
    if (control !== null) control.checked = localStorage.getItem('shortcut') !== 'off'
  } catch {
    // A browser that keeps nothing keeps the choice for this page.
  }
}

read()
// A page that comes back may have missed a choice, and another window may choose.
for (const type of ['pageshow', 'storage']) addEventListener(type, read)
control?.parentElement?.removeAttribute('hidden')
control?.addEventListener('change', () => {
  try {
    localStorage.setItem('shortcut', control.checked ? 'on' : 'off')
  } catch {
    // The page follows the choice all the same.
  }
})

addEventListener('keydown', (event) => {
  const { target, key, ctrlKey, metaKey, altKey, isComposing } = event
  const isTyping =
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  if (key !== '/' || ctrlKey || metaKey || altKey || isComposing || isTyping || control?.checked === false) return
  const box = document.querySelector<HTMLInputElement>('input[type=search][name=q]')
  if (box === null) return
  event.preventDefault()
  box.focus()
  box.select()
})
export {}
