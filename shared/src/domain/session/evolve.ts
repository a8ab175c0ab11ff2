import type { Plan } from '../../contract/plan.ts'
import type { Evolvers } from '../../contract/registry.ts'
import type { SessionEvents, SessionState } from '../../contract/session.ts'
import { toInstant } from '../../kernel/time.ts'
import { initialFloor } from '../floor/evolve.ts'
import { initialQueue } from '../queue/evolve.ts'

export const initialSession: SessionState = {
  phase: 'planned',
  openedAt: null,
  closedAt: null,
  joinCodeRenewals: 0,
  attendance: null,
  profiles: [],
  losses: [],
  groups: [],
  plan: {
    title: '',
    short: '',
    series: null,
    host: null,
    venue: null,
    place: '',
    timeZone: 'UTC',
    startsAt: toInstant(0),
    endsAt: toInstant(0),
    about: null,
    notes: { tags: [] },
    statements: { words: 500, anytime: false },
    walkIns: false,
    walkInPlaces: 2000,
    deletePersonalDataAfterDays: 30,
    rehearsal: false,
    meetingLink: null,
    captionsLink: null,
  },
  questions: { moderation: 'before', attribution: 'named', length: 280, cap: null },
  floor: {
    limits: initialFloor.limits,
    warnings: initialFloor.warnings,
    order: initialQueue.mode,
    overtakes: initialQueue.maxOvertakes,
    grace: initialFloor.grace,
    reserve: initialFloor.reserve,
  },
}

const makePlannedSession = ({ groups, questions, segments, floor, captions, ...plan }: Plan): SessionState => ({
  phase: 'planned',
  openedAt: null,
  closedAt: null,
  plan,
  groups,
  questions,
  floor,
  joinCodeRenewals: 0,
  attendance: null,
  profiles: [],
  losses: [],
})

export const sessionEvolvers: Evolvers<SessionState, SessionEvents> = {
  'session.created': (_, { plan }) => makePlannedSession(plan),
  'session.planned': ({ joinCodeRenewals, losses }, { plan }) => ({ ...makePlannedSession(plan), joinCodeRenewals, losses }),
  'session.opened': (session, _, at) => ({ ...session, phase: 'open', openedAt: at }),
  'session.suspended': ({ until: _, ...session }, data) => ({ ...session, ...data, phase: 'suspended' }),
  'session.resumed': ({ until: _, ...session }) => ({ ...session, phase: 'open' }),
  'session.closed': ({ until: _, ...session }, __, at) => ({ ...session, phase: 'closed', closedAt: at }),
  'session.unopened': (session) => ({ ...session, phase: 'planned', openedAt: null }),
  'session.reopened': (session) => ({ ...session, phase: 'open', closedAt: null, attendance: null }),
  'session.attendance-recorded': (session, { groups }) => ({ ...session, attendance: groups }),
  'session.profile-recorded': (session, { profile }, at) => ({ ...session, profiles: [...session.profiles, { profile, at }] }),
  'session.loss-recorded': (session, loss, at) => ({ ...session, losses: [...session.losses, { ...loss, at }] }),
  'session.code-renewed': (session) => ({ ...session, joinCodeRenewals: session.joinCodeRenewals + 1 }),
}
