/** The people whose own view a change of the queue or of the floor affects. Both ends of the change are compared. */
import { listChangedEntries } from '../../contract/changed-entries.ts'
import { listTiedEntries } from '../../contract/entry-index.ts'
import type { PastTurn, Turn } from '../../contract/floor.ts'
import type { EntryId, PersonId } from '../../contract/ids.ts'
import type { Entry, QueueState } from '../../contract/queue.ts'
import type { State } from '../../contract/registry.ts'
import { listKeys } from '../../kernel/fields.ts'
import { countSameEnds, listDifferent } from '../list-delta.ts'
import type { Change, Touched } from '../part.ts'

type Person = PersonId | null | undefined

/** A changed request concerns the people in it, and those whose requests refer to it. */
export const concernsOfQueue = ({ from: { queue: from }, to: { queue: to } }: Change): Touched => {
  const changed = listConcernedEntries(from, to)
  const ids = new Set(changed.map(({ id }) => id))
  return [
    ...[...changed, ...listReferring(to, ids)].flatMap(listPeople),
    ...(from.notReached === to.notReached ? [] : listDifferent(from.notReached, to.notReached).map(({ speaker }) => speaker.person)),
    ...(from.removed === to.removed ? [] : listDifferentKeys(from.removed, to.removed)),
  ]
}

/** Lists the people who have or had the floor, or whose point of order is deferred, at either end. */
export const concernsOfFloor = ({ from, to }: Change): Touched => [
  ...[from, to].flatMap((state) => [...listTurn(state.floor.current), ...listTurn(state.floor.interrupted), ...listPutOff(state)]),
  ...listDifferent<PastTurn>(from.floor.past, to.floor.past).map(({ speaker }) => speaker?.person),
]

const listPeople = ({ speaker, onBehalfOf }: Entry): readonly Person[] => [speaker.person, ...onBehalfOf.map(({ person }) => person)]
const listTurn = (turn: Turn | null): readonly Person[] => (turn?.entry ? listPeople(turn.entry) : [])
const listPutOff = ({ floor, queue }: State): readonly Person[] =>
  (floor.intention?.points ?? []).map((point) => queue.entries.get(point)?.speaker.person)

const refersTo = ({ deferredTo, swapOfferedTo }: Entry, ids: ReadonlySet<string>): boolean =>
  (deferredTo !== null && ids.has(deferredTo)) || (swapOfferedTo !== null && ids.has(swapOfferedTo))

const listReferring = ({ entries }: QueueState, ids: ReadonlySet<string>): readonly Entry[] =>
  listTiedEntries(entries).filter((entry) => refersTo(entry, ids))

/** Lists both versions of every entry that differs between the ends, and the entries to which they offer a swap. */
const listConcernedEntries = (from: QueueState, to: QueueState): readonly Entry[] => {
  const changed = listChangedEntries(from.entries, to.entries).flatMap(({ was, now }) => [was ?? [], now ?? []].flat())
  const offeredTo = changed.flatMap(({ swapOfferedTo }) => (swapOfferedTo === null ? [] : (to.entries.get(swapOfferedTo) ?? [])))
  return [...changed, ...offeredTo]
}

/**
 * A position concerns its speaker if it changes how often they can still be overtaken. Speakers who no longer have a position are concerned
 * by their request.
 */
export const concernsOfOrder = ({ from: { queue: from }, to: { queue: to } }: Change): Touched => {
  if (from.order === to.order) return []
  // A position that has not changed is the same object.
  const [start, end] = countSameEnds(from.order, to.order, Object.is)
  const before = new Map<EntryId, number>()
  for (const { entry, overtakesLeft } of from.order.slice(start, from.order.length - end)) before.set(entry, overtakesLeft)
  return to.order
    .slice(start, to.order.length - end)
    .flatMap(({ entry, overtakesLeft }) => (before.get(entry) === overtakesLeft ? [] : to.entries.get(entry)?.speaker.person))
}

const listDifferentKeys = (from: QueueState['removed'], to: QueueState['removed']): readonly PersonId[] =>
  listKeys({ ...from, ...to }).filter((person) => from[person] !== to[person])
