/** A format that a report is given in beside its page. */
export interface AlternateFormat {
  /** Its name in the owner's settings. */
  name: string
  /** The name of its file, beside the page. */
  file: string
  /** Its media type. */
  type: string
  /** What people call it. */
  label: string
}

/** The formats that a report can be given in; which of them are is the owner's choice. */
export const ALTERNATE_FORMATS = [
  { name: 'json', file: 'report.json', type: 'application/json', label: 'JSON' },
  { name: 'md', file: 'report.md', type: 'text/markdown', label: 'Markdown' },
  { name: 'bib', file: 'report.bib', type: 'application/x-bibtex', label: 'BibTeX' },
  { name: 'ris', file: 'report.ris', type: 'application/x-research-info-systems', label: 'RIS' },
  { name: 'csl', file: 'report.csl.json', type: 'application/vnd.citationstyles.csl+json', label: 'CSL-JSON' },
  { name: 'linkset', file: 'linkset.json', type: 'application/linkset+json', label: 'Linkset' },
] as const satisfies readonly AlternateFormat[]

/** The name of a format. */
export type AlternateName = (typeof ALTERNATE_FORMATS)[number]['name']
