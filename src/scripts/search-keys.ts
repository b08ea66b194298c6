// Ships to the browser, on the search page: the arrow keys lead from the box to the results and through them.

/** Let the arrow keys move between the search box and the results. */
export function followKeys(input: HTMLInputElement, results: HTMLElement): void {
  addEventListener('keydown', (event) => {
    const { key, target, isComposing, ctrlKey, metaKey, altKey, shiftKey } = event
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if (step === 0 || isComposing || ctrlKey || metaKey || altKey || shiftKey) return
    const links = Array.from(results.querySelectorAll<HTMLAnchorElement>('.hit__link'))
    const at = target === input ? -1 : links.findIndex((link) => link === target)
    if (target !== input && at === -1) return
    const next = at + step
    const goal = next === -1 ? input : links[next]
    if (goal === undefined || next < -1) return
    event.preventDefault()
    goal.focus()
  })
}
