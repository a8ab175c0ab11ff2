/** A small session and its people: three segments and five groups. A person's name is a role or group, some with a number. */

import type { Channel } from '@rostrum/shared/contract/channels'
import type { OrderMode } from '@rostrum/shared/contract/enums'
import type { GroupMarkName } from '@rostrum/shared/contract/group-marks'
import type { GroupId, PersonId, SegmentId } from '@rostrum/shared/contract/ids'
import type { Admission, Person } from '@rostrum/shared/contract/people'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Event, State } from '@rostrum/shared/contract/registry'
import type { Role } from '@rostrum/shared/contract/roles'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { admitPeople } from '@rostrum/shared/domain/people/register'
import { makeFoundingEvents } from '@rostrum/shared/domain/session/plan'
import { addMillis, type Instant, minutes, seconds, toInstant } from '@rostrum/shared/kernel/time'

/** The planned start of the session. */
export const noon = toInstant(Date.UTC(2030, 4, 6, 12))
export const afterNoon = (count: number): Instant => addMillis(noon, seconds(count))

const makeGroup = (id: string, mark: GroupMarkName) => ({ id: id as GroupId, label: id, short: id, mark })
const makeSegment = (id: string, kind: 'opening' | 'topic' | 'closing', startsIn: number, length: number) => ({
  id: id as SegmentId,
  kind,
  title: id,
  question: kind === 'topic' ? 'What next?' : null,
  startsAt: addMillis(noon, minutes(startsIn)),
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
  endsAt: addMillis(noon, minutes(60)),
  about: null,
  groups: [
    makeGroup('government', 'square'),
    makeGroup('civil', 'circle'),
    makeGroup('private', 'diamond'),
    makeGroup('technical', 'triangle'),
    makeGroup('international', 'hexagon'),
  ],
  segments: [makeSegment('opening', 'opening', 0, 10), makeSegment('topic', 'topic', 10, 24), makeSegment('closing', 'closing', 34, 8)],
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
  captions: { kept: true, delay: seconds(4), languages: [] },
  walkIns: false,
  walkInPlaces: 1000,
  deletePersonalDataAfterDays: 30,
  rehearsal: false,
  meetingLink: 'https://meeting.example/room',
  captionsLink: null,
}

/** With a document of the whole session, and one of a topic in two languages. */
export const planWithPapers: Plan = {
  ...plan,
  papers: [
    { title: 'Note by the secretariat', address: 'https://docs.example.org/note', segment: null },
    {
      title: { original: 'en', en: 'Summary of contributions', fr: 'Synthèse des contributions' },
      address: 'https://docs.example.org/summary.pdf',
      segment: 'topic' as SegmentId,
    },
  ],
}

/** Authors of questions are not shown and not recorded. */
export const anonymousPlan: Plan = { ...plan, questions: { ...plan.questions, attribution: 'unattributed' } }

export const makePlan = (order: OrderMode, overtakes = 4): Plan => ({ ...plan, floor: { ...plan.floor, order, overtakes } })

export const makeAdmission = (person: string, role: Role, entity: string, its: string | null, channel: Channel): Admission => ({
  person: person as PersonId,
  role,
  entity,
  group: its as GroupId | null,
  channel,
})

/** Two people are from one delegation. One has no group. */
export const allPeople: readonly Admission[] = [
  makeAdmission('chair', 'chair', 'Chair', null, 'room'),
  makeAdmission('desk', 'secretariat', 'Secretariat', null, 'room'),
  makeAdmission('panel', 'panellist', 'Panel', 'technical', 'room'),
  makeAdmission('screen', 'display', 'Screen', null, 'room'),
  makeAdmission('gov-1', 'participant', 'Delegation 1', 'government', 'room'),
  makeAdmission('gov-1b', 'participant', 'Delegation 1', 'government', 'remote'),
  makeAdmission('gov-2', 'participant', 'Delegation 2', 'government', 'remote'),
  makeAdmission('civil-1', 'participant', 'Organization 1', 'civil', 'remote'),
  makeAdmission('private-1', 'participant', 'Company 1', 'private', 'room'),
  makeAdmission('technical-1', 'participant', 'Laboratory 1', 'technical', 'remote'),
  makeAdmission('agency-1', 'participant', 'Agency 1', 'international', 'room'),
  makeAdmission('guest-1', 'participant', 'Guest 1', null, 'remote'),
  { ...makeAdmission('booth-fr', 'interpreter', 'Booth', null, 'room'), booth: 'fr' as SpokenLanguage },
]

export const getEvents = (decision: ReturnType<typeof admitPeople>): readonly Event[] => {
  if (!decision.ok) throw new Error(`refused: ${decision.reason}`)
  return decision.events
}

export const createState = (its: Plan = plan, people: readonly Admission[] = allPeople): State => {
  const empty = evolveAll(initialState, makeFoundingEvents(its), noon)
  return evolveAll(empty, getEvents(admitPeople(empty, people)), noon)
}

export const getPerson = (state: State, id: string): Person => {
  const person = state.people.all.get(id as PersonId)
  if (!person) throw new Error(`there is no person ${id}`)
  return person
}
