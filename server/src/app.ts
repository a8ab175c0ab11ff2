/** Puts the parts together: log and store below, sessions and doors in the middle, HTTP and sockets on top. */
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Instant } from '@rostrum/shared/kernel/time'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { Codes } from './access/codes.ts'
import { Failures } from './access/failures.ts'
import { Keys } from './access/keys.ts'
import { Links } from './access/links.ts'
import { Organiser } from './access/organiser.ts'
import { ownOrigins } from './access/origins.ts'
import { Tickets } from './access/tickets.ts'
import type { Config } from './config.ts'
import { assets } from './http/assets.ts'
import { desk } from './http/desk.ts'
import { health } from './http/health.ts'
import { answerRefusals } from './http/refusals.ts'
import { secure } from './http/security.ts'
import { sessions as organising } from './http/sessions.ts'
import { tickets as doors } from './http/tickets.ts'
import type { Log } from './log/log.ts'
import { Roster } from './roster/roster.ts'
import { Cursors } from './session/cursors.ts'
import { Sessions } from './session/registry.ts'
import type { Store } from './store/store.ts'
import { openGateway } from './wire/gateway.ts'

export type Ports = { readonly log: Log; readonly store: Store; readonly now: () => Instant; readonly logger: FastifyBaseLogger }

export type App = {
  readonly sessions: Sessions
  readonly links: Links
  readonly codes: Codes
  readonly tickets: Tickets
  readonly organiser: Organiser
  /** Where people reach it; known once it listens. */
  readonly publicUrl: () => string
  /** The port it listens on. */
  readonly port: () => number
  listen(): Promise<void>
  /** Tells the sockets, lets what runs come to its end, and closes everything it was given. */
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
  const organiser = new Organiser(keys)
  const sessions = new Sessions({ log, store, now, logger })
  const origins = ownOrigins(config.publicUrl)
  const cursors = new Cursors(keys.derive('cursor').toString('base64url'))
  let url = ''
  const publicUrl = () => url

  const http = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: 'loopback',
    bodyLimit: 64 * 1024,
    requestTimeout: 10_000,
    forceCloseConnections: true,
  })
  noteRequests(http)
  answerRefusals(http)
  await secure(http, origins, config.publicUrl?.startsWith('https:') ?? false)
  await http.register(health, { profile: log.profile, probe: () => store.put('keys', 'probe', now()) })
  await http.register(doors, { sessions, keys, links, codes, tickets, roster: new Roster(store), failures: new Failures(), publicUrl })
  await http.register(organising, { sessions, links, codes, tickets, organiser, publicUrl })
  await http.register(desk, { sessions, tickets })
  await assets(http, client)
  await http.ready()
  const port = () => (http.server.address() as AddressInfo).port
  const gateway = openGateway(http.server, { sessions, tickets, cursors, origins, now, logger })

  return {
    sessions,
    links,
    codes,
    tickets,
    organiser,
    publicUrl,
    port,
    listen: async () => {
      await http.listen({ port: config.port, host: config.host, listenTextResolver: () => 'listening' })
      url = config.publicUrl ?? ownUrl(config.host, port())
    },
    close: async () => {
      await gateway.close()
      await http.close()
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

function ownUrl(host: string, port: number): string {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
  const name = isLoopback(host) ? 'localhost' : /^(0\.0\.0\.0|::)$/.test(host) ? (outside ?? 'localhost') : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

export const isLoopback = (host: string): boolean => /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host)
