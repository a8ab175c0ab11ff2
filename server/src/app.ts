/** Builds the server from its parts: log and store, then sessions and access, then HTTP and connections. */
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Instant } from '@rostrum/shared/kernel/time'
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import { scheduleErasure } from './doors/application/erase-personal-data.ts'
import { executeCommand } from './doors/application/execute-command.ts'
import { composeFor } from './doors/application/invite-people.ts'
import { recordAttendanceAtClose } from './doors/application/record-attendance.ts'
import { recordProfileOfLog } from './doors/application/record-profile.ts'
import type { Config } from './doors/config.ts'
import { apiRoutes } from './doors/http/api.ts'
import { handleErrors } from './doors/http/http-error.ts'
import { countHttpErrors, createMetrics, type MetricsServer, serveMetrics } from './doors/http/metrics.ts'
import { addRequestLimits } from './doors/http/request-limits.ts'
import { logRequests } from './doors/http/request-log.ts'
import { assetRoutes } from './doors/http/routes/assets.ts'
import { healthRoutes } from './doors/http/routes/health.ts'
import { schemaController } from './doors/http/schema-validation.ts'
import { addSecurity } from './doors/http/security.ts'
import { makeSecurityHeaders } from './doors/http/security-headers.ts'
import { Fanouts } from './engine/fanout/fanouts.ts'
import type { Log } from './engine/log/log.ts'
import { meterAppends } from './engine/log/metered-log.ts'
import { Nodes } from './engine/nodes/nodes.ts'
import { CheckIns } from './engine/presence/check-ins.ts'
import { PresenceRegistry } from './engine/presence/presence-registry.ts'
import { SessionRegistry } from './engine/session/session-registry.ts'
import type { Store } from './engine/store/store.ts'
import { CommandIntake, type IntakePorts } from './engine/wire/command-intake.ts'
import { type EncodedPackets, encodeEvent, frameCodec } from './engine/wire/encode-frame.ts'
import { EventStreams } from './engine/wire/event-streams.ts'
import { openGateway } from './engine/wire/gateway.ts'
import { maxUnaccepted } from './engine/wire/limits.ts'
import { allowOwnOrigins } from './engine/wire/origin-check.ts'
import { StoreWatch } from './engine/wire/store-watch.ts'
import { ApiTokens } from './people/access/api-tokens.ts'
import { AttemptLimiter, failureShare } from './people/access/attempt-limiter.ts'
import { JoinCodes } from './people/access/join-codes.ts'
import { OrganizerAccess } from './people/access/organizer.ts'
import { Organizers } from './people/access/organizers.ts'
import { PersonalLinks } from './people/access/personal-links.ts'
import { ServerKey } from './people/access/server-key.ts'
import { detectServerUrl, makeLoopbackUrl } from './people/access/server-url.ts'
import { SessionTokens } from './people/access/session-tokens.ts'
import { TicketIssuer } from './people/access/ticket-issuer.ts'
import { Roster } from './people/roster/roster.ts'
import { TypedNames } from './people/roster/typed-names.ts'
import { openBoothFeed } from './services/booth/booth-feed.ts'
import { Booths } from './services/booth/booths.ts'
import { openCaptionFeed } from './services/captions/caption-feed.ts'
import { Captions } from './services/captions/captions.ts'
import { openLineSource } from './services/captions/line-source.ts'
import { MailStore } from './services/mail/mail-store.ts'
import { Mailer, type MailerPorts } from './services/mail/mailer.ts'
import { openSmtpSender } from './services/mail/smtp-sender.ts'
import { RehearsalRegistry } from './services/rehearsal/rehearsal-registry.ts'
import { SenseRegistry } from './services/sense/sense-registry.ts'
import { AllowedAddresses } from './services/webhooks/allowed-addresses.ts'
import { openPost } from './services/webhooks/post-message.ts'
import { WebhookStore } from './services/webhooks/webhook-store.ts'
import { Webhooks } from './services/webhooks/webhooks.ts'

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

/** How long a request may take to arrive, in milliseconds. */
const maxRequestMs = 10_000

const builtClient = fileURLToPath(new URL('../../client/dist', import.meta.url))

/** Builds the server. `client`: the folder of the built client. */
export async function buildApp(config: Config, ports: AppPorts, client = builtClient): Promise<App> {
  const { log, store, now, logger } = ports
  const serverKey = await ServerKey.open(store)
  const links = new PersonalLinks(store, serverKey)
  const joinCodes = new JoinCodes(store, serverKey)
  const tickets = new TicketIssuer(links, serverKey, now)
  const tokens = new ApiTokens(store)
  const sessionTokens = new SessionTokens(store, now)
  const organizers = new Organizers(store, serverKey)
  const organizer = new OrganizerAccess({ organizers, apiTokens: tokens, now, logger })
  const { meter, registry } = createMetrics(
    () => sessions.openSessions,
    () => log.profile,
  )
  const sessions = new SessionRegistry({
    log: meterAppends(log, meter.appended),
    store,
    storage: config,
    now: ports.measureNow ?? now,
    logger,
  })
  const originCheck = allowOwnOrigins(config.publicUrl)
  const cursorKey = serverKey.derive('cursor')
  let url = ''
  let isStopping = false
  let metricsServer: MetricsServer | null = null
  let stopErasure: (() => Promise<void>) | null = null
  const getPublicUrl = () => url

  const http = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: [...config.trustedProxies],
    bodyLimit: 64 * 1024,
    requestTimeout: maxRequestMs,
    // By default, Node checks only twice a minute for requests that never end.
    http: { requestTimeout: maxRequestMs, headersTimeout: maxRequestMs, connectionsCheckingInterval: 1_000 },
    forceCloseConnections: 'idle',
    schemaController,
  })
  logRequests(http)
  countHttpErrors(http, registry)
  handleErrors(http)
  await addRequestLimits(http, async (credential) => {
    const holder = tickets.read(credential)
    if (holder !== null) return `${holder.session} ${holder.person}`
    return (
      (await organizers.find(credential)) ?? (await tokens.findMaker(credential)) ?? (await sessionTokens.find(credential))?.token ?? null
    )
  })
  const securityHeaders = makeSecurityHeaders(config.publicUrl?.startsWith('https:') ?? false)
  addSecurity(http, originCheck, securityHeaders)
  const probeStore = async () => {
    await store.put('keys', 'probe', now())
    await serverKey.verify(store)
  }
  await http.register(healthRoutes, {
    getProfile: () => log.profile,
    probe: probeStore,
    countDamaged: () => sessions.damaged.size,
    countSilent: () => sessions.silentCount,
    isStopping: () => isStopping,
  })
  const roster = new Roster(store)
  const typedNames = new TypedNames(store)
  const nodes = new Nodes({ channel: store.nodes, logger })
  const presenceRegistry = new PresenceRegistry({ checkIns: new CheckIns(store), nodes, logger })
  roster.onErased((id) => presenceRegistry.clear(id))
  const sense = new SenseRegistry({ presenceRegistry, nodes })
  sessions.onOpened((session) => {
    sense.get(session)
    recordAttendanceAtClose(session, { presenceRegistry, logger })
    recordProfileOfLog(session, { getProfile: () => log.profile, logger })
  })
  const fanouts = new Fanouts({
    getTransients: (session) => sense.get(session),
    presenceRegistry,
    cursorKey,
    codec: frameCodec,
    logger,
    onRoundTimed: meter.roundTimed,
  })
  const execute: IntakePorts['execute'] = (session, person, envelope) =>
    executeCommand(session, person, envelope, { roster, typedNames, sense })
  const storeWatch = new StoreWatch({ probe: probeStore, now, logger })
  const intake = new CommandIntake({ execute, meter, logger, onUnstored: () => storeWatch.doubt() })
  const eventStreams = new EventStreams({ fanouts, meter, logger })
  const getLoopbackUrl = () => makeLoopbackUrl(config.host, getPort())
  const rehearsals = new RehearsalRegistry({ sessions, links, joinCodes, logger, now, store, getServerUrl: getLoopbackUrl })
  const attemptLimiter = new AttemptLimiter(nodes.open(failureShare, 'all'))
  const mail = new MailStore(store)
  const mailFrom = config.smtpHost === null ? null : config.mailFrom
  const invitePorts = { mail, roster, links, getPublicUrl, now, mailFrom, notifyMailer: () => mailer?.notify() }
  const mailer = await openMailer(config, {
    store: mail,
    now,
    logger,
    compose: async (session, person, asked) => composeFor(await sessions.open(session), person, asked, invitePorts),
  })
  const allowed = config.webhooksTo ?? AllowedAddresses.none
  const webhooks = new Webhooks({
    store: new WebhookStore(store),
    log,
    key: serverKey,
    allowed,
    post: openPost(allowed),
    openSession: (id) => sessions.open(id),
    now,
    onTried: meter.webhookTried,
    logger,
  })
  const captions = new Captions<EncodedPackets>({
    ...{ store, serverKey, sessions, nodes, logger },
    encode: (update) => encodeEvent('captions', update),
    isSendingFrames: () => fanouts.isSending,
  })
  const booths = new Booths<EncodedPackets>({
    ...{ sessions, roster, logger, nodes },
    encode: (update) => encodeEvent('booth', update),
  })
  await http.register(apiRoutes, {
    apiTokens: tokens,
    ...{ sessions, serverKey, joinCodes, tickets, organizer, organizers, presenceRegistry, rehearsals, attemptLimiter, typedNames },
    ...{ sessionTokens, webhooks, captions, booths, intake, fanouts, eventStreams },
    ...invitePorts,
  })
  await assetRoutes(http, client)
  await http.ready()
  const getPort = () => (http.server.address() as AddressInfo).port
  const gateway = openGateway(http.server, {
    ...{ sessions, tickets, originCheck, securityHeaders, fanouts, intake, storeWatch, logger, meter },
    feeds: [openCaptionFeed(captions, logger), openBoothFeed(booths)],
    sources: [openLineSource(captions, logger)],
  })

  return {
    sessions,
    links,
    joinCodes,
    tickets,
    organizers,
    roster,
    rehearsals,
    getPublicUrl,
    getPort,
    getMetricsPort: () => metricsServer?.port ?? null,
    listen: async () => {
      if (config.metrics !== null) metricsServer = await serveMetrics(config.metrics, registry)
      await http.listen({ port: config.port, host: config.host, backlog: maxUnaccepted, listenTextResolver: () => 'listening' })
      url = config.publicUrl ?? detectServerUrl(config.host, getPort())
      stopErasure = scheduleErasure({ roster, sessions, now, logger })
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

/** Opens the mailer. Returns null if no mail server is configured. */
async function openMailer(
  { smtpHost, smtpPort, smtpTls, smtpLogin, mailFrom, mailRate }: Config,
  ports: Omit<MailerPorts, 'sender' | 'rate'>,
): Promise<Mailer | null> {
  if (smtpHost === null || mailFrom === null) return null
  const sender = await openSmtpSender({ host: smtpHost, port: smtpPort, tls: smtpTls, login: smtpLogin, from: mailFrom })
  return new Mailer({ ...ports, sender, rate: mailRate })
}
