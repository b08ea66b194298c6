import type { Heading, Nodes, Root } from 'mdast'
import { findingOf, findUnwelcomeCharacters, isJoiner } from '#archive/characters.ts'
import type { Finding } from '#archive/problem.ts'
import type { Limits } from '#archive/settings.ts'
import { findFaultInWebAddress } from '#archive/web-address.ts'
import { findExceededLimits, nestedTooDeep } from './body-limits.ts'
import { findVanishing, hasText } from './find-vanishing.ts'
import { parseText, type MarkdownTree } from './parse-text.ts'
import { pictureName } from './rehype-figures.ts'

/** Something that a body refers to, and where. */
export interface Reference {
  target: string
  line: number
  column: number
}

/** What a body is found to hold: lines count from its own first line. */
export interface CheckedBody {
  findings: Finding[]
  /** Addresses of this archive that it links to, with their fragments: `/2024/12/a-training/#p4`, `#p2`. */
  links: Reference[]
  /** Addresses of pages elsewhere that it links to. */
  outgoing: Reference[]
  /** File names of the pictures that it shows. */
  pictures: Reference[]
  /** Its tree, when it could be parsed. */
  tree?: MarkdownTree
}

/** Check the body of the report at `address`, without rendering it. */
export function checkBody(body: string, address: string, limits: Limits): CheckedBody {
  const checked: CheckedBody = { findings: findExceededLimits(body, limits), links: [], outgoing: [], pictures: [] }
  if (checked.findings.length > 0) return checked

  checked.findings.push(...findCharacters(body))
  const tree = parse(body)
  if (tree === undefined || isDeeperThan(tree, limits.nesting)) {
    checked.findings.push(nestedTooDeep(limits))
    return checked
  }
  checkNodes(tree, address, checked)
  return { ...checked, tree }
}

function checkNodes(tree: Root, address: string, { findings, links, outgoing, pictures }: CheckedBody): void {
  const nodes = nodesOf(tree)
  const definitions = definitionsOf(nodes)
  const [linked, shown] = [referencesOf(nodes, 'linkReference'), referencesOf(nodes, 'imageReference')]
  const isOfPicture = (identifier: string): boolean => shown.has(identifier) && !linked.has(identifier)
  findings.push(...findVanishing(nodes))
  let level = 1
  for (const node of nodes) {
    const place = { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 }
    switch (node.type) {
      case 'html':
        findings.push({ ...place, ...rawHtml(node.value) })
        break
      case 'heading':
        findings.push(...checkHeading(node, level).map((finding) => ({ ...place, ...finding })))
        level = node.depth
        break
      case 'link':
      case 'definition': {
        if (node.type === 'definition' && isOfPicture(node.identifier)) break
        const fault = findFaultInLink(node.url)
        if (fault !== undefined) findings.push({ ...place, code: 'bad-link', ...fault })
        else if (/^[/#]/.test(node.url)) links.push({ target: node.url, ...place })
        else if (/^https?:/i.test(node.url) && (node.type === 'link' || linked.has(node.identifier)))
          outgoing.push({ target: node.url, ...place })
        break
      }
      case 'image':
      case 'imageReference': {
        if ((node.alt ?? '').trim() === '') findings.push({ ...place, ...MISSING_ALTERNATIVE })
        const url = node.type === 'image' ? node.url : (definitions.get(node.identifier) ?? '')
        const fault = findFaultInPicture(url)
        if (fault !== undefined) findings.push({ ...place, code: 'bad-picture', ...fault })
        else pictures.push({ target: pictureName(url, address), ...place })
      }
    }
  }
  if (!hasText(tree)) {
    findings.push({
      line: 1,
      code: 'empty-body',
      what: 'the report has no text',
      hint: 'write the text below the front matter',
    })
  }
}

/** Parse a body; `undefined` when it is nested so deep that the parser runs out of stack. */
function parse(body: string): Root | undefined {
  try {
    return parseText(body)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Whether a tree is deeper than `limit`; by a list of its own, since recursion is what deep trees break. */
function isDeeperThan(tree: Root, limit: number): boolean {
  let nodes: Nodes[] = [tree]
  for (let depth = 0; nodes.length > 0; depth += 1) {
    if (depth > limit) return true
    nodes = nodes.flatMap((node): Nodes[] => ('children' in node ? node.children : []))
  }
  return false
}

function findCharacters(body: string): Finding[] {
  const lines = body.split('\n')
  return lines.flatMap((line, index) =>
    findUnwelcomeCharacters(line)
      .filter((character) => !isJoiner(character))
      .map((character) => ({ line: index + 1, column: character.index + 1, ...findingOf(character) })),
  )
}

const MISSING_ALTERNATIVE: Finding = {
  code: 'missing-alternative',
  what: 'a picture without alternative text',
  hint: 'say in the square brackets what it shows: ![Delegates in the hall](hall.jpg)',
}

function rawHtml(value: string): Finding {
  const start = value.split('\n')[0]?.slice(0, 40) ?? ''
  return {
    code: 'raw-html',
    what: `raw HTML: ${start}`,
    hint: 'a report is Markdown; if the words in angle brackets belong to the text, write \\< for <',
  }
}

function checkHeading({ depth, children }: Heading, before: number): Finding[] {
  if (depth === 1) {
    const hint = 'begin with ##, the title of the report is the only heading of level 1'
    return [{ code: 'heading-level', what: 'a heading of level 1 in the text', hint }]
  }
  const findings: Finding[] = []
  if (children.length === 0) {
    findings.push({ code: 'empty-heading', what: 'an empty heading', hint: 'write its words or remove the marks' })
  }
  if (depth > before + 1) {
    const what = `a heading of level ${String(depth)} after one of level ${String(before)}`
    findings.push({ code: 'heading-level', what, hint: `use level ${String(before + 1)}`, severity: 'warning' })
  }
  return findings
}

function findFaultInLink(url: string): { what: string; hint: string } | undefined {
  if (url.startsWith('#') || /^\/(?!\/)/.test(url)) return undefined
  if (/^mailto:[^@\s]+@[^@\s]+$/i.test(url)) return undefined
  if (/^[^:/?#]*(?:[/?#]|$)/.test(url) && !url.startsWith('//')) {
    return { what: `“${url}” is a relative address`, hint: 'write it from the root of the archive: /2024/12/a-report/' }
  }
  return findFaultInWebAddress(url)
}

function findFaultInPicture(url: string): { what: string; hint: string } | undefined {
  if (!/^(?:\.\/)?(?:[a-z0-9-]+\/)?[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(url)) {
    return {
      what: `“${url.slice(0, 60)}” is not a picture beside the report`,
      hint: 'put it into the folder that is named as the report, under a name of a-z, 0-9 and hyphens',
    }
  }
  if (!/\.(?:avif|gif|jpe?g|png|webp)$/.test(url)) {
    return {
      what: `“${url}” is not a picture of a known format`,
      hint: 'use .jpg, .png, .webp, .avif or .gif; SVG may hold scripts',
    }
  }
  return undefined
}

/** All nodes of a tree, in the order of the text. */
function nodesOf(tree: Root): Nodes[] {
  const nodes: Nodes[] = []
  const add = (node: Nodes): void => {
    nodes.push(node)
    if ('children' in node) node.children.forEach(add)
  }
  add(tree)
  return nodes
}

/** The identifiers that references of one kind name. */
function referencesOf(nodes: readonly Nodes[], type: 'linkReference' | 'imageReference'): Set<string> {
  return new Set(nodes.flatMap((node) => (node.type === type ? node.identifier : [])))
}

/** The address of each definition, by its identifier; of two with one name the first one counts (CommonMark 4.7). */
function definitionsOf(nodes: readonly Nodes[]): Map<string, string> {
  const definitions = new Map<string, string>()
  for (const node of nodes) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url)
  }
  return definitions
}
