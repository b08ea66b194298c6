/** What a check found: `what` is wrong, `hint` says what to do about it. */
export interface Problem {
  /** The file, relative to the content folder, with `/` between its parts. */
  file: string
  /** The line, counted from 1. */
  line?: number
  /** The column, counted from 1 in UTF-16 units, as editors do. */
  column?: number
  /** The key of the front matter or of the vocabulary, with dots between its parts (`source.url`). */
  field?: string
  /** A short name for machines and tests that never changes, such as `unknown-key`. */
  code: string
  what: string
  hint: string
  /** An error stops the build; a warning is printed and counted. */
  severity: 'error' | 'warning'
}

/** A problem without its file: what a check of one part of a file gives. */
export type Finding = Omit<Problem, 'file' | 'severity'> & { severity?: Problem['severity'] }

/** The problem that `finding` is in `file`. */
export function inFile(file: string, { severity = 'error', ...finding }: Finding): Problem {
  return { file, ...finding, severity }
}

/** Compare two problems: by file, then by line and column. */
export function compareProblems(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}

/**
 * Write a problem as one line, `file:line:column  field  what is wrong  what to do`: editors and terminals open the
 * place when the beginning is clicked.
 */
export function formatProblem({ file, line, column, field, what, hint, severity }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return [place, field ?? '-', severity === 'warning' ? `warning: ${what}` : what, hint].join('  ')
}

/** How many problems stop a build. */
export function countErrors(problems: readonly Problem[]): number {
  return problems.filter(({ severity }) => severity === 'error').length
}
