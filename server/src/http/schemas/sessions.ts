import { phases } from '@rostrum/shared/contract/enums'
import { line } from '@rostrum/shared/contract/field-schemas'
import { z } from 'zod'
import { templates } from '../../template/templates.ts'
import { count, deleted, instant, ofSession } from './fields.ts'
import { faultyPlan, planLimit } from './planning.ts'
import { json, reading, writing } from './route-spec.ts'

const session = z
  .object({
    id: z.string(),
    title: z.string(),
    short: z.string(),
    series: z.string().nullable(),
    place: z.string(),
    timeZone: z.string(),
    startsAt: instant,
    endsAt: instant,
    phase: z.enum(phases),
    rehearsal: z.boolean(),
    walkIns: z.boolean(),
    meetingLink: z.boolean().describe('Whether there is a link to the meeting for those who take part remotely.'),
    counts: z.object({ people: count, room: count, remote: count, segments: count }),
    archived: z.boolean(),
  })
  .meta({ id: 'Session', description: 'A session as the organizer’s page lists it.' })

const start = {
  title: line(160).optional(),
  startsAt: z.iso.datetime({ offset: true }).optional().describe('The plan begins at this time; its lengths stay.'),
}
const newSession = z.union([
  z.strictObject({ template: z.enum(templates), ...start }),
  z.strictObject({ file: z.string().max(planLimit).describe('A session file (YAML).'), ...start }),
  z.strictObject({ copyOf: z.string().max(64).describe('The id of a session.'), people: z.boolean().default(false), ...start }),
])
export type NewSession = z.infer<typeof newSession>

export const list = reading({
  id: 'listSessions',
  tag: 'Sessions',
  summary: 'The sessions of this server',
  who: 'organiser',
  answers: {
    200: json(
      'All sessions, and the templates that others can be made from.',
      z.object({ templates: z.array(z.enum(templates)), sessions: z.array(session) }),
    ),
  },
})

export const make = writing({
  id: 'makeSession',
  tag: 'Sessions',
  summary: 'Make a session',
  about:
    'From a template, from a session file, or as a copy of another session, with its people or without. A copy with people gives each of them a new link.',
  who: 'organiser',
  body: newSession,
  answers: { 201: json('The session.', session) },
  refusals: ['no-such-session', 'text-empty', 'text-too-long', 'text-refused'],
  faults: [faultyPlan],
})

export const archive = writing({
  id: 'archiveSession',
  tag: 'Sessions',
  summary: 'Set a session aside, or take it up again',
  about: 'What is set aside is there all the same: its links work.',
  who: 'organiser',
  params: ofSession,
  body: z.strictObject({ archived: z.boolean() }),
  answers: { 200: json('The session.', session) },
  refusals: ['no-such-session'],
})

export const remove = writing({
  id: 'deleteSession',
  tag: 'Sessions',
  summary: 'Delete a session for good',
  about: 'With its record, its people, its links and its join code. A session that runs is not deleted.',
  who: 'organiser',
  params: ofSession,
  answers: { 200: json('It is gone.', deleted) },
  refusals: ['no-such-session', 'session-running'],
})
