/** Commands of the queue: opening and closing, requests, and the order mode. */

import { toChannel } from '../../contract/enums.ts'
import type { EntryId } from '../../contract/ids.ts'
import { getEntryRule } from '../../contract/kinds.ts'
import { imitatesOfficeTitle } from '../../contract/office-titles.ts'
import type { Entry, Speaker } from '../../contract/queue.ts'
import type { queueCommands } from '../../contract/queue-commands.ts'
import type { Context, Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import { roleRules } from '../../contract/roles.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { addMillis, toInstant } from '../../kernel/time.ts'
import { findActor } from '../actor.ts'
import { requireInSession, requireNotClosed } from '../phase-guards.ts'
import { moveDeciders } from './decide-moves.ts'
import { checkRequest } from './eligibility.ts'
import { findSpelling } from './known-spelling.ts'
import { createEntry, saySpoken, toSpeaker } from './new-entry.ts'

export const queueDeciders: Deciders<typeof queueCommands> = {
  'queue.open': (state) =>
    requireInSession(state, () => (state.queue.status.kind === 'open' ? noChange : accept<Event>({ type: 'queue.opened', data: {} }))),

  'queue.close': ({ session, queue: { status } }, _, { actor, at }) => {
    const isDue = status.kind === 'last-call' && status.closesAt <= at && session.phase !== 'suspended'
    const early = actor.person === 'system' && !isDue
    return early || status.kind === 'closed' ? noChange : accept<Event>({ type: 'queue.closed', data: {} })
  },

  'queue.last-call': (state, { for: length }, { at }) =>
    requireInSession(state, () => {
      const from = state.agenda.suspendedAt ?? at
      return accept<Event>({ type: 'queue.last-call-started', data: { closesAt: addMillis(from, length) } })
    }),

  'queue.join': (state, { kind, topic, language }, context) =>
    requireInSession(state, () => {
      const person = findActor(state, context.actor)
      if (!person) return reject('no-such-person')
      if (getEntryRule(kind).needsOpenList && state.queue.status.kind === 'closed') return reject('list-closed')
      return requestFloor(
        state,
        toSpeaker(person),
        { kind, askedAt: context.at, requestChannel: person.channel },
        { topic, ...saySpoken(language) },
        context,
      )
    }),

  'queue.add': (state, { kind, person, speaker: name, note, language, requestChannel, seenAt, ...unregistered }, context) =>
    requireInSession(state, () => {
      const nameId = name === null ? null : (context.id as string as EntryId)
      const speaker =
        person === null
          ? makeUnregisteredSpeaker(state, { ...unregistered, nameId, requestChannel })
          : findRegisteredSpeaker(state, person, nameId)
      if (typeof speaker === 'string') return reject(speaker)
      const request = { kind, askedAt: toInstant(Math.min(seenAt, context.at)), requestChannel }
      return requestFloor(state, speaker, request, { note, ...saySpoken(language) }, context)
    }),

  'queue.set-topic': (state, { entry, topic }) =>
    requireEntry(state, entry, (found) =>
      found.topic === topic ? noChange : accept<Event>({ type: 'queue.topic-set', data: { entry, topic } }),
    ),

  'queue.set-language': (state, { entry, language }) =>
    requireEntry(state, entry, (found) =>
      (found.language ?? null) === language ? noChange : accept<Event>({ type: 'queue.language-set', data: { entry, language } }),
    ),

  'queue.ready': (state, { entry }) =>
    requireEntry(state, entry, (found) => (found.ready ? noChange : accept<Event>({ type: 'queue.readied', data: { entry } }))),

  'queue.hold': (state, { entry }) =>
    requireEntry(state, entry, (found) => (found.held ? noChange : accept<Event>({ type: 'queue.held', data: { entry } }))),

  'queue.return': (state, { entry }) =>
    requireEntry(state, entry, (found) => (found.held ? accept<Event>({ type: 'queue.returned', data: { entry } }) : noChange)),

  'queue.keep-place': (state, { entry }) =>
    requireEntry(state, entry, (found) => {
      const { current } = state.agenda
      return current === null || found.segment === current
        ? noChange
        : accept<Event>({ type: 'queue.place-kept', data: { entry, segment: current } })
    }),

  'queue.withdraw': (state, { entry }) =>
    requireEntry(state, entry, () => accept<Event>({ type: 'queue.left', data: { entry, cause: 'withdrawn', reason: null } })),

  'queue.remove': (state, { entry, reason }) =>
    requireEntry(state, entry, () => accept<Event>({ type: 'queue.left', data: { entry, cause: 'removed', reason } })),

  'queue.set-order': (state, { mode, suggestOnly, expectedMode }) =>
    requireNotClosed(state, () => {
      const { queue } = state
      if (queue.mode === mode && queue.suggestOnly === suggestOnly) return noChange
      return queue.mode === expectedMode ? accept<Event>({ type: 'queue.order-set', data: { mode, suggestOnly } }) : reject('conflict')
    }),

  'queue.advance-replies': (state) =>
    requireInSession(state, () => {
      const { repliesFirst, replies } = state.queue
      return repliesFirst || replies.length === 0 ? noChange : accept<Event>({ type: 'queue.replies-advanced', data: {} })
    }),

  ...moveDeciders,
}

const requestFloor = (
  state: State,
  speaker: Speaker,
  request: Pick<Entry, 'kind' | 'askedAt' | 'requestChannel'>,
  details: Partial<Pick<Entry, 'topic' | 'note' | 'language'>>,
  { id }: Context,
): EventDecision => {
  const rejection = checkRequest(state, speaker.person, speaker.entity, request.kind)
  if (rejection !== null) return reject(rejection)
  const entry = createEntry({
    ...request,
    id: id as string as EntryId,
    sequence: state.queue.requests.length,
    speaker,
    segment: state.agenda.current,
  })
  return accept<Event>({ type: 'queue.joined', data: { entry: { ...entry, ...details } } })
}

type UnregisteredFields = Pick<Speaker, 'entity' | 'group' | 'nameId'> & Pick<Entry, 'requestChannel'>

/** A speaker who is not registered, as entered by the staff. */
const makeUnregisteredSpeaker = (
  state: State,
  { entity: typed, group, nameId, requestChannel }: UnregisteredFields,
): Speaker | 'no-such-group' | 'text-refused' => {
  if (!state.session.groups.some(({ id }) => id === group)) return 'no-such-group'
  if (imitatesOfficeTitle(typed)) return 'text-refused'
  const entity = findSpelling(state, typed)
  return { person: null, entity, nameId, number: 0, group, channel: toChannel(requestChannel) }
}

const findRegisteredSpeaker = (
  { people }: State,
  id: NonNullable<Speaker['person']>,
  nameId: Speaker['nameId'],
): Speaker | 'no-such-person' => {
  const person = people.all.get(id)
  return person && !person.revoked && roleRules[person.role].maySpeak ? toSpeaker(person, nameId) : 'no-such-person'
}

const requireEntry = (state: State, entry: EntryId, decide: (found: Entry) => EventDecision): EventDecision =>
  requireInSession(state, () => {
    const found = state.queue.entries.get(entry)
    return found ? decide(found) : reject('no-such-entry')
  })
