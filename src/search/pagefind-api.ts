/** What we use of Pagefind's JavaScript API (1.6). */
export interface Pagefind {
  createInstance: (options: { basePath: string; baseUrl: string }) => Instance
}
/** An index that is open. */
export interface Instance {
  search: (
    words: string | null,
    options: { filters: Record<string, unknown>; sort?: Record<string, string> },
  ) => Promise<{ results: Result[] }>
  filters: () => Promise<unknown>
}
/** A report that was found; its data is fetched when it is asked for. */
export interface Result {
  id: string
  score: number
  data: () => Promise<Data>
}
/** What an index keeps of a report. */
export interface Data {
  raw_url: string
  raw_content: string
  meta: Record<string, string>
  locations: number[]
  anchors: { id: string; location: number }[]
}
