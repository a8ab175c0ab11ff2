/** Socket.IO on the HTTP server, with the limits that apply before the server knows whose connection it is. */
import { randomUUID } from 'node:crypto'
import { type Server as HttpServer, type IncomingMessage, ServerResponse } from 'node:http'
import type { Person } from '@rostrum/shared/contract/people'
import { type ClientToServer, type Handshake, type ServerToClient, staffLane } from '@rostrum/shared/protocol/messages'
import { Server, type Socket } from 'socket.io'
import type { Session } from '../session/session.ts'
import type { Meter } from '../telemetry/meter.ts'
import type { AdmissionQueue } from './admission-queue.ts'
import { byteRates, type ClientAllowances } from './allowances.ts'
import { FloodGuard } from './flood-guard.ts'
import { maxMessageBytes } from './limits.ts'
import { namesOneHost } from './origin-check.ts'
import type { RateLane } from './rate-limiter.ts'
import { findTcpSocket, gatherWrites } from './socket-writer.ts'
import { Unentered } from './unentered.ts'

export type SocketServerPorts = {
  /** Whether a page of this origin may connect. This is checked on every request: before the upgrade to a WebSocket, and on each poll. */
  readonly originCheck: (origin: string | undefined, host: string | undefined) => boolean
  /** The headers of every answer. */
  readonly securityHeaders: Readonly<Record<string, string>>
  /** Returns the address of a client, also behind a trusted proxy. All addresses that one household can take are the same. */
  readonly getNetwork: (request: IncomingMessage) => string
  readonly admissions: AdmissionQueue
  readonly allowances: ClientAllowances
  readonly meter: Pick<Meter, 'droppedFlood'>
}

export type AdmittedConnection = { readonly session: Session; readonly person: Person; readonly handshake: Handshake }
export type ScreenConnection = Socket<ClientToServer, ServerToClient, Record<string, never>, AdmittedConnection>

/** The parts of an Engine.IO connection that this file uses. */
type EngineConnection = {
  request: IncomingMessage | null
  readonly transport: { closeTimeout?: number }
  on(event: 'close', then: () => void): unknown
  on(event: 'packet', then: (packet: { type: string; readonly data?: string | Buffer }) => void): unknown
  close(discard: boolean): unknown
}
/** `_query`: the query as Engine.IO reads it. */
type EngineRequest = IncomingMessage & { readonly _query: { readonly [name in 'sid' | 'lane' | 'j']?: string } }
/** The answer to a request. For an upgrade, Engine.IO passes an object of its own kind. */
type EngineResponse = Pick<ServerResponse, 'setHeader'> & { req?: unknown }

/** How long, in milliseconds, a closing connection waits for its other end: for a last poll, which takes the reason to the client, or an answer. */
const maxGoodbyeMs = 1000

export class SocketServer {
  readonly io: Server<ClientToServer, ServerToClient, Record<string, never>, AdmittedConnection>
  readonly #guards = new WeakMap<object, FloodGuard>()
  readonly #entered = new WeakSet<object>()
  readonly #allowances: ClientAllowances
  readonly #unentered = new Unentered()

  constructor(http: HttpServer, { originCheck, securityHeaders, getNetwork, admissions, allowances, meter }: SocketServerPorts) {
    this.#allowances = allowances
    this.io = new Server(http, {
      // Long polling is for networks that refuse WebSockets. A connection keeps its first transport.
      transports: ['websocket', 'polling'],
      allowUpgrades: false,
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: maxMessageBytes,
      connectTimeout: 5000,
      // Each ping costs as much as a frame, and ten thousand screens get them continuously.
      pingInterval: 25_000,
      pingTimeout: 8000,
    })
    const { engine } = this.io
    // This is as random as the default, which asks the system each time.
    engine.generateId = () => randomUUID()
    const headers = Object.entries({ ...securityHeaders, 'cache-control': 'no-store' })
    engine.use((request: EngineRequest, response: EngineResponse, next: (error?: Error) => void) => {
      prepareAnswer(response, headers)
      const { origin, host } = request.headers
      const query = request._query
      const enter = () => (this.#unentered.hasPlace(getNetwork(request)) ? next() : next(new Error('too-many')))
      // With a `j`, Engine.IO would answer a poll with a script (JSONP), which pages of other origins could load.
      if (!namesOneHost(request) || !originCheck(origin, host) || query.j !== undefined) next(new Error('refused'))
      else if (query.sid) next()
      else if (query.lane === staffLane.lane || !this.#unentered.hasPlace(getNetwork(request))) enter()
      else admissions.add(() => gatherWrites(request.socket, enter), { isKnown: false })
    })
    engine.on('connection', (connection: EngineConnection) => {
      if (connection.request !== null) this.#unentered.add(connection, getNetwork(connection.request))
      connection.request = null // the upgrade request is no longer needed, and would be kept as long as the connection
      connection.transport.closeTimeout = maxGoodbyeMs
      endSoonAfterClose(connection)
      connection.on('close', () => this.#unentered.remove(connection))
      this.#guard(connection, meter)
    })
  }

  /**
   * Returns false if the connection has entered before. Its client was refused then and must connect again: one subscription per
   * connection.
   */
  mayEnter({ conn }: Pick<Socket, 'conn'>): boolean {
    if (this.#entered.has(conn)) conn.close(true)
    else this.#entered.add(conn)
    return conn.readyState === 'open'
  }

  /** Gives a connection that was let in the rates of its lane. `holder`: whose bytes these are, over all connections. */
  letIn({ conn }: Pick<Socket, 'conn'>, lane: RateLane, holder: string): void {
    const takeBytes = (bytes: number, now: number) => this.#allowances.bytes.take(holder, byteRates[lane], bytes, now) === 0
    this.#unentered.remove(conn)
    this.#guards.get(conn)?.letIn(lane, takeBytes, performance.now())
  }

  #guard(connection: EngineConnection, meter: SocketServerPorts['meter']): void {
    const guard = new FloodGuard(performance.now())
    this.#guards.set(connection, guard)
    connection.on('packet', (packet) => {
      if (guard.take(countBytes(packet.data), performance.now())) return
      meter.droppedFlood()
      packet.type = 'noop' // a closing connection of long polling would still read it
      connection.close(true)
    })
  }
}

/** The other end of a WebSocket may never answer that it was closed. Its file would then be held for half a minute. */
const endSoonAfterClose = (connection: EngineConnection): void => {
  const tcpSocket = findTcpSocket(connection)
  connection.on('close', () => void setTimeout(() => tcpSocket?.destroy(), maxGoodbyeMs).unref())
}

const countBytes = (data: string | Buffer | undefined): number => (typeof data === 'string' ? Buffer.byteLength(data) : (data?.length ?? 0))

/** Forgets the headers, the ticket and the cursors, which Socket.IO would keep as long as the connection. */
export const forgetHandshake = ({ handshake, data }: Pick<ScreenConnection, 'handshake'> & { data: unknown }): void => {
  Object.assign(handshake, { headers: {}, query: {}, auth: {} })
  delete (data as { handshake?: Handshake }).handshake
}

/**
 * Sets the headers, which are for pages. The object of an upgrade lives as long as its connection, and would keep the request until then.
 */
const prepareAnswer = (response: EngineResponse, headers: readonly (readonly [name: string, value: string])[]): void => {
  if (response instanceof ServerResponse) for (const [name, value] of headers) response.setHeader(name, value)
  else response.req = null
}
