/** What a session is planned to be: read, kept as a file, and changed as a whole as long as it has not begun. */
import type { FastifyInstance } from 'fastify'
import { freshId } from '../access/seats.ts'
import { replanIn } from '../session/keeping.ts'
import { fileOf, writtenPlan } from '../template/plan-file.ts'
import { checkedPlan, FaultyFile } from '../template/session-file.ts'
import { forOrganiser, type KeeperPorts, type OfSession, openedBy } from './keepers.ts'
import { asWhy, Refused } from './refusals.ts'

/** The longest session file, and what JSON adds to it. */
export const planLimit = 512 * 1024

export async function planning(app: FastifyInstance, { sessions, organiser }: KeeperPorts): Promise<void> {
  app.addHook('onRequest', forOrganiser(organiser))

  app.get<OfSession>('/api/sessions/:id/plan', async ({ params }) => {
    const session = await openedBy(sessions, params.id)
    return { phase: session.state.session.phase, plan: fileOf(session.plan) }
  })

  app.get<OfSession>('/api/sessions/:id/plan.yaml', async ({ params }, reply) => {
    const session = await openedBy(sessions, params.id)
    return reply
      .type('application/yaml; charset=utf-8')
      .header('content-disposition', `attachment; filename="${session.id}.session.yaml"`)
      .send(writtenPlan(session.plan))
  })

  app.put<OfSession>('/api/sessions/:id/plan', { bodyLimit: planLimit }, async ({ params, body }, reply) => {
    const session = await openedBy(sessions, params.id)
    try {
      const said = await replanIn(session, checkedPlan(body), freshId())
      if (!said.ok) throw new Refused(asWhy(said.why))
      return { phase: session.state.session.phase, plan: fileOf(session.plan) }
    } catch (error) {
      if (!(error instanceof FaultyFile)) throw error
      return reply.code(422).send({ why: 'plan-refused', faults: error.faults })
    }
  })
}
