/** Socket.IO on the HTTP server, with the limits that apply before the server knows whose connection it is. */
import { randomUUID } from 'node:crypto'
import { type Server as HttpServer, type IncomingMessage, ServerResponse } from 'node:http'
import type { Person } from '@rostrum/shared/contract/people'
import { type ClientToServer, type Handshake, type ServerToClient, staffLane } from '@rostrum/shared/protocol/messages'
import { Server, type Socket } from 'socket.io'
import type { Session } from '../session/session.ts'
import type { Meter } from '../telemetry/meter.ts'
import type { AdmissionQueue } from './admission-queue.ts'
import { FloodGuard } from './flood-guard.ts'
import { maxMessageBytes } from './limits.ts'
import { namesOneHost } from './origin-check.ts'
import type { RateLane } from './rate-limiter.ts'
import { gatherWrites } from './socket-writer.ts'

export type SocketServerPorts = {
  /** Whether a page of this origin may connect. This is checked on every request: before the upgrade to a WebSocket, and on each poll. */
  readonly originCheck: (origin: string | undefined, host: string | undefined) => boolean
  /** The headers of every answer. */
  readonly securityHeaders: Readonly<Record<string, string>>
  readonly admissions: AdmissionQueue
  readonly meter: Pick<Meter, 'droppedFlood'>
}

export type AdmittedConnection = { readonly session: Session; readonly person: Person; readonly handshake: Handshake }
export type ScreenConnection = Socket<ClientToServer, ServerToClient, Record<string, never>, AdmittedConnection>

/** The parts of an Engine.IO connection that this file uses. */
type EngineConnection = {
  request: unknown
  readonly transport: { closeTimeout?: number }
  on(event: 'packet', then: () => void): unknown
  close(discard: boolean): unknown
}
/** `_query`: the query as Engine.IO reads it. */
type EngineRequest = IncomingMessage & { readonly _query: { readonly [name in 'sid' | 'lane' | 'j']?: string } }
/** The answer to a request. For an upgrade, Engine.IO passes an object of its own kind. */
type EngineResponse = Pick<ServerResponse, 'setHeader'> & { req?: unknown }

/** How long, in milliseconds, a closing connection waits for a last poll, which takes the reason to the client. */
const maxGoodbyeMs = 1000

export class SocketServer {
  readonly io: Server<ClientToServer, ServerToClient, Record<string, never>, AdmittedConnection>
  readonly #guards = new WeakMap<object, FloodGuard>()
  readonly #entered = new WeakSet<object>()

  constructor(http: HttpServer, { originCheck, securityHeaders, admissions, meter }: SocketServerPorts) {
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
      // With a `j`, Engine.IO would answer a poll with a script (JSONP), which pages of other origins could load.
      if (!namesOneHost(request) || !originCheck(origin, host) || query.j !== undefined) next(new Error('refused'))
      else if (query.sid || query.lane === staffLane.lane) next()
      else admissions.add(() => gatherWrites(request.socket, next), { isKnown: false })
    })
    engine.on('connection', (connection: EngineConnection) => {
      connection.request = null // the upgrade request is no longer needed, and would be kept as long as the connection
      connection.transport.closeTimeout = maxGoodbyeMs
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

  /** Gives a connection that was let in the message rate of its lane. */
  letIn({ conn }: Pick<Socket, 'conn'>, lane: RateLane): void {
    this.#guards.get(conn)?.letIn(lane)
  }

  #guard(connection: EngineConnection, meter: SocketServerPorts['meter']): void {
    const guard = new FloodGuard(performance.now())
    this.#guards.set(connection, guard)
    connection.on('packet', () => {
      if (guard.take(performance.now())) return
      meter.droppedFlood()
      connection.close(true)
    })
  }
}

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
