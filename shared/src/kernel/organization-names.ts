/** The names of States and well-known organizations as people write them, and how they are compared. */
import { foldName } from './fold-name.ts'

/**
 * The form of lists, the form that is said after "the representative of", and other forms that people write. The second one has the
 * article, preposition or case that its language needs there.
 */
type NameForms = readonly [listed: string, said: string, ...written: string[]]
/** The names in one language, by the code of a State (ISO 3166) or of an organization. */
export type NameTable = Readonly<Record<string, NameForms>>

/** The forms under which one organization is known. */
export type KnownForms = {
  /** Returns the code of a known organization, or else the folded name. */
  readonly identify: (name: string) => string
  /** Returns the folded forms of an organization. `identity`: from `identify`. */
  readonly listForms: (identity: string) => readonly string[]
}

/** Without tables: each folded name is an organization of its own. */
export const foldedForms: KnownForms = { identify: foldName, listForms: (identity) => [identity] }

export const makeKnownForms = (tables: readonly NameTable[]): KnownForms => {
  const codes = indexNames(tables)
  const forms = new Map<string, string[]>()
  for (const [form, code] of codes) forms.set(code, [...(forms.get(code) ?? []), form])
  const identify = (name: string): string => {
    const folded = foldName(name)
    return codes.get(folded) ?? readFlag(name) ?? folded
  }
  return { identify, listForms: (identity) => forms.get(identity) ?? [identity] }
}

/** A flag is written with the two letters of the State's code. */
const flag = /^[^\p{L}\p{N}]*([\u{1f1e6}-\u{1f1ff}])([\u{1f1e6}-\u{1f1ff}])[^\p{L}\p{N}\u{1f1e6}-\u{1f1ff}]*$/u
const readFlag = (name: string): string | null => {
  const letters = flag.exec(name)?.slice(1)
  return letters ? String.fromCharCode(...letters.map((letter) => (letter.codePointAt(0) ?? 0) - 0x1f1e6 + 65)) : null
}

/** Returns the code of each known form of a name, in any of the languages. */
export const indexNames = (tables: readonly NameTable[]): ReadonlyMap<string, string> =>
  new Map(tables.flatMap((table) => Object.entries(table).flatMap(([code, forms]) => forms.map((form) => [foldName(form), code] as const))))
