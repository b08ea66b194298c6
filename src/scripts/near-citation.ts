// Ships to the browser, on the page of a report: fetches the script of the citations when these come near, so that who reads
// the report waits for nothing that only who cites it needs.
import citeAddress from './cite.ts?worker&url'

const panel = document.querySelector('[data-citable]')

const nearness = new IntersectionObserver(
  (entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) load()
  },
  // A screen ahead: the controls are ready when they are reached.
  { rootMargin: '100%' },
)

function load(): void {
  nearness.disconnect()
  void import(/* @vite-ignore */ citeAddress)
}

if (panel !== null) {
  nearness.observe(panel)
  // Who goes by keyboard passes by what is not yet ready: for him it is fetched at the first step.
  addEventListener('focusin', load, { once: true })
}
