/** Limits on asking for the floor. A person has one open request in each list; the number per entity depends on the kind. */

import { findEntriesOf } from '../../contract/entry-index.ts'
import type { EntryKind } from '../../contract/enums.ts'
import type { PersonId } from '../../contract/ids.ts'
import { getEntryRule, isSameList } from '../../contract/kinds.ts'
import type { Entry } from '../../contract/queue.ts'
import type { State } from '../../contract/registry.ts'
import type { Rejection } from '../../contract/rejections.ts'
import { namesEntity } from '../../contract/voices.ts'
import { isUnconfirmed } from '../../contract/walk-ins.ts'

const speaksFor = ({ speaker, onBehalfOf }: Entry, person: PersonId): boolean =>
  speaker.person === person || (onBehalfOf.length > 0 && onBehalfOf.some((one) => one.person === person))

/** True if a person's request in a list is waiting, has the floor or is interrupted. A joint statement counts for everybody in it. */
export const hasOpenRequest = ({ queue, floor }: State, person: PersonId, kind: EntryKind): boolean => {
  const isTheirs = (entry: Entry | null | undefined) =>
    entry !== null && entry !== undefined && isSameList(entry.kind, kind) && speaksFor(entry, person)
  return findEntriesOf(queue.entries, person).some(isTheirs) || isTheirs(floor.current?.entry) || isTheirs(floor.interrupted?.entry)
}

/** Returns the reason against another request, or null. */
export const checkRequest = (state: State, person: PersonId | null, entity: string, kind: EntryKind): Rejection | null => {
  if (person !== null && hasOpenRequest(state, person, kind)) return 'already-queued'
  const rule = getEntryRule(kind)
  if (rule.countsAs !== 'reply') return null
  const { repliesGiven, entries } = state.queue
  const isClaim = (one: PersonId | null) => one !== null && isUnconfirmed(state.people.all.get(one))
  const claims = isClaim(person)
  // Nobody can use up the replies of an organization by naming it. The Chair may still give them one.
  const ownWaiting = [...entries.values()].filter(
    ({ kind: waiting, speaker }) =>
      getEntryRule(waiting).countsAs === 'reply' && speaker.entity === entity && (claims || !isClaim(speaker.person)),
  )
  const ownReplies = repliesGiven.filter((voice) => (claims ? namesEntity(voice, entity) : voice === entity))
  return ownWaiting.length + ownReplies.length < rule.mostPerEntity ? null : 'reply-limit'
}
