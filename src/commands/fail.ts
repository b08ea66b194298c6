/** Print what went wrong for a person and end with exit code 1: the message, and its causes, without a stack. */
export function fail(error: unknown): void {
  process.exitCode = 1
  for (let cause = error; cause !== undefined; cause = cause instanceof Error ? cause.cause : undefined) {
    console.error(cause instanceof Error ? cause.message : cause)
  }
}
