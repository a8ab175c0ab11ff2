/** The floor list: how it opens and closes, who asks for the floor, and by which rule they come. */

import type { EntryId } from '../../contract/ids.ts'
import { imitatesOffice } from '../../contract/office-titles.ts'
import type { Entry, queueCommands, Speaker } from '../../contract/queue.ts'
import type { Context, Decide, Event, State } from '../../contract/registry.ts'
import { accept, type Decision, nothing, reject } from '../../kernel/decision.ts'
import { instantOf, plus } from '../../kernel/time.ts'
import { actorIn } from '../people/register.ts'
import { untilClosed, whileMeeting } from '../phase-guards.ts'
import { moveDecide } from './decide-moves.ts'
import { notAgain } from './eligibility.ts'
import { newEntry, speakerOf } from './new-entry.ts'

export const queueDecide: Decide<typeof queueCommands> = {
  'queue.open': (state) =>
    whileMeeting(state, () => (state.queue.standing.kind === 'open' ? nothing : accept<Event>({ type: 'queue.opened', data: {} }))),

  'queue.close': ({ queue: { standing } }, _, { actor, at }) => {
    const early = actor.person === 'system' && !(standing.kind === 'closing' && standing.closesAt <= at)
    return early || standing.kind === 'closed' ? nothing : accept<Event>({ type: 'queue.closed', data: {} })
  },

  'queue.last-call': (state, { for: length }, { at }) =>
    whileMeeting(state, () => accept<Event>({ type: 'queue.closing', data: { closesAt: plus(at, length) } })),

  'queue.join': (state, { kind, topic }, context) =>
    whileMeeting(state, () => {
      const person = actorIn(state, context.actor)
      if (!person) return reject('no-such-person')
      if (kind === 'intervention' && state.queue.standing.kind === 'closed') return reject('list-closed')
      return asked(state, speakerOf(person), { kind, askedAt: context.at, door: person.channel }, { topic }, context)
    }),

  'queue.add': (state, { kind, person, speaker: name, note, door, seenAt, ...free }, context) =>
    whileMeeting(state, () => {
      const speaker = person === null ? freeSpeaker(state, { ...free, name, door }) : registered(state, person, name)
      if (typeof speaker === 'string') return reject(speaker)
      return asked(state, speaker, { kind, askedAt: instantOf(Math.min(seenAt, context.at)), door }, { note }, context)
    }),

  'queue.note': (state, { entry, topic }) =>
    waiting(state, entry, (found) => (found.topic === topic ? nothing : accept<Event>({ type: 'queue.noted', data: { entry, topic } }))),

  'queue.ready': (state, { entry }) =>
    waiting(state, entry, (found) => (found.ready ? nothing : accept<Event>({ type: 'queue.readied', data: { entry } }))),

  'queue.hold': (state, { entry }) =>
    waiting(state, entry, (found) => (found.held ? nothing : accept<Event>({ type: 'queue.held', data: { entry } }))),

  'queue.return': (state, { entry }) =>
    waiting(state, entry, (found) => (found.held ? accept<Event>({ type: 'queue.returned', data: { entry } }) : nothing)),

  'queue.withdraw': (state, { entry }) =>
    waiting(state, entry, () => accept<Event>({ type: 'queue.left', data: { entry, leaving: 'withdrawn', reason: null } })),

  'queue.remove': (state, { entry, reason }) =>
    waiting(state, entry, () => accept<Event>({ type: 'queue.left', data: { entry, leaving: 'removed', reason } })),

  'queue.order': (state, { mode, recommend, expectedMode }) =>
    untilClosed(state, () => {
      const { queue } = state
      if (queue.mode === mode && queue.recommend === recommend) return nothing
      return queue.mode === expectedMode ? accept<Event>({ type: 'queue.ordered', data: { mode, recommend } }) : reject('moved-on')
    }),

  'queue.advance-replies': (state) =>
    whileMeeting(state, () => {
      const { repliesFirst, replies } = state.queue
      return repliesFirst || replies.length === 0 ? nothing : accept<Event>({ type: 'queue.replies-advanced', data: {} })
    }),

  ...moveDecide,
}

const asked = (
  state: State,
  speaker: Speaker,
  how: Pick<Entry, 'kind' | 'askedAt' | 'door'>,
  words: Partial<Pick<Entry, 'topic' | 'note'>>,
  { id }: Context,
): Decision<Event> => {
  const against = notAgain(state, speaker.person, speaker.entity, how.kind)
  if (against !== null) return reject(against)
  const entry = newEntry({ ...how, id: id as string as EntryId, speaker, segment: state.agenda.current })
  return accept<Event>({ type: 'queue.joined', data: { entry: { ...entry, ...words } } })
}

type Free = Pick<Speaker, 'entity' | 'group' | 'name'> & Pick<Entry, 'door'>

/** Not registered: as the desk has written them down. */
const freeSpeaker = ({ session }: State, { entity, group, name, door }: Free): Speaker | 'no-such-group' | 'text-refused' => {
  if (!session.groups.some(({ id }) => id === group)) return 'no-such-group'
  if (imitatesOffice(entity)) return 'text-refused'
  return { person: null, entity, name, number: 0, group, channel: door === 'remote' ? 'remote' : 'room' }
}

const registered = ({ people }: State, id: NonNullable<Speaker['person']>, name: Speaker['name']): Speaker | 'no-such-person' => {
  const person = people.all.get(id)
  const may = person && !person.revoked && (person.role === 'participant' || person.role === 'panellist')
  return may ? speakerOf(person, name) : 'no-such-person'
}

const waiting = (state: State, entry: EntryId, decide: (found: Entry) => Decision<Event>): Decision<Event> =>
  whileMeeting(state, () => {
    const found = state.queue.entries[entry]
    return found ? decide(found) : reject('no-such-entry')
  })
