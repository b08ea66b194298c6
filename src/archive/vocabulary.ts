/** The vocabularies of an archive, in the order in which pages name them. Each is also the first part of an address. */
export const VOCABULARIES = ['topics', 'places', 'organisations', 'people', 'series'] as const

/** The name of a vocabulary. */
export type Vocabulary = (typeof VOCABULARIES)[number]
