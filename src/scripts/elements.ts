// Ships to the browser: makes and finds elements. Text is always set as text; nothing is ever read as HTML.

/** Make an element with attributes and what stands in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** The element of the page that a selector names. @throws Error when it is not there, or of another kind */
export function find<Kind extends Element>(selector: string, kind: new () => Kind, root: ParentNode = document): Kind {
  const found = root.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`)
  return found
}
