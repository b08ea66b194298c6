import { countErrors, formatProblem, type Problem } from '#archive/problem.ts'

/** Print problems for a person, or as JSON for a machine, and give the exit code: 1 when there is an error. */
export function printProblems(problems: readonly Problem[], summary: string, { json }: { json: boolean }): number {
  const errors = countErrors(problems)
  if (json) {
    console.log(JSON.stringify({ errors, warnings: problems.length - errors, problems }, null, 2))
  } else {
    for (const problem of problems) console.log(formatProblem(problem))
    const counts =
      problems.length === 0
        ? 'no problems'
        : `${plural(errors, 'error')}, ${plural(problems.length - errors, 'warning')}`
    console.log(`${summary}: ${counts}`)
  }
  return errors === 0 ? 0 : 1
}

/** `1 report`, `2 reports`; with `nouns` for what does not only take an s. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${String(count)} ${count === 1 ? noun : nouns}`
}
