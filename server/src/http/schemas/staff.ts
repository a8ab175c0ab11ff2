import { orderModes } from '@rostrum/shared/contract/enums'
import { z } from 'zod'
import { channel, group, personId } from './fields.ts'
import { json, reading } from './route-spec.ts'

export const order = reading({
  id: 'previewOrder',
  tag: 'Desk',
  summary: 'The list of speakers as another rule would order it',
  who: 'drivers',
  query: z.strictObject({ mode: z.enum(orderModes), recommend: z.enum(['true', 'false']) }),
  answers: { 200: json('The entries, in that order.', z.object({ line: z.array(z.string()) })) },
})

export const people = reading({
  id: 'findRegistered',
  tag: 'Desk',
  summary: 'Who is registered, by organization',
  who: 'drivers',
  query: z.strictObject({ find: z.string().max(120) }),
  answers: {
    200: json(
      'At most twelve.',
      z.object({ people: z.array(z.object({ person: personId, entity: z.string(), group, channel, number: z.int() })) }),
    ),
  },
})
