import { phases } from '@rostrum/shared/contract/enums'
import { planFile } from '@rostrum/shared/contract/plan'
import { z } from 'zod'
import { ofSession } from './fields.ts'
import { file, json, reading, writing } from './route-spec.ts'

/** The longest session file, and what JSON adds to it. */
export const planLimit = 512 * 1024

const sessionFile = planFile.meta({ id: 'SessionFile', description: 'What a session file says. Lengths are seconds, save `minutes`.' })

/** Each fault begins with its place in the file, such as `segments.2.minutes`. */
export const faultyPlan = z.object({ why: z.literal('plan-refused'), faults: z.array(z.string()) })

const version = z.string().max(64)
const planned = z.object({ phase: z.enum(phases), version: version.describe('Another one for another plan.'), plan: sessionFile })

export const read = reading({
  id: 'readPlan',
  tag: 'Plan',
  summary: 'The plan of a session',
  who: 'organiser',
  params: ofSession,
  answers: { 200: json('The plan, and how far the session is.', planned) },
  refusals: ['no-such-session'],
})

export const download = reading({
  id: 'downloadPlan',
  tag: 'Plan',
  summary: 'The plan of a session as a session file',
  about: 'Other sessions can be made from it.',
  who: 'organiser',
  params: ofSession,
  answers: { 200: file('application/yaml', 'The session file.') },
  refusals: ['no-such-session'],
})

export const change = writing({
  id: 'changePlan',
  tag: 'Plan',
  summary: 'Change the plan of a session, as a whole',
  about: 'Until the session is opened. A group of which somebody is registered stays. What is wrong is said with its place.',
  who: 'organiser',
  params: ofSession,
  query: z.strictObject({
    version: version.optional().describe('Of the plan that this one was made of: where another has been saved since, nothing is changed.'),
  }),
  body: sessionFile,
  answers: { 200: json('The plan as it is now.', planned) },
  refusals: ['no-such-session', 'session-begun', 'group-in-use', 'moved-on'],
  faults: [faultyPlan],
})
