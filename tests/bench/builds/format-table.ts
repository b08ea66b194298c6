/** A table: the first column is words, the others are figures. */
export interface Table {
  heading: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  /** Sentences below it. */
  notes?: readonly string[]
}

/** A table for a terminal, its columns aligned, or as Markdown. */
export function formatTable({ heading, columns, rows, notes = [] }: Table, isMarkdown: boolean): string {
  const lines = [columns, ...rows]
  const widths = columns.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length)))
  const align = (cells: readonly string[]): string[] =>
    widths.map((width, column) => {
      const cell = cells[column] ?? ''
      return column === 0 ? cell.padEnd(width) : cell.padStart(width)
    })
  const below = notes.map((note) => `${isMarkdown ? '' : '  '}${note}`)
  if (!isMarkdown) {
    const rule = widths.map((width) => '─'.repeat(width))
    const [head = [], ...body] = lines.map(align)
    return [heading, '', ...[head, rule, ...body].map((cells) => `  ${cells.join('  ')}`.trimEnd()), '', ...below].join(
      '\n',
    )
  }
  const marks = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  const [head = [], ...body] = lines.map(align)
  const table = [head, marks, ...body].map((cells) => `| ${cells.join(' | ')} |`)
  return [`### ${heading}`, '', ...table, '', ...below.flatMap((note) => [note, ''])].join('\n').trimEnd()
}
