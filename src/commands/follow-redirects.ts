/** The way to the network. `fetch` is given, so that tests ask nobody outside the machine. */
export interface Network {
  fetch: typeof globalThis.fetch
  /** How long a request may take, in seconds. */
  seconds: number
  /** What we call ourselves, so that whoever is asked can see who asks. */
  agent: string
}

/** How asking for an address ended: with an answer, or why not. */
export interface Reply {
  /** `astray`: it led to what is no page of the web; `loop`: redirects had no end; `late`: nothing came in time. */
  ended: 'answered' | 'astray' | 'loop' | 'late' | 'failed'
  /** The last status of HTTP; 0 when the last address asked did not answer. */
  status: number
  /** The last address that was asked. */
  url: string
  /** Whether there were redirects, and each said that it is for good. */
  forGood: boolean
  /** Why there is no answer. */
  why?: string
  /** The answer: its body must be read or cancelled. */
  response?: Response
}

/** Redirects that are followed: browsers give up after 20. */
const MOST_REDIRECTS = 10

/** Statuses of redirects, and among them those that say that the page has moved for good (RFC 9110, section 15.4). */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const FOR_GOOD: ReadonlySet<number> = new Set([301, 308])

/**
 * Ask for an address and go where redirects lead, as far as that is a page of the web: never to a file of this machine or to
 * another program. A failure is a reply too.
 */
export async function followRedirects(
  address: string,
  network: Network,
  { method, headers = {} }: { method: 'HEAD' | 'GET'; headers?: Record<string, string> },
): Promise<Reply> {
  let reply: Reply = { ended: 'answered', status: 0, url: address, forGood: false }
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const asked = await askOnce(reply.url, network, { method, headers })
    if (!('status' in asked)) return { ...reply, ...asked, status: 0 }
    const { status } = asked
    const location = REDIRECTS.has(status) ? asked.headers.get('location') : null
    if (location === null) return { ...reply, status, response: asked }
    await asked.body?.cancel()
    const next = URL.parse(location, reply.url)
    if (next === null || !/^https?:$/.test(next.protocol))
      return { ...reply, status, ended: 'astray', why: `it leads to ${location}, which is no page of the web` }
    next.hash = ''
    reply = { ...reply, status, url: next.href, forGood: FOR_GOOD.has(status) && (hops === 0 || reply.forGood) }
  }
  return { ...reply, ended: 'loop', why: `it leads on more than ${String(MOST_REDIRECTS)} times` }
}

async function askOnce(
  url: string,
  { fetch, seconds, agent }: Network,
  { method, headers }: { method: string; headers: Record<string, string> },
): Promise<Response | { ended: 'late' | 'failed'; why: string }> {
  try {
    return await fetch(url, {
      method,
      headers: { ...headers, 'User-Agent': agent },
      redirect: 'manual',
      signal: AbortSignal.timeout(seconds * 1000),
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      return { ended: 'late', why: `nothing answered within ${String(seconds)} seconds` }
    return { ended: 'failed', why: reasonOf(error) }
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ECONNREFUSED: 'the host refuses connections',
  ECONNRESET: 'the host broke the connection off',
  UND_ERR_SOCKET: 'the host broke the connection off',
}

/** What went wrong on the way, in words. `fetch` itself only says “fetch failed”; the cause says why. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return REASONS[code] ?? (cause instanceof Error && cause.message !== '' ? cause.message : String(cause))
}
