/** Builds the server from its storeys: engine, people, services, and the doors that lead to them. */
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { FastifyBaseLogger } from 'fastify'
import { openEngine } from './assembly/open-engine.ts'
import { openHttp } from './assembly/open-http.ts'
import { findHolder, openPeople } from './assembly/open-people.ts'
import { openServices } from './assembly/open-services.ts'
import { scheduleErasure } from './doors/application/erase-personal-data.ts'
import { executeCommand } from './doors/application/execute-command.ts'
import type { Config } from './doors/config.ts'
import { apiRoutes } from './doors/http/api.ts'
import { describeClock } from './doors/http/clock-words.ts'
import { type MetricsServer, serveMetrics } from './doors/http/metrics.ts'
import { assetRoutes } from './doors/http/routes/assets.ts'
import { healthRoutes } from './doors/http/routes/health.ts'
import type { Log } from './engine/log/log.ts'
import { searchForDamage } from './engine/session/damage-search.ts'
import type { SessionRegistry } from './engine/session/session-registry.ts'
import type { Store } from './engine/store/store.ts'
import { openAllowances } from './engine/wire/allowances.ts'
import { CommandIntake } from './engine/wire/command-intake.ts'
import { EventStreams } from './engine/wire/event-streams.ts'
import { openGateway } from './engine/wire/gateway.ts'
import { maxUnaccepted } from './engine/wire/limits.ts'
import { StoreWatch } from './engine/wire/store-watch.ts'
import type { JoinCodes } from './people/access/join-codes.ts'
import type { Organizers } from './people/access/organizers.ts'
import type { PersonalLinks } from './people/access/personal-links.ts'
import { detectServerUrl, makeLoopbackUrl } from './people/access/server-url.ts'
import type { TicketIssuer } from './people/access/ticket-issuer.ts'
import type { Roster } from './people/roster/roster.ts'
import { openBoothFeed } from './services/booth/booth-feed.ts'
import { openCaptionFeed } from './services/captions/caption-feed.ts'
import { openLineSource } from './services/captions/line-source.ts'
import type { RehearsalRegistry } from './services/rehearsal/rehearsal-registry.ts'

export type AppPorts = {
  readonly log: Log
  readonly store: Store
  readonly now: () => Instant
  /** Returns the time with fractions of a millisecond, if the clock has them. */
  readonly measureNow?: () => number
  readonly logger: FastifyBaseLogger
}

export type App = {
  readonly sessions: SessionRegistry
  readonly links: PersonalLinks
  readonly joinCodes: JoinCodes
  readonly tickets: TicketIssuer
  readonly organizers: Organizers
  readonly roster: Roster
  readonly rehearsals: RehearsalRegistry
  /** Returns the address for people. It is known once the server listens. */
  readonly getPublicUrl: () => string
  /** Returns the port on which the server listens. */
  readonly getPort: () => number
  /** Returns the port of the metrics, or null if they are off. */
  readonly getMetricsPort: () => number | null
  listen(): Promise<void>
  /** Reports not ready, answers pending commands, closes all connections, then closes log and store. All of that takes bounded time. */
  close(): Promise<void>
}

const builtClient = fileURLToPath(new URL('../../client/dist', import.meta.url))

/** Builds the server. `client`: the folder of the built client. */
export async function buildApp(config: Config, ports: AppPorts, client = builtClient): Promise<App> {
  const { log, store, logger } = ports
  let url = ''
  let isStopping = false
  let metricsServer: MetricsServer | null = null
  let stopErasure: (() => Promise<void>) | null = null
  let stopSearch: (() => Promise<void>) | null = null
  const getPublicUrl = () => url
  const getPort = (): number => (http.server.address() as AddressInfo).port
  const getLoopbackUrl = () => makeLoopbackUrl(config.host, getPort())

  const engine = openEngine(config, ports)
  const { clock, sessions, nodes, presenceRegistry, meter, metrics } = engine
  await nodes.waitForTime()
  const now = () => clock.now()
  const people = await openPeople({ store, nodes, now, logger })
  const { serverKey, tickets, roster, typedNames } = people
  roster.onErased((id) => presenceRegistry.clear(id))
  const services = await openServices(config, { log, store, now, logger, getPublicUrl, getLoopbackUrl }, engine, people)
  const { sense, fanouts, captions, booths, rehearsals, webhooks, mailer } = services

  const probeStore = async () => {
    await store.put('keys', 'probe', now())
    await serverKey.verify(store)
  }
  const storeWatch = new StoreWatch({ probe: probeStore, now, logger })
  const intake = new CommandIntake({
    execute: (session, person, envelope) => executeCommand(session, person, envelope, { serverKey, roster, typedNames, sense }),
    onUnstored: () => storeWatch.doubt(),
    ...{ meter, logger },
  })
  const allowances = openAllowances()
  const eventStreams = new EventStreams({ fanouts, meter, logger })

  const { http, ...ofRequests } = await openHttp(config, {
    ...{ logger, metrics },
    findHolder: (credential) => findHolder(credential, people),
  })
  await http.register(healthRoutes, {
    getProfile: () => log.profile,
    probe: probeStore,
    countDamaged: () => sessions.damaged.size,
    describeClock: () => describeClock(clock.correction, sessions.clockOffsets),
    countSilent: () => sessions.silentCount,
    isStopping: () => isStopping,
  })
  await http.register(apiRoutes, { ...engine, ...people, ...services, ...services.invitations, intake, allowances, eventStreams })
  await assetRoutes(http, client)
  await http.ready()
  const gateway = openGateway(http.server, {
    ...{ ...ofRequests, sessions, tickets, fanouts, intake, allowances, storeWatch, logger, meter },
    feeds: [openCaptionFeed(captions, logger), openBoothFeed(booths)],
    sources: [openLineSource(captions, logger)],
  })

  return {
    ...people,
    sessions,
    rehearsals,
    getPublicUrl,
    getPort,
    getMetricsPort: () => metricsServer?.port ?? null,
    listen: async () => {
      if (config.metrics !== null) metricsServer = await serveMetrics(config.metrics, metrics)
      await http.listen({ port: config.port, host: config.host, backlog: maxUnaccepted, listenTextResolver: () => 'listening' })
      url = config.publicUrl ?? detectServerUrl(config.host, getPort())
      stopErasure = scheduleErasure({ roster, sessions, now, logger })
      stopSearch = searchForDamage({ log, sessions, logger })
      mailer?.start()
      webhooks.start()
      sessions
        .finishDeletions()
        .catch((error: unknown) => logger.error({ err: error }, 'what is left of a deleted session could not be deleted'))
    },
    close: async () => {
      isStopping = true
      await rehearsals.close()
      eventStreams.close()
      storeWatch.close()
      await gateway.close()
      sense.close()
      presenceRegistry.close()
      await http.close()
      await metricsServer?.close()
      await stopErasure?.()
      await stopSearch?.()
      await mailer?.close()
      await webhooks.close()
      booths.close()
      nodes.close()
      await sessions.close()
      await log.close()
      await store.close()
    },
  }
}
