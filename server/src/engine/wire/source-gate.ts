/**
 * Lets programs send to a session over a separate namespace, with a key and without a ticket. They get an answer to each message and
 * nothing else. It knows no feature.
 */
import type { Socket } from 'socket.io'
import type { Logger } from '../telemetry/logger.ts'
import type { BacklogSweep } from './backlog.ts'
import type { SocketServer } from './socket-server.ts'
import { SocketWriter } from './socket-writer.ts'

/** A receiver of messages of one kind, such as lines of captions. */
export type Source = {
  /** The name of the namespace, such as `/captions`. */
  readonly name: string
  /** The event that carries a message. */
  readonly event: string
  /** `auth`: anything. Resolves with null if it opens nothing. `end` is called once it no longer opens anything. */
  readonly enter: (auth: unknown, end: () => void) => Promise<SourceEntry | null>
}
type SourceEntry = {
  /** Connections of the same group are counted together. */
  readonly group: string
  /** `message`: anything. Resolves with the answer for its sender; it never rejects. */
  readonly take: (message: unknown) => Promise<unknown>
  readonly leave: () => void
}

/** The most connections per group: one program, a second that takes over, and a few that are just closing. */
const maxInGroup = 8

type Refusal = 'forbidden' | 'too-many' | 'unavailable'

type SourcePorts = {
  readonly server: SocketServer
  readonly writers: Set<SocketWriter>
  readonly sweep: BacklogSweep
  readonly endSlow: (connection: Socket, about: object) => () => void
  readonly logger: Logger
}

export const acceptSource = (source: Source, { server, writers, sweep, endSlow, logger }: SourcePorts): SourceGate => {
  const gate = new SourceGate(source)
  const namespace = server.io.of(source.name)
  namespace.use((socket, next) => {
    if (!server.mayEnter(socket)) return
    gate.admit(socket).then(
      (refusal) => next(refusal === null ? undefined : new Error(refusal)),
      (error: unknown) => {
        logger.error({ err: error }, 'a connection could not be admitted')
        next(new Error('unavailable'))
      },
    )
  })
  namespace.on('connection', (socket) => {
    server.letIn(socket, 'staff', gate.getHolder(socket))
    gate.open(socket, new SocketWriter(socket, sweep, endSlow(socket, { source: source.name })), writers)
  })
  return gate
}

class SourceGate {
  readonly #source: Source
  readonly #groups = new Map<string, number>()
  /** The messages that have no answer yet. */
  readonly pending = new Set<Promise<unknown>>()
  #isStopping = false

  constructor(source: Source) {
    this.#source = source
  }

  /** Decides about a connection, as a middleware of the namespace. Returns null if it is admitted. */
  async admit(socket: Socket): Promise<Refusal | null> {
    if (this.#isStopping) return 'unavailable'
    // Socket.IO would not close a connection that it is still admitting.
    const end = () => void (socket.connected ? socket.disconnect(true) : socket.conn.close())
    const entry = await this.#source.enter(socket.handshake.auth, end)
    if (entry === null) return 'forbidden'
    const count = this.#groups.get(entry.group) ?? 0
    // The connection may have closed in the meantime, and its end would not be noticed.
    if (count >= maxInGroup || socket.conn.readyState !== 'open') {
      entry.leave()
      return 'too-many'
    }
    this.#groups.set(entry.group, count + 1)
    socket.conn.once('close', () => this.#leave(entry))
    socket.data = entry
    return null
  }

  /** The name under which all that the connections of a group send is counted. */
  getHolder({ data }: Pick<Socket, 'data'>): string {
    return `${this.#source.name} ${(data as SourceEntry).group}`
  }

  open(socket: Socket, writer: SocketWriter, writers: Set<SocketWriter>): void {
    const { take } = socket.data as SourceEntry
    Object.assign(socket.handshake, { headers: {}, query: {}, auth: {} })
    writers.add(writer)
    socket.on('disconnect', () => writers.delete(writer))
    socket.use(([event, ...args], next) => {
      if (event === this.#source.event && typeof args[1] === 'function') next()
      else socket.disconnect(true)
    })
    socket.on(this.#source.event, (message: unknown, reply: (answer: unknown) => void) => {
      const answer = this.#isStopping ? Promise.resolve({ ok: false, reason: 'unavailable' }) : take(message)
      this.pending.add(answer)
      void answer.then(reply).finally(() => this.pending.delete(answer))
    })
  }

  /** Takes no more messages. */
  stop(): void {
    this.#isStopping = true
  }

  #leave({ group, leave }: SourceEntry): void {
    leave()
    const count = (this.#groups.get(group) ?? 1) - 1
    if (count > 0) this.#groups.set(group, count)
    else this.#groups.delete(group)
  }
}
