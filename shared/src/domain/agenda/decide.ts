/** The agenda: which part runs, and what is reckoned with where the plan does not hold. */
import type { AgendaEvents, AgendaState, agendaCommands } from '../../contract/agenda.ts'
import type { EntryId } from '../../contract/ids.ts'
import type { ListedSpeaker, PlannedSegment } from '../../contract/plan.ts'
import type { Entry, Speaker } from '../../contract/queue.ts'
import type { Context, Decide, Event, Evolve, State } from '../../contract/registry.ts'
import { accept, nothing, reject } from '../../kernel/decision.ts'
import { between, noTime, sum } from '../../kernel/time.ts'
import { whileOpen } from '../phase-guards.ts'
import { newEntry, speakerOf } from '../queue/new-entry.ts'

export const agendaDecide: Decide<typeof agendaCommands> = {
  'agenda.go': (state, { to, expectedCurrent }, context) =>
    whileOpen(state, () => {
      const { segments, current } = state.agenda
      const segment = segments.find(({ id }) => id === to)
      if (!segment) return reject('no-such-segment')
      if (current === to) return nothing
      if (current !== expectedCurrent) return reject('moved-on')
      if (state.floor.current || state.floor.interrupted) return reject('floor-taken')
      return accept<Event>(
        ...(current ? [{ type: 'agenda.ended', data: { segment: current } } as const] : []),
        ...began(state, segment, context),
        { type: 'queue.moved-on', data: { segment: to } },
      )
    }),

  'agenda.adjust': (state, { remedy, lengths, limit, expectedCurrent, expectedLimit }) =>
    whileOpen(state, () => {
      const { agenda, floor } = state
      const { everyone } = floor.limits
      if (agenda.current !== expectedCurrent || everyone !== expectedLimit) return reject('moved-on')
      if (lengths.some(({ segment }) => !agenda.segments.some(({ id }) => id === segment))) return reject('no-such-segment')
      if (lengths.some(({ segment }) => agenda.held[segment]?.endedAt)) return reject('moved-on')
      const changed = Object.fromEntries(lengths.map(({ segment, length }) => [segment, length]))
      return accept<Event>(
        { type: 'agenda.adjusted', data: { remedy, lengths: changed } },
        ...(limit === null || limit === everyone ? [] : [{ type: 'floor.limited', data: { scope: { kind: 'everyone' }, limit } } as const]),
      )
    }),
}

/** A part begins: its listed speakers stand in the floor list, which opens where the plan says so. */
export const began = (state: State, segment: PlannedSegment, context: Context): readonly Event[] => [
  { type: 'agenda.began', data: { segment: segment.id } },
  ...(segment.opensList && state.queue.standing.kind !== 'open' ? [{ type: 'queue.opened', data: {} } as const] : []),
  // Who is listed stands in the list once, however often the part is returned to.
  ...(state.agenda.held[segment.id] ? [] : segment.speakers.map((listed, rank) => listedEntry(state, segment, listed, rank, context))),
]

const listedEntry = (state: State, segment: PlannedSegment, listed: ListedSpeaker, rank: number, { id, at }: Context): Event => {
  const entry: Entry = newEntry({
    id: `${id.slice(0, 56)}-${rank}` as EntryId,
    kind: 'intervention',
    speaker: listedSpeaker(state, listed),
    askedAt: at,
    door: 'room',
    segment: segment.id,
  })
  return { type: 'queue.joined', data: { entry: { ...entry, listed: rank, limit: listed.limit } } }
}

/** The panellist of that entity, if one is registered and not yet waiting. */
const listedSpeaker = ({ people, queue }: State, { entity, group }: ListedSpeaker): Speaker => {
  const waits = Object.values(queue.entries).map(({ speaker }) => speaker.person)
  const person = people.all.find((one) => one.role === 'panellist' && !one.revoked && one.entity === entity && !waits.includes(one.id))
  return person ? speakerOf(person) : { person: null, entity, name: null, number: 0, group, channel: 'room' }
}

export const emptyAgenda: Omit<AgendaState, 'endsAt'> = {
  segments: [],
  current: null,
  held: {},
  lengths: {},
  adjusted: [],
  suspendedAt: null,
}

export const agendaEvolve: Evolve<AgendaState, AgendaEvents> = {
  'agenda.planned': (_, { segments, endsAt }) => ({ ...emptyAgenda, segments, endsAt }),
  'agenda.began': (agenda, { segment }, at) => {
    const before = agenda.held[segment]
    const held = { beganAt: before?.beganAt ?? at, endedAt: null, suspendedFor: before?.suspendedFor ?? noTime }
    return { ...agenda, current: segment, held: { ...agenda.held, [segment]: held } }
  },
  'agenda.ended': (agenda, { segment }, at) => {
    const held = agenda.held[segment]
    return held ? { ...agenda, current: null, held: { ...agenda.held, [segment]: { ...held, endedAt: at } } } : agenda
  },
  'agenda.adjusted': (agenda, { remedy, lengths }, at) => ({
    ...agenda,
    lengths: { ...agenda.lengths, ...lengths },
    adjusted: [...agenda.adjusted, { remedy, at }],
  }),
  'agenda.suspended': (agenda, _, at) => ({ ...agenda, suspendedAt: at }),
  'agenda.resumed': (agenda, _, at) => {
    const held = agenda.current ? agenda.held[agenda.current] : undefined
    if (agenda.suspendedAt === null || !agenda.current || !held) return { ...agenda, suspendedAt: null }
    const suspendedFor = sum(held.suspendedFor, between(agenda.suspendedAt, at))
    return { ...agenda, suspendedAt: null, held: { ...agenda.held, [agenda.current]: { ...held, suspendedFor } } }
  },
  'agenda.restored': (agenda, before) => ({ ...agenda, ...before }),
}
