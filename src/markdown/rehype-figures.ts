import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { contextOf } from './context.ts'

/**
 * Make a figure of a paragraph that holds only a picture, with the picture's title as its caption and what follows the
 * last `|` of the title as its credit; set the address, width and height of every picture.
 *
 * `![Delegates in the hall](hall.jpg "The opening session | Photo: NCAC")` becomes
 * `<figure><img alt="Delegates in the hall" …><figcaption>The opening session <small>Photo: NCAC</small></figcaption></figure>`.
 * The size keeps the text from jumping when the picture arrives.
 */
export function rehypeFigures() {
  return (tree: Root, file: VFile): void => {
    const { address, formerAddress = address, base, pictures } = contextOf(file)

    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName === 'img') {
        const name = pictureName(String(element.properties['src']), formerAddress)
        const size = Object.hasOwn(pictures, name) ? pictures[name] : undefined
        if (size === undefined) throw new Error(`the picture ${name} of ${address} was not measured`)
        Object.assign(element.properties, { src: base + address + name, ...size, loading: 'lazy', decoding: 'async' })
        return undefined
      }
      const picture = onlyPicture(element)
      if (picture === undefined || parent === undefined || index === undefined) return undefined
      parent.children[index] = figureOf(picture)
      return [SKIP, index]
    })
  }
}

/** The file name of a picture, however the path to it is written: `hall.jpg`, `./a-training/hall.jpg`. */
export function pictureName(source: string, address: string): string {
  const folder = address.split('/').at(-2) ?? ''
  const path = decodeURI(source).replace(/^\.\//, '')
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path
}

function onlyPicture({ tagName, children }: Element): Element | undefined {
  const [child] = children
  return tagName === 'p' && children.length === 1 && child?.type === 'element' && child.tagName === 'img'
    ? child
    : undefined
}

function figureOf(picture: Element): Element {
  const title = picture.properties['title']
  delete picture.properties['title']
  const figure: Element = { type: 'element', tagName: 'figure', properties: {}, children: [picture] }
  if (typeof title !== 'string') return figure

  const cut = title.lastIndexOf('|')
  const [caption, credit] = cut < 0 ? [title, ''] : [title.slice(0, cut).trim(), title.slice(cut + 1).trim()]
  const figcaption: Element = { type: 'element', tagName: 'figcaption', properties: {}, children: [] }
  if (caption !== '') figcaption.children.push({ type: 'text', value: caption + (credit === '' ? '' : ' ') })
  if (credit !== '') {
    const words = { type: 'text' as const, value: credit }
    figcaption.children.push({ type: 'element', tagName: 'small', properties: {}, children: [words] })
  }
  figure.children.push(figcaption)
  return figure
}
