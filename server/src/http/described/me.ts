import { z } from 'zod'
import { json, reading, writing } from './route.ts'

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
