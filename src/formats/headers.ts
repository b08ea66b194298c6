/**
 * The headers that every page is served with: one constant set for all of them, on success and failure alike. No page
 * has an inline script or style, so the policy needs neither hashes nor exceptions; `wasm-unsafe-eval` lets the search
 * engine run, and Trusted Types let nothing be written into a page as HTML.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Files that anybody's programs may read from other sites: formats of reports, feeds and data. They hold no script. */
const OPEN_FILE =
  /(?:\/(?:report(?:\.csl)?\.(?:json|md|bib|ris)|linkset\.json|timemap\.link|atom\.xml|rss\.xml|feed\.json)|\/(?:data|schemas|llms)\/[^/]+|\/llms\.txt)$/

/** The headers for an address, `/2024/12/a-training/report.json`. */
export function headersFor(address: string): Readonly<Record<string, string>> {
  return OPEN_FILE.test(address) ? OPEN_HEADERS : SECURITY_HEADERS
}

const OPEN_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
}

/** The media types of files whose endings or names servers do not know. */
export const MEDIA_TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['/report.bib', 'application/x-bibtex; charset=utf-8'],
  ['/report.ris', 'application/x-research-info-systems; charset=utf-8'],
  ['/report.md', 'text/markdown; charset=utf-8'],
  ['/report.csl.json', 'application/vnd.citationstyles.csl+json; charset=utf-8'],
  ['/linkset.json', 'application/linkset+json'],
  ['/timemap.link', 'application/link-format'],
  ['/atom.xml', 'application/atom+xml; charset=utf-8'],
  ['/rss.xml', 'application/rss+xml; charset=utf-8'],
  ['/feed.json', 'application/feed+json; charset=utf-8'],
  ['.jsonl', 'application/jsonl; charset=utf-8'],
  ['/SHA256SUMS', 'text/plain; charset=utf-8'],
  ['/.well-known/resourcesync', 'application/xml; charset=utf-8'],
]
