/** Puts the parts together: log and store below, sessions and doors in the middle, HTTP and sockets on top. */
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Instant } from '@rostrum/shared/kernel/time'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { Tokens } from './access/api-tokens.ts'
import { Failures } from './access/attempt-limiter.ts'
import { Codes } from './access/join-codes.ts'
import { Organiser } from './access/organizer.ts'
import { ownOrigins } from './access/origin-check.ts'
import { Links } from './access/personal-links.ts'
import { Keys } from './access/server-key.ts'
import { nearUrl, ownUrl } from './access/server-url.ts'
import { Tickets } from './access/ticket-issuer.ts'
import { keepForgetting } from './application/erase-personal-data.ts'
import type { Config } from './config.ts'
import { Cursors } from './fanout/cursor-sealer.ts'
import { api } from './http/api.ts'
import { answerRefusals } from './http/http-error.ts'
import { countRefusals, type MetricsServer, openMetrics, serveMetrics } from './http/metrics.ts'
import { assets } from './http/routes/assets.ts'
import { health } from './http/routes/health.ts'
import { secure } from './http/security.ts'
import type { Log } from './log/log.ts'
import { timed } from './log/metered-log.ts'
import { Presences } from './presence/presence-registry.ts'
import { Rehearsals } from './rehearsal/rehearsal-registry.ts'
import { Arrivals } from './roster/check-ins.ts'
import { Roster } from './roster/roster.ts'
import { Sessions } from './session/session-registry.ts'
import type { Store } from './store/store.ts'
import { openGateway } from './wire/gateway.ts'

export type Ports = { readonly log: Log; readonly store: Store; readonly now: () => Instant; readonly logger: FastifyBaseLogger }

export type App = {
  readonly sessions: Sessions
  readonly links: Links
  readonly codes: Codes
  readonly tickets: Tickets
  readonly organiser: Organiser
  readonly rehearsals: Rehearsals
  /** Where people reach it; known once it listens. */
  readonly publicUrl: () => string
  /** The port it listens on. */
  readonly port: () => number
  /** The port that its figures are served on; null: none. */
  readonly metricsPort: () => number | null
  listen(): Promise<void>
  /** Is not ready any more, answers what is under way, tells the screens, and closes everything it was given. In bounded time. */
  close(): Promise<void>
}

const builtClient = fileURLToPath(new URL('../../client/dist', import.meta.url))

/** `client`: the folder of the built client. */
export async function build(config: Config, ports: Ports, client = builtClient): Promise<App> {
  const { log, store, now, logger } = ports
  const keys = await Keys.open(store)
  const links = new Links(store, keys)
  const codes = new Codes(store, keys)
  const tickets = new Tickets(links, keys, now)
  const tokens = new Tokens(store)
  const organiser = new Organiser(keys, tokens)
  const { meter, registry } = openMetrics(() => sessions.serving)
  const sessions = new Sessions({ log: timed(log, meter.appended), store, now, logger })
  const origins = ownOrigins(config.publicUrl)
  const cursors = new Cursors(keys.derive('cursor').toString('base64url'))
  let url = ''
  let stopping = false
  let figures: MetricsServer | null = null
  let stopForgetting: (() => Promise<void>) | null = null
  const publicUrl = () => url

  const http = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: [...config.trustedProxies],
    bodyLimit: 64 * 1024,
    requestTimeout: 10_000,
    forceCloseConnections: 'idle',
  })
  noteRequests(http)
  countRefusals(http, registry)
  answerRefusals(http)
  await secure(http, origins, config.publicUrl?.startsWith('https:') ?? false)
  await http.register(health, {
    profile: log.profile,
    probe: () => store.put('keys', 'probe', now()),
    damaged: () => sessions.damaged,
    stopping: () => stopping,
  })
  const roster = new Roster(store)
  const presences = new Presences({ arrivals: new Arrivals(store), nearby: store.nearby, now, logger })
  roster.onForgotten((id) => presences.forgotten(id))
  const here = () => nearUrl(config.host, port())
  const rehearsals = new Rehearsals({ sessions, links, codes, logger, now, store, url: here })
  const failures = new Failures()
  await http.register(api, {
    sessions,
    keys,
    links,
    codes,
    tickets,
    tokens,
    organiser,
    roster,
    presences,
    rehearsals,
    failures,
    publicUrl,
    now,
  })
  await assets(http, client)
  await http.ready()
  const port = () => (http.server.address() as AddressInfo).port
  const gateway = openGateway(http.server, { sessions, tickets, cursors, origins, presences, now, logger, meter })

  return {
    sessions,
    links,
    codes,
    tickets,
    organiser,
    rehearsals,
    publicUrl,
    port,
    metricsPort: () => figures?.port ?? null,
    listen: async () => {
      if (config.metrics !== null) figures = await serveMetrics(config.metrics, registry)
      await http.listen({ port: config.port, host: config.host, listenTextResolver: () => 'listening' })
      url = config.publicUrl ?? ownUrl(config.host, port())
      stopForgetting = keepForgetting({ roster, sessions, now, logger })
    },
    close: async () => {
      stopping = true
      await rehearsals.close()
      await gateway.close()
      presences.close()
      await http.close()
      await figures?.close()
      await stopForgetting?.()
      await sessions.close()
      await log.close()
      await store.close()
    },
  }
}

/** The pattern of the route, never the address: an address may hold what somebody pasted into it. */
function noteRequests(http: FastifyInstance): void {
  http.addHook('onResponse', async (request, reply) => {
    const { url: route = 'none' } = request.routeOptions
    if (!route.startsWith('/api/')) return
    request.log.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
}
