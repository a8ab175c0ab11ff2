/** The plan of a session: read it, download it as a plan file, and replace it as a whole until the session starts. */
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { newCommandId } from '../../../engine/session/reply-cache.ts'
import type { Session } from '../../../engine/session/session.ts'
import { PlanFileError, parsePlan } from '../../../services/template/read-plan.ts'
import { formatPlan, toPlanFile } from '../../../services/template/write-plan.ts'
import { hashPlan, replaceSessionPlan } from '../../application/session-setup.ts'
import { type AuthorizationPorts, requireOrganizer, requireSession } from '../authorization.ts'
import { HttpError, toHttpReason } from '../http-error.ts'
import { validateExceptBody } from '../schema-validation.ts'
import * as schemas from '../schemas/planning.ts'

export async function planRoutes(instance: FastifyInstance, { sessions, organizer }: AuthorizationPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  app.addHook('onRequest', requireOrganizer(organizer))

  app.get('/api/sessions/:id/plan', { schema: schemas.readPlanSchema }, async ({ params }) => {
    const session = await requireSession(sessions, params.id)
    return toPlanAnswer(session)
  })

  app.get('/api/sessions/:id/plan.yaml', { schema: schemas.downloadPlanSchema }, async ({ params }, reply) => {
    const session = await requireSession(sessions, params.id)
    return reply
      .type('application/yaml; charset=utf-8')
      .header('content-disposition', `attachment; filename="${session.id}.session.yaml"`)
      .send(formatPlan(session.plan))
  })

  const changeOptions = { schema: schemas.changePlanSchema, bodyLimit: schemas.maxPlanBytes, validatorCompiler: validateExceptBody }
  app.put('/api/sessions/:id/plan', changeOptions, async ({ params, body }, reply) => {
    const { version, plan } = parseEnvelope(body)
    const session = await requireSession(sessions, params.id)
    try {
      const reply = await replaceSessionPlan(session, parsePlan(plan), newCommandId(), version)
      if (!reply.ok) throw new HttpError(toHttpReason(reply.reason))
      return toPlanAnswer(session)
    } catch (error) {
      if (!(error instanceof PlanFileError)) throw error
      return reply.code(422).send({ reason: 'plan-refused', faults: error.faults })
    }
  })
}

/** The plan itself is read by `parsePlan`, which reports all its errors. */
const envelopeSchema = z.strictObject({ version: schemas.planVersionSchema.optional(), phase: z.string().optional(), plan: z.unknown() })

const parseEnvelope = (body: unknown) => {
  const parsed = envelopeSchema.safeParse(body)
  if (!parsed.success || !('plan' in parsed.data))
    throw new HttpError('malformed', { at: '', rule: 'an object with `plan`, and perhaps `version`' })
  return parsed.data
}

const toPlanAnswer = ({ state, plan }: Session) => ({ phase: state.session.phase, version: hashPlan(state), plan: toPlanFile(plan) })
