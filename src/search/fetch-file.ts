/**
 * Fetch a file of ours: they are compressed when they are written, so that they are small wherever they are served.
 *
 * @throws Error when it is not there or cannot be read
 */
export async function fetchFile(address: string): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answers ${String(response.status)}`)
  return decompress(await response.arrayBuffer())
}

/** Fetch a file of ours as text. */
export async function fetchText(address: string): Promise<string> {
  return new TextDecoder().decode(await fetchFile(address))
}

/** What was compressed with gzip. @throws Error when it was not */
export async function decompress(data: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const plain = new Response(data).body?.pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(plain).arrayBuffer())
}
