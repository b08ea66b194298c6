// Ships to the browser, on the page of an address that is not there. What offers the nearest pages is a bundle of its own: what it has
// in common with the search would become a file that every search waits for.
import nearestPages from './nearest-pages.ts?worker&url'

void import(/* @vite-ignore */ nearestPages)
