// Ships to the browser, on the search page: the one policy that our Content-Security-Policy allows. It lets the page start
// the worker that searches, and lets nothing be written into the page as HTML.
const WORKER = /\/scripts\/search-worker\.js$/

interface Policies {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => unknown
}

const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes
policies?.createPolicy('default', {
  createScriptURL: (address) => {
    const url = new URL(address, location.href)
    if (url.origin === location.origin && WORKER.test(url.pathname)) return address
    throw new TypeError(`blocked script ${address}`)
  },
})
export {}
