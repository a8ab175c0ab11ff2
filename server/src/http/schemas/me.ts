import { declines } from '@rostrum/shared/contract/enums'
import { questionId, receipt } from '@rostrum/shared/contract/field-schemas'
import { z } from 'zod'
import { json, reading, writing } from './route-spec.ts'

const consent = z.strictObject({ named: z.boolean().nullable() })

export const read = reading({
  id: 'readMe',
  tag: 'People',
  summary: 'Whether one’s own name may stand in the record',
  who: 'participants',
  answers: { 200: json('As it was last said; null: it was not.', consent) },
})

export const say = writing({
  id: 'changeMe',
  tag: 'People',
  summary: 'Say whether one’s own name may stand in the record',
  who: 'participants',
  body: consent,
  answers: { 200: json('As it is kept.', consent) },
})

/** More than anybody asks in a session. */
const most = 50

export const declined = writing({
  id: 'readDeclines',
  tag: 'People',
  summary: 'Which of one’s own questions were declined, and why, where authors are not kept',
  about:
    'By the receipts of the device. A receipt that is not of the question, and a question that is not declined, are passed over alike.',
  who: 'participants',
  body: z.strictObject({ receipts: z.array(z.strictObject({ question: questionId, receipt })).max(most) }),
  answers: {
    200: json(
      'Those that were declined.',
      z.strictObject({ declined: z.array(z.strictObject({ question: z.string(), reason: z.enum(declines) })) }),
    ),
  },
})
