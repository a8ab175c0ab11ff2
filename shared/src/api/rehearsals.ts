import { z } from 'zod'
import { maxRehearsalPeople } from '../contract/lengths.ts'
import { castNames } from '../contract/rehearsals.ts'
import { roleSchema, sessionParamsSchema } from './fields.ts'
import { jsonAnswer, type OperationTable } from './operation.ts'

const rehearsalOptionsSchema = z.strictObject({
  speed: z.number().min(1).max(60).default(1),
  cast: z.enum(castNames).default('usual').describe('`difficult`: late, many questions at once, lost lines, two points of order together.'),
  people: z.number().int().min(1).max(maxRehearsalPeople).default(40),
})

export const rehearsalsOperations = {
  'POST /api/sessions/:id/rehearsal': {
    id: 'startRehearsal',
    tag: 'Rehearsals',
    summary: 'Start a rehearsal of a session that has not been opened',
    about: 'A separate session, marked as a rehearsal on every screen. It is deleted when the session itself is opened.',
    access: 'organizer',
    params: sessionParamsSchema,
    body: rehearsalOptionsSchema.nullish().transform((sent) => sent ?? rehearsalOptionsSchema.parse({})),
    answers: {
      201: jsonAnswer(
        'The rehearsal, and a link for each role. `opensIn`: the seconds until the simulated Chair opens it.',
        z.object({
          session: z.string(),
          code: z.string(),
          links: z.array(z.object({ role: roleSchema, url: z.string() })),
          opensIn: z.int(),
        }),
      ),
    },
    refusals: ['no-such-session', 'session-started'],
  },
} as const satisfies OperationTable
