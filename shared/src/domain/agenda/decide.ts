/** The agenda: which segment is current, and which lengths replace the planned ones. */
import type { agendaCommands } from '../../contract/agenda.ts'
import type { Deciders, Event } from '../../contract/registry.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { requireOpen } from '../phase-guards.ts'
import { startSegment } from './start-segment.ts'

export const agendaDeciders: Deciders<typeof agendaCommands> = {
  'agenda.go': (state, { to, expectedCurrent }, context) =>
    requireOpen(state, () => {
      const { segments, current } = state.agenda
      const segment = segments.find(({ id }) => id === to)
      if (!segment) return reject('no-such-segment')
      if (current === to) return noChange
      if (current !== expectedCurrent) return reject('conflict')
      if (state.floor.current || state.floor.interrupted) return reject('floor-taken')
      return accept<Event>(
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
