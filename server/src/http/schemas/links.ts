import { z } from 'zod'
import { channel, nothing, ofPerson, ofSession, personId, role } from './fields.ts'
import { json, reading, writing } from './route-spec.ts'

const officeLink = z
  .object({ person: personId, role, entity: z.string(), channel, url: z.string() })
  .meta({ id: 'OfficeLink', description: 'The link of an officer. Anyone who has it has the role.' })

export const list = reading({
  id: 'readLinks',
  tag: 'Links',
  summary: 'The links of the officers, and the join code',
  who: 'organiser',
  params: ofSession,
  answers: { 200: json('Links are secrets.', z.object({ code: z.string(), join: z.string(), links: z.array(officeLink) })) },
  refusals: ['no-such-session'],
})

export const renew = writing({
  id: 'renewLink',
  tag: 'Links',
  summary: 'Make a new link',
  about: 'The old link ends at once, and within a second everything that was opened with it.',
  who: 'organiser',
  params: ofPerson,
  body: nothing,
  answers: { 200: json('The new link.', officeLink) },
  refusals: ['no-such-session', 'no-such-person'],
})
