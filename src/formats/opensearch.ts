import { xmlText } from './xml-text.ts'

/** What a browser needs to know to search a site from its address bar. */
export interface SearchDescription {
  name: string
  description: string
  language: string
  /** The address of the search page. */
  search: string
  /** The address of the icon of the site. */
  icon: string
}

/** Write an OpenSearch description document (OpenSearch 1.1, draft 6), so that browsers offer to search the archive. */
export function toOpenSearch({ name, description, language, search, icon }: SearchDescription): string {
  const element = (tag: string, text: string, attributes = ''): string =>
    `  <${tag}${attributes}>${xmlText(text)}</${tag}>\n`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n',
    // The specification gives these fields 16 and 1,024 characters at most.
    element('ShortName', Array.from(name).slice(0, 16).join('').trim()),
    element('LongName', Array.from(name).slice(0, 48).join('').trim()),
    element('Description', Array.from(description).slice(0, 1024).join('')),
    element('Language', language),
    element('InputEncoding', 'UTF-8'),
    element('Image', icon, ' type="image/svg+xml"'),
    `  <Url type="text/html" method="get" template="${xmlText(search)}?q={searchTerms}"/>\n`,
    '</OpenSearchDescription>\n',
  ].join('')
}
