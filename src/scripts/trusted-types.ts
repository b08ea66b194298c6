// Ships to the browser, on the search page: the one policy that our Content-Security-Policy allows. It lets the search
// engine start its worker from this site, and lets nothing be written into the page as HTML.
const WORKER = /\/search\/[0-9A-Za-z.-]+\/[0-9]{4}\/[A-Za-z0-9-]+\/pagefind-worker\.js$/

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
