/** The names of States and well-known organizations as people write them, and how they are compared. */
import { foldName } from './fold-name.ts'

/**
 * The form of lists, the form that is said after "the representative of", and other forms that people write. The second one has the
 * article, preposition or case that its language needs there.
 */
type NameForms = readonly [listed: string, said: string, ...written: string[]]
/** The names in one language, by the code of a State (ISO 3166) or of an organization. */
export type NameTable = Readonly<Record<string, NameForms>>

/** Returns the code of each known form of a name, in any of the languages. */
export const indexNames = (tables: readonly NameTable[]): ReadonlyMap<string, string> =>
  new Map(tables.flatMap((table) => Object.entries(table).flatMap(([code, forms]) => forms.map((form) => [foldName(form), code] as const))))
