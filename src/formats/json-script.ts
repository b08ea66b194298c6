/** Characters that could end the script element or begin a comment in it, and line ends that old JavaScript knew. */
const UNSAFE = /[<>&\u2028\u2029]/g

/**
 * Write data for a script element that holds JSON. A title such as `</script><script>…` would end the element and run: characters
 * that mean something to HTML are written as escapes of JSON, which every reader of JSON understands.
 */
export function toJsonScript(data: unknown): string {
  return JSON.stringify(data).replaceAll(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
