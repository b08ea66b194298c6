let reading: Promise<void> = Promise.resolve()

/** Say that what this process will read is being read ahead by threads, which keep it in the cache. */
export function setReadingAhead(ahead: Promise<void>): void {
  // What could not be read ahead is read, and told, by who needs it.
  reading = ahead.catch(() => undefined)
}

/** When what is read ahead is kept; at once where nothing is. */
export function whenReadAhead(): Promise<void> {
  return reading
}
