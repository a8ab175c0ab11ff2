/** Who can be asked for by name at the desk: those registered to speak whose organization is what somebody begins to write. */
import type { Person } from '@rostrum/shared/contract/people'
import type { Role } from '@rostrum/shared/contract/roles'

/** More words than these say no more about a name. */
const mostWords = 8

const speaking: ReadonlySet<Role> = new Set<Role>(['participant', 'panellist'])

/** The first so many whose words begin with all that is written, in the order of admission; then those that have it somewhere inside. */
export const findPeople = (people: Iterable<Person>, written: string, most: number): readonly Person[] => {
  const wanted = wordsIn(folded(written)).slice(0, mostWords)
  if (wanted.length === 0) return []
  const beginning: Person[] = []
  const inside: Person[] = []
  for (const person of people) {
    if (person.revoked || !speaking.has(person.role)) continue
    const { text, words } = searchable(person)
    if (wanted.every((part) => words.some((word) => word.startsWith(part)))) beginning.push(person)
    else if (inside.length < most && wanted.every((part) => text.includes(part))) inside.push(person)
    if (beginning.length === most) break
  }
  return [...beginning, ...inside].slice(0, most)
}

/** Without case, accents and vowel signs: what one may leave out when one writes in haste. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

type Searchable = { readonly text: string; readonly words: readonly string[] }

/** Kept for as long as the person is as they are: somebody writes letter after letter. */
const known = new WeakMap<Person, Searchable>()
const searchable = (person: Person): Searchable => {
  const before = known.get(person)
  if (before) return before
  const text = folded(person.entity)
  const made = { text, words: wordsIn(text) }
  known.set(person, made)
  return made
}
