import { z } from 'zod'
import { ofSession, role } from './fields.ts'
import { json, writing } from './route-spec.ts'

const wish = z.strictObject({ speed: z.number().min(1).max(60).default(1), people: z.number().int().min(1).max(200).default(40) })

export const begin = writing({
  id: 'beginRehearsal',
  tag: 'Rehearsals',
  summary: 'Start a rehearsal of a session that has not been opened',
  about: 'A session of its own, marked as one on every screen, and gone when the session itself is opened.',
  who: 'organiser',
  params: ofSession,
  body: wish.nullish().transform((sent) => sent ?? wish.parse({})),
  answers: {
    201: json(
      'The rehearsal, and the links of its officers.',
      z.object({ session: z.string(), code: z.string(), links: z.array(z.object({ role, url: z.string() })) }),
    ),
  },
  refusals: ['no-such-session', 'session-begun'],
})
