/** The agenda: the current segment, and the lengths that replace the planned ones. */

import type { agendaCommands } from '../../contract/agenda.ts'
import type { TurnId } from '../../contract/ids.ts'
import { interrupts } from '../../contract/kinds.ts'
import type { Deciders, Event, State } from '../../contract/registry.ts'
import { findOpenTurn } from '../../contract/ruling.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { freeFloor } from '../floor/free-floor.ts'
import { requireOpen } from '../phase-guards.ts'
import { startSegment } from './start-segment.ts'

export const agendaDeciders: Deciders<typeof agendaCommands> = {
  'agenda.go': (state, { to, expectedCurrent, endsTurn = null }, context) =>
    requireOpen(state, () => {
      const { segments, current } = state.agenda
      const segment = segments.find(({ id }) => id === to)
      if (!segment) return reject('no-such-segment')
      if (current === to) return noChange
      if (current !== expectedCurrent) return reject('conflict')
      const freeing = freeFloorFor(state, endsTurn)
      if (typeof freeing === 'string') return reject(freeing)
      return accept<Event>(
        ...freeing,
        ...(state.floor.intention ? [{ type: 'floor.intended', data: { intention: null } } as const] : []),
        ...(current ? [{ type: 'agenda.segment-ended', data: { segment: current } } as const] : []),
        ...startSegment(state, segment, context),
        { type: 'queue.segment-started', data: { segment: to } },
      )
    }),

  'agenda.adjust': (state, { remedy, lengths, limit, expectedCurrent, expectedLimit }) =>
    requireOpen(state, () => {
      const { agenda, floor } = state
      const { everyone } = floor.limits
      if (agenda.current !== expectedCurrent || everyone !== expectedLimit) return reject('conflict')
      if (lengths.some(({ segment }) => !agenda.segments.some(({ id }) => id === segment))) return reject('no-such-segment')
      if (lengths.some(({ segment }) => agenda.actual[segment]?.endedAt)) return reject('conflict')
      const changed = Object.fromEntries(lengths.map(({ segment, length }) => [segment, length]))
      return accept<Event>(
        { type: 'agenda.adjusted', data: { remedy, lengths: changed } },
        ...(limit === null || limit === everyone
          ? []
          : [{ type: 'floor.limit-set', data: { scope: { kind: 'everyone' }, limit } } as const]),
      )
    }),
}

/** Returns the events that end `turn`, which the sender sees on the floor, or the reason against going on. */
const freeFloorFor = (
  state: State,
  turn: TurnId | null,
): readonly Event[] | 'floor-taken' | 'conflict' | 'point-of-order-first' | 'not-started' => {
  const { current } = state.floor
  const open = findOpenTurn(state.floor)
  if (turn === null) return open ? 'floor-taken' : []
  if (open?.id !== turn) return 'conflict'
  if (interrupts(current?.kind)) return 'point-of-order-first'
  return freeFloor(state) ?? 'not-started'
}
