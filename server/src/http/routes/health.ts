/** For those who watch over the server: whether it is alive, and whether a confirmed action could be stored just now. */
import type { FastifyInstance } from 'fastify'

export type HealthPorts = {
  readonly profile: string
  /** Rejects where nothing can be stored. */
  readonly probe: () => Promise<void>
  /** Whether the log of a session that is served is not what was written. */
  readonly damaged: () => boolean
  readonly stopping: () => boolean
}

export type Readiness = 'ready' | 'stopping' | 'damaged' | 'cannot-store'

/** However often it is asked, the store is asked once a second, and one that says nothing is taken for gone. */
const fresh = 1_000
const patience = 2_000

export async function health(app: FastifyInstance, ports: HealthPorts): Promise<void> {
  const { profile, probe, damaged, stopping } = ports
  let asked = Number.NEGATIVE_INFINITY
  let answer: Promise<boolean> = Promise.resolve(true)
  const storing = (): Promise<boolean> => {
    if (performance.now() - asked < fresh) return answer
    asked = performance.now()
    answer = inTime(probe()).then(
      () => true,
      (error: Error) => {
        app.log.warn({ cause: error.message }, 'the store does not take anything')
        return false
      },
    )
    return answer
  }
  const readiness = async (): Promise<Readiness> => {
    if (stopping()) return 'stopping'
    if (damaged()) return 'damaged'
    return (await storing()) ? 'ready' : 'cannot-store'
  }
  app.addHook('onSend', async (_, reply) => {
    reply.header('cache-control', 'no-store')
  })
  app.get('/health', async () => ({ status: 'alive', log: profile }))
  app.get('/ready', async (_, reply) => {
    const status = await readiness()
    return reply.code(status === 'ready' ? 200 : 503).send({ status, log: profile })
  })
}

function inTime(probe: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), patience)
  })
  return Promise.race([probe, late]).finally(() => clearTimeout(timer))
}
