/** What we use of Pagefind's JavaScript API (1.6). */
export interface Pagefind {
  createInstance: (options: { basePath: string; baseUrl: string }) => Instance
  /** Its WebAssembly, compressed and in base64; we write it into the same file, to save a request. */
  program: string
}
/** An index that is open. */
export interface Instance {
  filters: () => Promise<object>
  /** Words, each of which is taken for the beginning of a word; `null` gives every report. */
  search: (words: string | null, options: object) => Promise<{ results: Result[] }>
}
/** A report that was found. */
export interface Result {
  id: string
  /** Where the words stand, counted in words, rising. */
  words: number[]
}
