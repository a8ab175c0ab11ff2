/** Finds participants and panellists by organization while the staff type. */
import type { Person } from '@rostrum/shared/contract/people'
import { roleRules } from '@rostrum/shared/contract/roles'
import { foldLetters } from '@rostrum/shared/kernel/fold-text'

/** The most words of a query that are used. More words hardly narrow a name further. */
const maxWords = 8

/**
 * Finds people. First come those with words that begin with all words of the query, then those that contain them elsewhere. Both are
 * ordered by name.
 */
export const findPeople = (people: Iterable<Person>, query: string, limit: number): readonly Person[] => {
  const queryWords = splitWords(foldLetters(query)).slice(0, maxWords)
  if (queryWords.length === 0) return []
  const startingMatches: Person[] = []
  const innerMatches: Person[] = []
  for (const person of people) {
    if (person.revoked || !roleRules[person.role].maySpeak) continue
    const { text, words } = getSearchable(person)
    if (queryWords.every((part) => words.some((word) => word.startsWith(part)))) startingMatches.push(person)
    else if (queryWords.every((part) => text.includes(part))) innerMatches.push(person)
  }
  return [...startingMatches.sort(compareByName), ...innerMatches.sort(compareByName)].slice(0, limit)
}

/** Compares folded letters, which is fast. Within an organization, the person admitted first comes first. */
const compareByName = (a: Person, b: Person): number => {
  const [first, second] = [getSearchable(a).text, getSearchable(b).text]
  return first === second ? a.number - b.number : first < second ? -1 : 1
}

const splitWords = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

type Searchable = { readonly text: string; readonly words: readonly string[] }

/** Kept until the person changes, because each typed letter sends a query. */
const searchableCache = new WeakMap<Person, Searchable>()
const getSearchable = (person: Person): Searchable => {
  const cached = searchableCache.get(person)
  if (cached) return cached
  const text = foldLetters(person.entity)
  const searchable = { text, words: splitWords(text) }
  searchableCache.set(person, searchable)
  return searchable
}
