import { z } from 'zod'
import { sessionPhases } from '../contract/enums.ts'
import { singleLineText } from '../contract/field-schemas.ts'
import { maxTitleLength } from '../contract/lengths.ts'
import { templates } from '../contract/templates.ts'
import { channelCounts, countSchema, deletedSchema, instantSchema, sessionParamsSchema } from './fields.ts'
import { jsonAnswer, type OperationTable, type TypeOf } from './operation.ts'
import { maxPlanBytes, planErrorsSchema } from './planning.ts'

const sessionSummarySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    short: z.string(),
    series: z.string().nullable(),
    place: z.string(),
    timeZone: z.string(),
    startsAt: instantSchema,
    endsAt: instantSchema,
    phase: z.enum(sessionPhases),
    rehearsal: z.boolean(),
    cancelled: z.boolean(),
    walkIns: z.boolean(),
    meetingLink: z.boolean().describe('Whether there is a meeting link for remote participants.'),
    draft: z.boolean().describe('Planned, and not ready: its agenda does not fit, or nobody is registered and nobody may join by code.'),
    counts: z.object({
      people: countSchema,
      ...channelCounts,
      officers: countSchema,
      segments: countSchema,
    }),
    archived: z.boolean(),
    copyOf: z.string().nullable().describe('The id of the session that it was copied from, which may be deleted.'),
    rehearsalOf: z.string().nullable().describe('The id of the session that it rehearses.'),
  })
  .meta({ id: 'Session', description: 'A session in the list of the organizer’s page.' })
export type SessionSummary = TypeOf<typeof sessionSummarySchema>

const startFields = {
  title: singleLineText(maxTitleLength).optional(),
  startsAt: z.iso.datetime({ offset: true }).optional().describe('The plan is moved to this start. Its lengths stay.'),
  key: z
    .string()
    .min(16)
    .max(64)
    .optional()
    .describe('A random text. The same request with the same key creates one session, however often it is sent.'),
}
const newSessionSchema = z.union([
  z.strictObject({ template: z.enum(templates), ...startFields }),
  z.strictObject({ file: z.string().max(maxPlanBytes).describe('A plan file (YAML).'), ...startFields }),
  z.strictObject({ copyOf: z.string().max(64).describe('The id of a session.'), people: z.boolean().default(false), ...startFields }),
])
export type SessionSource = z.infer<typeof newSessionSchema>

export const sessionsOperations = {
  'GET /api/sessions': {
    id: 'listSessions',
    tag: 'Sessions',
    summary: 'The sessions of this server',
    access: 'organizer',
    answers: {
      200: jsonAnswer(
        'All sessions, and the templates for new ones.',
        z.object({
          templates: z.array(z.enum(templates)),
          sessions: z.array(sessionSummarySchema),
          damaged: z.array(z.string()).describe('The ids of sessions whose log is damaged. They can be deleted, or restored from a copy.'),
        }),
      ),
    },
  },
  'POST /api/sessions': {
    id: 'createSession',
    tag: 'Sessions',
    summary: 'Create a session',
    about:
      'From a template, from a plan file, or as a copy of another session, with or without its people. Each copied person gets a new link.',
    access: 'organizer',
    body: newSessionSchema,
    answers: { 201: jsonAnswer('The session.', sessionSummarySchema) },
    refusals: ['no-such-session', 'text-empty', 'text-too-long', 'text-refused'],
    faults: [planErrorsSchema],
  },
  'PUT /api/sessions/:id/archived': {
    id: 'archiveSession',
    tag: 'Sessions',
    summary: 'Archive a session, or bring it back',
    about: 'The links of an archived session still work.',
    access: 'organizer',
    params: sessionParamsSchema,
    body: z.strictObject({ archived: z.boolean() }),
    answers: { 200: jsonAnswer('The session.', sessionSummarySchema) },
    refusals: ['no-such-session'],
  },
  'DELETE /api/sessions/:id': {
    id: 'deleteSession',
    tag: 'Sessions',
    summary: 'Delete a session for good',
    about: 'With its record, its people, its links and its join code. A running session cannot be deleted.',
    access: 'organizer',
    params: sessionParamsSchema,
    answers: { 200: jsonAnswer('The session is deleted.', deletedSchema) },
    refusals: ['no-such-session', 'session-running'],
  },
} as const satisfies OperationTable
