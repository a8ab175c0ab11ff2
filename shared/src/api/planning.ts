import { z } from 'zod'
import { sessionPhases } from '../contract/enums.ts'
import { planFileSchema } from '../contract/plan.ts'
import { countSchema, sessionParamsSchema } from './fields.ts'
import { fileAnswer, jsonAnswer, type OperationTable } from './operation.ts'

/** The most bytes of a plan file, including what JSON adds to it. */
export const maxPlanBytes = 512 * 1024

const planFileBodySchema = planFileSchema.meta({
  id: 'PlanFile',
  description: 'The content of a plan file. Lengths are in seconds, except `minutes`.',
})

/** The errors of a plan. Each begins with its place in the file, such as `segments.2.minutes`. */
export const planErrorsSchema = z.object({ reason: z.literal('plan-refused'), faults: z.array(z.string()) })

export const planVersionSchema = z.string().max(64)
const planAnswerSchema = z.object({
  phase: z.enum(sessionPhases),
  version: planVersionSchema.describe('Different for every different plan.'),
  plan: planFileBodySchema,
  uninformed: countSchema.describe('How many people have an invitation by mail that is out of date.'),
})

export const planningOperations = {
  'GET /api/sessions/:id/plan': {
    id: 'readPlan',
    tag: 'Plan',
    summary: 'The plan of a session',
    access: 'organizer',
    params: sessionParamsSchema,
    answers: { 200: jsonAnswer('The plan, and the phase of the session.', planAnswerSchema) },
    refusals: ['no-such-session'],
  },
  'GET /api/sessions/:id/plan.yaml': {
    id: 'downloadPlan',
    tag: 'Plan',
    summary: 'The plan of a session as a plan file',
    about: 'Other sessions can be created from it.',
    access: 'organizer',
    params: sessionParamsSchema,
    answers: { 200: fileAnswer('application/yaml', 'The plan file.') },
    refusals: ['no-such-session'],
  },
  'PUT /api/sessions/:id/plan': {
    id: 'changePlan',
    tag: 'Plan',
    summary: 'Replace the plan of a session as a whole',
    about:
      'Until the session is opened. The body has the shape of the answer of `readPlan`, so that what was read can be changed and sent back. ' +
      'A group that has members cannot be removed. Each error of the plan is given with its place.',
    access: 'organizer',
    params: sessionParamsSchema,
    body: z.strictObject({
      version: planVersionSchema
        .optional()
        .describe('The version that this plan is based on. If another plan was saved since, nothing is changed.'),
      phase: z.enum(sessionPhases).optional().describe('Ignored.'),
      uninformed: countSchema.optional().describe('Ignored.'),
      plan: planFileBodySchema,
    }),
    answers: { 200: jsonAnswer('The new plan.', planAnswerSchema) },
    refusals: ['no-such-session', 'session-started', 'group-in-use', 'conflict'],
    faults: [planErrorsSchema],
  },
} as const satisfies OperationTable
