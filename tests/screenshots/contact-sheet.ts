/** A page that was taken: its name, its address, and its pictures by the name of the view. */
export interface Taken {
  name: string
  address: string
  pictures: readonly { view: string; file: string }[]
}

/** The page that shows all pictures side by side, a row for each kind of page, and says what was left out. */
export function toContactSheet(taken: readonly Taken[], notes: readonly string[]): string {
  const rows = taken.map(
    ({ name, address, pictures }) => `<section id="${escape(name)}">
<h2>${escape(name)} <small>${escape(address)}</small></h2>
<div>
${pictures.map(toFigure).join('\n')}
</div>
</section>`,
  )
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Screenshots</title>
<style>
body { font: 14px/1.4 system-ui, sans-serif; margin: 1rem; background: #ddd; color: #111 }
nav { columns: 14rem }
nav a { display: block }
h2 { font-size: 1rem; margin: 1.5rem 0 .5rem }
small { font-weight: 400 }
section > div { display: flex; gap: 1rem; overflow-x: auto; align-items: start }
figure { margin: 0; flex: none }
img { display: block; height: 480px; object-fit: cover; object-position: top; border: 1px solid #999 }
</style>
<h1>Screenshots</h1>
<nav>${taken.map(({ name }) => `<a href="#${escape(name)}">${escape(name)}</a>`).join('')}</nav>
${rows.join('\n')}
<h2>Left out</h2>
<ul>${notes.map((note) => `<li>${escape(note)}</li>`).join('')}</ul>
</html>
`
}

function toFigure({ view, file }: Taken['pictures'][number]): string {
  return `<figure><figcaption>${escape(view)}</figcaption><a href="${escape(file)}"><img src="${escape(file)}" alt="" loading="lazy"></a></figure>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
