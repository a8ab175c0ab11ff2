import { ordinaryChannel } from '../../contract/channels.ts'
import type { EntryId } from '../../contract/ids.ts'
import { ordinaryKind } from '../../contract/kinds.ts'
import { listNotParticipants } from '../../contract/participants.ts'
import type { PlannedSegment, PlannedSpeaker } from '../../contract/plan.ts'
import type { Entry, Speaker } from '../../contract/queue.ts'
import type { Context, Event, State } from '../../contract/registry.ts'
import { roleRules } from '../../contract/roles.ts'
import { createEntry, toSpeaker } from '../queue/new-entry.ts'

/** Starts a segment: its programme speakers join the queue, and the queue opens if the plan says so. */
export const startSegment = (state: State, segment: PlannedSegment, context: Context): readonly Event[] => [
  { type: 'agenda.segment-started', data: { segment: segment.id } },
  ...(segment.opensList && state.queue.status.kind !== 'open' ? [{ type: 'queue.opened', data: {} } as const] : []),
  // Programme speakers join only once, even if the session returns to the segment.
  ...(state.agenda.actual[segment.id]
    ? []
    : segment.speakers.map((planned, rank) => makePlannedEntryEvent(state, segment, planned, rank, context))),
]

/** Puts programme speakers ahead of a request in the millisecond in which the segment starts. */
const firstInProgramme = -1000

const makePlannedEntryEvent = (state: State, segment: PlannedSegment, listed: PlannedSpeaker, rank: number, { id, at }: Context): Event => {
  const entry: Entry = createEntry({
    id: `${id.slice(0, 56)}-${rank}` as EntryId,
    kind: ordinaryKind,
    speaker: findPlannedSpeaker(state, listed),
    askedAt: at,
    sequence: firstInProgramme + rank,
    requestChannel: ordinaryChannel,
    segment: segment.id,
  })
  return { type: 'queue.joined', data: { entry: { ...entry, programmeRank: rank, limit: listed.limit } } }
}

/**
 * Finds the registered panellist of the entity who is not yet waiting. Otherwise returns a speaker without a person. A called panellist who
 * has not started waits again once this step has cancelled the call.
 */
const findPlannedSpeaker = ({ people, queue, floor: { current } }: State, { entity, group }: PlannedSpeaker): Speaker => {
  const called = current?.startedAt === null ? (current.entry?.speaker.person ?? null) : null
  const waits = [called, ...[...queue.entries.values()].map(({ speaker }) => speaker.person)]
  const person = listNotParticipants(people).find(
    (one) => roleRules[one.role].isOnPanel && !one.revoked && one.entity === entity && !waits.includes(one.id),
  )
  return person ? toSpeaker(person) : { person: null, entity, nameId: null, number: 0, group, channel: ordinaryChannel }
}
