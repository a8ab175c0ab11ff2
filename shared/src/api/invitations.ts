import { z } from 'zod'
import { emptyBodySchema, namedPersonSchema, sessionParamsSchema } from './fields.ts'
import { fileAnswer, jsonAnswer, type OperationTable } from './operation.ts'

export const invitationsOperations = {
  'GET /api/sessions/:id/invitations.csv': {
    id: 'exportInvitations',
    tag: 'Invitations',
    summary: 'All members with their links and the join code, for a mail merge',
    about: 'Links are secrets. The list can be imported again.',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    answers: { 200: fileAnswer('text/csv', 'One row per person.') },
  },
  'POST /api/sessions/:id/join-code/renew': {
    id: 'renewJoinCode',
    tag: 'Invitations',
    summary: 'Renew the join code',
    about: 'People who have entered stay in the session.',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    body: emptyBodySchema,
    answers: { 200: jsonAnswer('The new code, and the address that contains it.', z.object({ code: z.string(), join: z.string() })) },
  },
  'GET /api/sessions/:id/session.ics': {
    id: 'downloadCalendar',
    tag: 'Invitations',
    summary: 'The session as a calendar entry',
    about: 'Only remote participants get the link to the meeting in it. Organizer and staff may name a person; others get their own entry.',
    access: 'invited',
    params: sessionParamsSchema,
    query: z.strictObject({ person: namedPersonSchema.max(64).optional() }),
    answers: { 200: fileAnswer('text/calendar', 'iCalendar.') },
    refusals: ['no-such-person'],
  },
} as const satisfies OperationTable
