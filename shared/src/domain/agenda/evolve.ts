import type { AgendaEvents, AgendaState } from '../../contract/agenda.ts'
import type { Evolvers } from '../../contract/registry.ts'
import { elapsed, sumMillis, toInstant, zeroMillis } from '../../kernel/time.ts'

export const initialAgenda: AgendaState = {
  endsAt: toInstant(0),
  segments: [],
  current: null,
  actual: {},
  lengths: {},
  adjusted: [],
  suspendedAt: null,
}

export const agendaEvolvers: Evolvers<AgendaState, AgendaEvents> = {
  'agenda.planned': (_, { segments, endsAt }) => ({ ...initialAgenda, segments, endsAt }),
  'agenda.segment-started': (agenda, { segment }, at) => {
    const before = agenda.actual[segment]
    const actual = { startedAt: before?.startedAt ?? at, endedAt: null, suspendedFor: before?.suspendedFor ?? zeroMillis }
    return { ...agenda, current: segment, actual: { ...agenda.actual, [segment]: actual } }
  },
  'agenda.segment-ended': (agenda, { segment }, at) => {
    const actual = agenda.actual[segment]
    return actual ? { ...agenda, current: null, actual: { ...agenda.actual, [segment]: { ...actual, endedAt: at } } } : agenda
  },
  'agenda.adjusted': (agenda, { remedy, lengths }, at) => ({
    ...agenda,
    lengths: { ...agenda.lengths, ...lengths },
    adjusted: [...agenda.adjusted, { remedy, at }],
  }),
  'agenda.suspended': (agenda, _, at) => ({ ...agenda, suspendedAt: at }),
  'agenda.resumed': (agenda, _, at) => {
    const actual = agenda.current ? agenda.actual[agenda.current] : undefined
    if (agenda.suspendedAt === null || !agenda.current || !actual) return { ...agenda, suspendedAt: null }
    const suspendedFor = sumMillis(actual.suspendedFor, elapsed(agenda.suspendedAt, at))
    return { ...agenda, suspendedAt: null, actual: { ...agenda.actual, [agenda.current]: { ...actual, suspendedFor } } }
  },
  'agenda.restored': (agenda, before) => ({ ...agenda, ...before }),
}
