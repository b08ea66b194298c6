// Ships to the browser, on the page of an address that is not there: cut its tail until a page answers, and offer that.
const line = document.querySelector<HTMLElement>('#nearest')
const link = document.querySelector<HTMLAnchorElement>('#nearest-link')

async function findNearest(): Promise<string | undefined> {
  const parts = location.pathname.split('/').filter((part) => part !== '')
  while (parts.length > 1) {
    parts.pop()
    const path = `/${parts.join('/')}/`
    const response = await fetch(path, { method: 'HEAD' })
    if (response.ok) return path
  }
  return undefined
}

const nearest = await findNearest().catch(() => undefined)
if (nearest !== undefined && line !== null && link !== null) {
  link.href = nearest
  link.textContent = nearest
  line.hidden = false
}
export {}
