/** Whether a confirmed action could be stored just now, for those who watch over the server. */
import type { FastifyInstance } from 'fastify'

export type HealthPorts = {
  readonly profile: string
  /** Rejects where nothing can be stored. */
  readonly probe: () => Promise<void>
}

/** However often it is asked, the store is asked once a second. */
const fresh = 1_000

export async function health(app: FastifyInstance, { profile, probe }: HealthPorts): Promise<void> {
  let asked = Number.NEGATIVE_INFINITY
  let answer: Promise<boolean> = Promise.resolve(true)
  const serving = (): Promise<boolean> => {
    if (performance.now() - asked < fresh) return answer
    asked = performance.now()
    answer = probe().then(
      () => true,
      (error: Error) => {
        app.log.warn({ cause: error.message }, 'the store does not take anything')
        return false
      },
    )
    return answer
  }
  app.get('/health', async (_, reply) => {
    const good = await serving()
    return reply
      .code(good ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: good ? 'serving' : 'unavailable', log: profile })
  })
}
