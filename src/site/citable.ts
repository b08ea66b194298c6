import { reportAddress } from '#archive/addresses.ts'
import type { Report } from '#archive/catalogue.ts'
import type { Citable } from '#formats/citation.ts'
import { settings } from '../site.config.ts'
import { absolute } from './links.ts'

/** A report as citations name it. */
export function citableOf({ id, kind, source, title, date, lang, path }: Report): Citable {
  return {
    id,
    publisher: kind === 'report' ? (source?.name ?? settings.publisher) : settings.publisher,
    title,
    date,
    language: lang,
    archive: settings.name,
    url: absolute(reportAddress(path)),
  }
}
