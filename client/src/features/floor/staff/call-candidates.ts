/** Who can be called instead of the next speaker: those who wait and the panel, in an order in which a name is found. */
import type { EntryId, GroupId, PersonId } from '@rostrum/shared/contract/ids'
import { foldLetters } from '@rostrum/shared/kernel/text'
import type { View } from '@rostrum/shared/projection/registry'

export type Candidate = {
  readonly value: string
  readonly name: string
  readonly group: GroupId | null
  /** Null for people who are not in the order. */
  readonly position: number | null
  readonly panel: PersonId | null
}

type CandidateView = Pick<View, 'order' | 'replies' | 'entries'> & { readonly panellists: View['panellists'] | undefined }

/** The panel first, then everybody else by name, in the alphabet of this language. */
export const listCandidates = (
  { order, replies, entries, panellists: panel }: CandidateView,
  withPanel: boolean,
  language: string,
): readonly Candidate[] => {
  const makeCandidate = (entry: EntryId, position: number | null): readonly Candidate[] => {
    const row = entries[entry]
    const name = row?.staff?.name ? `${row.entity}, ${row.staff.name}` : row?.entity
    return row && name ? [{ value: entry, name, group: row.group, position, panel: null }] : []
  }
  const waitingPeople = new Set(Object.values(entries).map((row) => row?.staff?.person))
  const { compare } = new Intl.Collator(language, { numeric: true })
  const sortByName = (candidates: readonly Candidate[]) => [...candidates].sort((a, b) => compare(a.name, b.name))
  return [
    ...sortByName(
      (withPanel ? (panel ?? []) : [])
        .filter(({ person }) => !waitingPeople.has(person))
        .map(({ person, entity, group }) => ({ value: `panel-${person}`, name: entity, group, position: null, panel: person })),
    ),
    ...sortByName([
      ...order.flatMap((entry, index) => makeCandidate(entry, index + 1)),
      ...replies.flatMap((entry) => makeCandidate(entry, null)),
    ]),
  ]
}

/** Those of the group, all with null, whose name has words that begin with each of the typed ones. */
export const filterCandidates = (candidates: readonly Candidate[], typed: string, group: GroupId | null): readonly Candidate[] => {
  const wanted = splitWords(typed)
  return candidates.filter((candidate) => {
    if (group !== null && candidate.group !== group) return false
    const words = splitWords(candidate.name)
    return wanted.every((part) => words.some((word) => word.startsWith(part)))
  })
}

const splitWords = (text: string): readonly string[] => foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []
