import type { ArchivedCopy } from '#archive/outgoing-links.ts'
import type { Vocabulary } from '#archive/vocabulary.ts'

/**
 * Everything that the machine formats say of a report. It is put together in one place (`site/description.ts`), and every
 * format is a function of it: what one of them says of a report cannot differ from what another one says.
 *
 * All texts are plain. All addresses are whole. Dates are as precise as they are known: `2024-12-20`, `2024-12`, `2024`.
 */
export interface Description {
  /** Its identifier, `k7m2q4`. */
  id: string
  kind: 'report' | 'brief'
  status: 'published' | 'withdrawn' | 'gone'
  /** Its language, as a BCP 47 tag. */
  language: string
  title: string
  /** Whether the archive wrote the title, because the source had none. */
  titleSupplied: boolean
  summary?: string
  /** The permanent address. */
  url: string
  /** The short address, for print. */
  shortUrl: string
  /** The date it is filed under: for a report the day its source made it public, for a brief that of what it records. */
  date: string
  /** The date on which it was published: of a report its `date`, of a brief the day on which the archive first published it, if recorded. */
  published?: string
  /** The day on which the archive first published it; missing while its ledger does not say. */
  recorded?: string
  /** The day of its last correction or notice. */
  modified?: string
  /** When what it tells of took place: a date, or an interval of two, `2024-12-11/2024-12-13`. */
  covers?: string
  /** The number of its recorded wording, from 1; missing while its ledger does not say. */
  version?: number
  /** Who published it: the source of a report, the archive for a brief. */
  publisher: Party
  archive: Party & { description: string; language: string }
  /** What it rests on: where a report was published first, the public sources of a brief. */
  sources: readonly Source[]
  /** Who holds the rights, in words. */
  rights?: string
  /** The address of the licence of its text. */
  license?: string
  topics: readonly NamedThing[]
  places: readonly NamedThing[]
  organisations: readonly NamedThing[]
  people: readonly NamedThing[]
  /** The place it was written at, or the event was held at; it is among `places` too. */
  dateline?: NamedThing
  /** The thread it belongs to, and where in it it stands, from 1. */
  series?: NamedThing & { position?: number; count: number }
  /** The report that this one translates. */
  translationOf?: Linked
  /** Its translations, in the order of their languages. */
  translations: readonly Linked[]
  /** What was changed after publication, the oldest first. */
  corrections: readonly Correction[]
  /** Why and when it was withdrawn or removed. */
  notice?: { date: string; text: string; alternative?: string }
  /** The same report in other formats. */
  alternates: readonly Alternate[]
  /** The picture that stands for it where links are shown as cards. */
  image?: { url: string; type: string; width: number; height: number; alternative: string }
}

/** Somebody, or something that was published, and where that is. */
export interface Party {
  name: string
  url?: string
}

/** What a report rests on. */
export interface Source extends Party {
  /** A copy of what is at its address, in a web archive. */
  copy?: ArchivedCopy
}

/** A term as machine formats name it. */
export interface NamedThing {
  vocabulary: Vocabulary
  id: string
  /** Its name in the language of the archive, or in the first one it has. */
  name: string
  /** Its names by language. */
  names: Readonly<Record<string, string>>
  /** Its other names. */
  aliases: readonly string[]
  /** The address of its page. */
  url: string
  /** Addresses of the same thing elsewhere. */
  sameAs: readonly string[]
  /** What it is or does in this report, in the words and the language of the report. */
  role?: string
}

/** Another report of the archive. */
export interface Linked {
  id: string
  title: string
  language: string
  url: string
}

/** A change after publication. */
export interface Correction {
  date: string
  kind: 'correction' | 'clarification' | 'update'
  text: string
}

/** Another format of a report. */
export interface Alternate {
  /** Its media type, `application/x-bibtex`. */
  type: string
  /** What people call it, `BibTeX`. */
  name: string
  url: string
}
