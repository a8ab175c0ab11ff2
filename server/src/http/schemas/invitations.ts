import { z } from 'zod'
import { nothing, ofSession, personId } from './fields.ts'
import { file, json, reading, writing } from './route-spec.ts'

export const list = reading({
  id: 'downloadInvitations',
  tag: 'Invitations',
  summary: 'Everybody who may take part, with link and code, for a mail merge',
  about: 'Links are secrets. The list can be imported again.',
  who: 'keepers',
  params: ofSession,
  answers: { 200: file('text/csv', 'A row each.') },
})

export const rotate = writing({
  id: 'rotateCode',
  tag: 'Invitations',
  summary: 'Make a new join code',
  about: 'Nobody who is in leaves.',
  who: 'keepers',
  params: ofSession,
  body: nothing,
  answers: { 200: json('The new code, and the address with it.', z.object({ code: z.string(), join: z.string() })) },
})

export const calendar = reading({
  id: 'downloadCalendar',
  tag: 'Invitations',
  summary: 'The session as a calendar entry',
  about:
    'With the link to the meeting for registered remote participants alone. Who keeps the roster names whose entry it is; others get their own.',
  who: 'invited',
  params: ofSession,
  query: z.strictObject({ person: personId.max(64).optional() }),
  answers: { 200: file('text/calendar', 'iCalendar.') },
  refusals: ['no-such-person'],
})
