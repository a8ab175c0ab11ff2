/** A small session and its people, by role: three segments, five groups, everybody named by kind and number. */

import type { OrderMode } from '@rostrum/shared/contract/enums'
import type { GroupId, PersonId, SegmentId } from '@rostrum/shared/contract/ids'
import type { Admission, Person } from '@rostrum/shared/contract/people'
import type { Mark, Plan } from '@rostrum/shared/contract/plan'
import type { Event, State } from '@rostrum/shared/contract/registry'
import type { Channel, Role } from '@rostrum/shared/contract/roles'
import { emptyState, evolveAll } from '@rostrum/shared/domain/decider'
import { admit } from '@rostrum/shared/domain/people/register'
import { found } from '@rostrum/shared/domain/session/decide'
import { type Instant, instantOf, minutes, plus, seconds } from '@rostrum/shared/kernel/time'

/** Twelve o'clock, when the session is planned to start. */
export const noon = instantOf(Date.UTC(2030, 4, 6, 12))
export const sinceNoon = (count: number): Instant => plus(noon, seconds(count))

const group = (id: string, mark: Mark) => ({ id: id as GroupId, label: id, short: id, mark })
const segment = (id: string, kind: 'opening' | 'topic' | 'closing', startsIn: number, length: number) => ({
  id: id as SegmentId,
  kind,
  title: id,
  question: kind === 'topic' ? 'What next?' : null,
  startsAt: plus(noon, minutes(startsIn)),
  length: minutes(length),
  endsBy: null,
  opensList: false,
  speakers: [],
})

export const plan: Plan = {
  title: 'Open consultation',
  short: 'Consultation',
  series: null,
  host: null,
  venue: null,
  place: 'Hall 1',
  timeZone: 'UTC',
  startsAt: noon,
  endsAt: plus(noon, minutes(60)),
  about: null,
  groups: [
    group('government', 'square'),
    group('civil', 'circle'),
    group('private', 'diamond'),
    group('technical', 'triangle'),
    group('international', 'hexagon'),
  ],
  segments: [segment('opening', 'opening', 0, 10), segment('topic', 'topic', 10, 24), segment('closing', 'closing', 34, 8)],
  floor: {
    limits: {
      everyone: seconds(180),
      groups: {},
      channels: {},
      pointOfOrder: seconds(60),
      rightOfReply: seconds(120),
      answer: seconds(120),
    },
    warnings: [seconds(30), seconds(10)],
    order: 'balanced',
    overtakes: 4,
    grace: seconds(0),
    reserve: seconds(0),
  },
  questions: { moderation: 'before', attribution: 'named', length: 280, cap: null },
  notes: { tags: ['success', 'failure'] },
  statements: { words: 100, anytime: false },
  walkIns: false,
  deletePersonalDataAfterDays: 30,
  rehearsal: false,
  meetingLink: 'https://meeting.example/room',
  captionsLink: null,
}

/** Nobody is told who asked, and it is written down nowhere. */
export const unattributed: Plan = { ...plan, questions: { ...plan.questions, attribution: 'unattributed' } }

export const planWith = (order: OrderMode, overtakes = 4): Plan => ({ ...plan, floor: { ...plan.floor, order, overtakes } })

const admission = (person: string, role: Role, entity: string, its: string | null, channel: Channel): Admission => ({
  person: person as PersonId,
  role,
  entity,
  group: its as GroupId | null,
  channel,
})

/** Two come from one delegation; one has no group. */
export const everybody: readonly Admission[] = [
  admission('chair', 'chair', 'Chair', null, 'room'),
  admission('desk', 'secretariat', 'Secretariat', null, 'room'),
  admission('panel', 'panellist', 'Panel', 'technical', 'room'),
  admission('screen', 'display', 'Screen', null, 'room'),
  admission('gov-1', 'participant', 'Delegation 1', 'government', 'room'),
  admission('gov-1b', 'participant', 'Delegation 1', 'government', 'remote'),
  admission('gov-2', 'participant', 'Delegation 2', 'government', 'remote'),
  admission('civil-1', 'participant', 'Organization 1', 'civil', 'remote'),
  admission('private-1', 'participant', 'Company 1', 'private', 'room'),
  admission('technical-1', 'participant', 'Laboratory 1', 'technical', 'remote'),
  admission('agency-1', 'participant', 'Agency 1', 'international', 'room'),
  admission('guest-1', 'participant', 'Guest 1', null, 'remote'),
]

export const eventsOf = (decision: ReturnType<typeof admit>): readonly Event[] => {
  if (!decision.ok) throw new Error(`refused: ${decision.why}`)
  return decision.events
}

export const founded = (its: Plan = plan, people: readonly Admission[] = everybody): State => {
  const empty = evolveAll(emptyState, found(its), noon)
  return evolveAll(empty, eventsOf(admit(empty, people)), noon)
}

export const personIn = (state: State, id: string): Person => {
  const person = state.people.all.get(id as PersonId)
  if (!person) throw new Error(`nobody is called ${id}`)
  return person
}
