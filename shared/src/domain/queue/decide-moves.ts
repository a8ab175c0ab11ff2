/** Changes of place in the floor list: moved by the Chair, by consent, by one's own wish, and joint statements. */

import type { EntryId } from '../../contract/ids.ts'
import type { Entry, queueCommands } from '../../contract/queue.ts'
import type { Decide, Event, State } from '../../contract/registry.ts'
import type { Rejection } from '../../contract/rejections.ts'
import { accept, type Decision, nothing, reject } from '../../kernel/decision.ts'
import { whileMeeting } from '../phase-guards.ts'
import { inLine, offers } from './derive-order.ts'

type Moves =
  | 'queue.move'
  | 'queue.unpin'
  | 'queue.defer'
  | 'queue.offer-swap'
  | 'queue.take-swap'
  | 'queue.refuse-swap'
  | 'queue.swap'
  | 'queue.merge'
  | 'queue.separate'

export const moveDecide: Decide<Pick<typeof queueCommands, Moves>> = {
  'queue.move': (state, { entry, before }) =>
    standing(state, [entry, ...(before === null ? [] : [before])], ([found]) => {
      const behind = state.queue.line[placeOf(state, entry) + 1]?.entry ?? null
      const isThere = entry === before || (found?.pin !== null && behind === before)
      return isThere ? nothing : accept<Event>({ type: 'queue.moved', data: { entry, before } })
    }),

  'queue.unpin': (state, { entry }) =>
    whileMeeting(state, () => {
      const found = state.queue.entries[entry]
      if (!found) return reject('no-such-entry')
      return found.pin === null ? nothing : accept<Event>({ type: 'queue.unpinned', data: { entry } })
    }),

  'queue.defer': (state, { entry, after }) =>
    standing(state, [entry], ([found]) => {
      const other = inLine(state.queue, after)
      if (other && found?.behind === after && found.pin === null) return nothing
      const isBehind = other?.absent === 0 && placeOf(state, after) > placeOf(state, entry)
      return isBehind ? accept<Event>({ type: 'queue.deferred', data: { entry, after } }) : reject('moved-on')
    }),

  'queue.offer-swap': (state, { entry, with: other }) =>
    standing(state, [entry], ([found]) => {
      if (found?.swap === other) return nothing
      const against = other === null ? null : notToSwapWith(state, entry, other)
      return against === null ? accept<Event>({ type: 'queue.swap-offered', data: { entry, with: other } }) : reject(against)
    }),

  'queue.take-swap': (state, { entry, with: other }) =>
    standing(state, [entry], () =>
      offers(state.queue, other, entry) ? accept<Event>({ type: 'queue.swapped', data: { entry, with: other } }) : reject('moved-on'),
    ),

  'queue.refuse-swap': (state, { entry, with: other }) =>
    standing(state, [entry], () =>
      offers(state.queue, other, entry)
        ? accept<Event>({ type: 'queue.swap-refused', data: { entry: other, with: entry } })
        : reject('moved-on'),
    ),

  'queue.swap': (state, { entry, with: other }) =>
    standing(state, [entry, other], () =>
      entry === other ? nothing : accept<Event>({ type: 'queue.swapped', data: { entry, with: other } }),
    ),

  'queue.merge': (state, { into, entry }) =>
    found(state, [into, entry], (both) => {
      if (both.some(({ kind }) => kind !== 'intervention')) return reject('not-waiting')
      return into === entry ? nothing : accept<Event>({ type: 'queue.merged', data: { into, entry } })
    }),

  'queue.separate': (state, { entry }) =>
    whileMeeting(state, () => {
      const { joint, entries } = state.queue
      const host = joint[entry]?.into
      if (host === undefined) return reject('no-such-entry')
      return entries[host] ? accept<Event>({ type: 'queue.separated', data: { entry } }) : reject('moved-on')
    }),
}

const placeOf = ({ queue }: State, id: EntryId): number => queue.line.findIndex(({ entry }) => entry === id)

const found = (state: State, ids: readonly EntryId[], decide: (entries: readonly Entry[]) => Decision<Event>): Decision<Event> =>
  whileMeeting(state, () => {
    const entries = ids.flatMap((id) => state.queue.entries[id] ?? [])
    return entries.length === ids.length ? decide(entries) : reject('no-such-entry')
  })

/** All of them have a place in the line. */
const standing = (state: State, ids: readonly EntryId[], decide: (entries: readonly Entry[]) => Decision<Event>): Decision<Event> =>
  found(state, ids, (entries) => (ids.every((id) => inLine(state.queue, id)) ? decide(entries) : reject('not-waiting')))

/** Whether one that is held or gone is no longer there is not told apart. */
const notToSwapWith = ({ queue, people }: State, entry: EntryId, id: EntryId): Rejection | null => {
  const other = inLine(queue, id)
  if (!other || id === entry) return 'moved-on'
  const { person } = other.speaker
  const owner = person === null ? undefined : people.all.get(person)
  return owner?.role === 'participant' && !owner.revoked ? null : 'no-device'
}
