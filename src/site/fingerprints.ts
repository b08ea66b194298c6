import { hash } from 'node:crypto'
import { termsOf, type Report } from '#archive/catalogue.ts'
import { VOCABULARIES, type Vocabulary } from '#archive/vocabulary.ts'
import { oncePerCatalogue } from '#archive/once-per-catalogue.ts'
import { remember } from '#archive/remember.ts'
import { translationGroupOf } from './translations.ts'

/** Short digests of what pages and files are made from: where they are equal, what is made from them is the same. */
export interface Fingerprints {
  /**
   * Of all that others may say of a report: its front matter, its address, the names of its terms, and the same of its versions in
   * other languages; its text is not among it.
   */
  ofReport: (report: Report) => string
  /** Of some reports in their order. */
  ofReports: (reports: readonly Report[]) => string
  /** Of a report and its text. */
  ofText: (report: Report) => string
  /** Of an authority record, by vocabulary and id. */
  ofTerm: (vocabulary: Vocabulary, id: string) => string
  /** Of all authority records. */
  ofTerms: () => string
}

/** The fingerprints of a catalogue, each made once. O(reports + terms). */
export const fingerprintsOf = oncePerCatalogue((catalogue): Fingerprints => {
  const terms = new Map<string, string>()
  for (const vocabulary of VOCABULARIES)
    for (const { term } of catalogue.terms[vocabulary].values())
      terms.set(`${vocabulary}/${term.id}`, fingerprint(term))
  const ofTerm = (vocabulary: Vocabulary, id: string): string => terms.get(`${vocabulary}/${id}`) ?? ''
  const ofOne = remember((report: Report) => {
    // These are of the text, and of texts of the past.
    const ofTexts = {
      digest: undefined,
      size: undefined,
      numbering: undefined,
      pictures: undefined,
      copies: undefined,
      recorded: undefined,
    }
    const shown = { ...report, ...ofTexts }
    const named = VOCABULARIES.flatMap((vocabulary) =>
      termsOf(report, vocabulary).map(({ id }) => ofTerm(vocabulary, id)),
    )
    return fingerprint([shown, named])
  })
  const ofReport = remember((report: Report) => {
    const versions = translationGroupOf(catalogue, report)?.byLanguage.values() ?? []
    return fingerprint([ofOne(report), ...Array.from(versions, ofOne)])
  })
  const ofReports = (reports: readonly Report[]): string => fingerprint(reports.map(ofReport).join())
  return {
    ofReport,
    ofReports,
    ofText: remember(({ digest, numbering, pictures, copies }: Report) =>
      fingerprint([digest, numbering, pictures, copies]),
    ),
    ofTerm,
    ofTerms: () => fingerprint([...terms]),
  }
})

/** How many characters of base64 hold more than 64 bits: among a million digests of as many, no two are equal by chance. */
const CHARACTERS = 11

/** A short digest of a value: of numbers or a text as they are, of anything else as JSON. */
export function fingerprint(value: unknown): string {
  const bytes = typeof value === 'string' || value instanceof Uint32Array ? value : JSON.stringify(value)
  return hash('sha256', bytes, 'base64url').slice(0, CHARACTERS)
}
