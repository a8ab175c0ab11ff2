/**
 * Commands of the floor. At most one turn has the floor. A point of order pauses it; after the point it waits for the ruling of the Chair.
 */

import type { floorCommands, Turn } from '../../contract/floor.ts'
import type { EntryId, TurnId } from '../../contract/ids.ts'
import { type InterruptingKind, interrupts, ordinaryKind } from '../../contract/kinds.ts'
import { getLimit, selectLimit } from '../../contract/limits.ts'
import type { Entry } from '../../contract/queue.ts'
import type { Context, Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import { roleRules } from '../../contract/roles.ts'
import { findOpenTurn } from '../../contract/ruling.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { seconds, toMillis } from '../../kernel/time.ts'
import { requireNotClosed, requireOpen } from '../phase-guards.ts'
import { hasOpenRequest } from '../queue/eligibility.ts'
import { countDirectFloor } from '../queue/floors-given.ts'
import { createDirectEntry, saySpoken } from '../queue/new-entry.ts'
import { postpone } from '../queue/revoked.ts'
import { makePauseEvents } from './clock.ts'
import { findAnyTurn } from './find-any-turn.ts'
import { freeFloor, makeEndEvents, withoutRecalled } from './free-floor.ts'
import { intend } from './intention.ts'

/** The limit of a turn cannot be shortened below this. */
const minLimit = seconds(15)

export const floorDeciders: Deciders<typeof floorCommands> = {
  'floor.call': (state, data, context) => requireWaiting(state, data, (entry) => callEntry(state, entry, data, context)),

  'floor.call-last': (state, data, context) =>
    requireWaiting(state, data, (entry) => {
      const decision = callEntry(state, entry, data, context)
      const closing: readonly Event[] = state.queue.status.kind === 'closed' ? [] : [{ type: 'queue.closed', data: {} }]
      return decision.ok ? accept<Event>(...decision.events, ...closing, { type: 'queue.last-word-given', data: {} }) : decision
    }),

  'floor.give': (state, { person, language, ...expected }, context) =>
    requireOpen(state, () => {
      const found = state.people.all.get(person)
      if (!found || found.revoked || !roleRules[found.role].maySpeak) return reject('no-such-person')
      if (hasOpenRequest(state, person, ordinaryKind)) return reject('already-queued')
      return callEntry(state, createDirectEntry(state, found, saySpoken(language), context), expected, context, false)
    }),

  'floor.start': (state, { turn }) =>
    requireCurrent(state, turn, ({ startedAt, entry }) =>
      startedAt === null
        ? accept<Event>({ type: 'floor.started', data: { turn } }, ...countDirectFloor(state.queue, entry))
        : reject('already-started'),
    ),

  'floor.pause': (state, { turn }) =>
    requireCurrent(state, turn, (found) => {
      if (found.paused) return noChange
      return found.runningSince === null ? reject('not-running') : accept<Event>(...makePauseEvents(found, 'chair'))
    }),

  'floor.resume': (state, { turn }) =>
    requireCurrent(state, turn, ({ paused, runningSince }) => {
      if (runningSince !== null) return noChange
      return paused ? accept<Event>({ type: 'floor.resumed', data: { turn } }) : reject('not-running')
    }),

  'floor.extend': (state, { turn, by }) =>
    requireCurrent(state, turn, ({ limit }) => {
      const change = Math.max(by, minLimit - limit)
      return change === 0 ? noChange : accept<Event>({ type: 'floor.extended', data: { turn, by: toMillis(change) } })
    }),

  'floor.end': (state, { turn }) =>
    requireCurrent(state, turn, (found) =>
      found.startedAt === null ? reject('not-started') : accept<Event>(...makeEndEvents(found, interrupts(found.kind))),
    ),

  'floor.mark-absent': (state, { turn }) =>
    requireCalled(state, turn, (called) => {
      const entry: Entry = { ...called, missedCalls: called.missedCalls + 1, declinedAt: null }
      return accept<Event>(
        { type: 'floor.released', data: { turn } },
        ...(entry.missedCalls === 1 ? postpone(state, entry) : [{ type: 'queue.not-reached', data: { entries: [entry] } } as const]),
      )
    }),

  'floor.decline': (state, { turn }, { at }) =>
    requireCalled(state, turn, (called) =>
      accept<Event>({ type: 'floor.released', data: { turn } }, ...postpone(state, { ...called, declinedAt: at })),
    ),

  'floor.recognize': (state, { entry, expectedCurrent }, context) =>
    requireOpen(state, () => {
      const { floor, queue } = state
      if (hasFloor(state, entry)) return noChange
      if ((floor.current?.id ?? null) !== expectedCurrent) return reject('conflict')
      const point = queue.entries.get(entry)
      if (!point) return reject('no-such-entry')
      if (!interrupts(point.kind)) return reject('not-waiting')
      if (interrupts(floor.current?.kind)) return reject('point-of-order-first')
      return recognizePoint(state, { ...point, kind: point.kind }, context)
    }),

  'floor.intend': (state, { turn, act }) =>
    requireOpen(state, () =>
      requireCurrent(state, turn, ({ kind, startedAt }) => {
        if (interrupts(kind)) return reject('point-of-order-first')
        return startedAt === null ? reject('not-started') : intend(state, turn, act)
      }),
    ),

  'floor.set-language': ({ floor }, { turn, language }) => {
    const found = findAnyTurn(floor, turn)
    if (!found) return reject('no-such-turn')
    return (found.language ?? null) === language ? noChange : accept<Event>({ type: 'floor.language-set', data: { turn, language } })
  },

  'floor.set-limit': (state, { scope, limit, expectedLimit }) =>
    requireNotClosed(state, () => {
      const { limits } = state.floor
      if (scope.kind === 'group' && !state.session.groups.some(({ id }) => id === scope.group)) return reject('no-such-group')
      if (getLimit(limits, scope) === limit) return noChange
      if (getLimit(limits, scope) !== expectedLimit) return reject('conflict')
      const stays = limit === null && scope.kind !== 'group' && scope.kind !== 'channel'
      return stays ? noChange : accept<Event>({ type: 'floor.limit-set', data: { scope, limit } })
    }),
}

type ExpectedFloor = { readonly expectedCurrent: TurnId | null; readonly expectedNext: EntryId | null }

const requireWaiting = (
  state: State,
  { entry, ...expected }: ExpectedFloor & { readonly entry: EntryId },
  call: (found: Entry) => EventDecision,
) =>
  requireOpen(state, () => {
    if (hasFloor(state, entry)) return noChange
    if (hasChanged(state, expected)) return reject('conflict')
    const found = state.queue.entries.get(entry)
    if (!found) return reject('no-such-entry')
    return interrupts(found.kind) || found.held ? reject('not-waiting') : call(found)
  })

/** True if the entry has the floor, so that a second driver who has pressed the same gets what they wanted. */
const hasFloor = ({ floor }: State, entry: EntryId): boolean => floor.current?.entry?.id === entry

const hasChanged = ({ floor, queue }: State, { expectedCurrent, expectedNext }: ExpectedFloor): boolean =>
  (floor.current?.id ?? null) !== expectedCurrent || queue.next !== expectedNext

/**
 * Gives the floor to an entry. Before that, a turn that has started ends, and a called speaker who has not started returns to the queue.
 * `isQueued`: the entry is waiting in the queue and now leaves it.
 */
const callEntry = (state: State, entry: Entry, expected: ExpectedFloor, { id }: Context, isQueued = true): EventDecision => {
  const { floor, agenda } = state
  if (hasChanged(state, expected)) return reject('conflict')
  if (interrupts(floor.current?.kind) || floor.interrupted) return reject('point-of-order-first')
  const freeing = freeFloor(state)
  if (freeing === null) return reject('not-started')
  return accept<Event>(
    ...freeing,
    {
      type: 'floor.called',
      data: {
        turn: id as string as TurnId,
        kind: entry.kind,
        entry: withoutRecalled(entry, freeing),
        question: null,
        segment: agenda.current,
        limit: selectLimit(floor.limits, entry),
      },
    },
    ...(isQueued ? [{ type: 'queue.left', data: { entry: entry.id, cause: 'called', reason: null } } as const] : []),
  )
}

const requireCurrent = (state: State, turn: TurnId, decide: (found: Turn) => EventDecision): EventDecision => {
  if (state.session.phase === 'suspended') return reject('session-suspended')
  const found = findOpenTurn(state.floor)
  if (found?.id === turn) return decide(found)
  return reject(state.floor.past.some(({ id }) => id === turn) || state.floor.interrupted?.id === turn ? 'conflict' : 'no-such-turn')
}

/** Requires a speaker who has been called and has not started. `called` is their entry, without what was agreed about its position. */
const requireCalled = (state: State, turn: TurnId, decide: (called: Entry) => EventDecision): EventDecision =>
  requireCurrent(state, turn, ({ startedAt, entry }) =>
    startedAt !== null || !entry
      ? reject('already-started')
      : decide({ ...entry, ready: false, pin: null, deferredTo: null, swapOfferedTo: null }),
  )

/** The clock of the point starts with its recognition, because its speaker has already asked to speak at once. */
const recognizePoint = ({ floor, agenda }: State, point: Entry & { readonly kind: InterruptingKind }, { id }: Context): EventDecision => {
  const turn = id as string as TurnId
  return accept<Event>(
    ...makePauseEvents(floor.current, point.kind),
    {
      type: 'floor.called',
      data: { turn, kind: point.kind, entry: point, question: null, segment: agenda.current, limit: selectLimit(floor.limits, point) },
    },
    { type: 'floor.started', data: { turn } },
    { type: 'queue.left', data: { entry: point.id, cause: 'called', reason: null } },
  )
}
