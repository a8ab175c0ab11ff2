/** The plan of a session. It can be read, downloaded as a plan file, and replaced as a whole until the session starts. */
import type { AnswerOf } from '@rostrum/shared/api/operations'
import { maxPlanBytes, planVersionSchema } from '@rostrum/shared/api/planning'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { newCommandId } from '../../../engine/session/reply-cache.ts'
import type { Session } from '../../../engine/session/session.ts'
import { PlanFileError, parsePlan } from '../../../services/template/read-plan.ts'
import { formatPlan, toPlanFile } from '../../../services/template/write-plan.ts'
import { countUninformed, type InvitePorts } from '../../application/invite-people.ts'
import { hashPlan, replaceSessionPlan } from '../../application/session-setup.ts'
import { type AuthorizationPorts, requireOrganizer, requireSession } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'
import { validateExceptBody } from '../schema-validation.ts'

type PlanPorts = AuthorizationPorts & Pick<InvitePorts, 'mail' | 'roster'>

export async function planRoutes(instance: FastifyInstance, ports: PlanPorts): Promise<void> {
  const { sessions, organizer } = ports
  const route = createRouter(instance)
  instance.addHook('onRequest', requireOrganizer(organizer))

  route('GET /api/sessions/:id/plan', async ({ params }) => {
    const session = await requireSession(sessions, params.id)
    return await toPlanAnswer(session, ports)
  })

  route('GET /api/sessions/:id/plan.yaml', async ({ params }, reply) => {
    const session = await requireSession(sessions, params.id)
    return reply
      .type('application/yaml; charset=utf-8')
      .header('content-disposition', `attachment; filename="${session.id}.session.yaml"`)
      .send(formatPlan(session.plan))
  })

  const changeOptions = { bodyLimit: maxPlanBytes, validatorCompiler: validateExceptBody }
  route(
    'PUT /api/sessions/:id/plan',
    async ({ params, body }, reply) => {
      const { version, plan } = parseEnvelope(body)
      const session = await requireSession(sessions, params.id)
      try {
        const reply = await replaceSessionPlan(session, parsePlan(plan), newCommandId(), version)
        if (!reply.ok) throw new HttpError(reply.reason)
        return await toPlanAnswer(session, ports)
      } catch (error) {
        if (!(error instanceof PlanFileError)) throw error
        return reply.code(422).send({ reason: 'plan-refused', faults: error.faults })
      }
    },
    changeOptions,
  )
}

/** The plan itself is read by `parsePlan`, which reports all its errors. */
const envelopeSchema = z.strictObject({
  version: planVersionSchema.optional(),
  phase: z.string().optional(),
  uninformed: z.number().optional(),
  plan: z.unknown(),
})

const parseEnvelope = (body: unknown) => {
  const parsed = envelopeSchema.safeParse(body)
  if (!parsed.success || !('plan' in parsed.data))
    throw new HttpError('malformed', { at: '', rule: 'an object with `plan`, and perhaps `version`' })
  return parsed.data
}

const toPlanAnswer = async (session: Session, ports: PlanPorts): Promise<AnswerOf<'GET /api/sessions/:id/plan'>> => ({
  phase: session.state.session.phase,
  version: hashPlan(session.state),
  plan: toPlanFile(session.plan),
  uninformed: await countUninformed(session, ports),
})
