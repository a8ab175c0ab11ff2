/** Connects screens to sessions. It verifies tickets, turns messages into commands and subscribes screens. It knows no feature. */
import { randomUUID } from 'node:crypto'
import { type Server as HttpServer, type IncomingMessage, ServerResponse } from 'node:http'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import { audienceByRole } from '@rostrum/shared/contract/roles'
import {
  type ClientToServer,
  type ConnectionRefusal,
  type Handshake,
  type ReadOnly,
  type ServerToClient,
  staffLane,
} from '@rostrum/shared/protocol/messages'
import { parseHandshake } from '@rostrum/shared/protocol/parse'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { Server, type Socket } from 'socket.io'
import type { Fanouts } from '../fanout/fanouts.ts'
import type { Session } from '../session/session.ts'
import type { SessionRegistry } from '../session/session-registry.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { Meter } from '../telemetry/meter.ts'
import { AdmissionQueue } from './admission-queue.ts'
import { BacklogSweep } from './backlog.ts'
import { type CommandIntake, getRateLane } from './command-intake.ts'
import type { EncodedFrame, EncodedPackets } from './encode-frame.ts'
import { FloodGuard } from './flood-guard.ts'
import { maxConnections, maxMessageBytes } from './limits.ts'
import { namesOneHost } from './origin-check.ts'
import { awaitReplies, closeSockets, disconnectScreens } from './shutdown.ts'
import { SocketScreen } from './socket-screen.ts'
import { findTcpSocket, gatherWrites, SocketWriter } from './socket-writer.ts'
import { type Source, SourceGate } from './source-gate.ts'
import type { StoreWatch } from './store-watch.ts'
import type { Tickets } from './tickets.ts'

export type GatewayPorts = {
  readonly sessions: SessionRegistry
  readonly tickets: Tickets
  /** Whether a page of this origin may connect. Checked on every request: before the upgrade to a WebSocket, and on each poll. */
  readonly originCheck: (origin: string | undefined, host: string | undefined) => boolean
  /** What every answer tells a browser. */
  readonly securityHeaders: Readonly<Record<string, string>>
  readonly fanouts: Fanouts<EncodedFrame>
  readonly intake: CommandIntake
  readonly storeWatch: StoreWatch
  readonly feeds: readonly Feed[]
  readonly sources: readonly Source[]
  readonly logger: Logger
  readonly meter: Meter
}
/** What a screen can follow next to its view, over the same connection. It is sent in small groups, so that frames are never late for it. */
type Feed = {
  /** `request`: anything. The answer is for the screen, undefined where the request is for another feed; it never rejects. */
  readonly follow: (session: Session, person: PersonId, request: unknown, reader: FeedReader) => Promise<unknown>
  readonly leave: (session: Session, reader: FeedReader) => void
}
type FeedReader = { readonly send: (packets: EncodedPackets) => void }

export type Gateway = {
  /** Refuses new commands, answers the pending ones, closes every connection with the restart code, then the sockets. In bounded time. */
  readonly close: () => Promise<void>
}

type AdmittedConnection = { readonly session: Session; readonly person: Person; readonly handshake: Handshake }
type ScreenConnection = Socket<ClientToServer, ServerToClient, Record<string, never>, AdmittedConnection>

/** What the gateway uses of a connection of Engine.IO. */
type EngineConnection = {
  request: unknown
  readonly transport: { closeTimeout?: number }
  on(event: 'packet', then: () => void): unknown
  close(discard: boolean): unknown
}
/** `_query`: as Engine.IO itself reads it. */
type EngineRequest = IncomingMessage & { readonly _query: { readonly [name in 'sid' | 'lane' | 'j']?: string } }
/** The answer to a request, or what Engine.IO has in its place for an upgrade. */
type EngineResponse = Pick<ServerResponse, 'setHeader'> & { req?: unknown }
/** How long a connection that is being closed waits for a last poll that takes the reason. */
const maxGoodbyeMs = 1000

export const openGateway = (http: HttpServer, ports: GatewayPorts): Gateway => {
  const { logger, meter } = ports
  let isStopping = false
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, AdmittedConnection>(http, {
    // Long polling is for networks that refuse WebSockets. A connection keeps the transport with which it began.
    transports: ['websocket', 'polling'],
    allowUpgrades: false,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: maxMessageBytes,
    connectTimeout: 5000,
    // Each costs as much as a frame, and ten thousand screens get them for as long as they are there.
    pingInterval: 25_000,
    pingTimeout: 8000,
  })
  // As random as the default, which asks the system each time.
  io.engine.generateId = () => randomUUID()
  const admissions = new AdmissionQueue(http)
  const headers = Object.entries({ ...ports.securityHeaders, 'cache-control': 'no-store' })
  io.engine.use((request: EngineRequest, response: EngineResponse, next: (error?: Error) => void) => {
    prepareAnswer(response, headers)
    const { origin, host } = request.headers
    const query = request._query
    // With a `j` Engine.IO would answer a poll with a script (JSONP), which pages of other origins could load.
    if (!namesOneHost(request) || !ports.originCheck(origin, host) || query.j !== undefined) next(new Error('refused'))
    else if (query.sid || query.lane === staffLane.lane) next()
    else admissions.add(() => gatherWrites(request.socket, next), { isKnown: false })
  })
  const writers = new Set<SocketWriter>()
  const sweep = new BacklogSweep()
  const findReadOnly = ({ fault }: Session): ReadOnly | null => {
    const { failingSince } = ports.storeWatch
    if (fault !== null) return { reason: fault.reason, since: fault.since }
    return failingSince === null ? null : { reason: 'unstored', since: failingSince }
  }
  const sayReadOnly = (isConcerned: (session: Session) => boolean): void => {
    for (const connection of io.sockets.sockets.values()) {
      const { session } = connection.data as AdmittedConnection
      if (isConcerned(session)) connection.emit('readOnly', findReadOnly(session))
    }
  }
  ports.storeWatch.onChange(() => sayReadOnly(() => true))
  ports.sessions.onOpened((session) => {
    session.onFaultChange(() => sayReadOnly((one) => one === session))
    // A link was renewed, here or on another node: cached tickets must be verified again.
    session.onChange(({ events }) => {
      if (events.some(({ type }) => type === 'people.link-renewed')) ports.tickets.clearCache()
    })
  })
  const hasNoPlace = ({ session, person: { id, role } }: AdmittedConnection): boolean =>
    ports.fanouts.get(session).connectionCount(id) >= maxConnections[role]
  const admit = async (auth: unknown): Promise<AdmittedConnection | ConnectionRefusal> => {
    if (isStopping) return 'unavailable'
    const handshake = parseHandshake(auth)
    if (!handshake.ok) return 'protocol'
    if (handshake.value.protocol !== protocolVersion) return 'protocol'
    const holder = ports.tickets.read(handshake.value.ticket)
    if (!holder) return 'ticket'
    const session = await ports.sessions.open(holder.session)
    if (!session) return 'no-such-session'
    // A node that does not hear the others may not know who has lost their right.
    if (session.fault !== null) return 'unavailable'
    const person = session.state.people.all.get(holder.person)
    if (!person || person.revoked) return 'revoked'
    // After the person was read, so that a link that was renewed before that is found here. One renewed later is found on connection, below.
    if (!(await ports.tickets.isLinkValid(holder))) return 'ticket'
    return { session, person, handshake: handshake.value }
  }

  const floodGuards = new WeakMap<object, FloodGuard>()
  io.engine.on('connection', (raw: EngineConnection) => {
    raw.request = null // the upgrade request is not needed any more and would hold memory as long as the connection exists
    raw.transport.closeTimeout = maxGoodbyeMs
    const guard = new FloodGuard(performance.now())
    floodGuards.set(raw, guard)
    raw.on('packet', () => {
      if (guard.take(performance.now())) return
      meter.droppedFlood()
      raw.close(true)
    })
  })
  const refuseConnection = (reason: ConnectionRefusal): Error => {
    meter.connectionRefused(reason)
    return new Error(reason)
  }
  const entered = new WeakSet<object>()
  /** A connection enters once. A client that was refused connects again, so that nobody gets more subscriptions than connections. */
  const mayEnter = ({ conn }: Socket): boolean => {
    if (entered.has(conn)) conn.close(true)
    else entered.add(conn)
    return conn.readyState === 'open'
  }
  const endSlow = (connection: Socket, about: object) => () => {
    logger.warn(about, 'a screen does not read; its connection is closed')
    meter.droppedSlow()
    connection.disconnect(true)
  }
  io.use((socket, next) => {
    if (!mayEnter(socket)) return
    admit(socket.handshake.auth).then(
      (admitted) => {
        if (typeof admitted === 'string') return next(refuseConnection(admitted))
        Object.assign(socket.data, admitted)
        const enter = () => (hasNoPlace(admitted) ? next(refuseConnection('too-many')) : gatherWrites(findTcpSocket(socket.conn), next))
        // Who is refused anyway is in nobody's way.
        if (getRateLane(admitted.person) === 'staff' || hasNoPlace(admitted)) enter()
        else admissions.add(enter, { isKnown: true })
      },
      (error: unknown) => {
        logger.error({ err: error }, 'a connection could not be admitted')
        next(refuseConnection('unavailable'))
      },
    )
  })
  io.on('connection', (connection) => {
    const { session, person, handshake } = connection.data as AdmittedConnection
    const { unpacks } = handshake
    forgetHandshake(connection)
    const viewer = { person: person.id, audience: audienceByRole[person.role], unpacks }
    const screen = new SocketScreen(connection, viewer, meter, sweep, endSlow(connection, { session: session.id, person: person.id }))
    // The person may have been revoked, or their link renewed, or have connected elsewhere, during admission. From this check on nothing awaits.
    const current = session.state.people.all.get(person.id)
    const isLost = current?.revoked !== false || current.linkRenewals !== person.linkRenewals
    if (session.fault !== null || isLost || hasNoPlace(connection.data as AdmittedConnection)) return void connection.disconnect(true)
    writers.add(screen)
    floodGuards.get(connection.conn)?.letIn(getRateLane(person))
    meter.connected(person.role, person.channel)
    const feedReader: FeedReader = { send: (packets) => screen.write([packets]) }
    const leaveFeeds = () => {
      for (const feed of ports.feeds) feed.leave(session, feedReader)
    }
    const unsubscribe = ports.fanouts.get(session).subscribe(screen, handshake.cursors)
    const readOnly = findReadOnly(session)
    if (readOnly !== null) connection.emit('readOnly', readOnly)
    connection.on('disconnect', () => {
      writers.delete(screen)
      meter.disconnected(person.role, person.channel)
      unsubscribe()
      leaveFeeds()
    })
    guardEvents(connection)
    // A screen that gets no answer shows that it may be old.
    connection.on('time', (reply) => session.fault === null && reply(session.measureTime()))
    connection.on('follow', (request, reply) => {
      const answers = ports.feeds.map((feed) => feed.follow(session, person.id, request, feedReader))
      void Promise.all(answers).then((all) => {
        // The screen may have gone while what it follows was read.
        if (connection.connected) (reply as (answer: unknown) => void)(all.find((answer) => answer !== undefined) ?? null)
        else leaveFeeds()
      })
    })
    connection.on('command', (message, reply) => {
      void ports.intake.take(session, person, message).then(reply)
    })
  })

  const gates = ports.sources.map((source) => {
    const gate = new SourceGate(source)
    const namespace = io.of(source.name)
    namespace.use((socket, next) => {
      if (!mayEnter(socket)) return
      gate.admit(socket).then(
        (refusal) => next(refusal === null ? undefined : new Error(refusal)),
        (error: unknown) => {
          logger.error({ err: error }, 'a connection could not be admitted')
          next(new Error('unavailable'))
        },
      )
    })
    namespace.on('connection', (socket) =>
      gate.open(socket, floodGuards.get(socket.conn), new SocketWriter(socket, sweep, endSlow(socket, { source: source.name })), writers),
    )
    return gate
  })

  return {
    close: async () => {
      isStopping = true
      for (const gate of gates) gate.stop()
      await awaitReplies(ports.intake.stop())
      for (const gate of gates) await awaitReplies(gate.pending)
      ports.fanouts.close()
      await disconnectScreens(writers)
      sweep.stop()
      await closeSockets(http, io)
    },
  }
}

/** The headers are for pages. What belongs to an upgrade hears of the end of its connection, and would keep the request until then. */
const prepareAnswer = (response: EngineResponse, headers: readonly (readonly [name: string, value: string])[]): void => {
  if (response instanceof ServerResponse) for (const [name, value] of headers) response.setHeader(name, value)
  else response.req = null
}

/** What came with the connection would be kept as long: the headers, the ticket, the cursors. */
const forgetHandshake = ({ handshake, data }: ScreenConnection): void => {
  Object.assign(handshake, { headers: {}, query: {}, auth: {} })
  delete (data as { handshake?: Handshake }).handshake
}

/** Only known events with a reply function reach a handler. A connection that sends anything else is closed. */
const guardEvents = (connection: ScreenConnection): void => {
  connection.use((packet: readonly unknown[], next) => {
    const [event, ...args] = packet
    const isKnown = ((event === 'command' || event === 'follow') && args.length === 2) || (event === 'time' && args.length === 1)
    if (isKnown && typeof args.at(-1) === 'function') next()
    else connection.disconnect(true)
  })
}
