declare namespace App {
  /** What belongs to the page that is being made. */
  interface Locals {
    /** The language that the words of the page are in; that of the archive where a page sets none. */
    language?: string
  }
}
