import { isOwnWork, onOneLine, publishedOn, type Citable } from './citation.ts'

/**
 * Write a record in the RIS format (tags of 2012), with the line ends that it asks for: a report as news, a brief as a page of the web.
 * The date of publication is left out while it is not known, and only a wording that has been changed has its number.
 */
export function toRis(citable: Citable): string {
  const { id, kind, publisher, title, version = 1, language, archive, url } = citable
  const date = publishedOn(citable)
  const lines = [
    ['TY', kind === 'report' ? 'NEWS' : 'ELEC'],
    ['ID', id],
    ['AU', publisher],
    ['TI', title],
    ...(isOwnWork(citable) ? [] : [['T2', archive]]),
    ...(date === undefined ? [] : toDates(date)),
    ...(version > 1 ? [['ET', `Version ${String(version)}`]] : []),
    ['LA', language],
    ['UR', url],
    ['ER', ''],
  ]
  return lines.map(([tag = '', value = '']) => `${tag}  - ${onOneLine(value)}\r\n`).join('')
}

/** The year, and the date as RIS writes it: `YYYY/MM/DD/`, of which the end may be empty. */
function toDates(date: string): string[][] {
  const [year = '', month = '', day = ''] = date.split('-')
  return [
    ['PY', year],
    ['DA', `${year}/${month}/${day}/`],
  ]
}
