/** What a session is planned to be: read, kept as a file, and changed as a whole as long as it has not begun. */
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { freshId } from '../../access/default-people.ts'
import { planVersion, replanIn } from '../../application/session-setup.ts'
import type { Session } from '../../session/session.ts'
import { checkedPlan, FaultyFile } from '../../template/read-plan.ts'
import { fileOf, writtenPlan } from '../../template/write-plan.ts'
import { forOrganiser, type KeeperPorts, openedBy } from '../authorization.ts'
import { asWhy, Refused } from '../http-error.ts'
import { bodyAsSent } from '../schema-validation.ts'
import * as described from '../schemas/planning.ts'

export async function planning(instance: FastifyInstance, { sessions, organiser }: KeeperPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  app.addHook('onRequest', forOrganiser(organiser))

  app.get('/api/sessions/:id/plan', { schema: described.read }, async ({ params }) => {
    const session = await openedBy(sessions, params.id)
    return planned(session)
  })

  app.get('/api/sessions/:id/plan.yaml', { schema: described.download }, async ({ params }, reply) => {
    const session = await openedBy(sessions, params.id)
    return reply
      .type('application/yaml; charset=utf-8')
      .header('content-disposition', `attachment; filename="${session.id}.session.yaml"`)
      .send(writtenPlan(session.plan))
  })

  const changing = { schema: described.change, bodyLimit: described.planLimit, validatorCompiler: bodyAsSent }
  app.put('/api/sessions/:id/plan', changing, async ({ params, query, body }, reply) => {
    const session = await openedBy(sessions, params.id)
    try {
      const said = await replanIn(session, checkedPlan(body), freshId(), query.version)
      if (!said.ok) throw new Refused(asWhy(said.why))
      return planned(session)
    } catch (error) {
      if (!(error instanceof FaultyFile)) throw error
      return reply.code(422).send({ why: 'plan-refused', faults: error.faults })
    }
  })
}

const planned = ({ state, plan }: Session) => ({ phase: state.session.phase, version: planVersion(state), plan: fileOf(plan) })
