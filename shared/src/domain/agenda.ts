import type { AgendaEvents, AgendaState, agendaCommands } from '../contract/agenda.ts'
import type { Decide, Event, Evolve } from '../contract/registry.ts'
import { accept, nothing, reject } from '../kernel/decision.ts'
import { whileOpen } from './session.ts'

export const agendaDecide: Decide<typeof agendaCommands> = {
  'agenda.go': (state, { to, expectedCurrent }) =>
    whileOpen(state, () => {
      const { segments, current } = state.agenda
      if (!segments.some(({ id }) => id === to)) return reject('no-such-segment')
      if (current === to) return nothing
      if (current !== expectedCurrent) return reject('moved-on')
      if (state.floor.current || state.floor.interrupted) return reject('floor-taken')
      return accept<Event>(
        ...(current ? [{ type: 'agenda.ended', data: { segment: current } } as const] : []),
        { type: 'agenda.began', data: { segment: to } },
        { type: 'queue.moved-on', data: { segment: to } },
      )
    }),
}

export const agendaEvolve: Evolve<AgendaState, AgendaEvents> = {
  'agenda.planned': (_, { segments, endsAt }) => ({ segments, endsAt, current: null, held: {} }),
  'agenda.began': (agenda, { segment }, at) => ({
    ...agenda,
    current: segment,
    held: { ...agenda.held, [segment]: { beganAt: agenda.held[segment]?.beganAt ?? at, endedAt: null } },
  }),
  'agenda.ended': (agenda, { segment }, at) => {
    const held = agenda.held[segment]
    return held ? { ...agenda, current: null, held: { ...agenda.held, [segment]: { ...held, endedAt: at } } } : agenda
  },
}
