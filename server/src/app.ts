/** Builds the server from its parts: log and store, then sessions and access, then HTTP and connections. */
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Instant } from '@rostrum/shared/kernel/time'
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import { ApiTokens } from './access/api-tokens.ts'
import { AttemptLimiter } from './access/attempt-limiter.ts'
import { JoinCodes } from './access/join-codes.ts'
import { OrganizerAccess } from './access/organizer.ts'
import { Organizers } from './access/organizers.ts'
import { allowOwnOrigins } from './access/origin-check.ts'
import { PersonalLinks } from './access/personal-links.ts'
import { ServerKey } from './access/server-key.ts'
import { detectServerUrl, makeLoopbackUrl } from './access/server-url.ts'
import { SessionTokens } from './access/session-tokens.ts'
import { TicketIssuer } from './access/ticket-issuer.ts'
import { scheduleErasure } from './application/erase-personal-data.ts'
import { executeCommand } from './application/execute-command.ts'
import { composeFor } from './application/invite-people.ts'
import { recordAttendanceAtClose } from './application/record-attendance.ts'
import { recordProfileOfLog } from './application/record-profile.ts'
import { openBoothFeed } from './booth/booth-feed.ts'
import { Booths } from './booth/booths.ts'
import { openCaptionFeed } from './captions/caption-feed.ts'
import { Captions } from './captions/captions.ts'
import { openLineSource } from './captions/line-source.ts'
import type { Config } from './config.ts'
import { Fanouts } from './fanout/fanouts.ts'
import { apiRoutes } from './http/api.ts'
import { handleErrors } from './http/http-error.ts'
import { countHttpErrors, createMetrics, type MetricsServer, serveMetrics } from './http/metrics.ts'
import { addRequestLimits } from './http/request-limits.ts'
import { logRequests } from './http/request-log.ts'
import { assetRoutes } from './http/routes/assets.ts'
import { healthRoutes } from './http/routes/health.ts'
import { schemaController } from './http/schema-validation.ts'
import { addSecurity } from './http/security.ts'
import { makeSecurityHeaders } from './http/security-headers.ts'
import type { Log } from './log/log.ts'
import { meterAppends } from './log/metered-log.ts'
import { MailStore } from './mail/mail-store.ts'
import { Mailer, type MailerPorts } from './mail/mailer.ts'
import { openSmtpSender } from './mail/smtp-sender.ts'
import { type Heartbeat, startHeartbeat } from './presence/node-heartbeat.ts'
import { PresenceRegistry } from './presence/presence-registry.ts'
import { RehearsalRegistry } from './rehearsal/rehearsal-registry.ts'
import { CheckIns } from './roster/check-ins.ts'
import { Roster } from './roster/roster.ts'
import { TypedNames } from './roster/typed-names.ts'
import { SenseRegistry } from './sense/sense-registry.ts'
import { SessionRegistry } from './session/session-registry.ts'
import type { Store } from './store/store.ts'
import { AllowedAddresses } from './webhooks/allowed-addresses.ts'
import { openPost } from './webhooks/post-message.ts'
import { WebhookStore } from './webhooks/webhook-store.ts'
import { Webhooks } from './webhooks/webhooks.ts'
import { CommandIntake, type IntakePorts } from './wire/command-intake.ts'
import { type EncodedPackets, encodeEvent, frameCodec } from './wire/encode-frame.ts'
import { EventStreams } from './wire/event-streams.ts'
import { openGateway } from './wire/gateway.ts'
import { maxUnaccepted } from './wire/limits.ts'
import { StoreWatch } from './wire/store-watch.ts'

export type AppPorts = {
  readonly log: Log
  readonly store: Store
  readonly now: () => Instant
  /** The same with fractions of a millisecond, where the clock has them. */
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
  /** The address for people. Known once the server listens. */
  readonly getPublicUrl: () => string
  /** The port it listens on. */
  readonly getPort: () => number
  /** The port of the metrics, or null if they are off. */
  readonly getMetricsPort: () => number | null
  listen(): Promise<void>
  /** Reports not ready, answers pending commands, closes all connections, then closes log and store. In bounded time. */
  close(): Promise<void>
}

/** How long a request may take to arrive. */
const maxRequestMs = 10_000

const builtClient = fileURLToPath(new URL('../../client/dist', import.meta.url))

/** `client`: the folder of the built client. */
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
    // By itself Node looks for requests that never end only twice a minute.
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
  const presenceRegistry = new PresenceRegistry({ checkIns: new CheckIns(store), nodes: store.nodes, logger })
  roster.onErased((id) => presenceRegistry.clear(id))
  const sense = new SenseRegistry({ presenceRegistry, nodes: store.nodes, logger })
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
  const attemptLimiter = new AttemptLimiter()
  const failureCounts = shareFailures(attemptLimiter, ports)
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
    ...{ store, serverKey, sessions, logger, node: randomUUID() },
    encode: (update) => encodeEvent('captions', update),
    isSendingFrames: () => fanouts.isSending,
  })
  const booths = new Booths<EncodedPackets>({
    ...{ sessions, roster, logger, nodes: store.nodes },
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
      failureCounts?.stop()
      await http.close()
      await metricsServer?.close()
      await stopErasure?.()
      await mailer?.close()
      await webhooks.close()
      captions.close()
      booths.close()
      await sessions.close()
      await log.close()
      await store.close()
    },
  }
}

/** Null where there are no other nodes. */
const shareFailures = (limiter: AttemptLimiter, { store: { nodes }, logger }: AppPorts): Heartbeat | null =>
  nodes === null
    ? null
    : startHeartbeat({
        ...{ nodes, logger, node: randomUUID(), topic: 'failures' },
        makeMessage: () => limiter.share(),
        onMessages: (messages) => limiter.hear(messages),
      })

/** Null if no mail server is configured. */
async function openMailer(
  { smtpHost, smtpPort, smtpTls, smtpLogin, mailFrom, mailRate }: Config,
  ports: Omit<MailerPorts, 'sender' | 'rate'>,
): Promise<Mailer | null> {
  if (smtpHost === null || mailFrom === null) return null
  const sender = await openSmtpSender({ host: smtpHost, port: smtpPort, tls: smtpTls, login: smtpLogin, from: mailFrom })
  return new Mailer({ ...ports, sender, rate: mailRate })
}
