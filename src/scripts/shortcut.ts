// Ships to the browser, on every page: the key `/` leads to the search box, as it does on many sites.
addEventListener('keydown', (event) => {
  const { target, key, ctrlKey, metaKey, altKey, isComposing } = event
  const isTyping =
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  if (key !== '/' || ctrlKey || metaKey || altKey || isComposing || isTyping) return
  const box = document.querySelector<HTMLInputElement>('input[type=search][name=q]')
  if (box === null) return
  event.preventDefault()
  box.focus()
  box.select()
})
export {}
