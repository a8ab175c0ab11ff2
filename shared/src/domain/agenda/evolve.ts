import type { ActualTimes, AgendaEvents, AgendaState } from '../../contract/agenda.ts'
import type { Evolvers } from '../../contract/registry.ts'
import { elapsed, type Instant, sumMillis, toInstant, zeroMillis } from '../../kernel/time.ts'

export const initialAgenda: AgendaState = {
  endsAt: toInstant(0),
  segments: [],
  current: null,
  actual: {},
  lengths: {},
  adjusted: [],
  suspendedAt: null,
}

const returnTo = ({ endedAt, ...times }: ActualTimes, at: Instant): ActualTimes => ({
  ...times,
  endedAt: null,
  ...(endedAt === null ? {} : { awayFor: sumMillis(times.awayFor ?? zeroMillis, elapsed(endedAt, at)) }),
})

export const agendaEvolvers: Evolvers<AgendaState, AgendaEvents> = {
  'agenda.planned': (_, { segments, endsAt }) => ({ ...initialAgenda, segments, endsAt }),
  'agenda.segment-started': (agenda, { segment }, at) => {
    const before = agenda.actual[segment]
    const actual = before === undefined ? { startedAt: at, endedAt: null, suspendedFor: zeroMillis } : returnTo(before, at)
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
  'agenda.restored': ({ segments, endsAt }, before) => ({ segments, endsAt, ...before }),
}
