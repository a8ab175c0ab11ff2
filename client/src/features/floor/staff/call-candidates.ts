/**
 * The people who can be called instead of the next speaker: the panel, waiting people, and people found in the roster. Their order makes a
 * name easy to find.
 */

import type { Channel } from '@rostrum/shared/contract/channels'
import type { EntryId, GroupId, PersonId } from '@rostrum/shared/contract/ids'
import { foldLetters } from '@rostrum/shared/kernel/fold-text'
import type { View } from '@rostrum/shared/projection/registry'
import type { TypedNames } from '../../../session/typed-names.ts'
import type { Translate } from '../../../text/messages.ts'
import { formatRowName } from '../../../widgets/row-name.ts'
import type { FoundPerson } from './use-found-people.ts'

export type Candidate = {
  readonly value: string
  readonly name: string
  readonly group: GroupId | null
  /** Null for people who are not in the order. */
  readonly position: number | null
  /** A person who has not asked. Null for an entry. */
  readonly person: PersonId | null
  /** The channel of a person found in the roster. */
  readonly channel: Channel | null
}

type CandidateView = Pick<View, 'order' | 'replies' | 'entries'> & { readonly panellists: View['panellists'] | undefined }

/** Lists the panel first, then everybody else by name, in the alphabet of this language. */
export const listCandidates = (
  { order, replies, entries, panellists: panel }: CandidateView,
  withPanel: boolean,
  t: Translate,
  names: TypedNames,
): readonly Candidate[] => {
  const makeCandidate = (entry: EntryId, position: number | null): readonly Candidate[] => {
    const row = entries[entry]
    return row ? [{ value: entry, name: formatRowName(t, row, names), group: row.group, position, person: null, channel: null }] : []
  }
  const waiting = listWaitingPeople(entries)
  const sortByName = makeSorter(t.language)
  return [
    ...sortByName(
      (withPanel ? (panel ?? []) : [])
        .filter(({ person }) => !waiting.has(person))
        .map(({ person, entity, group }) => ({ value: person, name: entity, group, position: null, person, channel: null })),
    ),
    ...sortByName([
      ...order.flatMap((entry, index) => makeCandidate(entry, index + 1)),
      ...replies.flatMap((entry) => makeCandidate(entry, null)),
    ]),
  ]
}

/** Lists the people found in the roster, except existing candidates. They come after all others. */
export const listFound = (
  found: readonly FoundPerson[],
  { entries, panellists = [] }: CandidateView,
  language: string,
): readonly Candidate[] => {
  const known = new Set([...listWaitingPeople(entries), ...panellists.map(({ person }) => person)])
  return makeSorter(language)(
    found
      .filter(({ person }) => !known.has(person))
      .map(({ person, entity, group, channel }) => ({ value: person, name: entity, group, position: null, person, channel })),
  )
}

const listWaitingPeople = (entries: CandidateView['entries']) => new Set(Object.values(entries).map((row) => row?.staff?.person))

const makeSorter = (language: string) => {
  const { compare } = new Intl.Collator(language, { numeric: true })
  return (candidates: readonly Candidate[]): readonly Candidate[] => [...candidates].sort((a, b) => compare(a.name, b.name))
}

/** Chinese is written without spaces, and Arabic joins the article to its word. So a word may be found inside another. */
const joinsWords = /[\p{Script=Han}\p{Script=Arabic}]/u

/** Returns the candidates of the group, or of all groups if null. Each typed word must begin a word of their name. */
export const filterCandidates = (candidates: readonly Candidate[], typed: string, group: GroupId | null): readonly Candidate[] => {
  const wanted = splitWords(typed)
  return candidates.filter((candidate) => {
    if (group !== null && candidate.group !== group) return false
    const words = splitWords(candidate.name)
    return wanted.every((part) => words.some((word) => (joinsWords.test(part) ? word.includes(part) : word.startsWith(part))))
  })
}

const splitWords = (text: string): readonly string[] => foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []
