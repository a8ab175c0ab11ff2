/** The checks for monitoring: whether the server is alive, and whether it can store a confirmed action now. */
import type { FastifyInstance } from 'fastify'

export type HealthPorts = {
  /** Returns the current promise of the log. */
  readonly getProfile: () => string
  /** Rejects if nothing can be stored. */
  readonly probe: () => Promise<void>
  /** Returns how many sessions have a damaged log. The others are served. */
  readonly countDamaged: () => number
  /** Returns in words whether the clock of this machine agrees with other nodes and with the sessions. */
  readonly describeClock: () => string
  /** Returns how many sessions cannot hear what other nodes store. */
  readonly countSilent: () => number
  readonly isStopping: () => boolean
}

type Readiness = 'ready' | 'stopping' | 'cannot-store' | 'cannot-hear'

/** In milliseconds. The store is probed at most once per interval. If it does not answer in time, it counts as lost. */
const probeInterval = 1_000
const probeTimeout = 2_000

export async function healthRoutes(app: FastifyInstance, ports: HealthPorts): Promise<void> {
  const { getProfile, probe, countDamaged, describeClock, countSilent, isStopping } = ports
  let probedAt = Number.NEGATIVE_INFINITY
  let lastResult: Promise<boolean> = Promise.resolve(true)
  const canStore = (): Promise<boolean> => {
    if (performance.now() - probedAt < probeInterval) return lastResult
    probedAt = performance.now()
    lastResult = withTimeout(probe()).then(
      () => true,
      (error: Error) => {
        app.log.warn({ cause: error.message }, 'the store cannot write')
        return false
      },
    )
    return lastResult
  }
  const getReadiness = async (): Promise<Readiness> => {
    if (isStopping()) return 'stopping'
    if (!(await canStore())) return 'cannot-store'
    return countSilent() === 0 ? 'ready' : 'cannot-hear'
  }
  app.addHook('onSend', async (_, reply) => {
    reply.header('cache-control', 'no-store')
  })
  app.get('/health', async () => ({ status: 'alive', log: getProfile(), damagedSessions: countDamaged(), clock: describeClock() }))
  app.get('/ready', async (_, reply) => {
    const status = await getReadiness()
    return reply.code(status === 'ready' ? 200 : 503).send({ status, log: getProfile() })
  })
}

function withTimeout(probe: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), probeTimeout)
  })
  return Promise.race([probe, late]).finally(() => clearTimeout(timer))
}
