// Ships to the browser, on the page of a report: fetches the script of the citations when these come near, so that who reads
// the report waits for nothing that only who cites it needs.
import citeAddress from './cite.ts?worker&url'

const panel = document.querySelector('[data-citable]')

const nearness = new IntersectionObserver(
  (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    nearness.disconnect()
    void import(/* @vite-ignore */ citeAddress)
  },
  // Half a screen ahead: by keyboard or by wheel, the controls are ready when they are reached.
  { rootMargin: '50%' },
)
if (panel !== null) nearness.observe(panel)
