import { onOneLine, type Citable } from './citation.ts'

/** Write a record in the RIS format (tags of 2012), with the line ends that it asks for. */
export function toRis({ id, publisher, title, date, language, archive, url }: Citable): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const lines = [
    ['TY', 'NEWS'],
    ['ID', id],
    ['AU', publisher],
    ['TI', title],
    ['T2', archive],
    ['PY', year],
    ['DA', `${year}/${month}/${day}/`],
    ['LA', language],
    ['UR', url],
    ['ER', ''],
  ]
  return lines.map(([tag = '', value = '']) => `${tag}  - ${onOneLine(value)}\r\n`).join('')
}
