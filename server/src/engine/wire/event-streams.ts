/**
 * Screens and programs can follow a session by server-sent events (HTML, "Server-sent events"). They get the same frames as over a socket,
 * with the same checks and the same limits of memory. The id of an event is the cursor of the audience's stream. A client that returns with
 * it gets what it missed. A person's own view is small, and is sent whole at each return.
 */
import type { ServerResponse } from 'node:http'
import type { Person } from '@rostrum/shared/contract/people'
import { roleRules } from '@rostrum/shared/contract/roles'
import type { Cursor } from '@rostrum/shared/protocol/frame'
import type { Fanouts } from '../fanout/fanouts.ts'
import type { Session } from '../session/session.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { Meter } from '../telemetry/meter.ts'
import { Backlog, blockedCheckMs } from './backlog.ts'
import { type EncodedFrame, getJson } from './encode-frame.ts'

export type EventStreamPorts = {
  readonly fanouts: Fanouts<EncodedFrame>
  readonly meter: Meter
  readonly logger: Logger
}

/** The credential of a stream, if it can become invalid. It is checked regularly, once for all streams with the same `key`. */
export type Validity = { readonly key: string; readonly isStillValid: () => Promise<boolean> }

/** `cursor`: the last cursor that the client held of the audience's stream. */
export type StreamRequest = { readonly cursor: Cursor | null; readonly validity: Validity | null }

type OpenStream = {
  readonly validity: Validity | null
  readonly backlog: Backlog
  readonly write: (bytes: Buffer | string) => void
  /** Closes the stream because its client does not read. */
  readonly drop: () => void
  readonly end: () => void
}

/** The time, in milliseconds, between two signs of life, so that a proxy keeps the connection open. */
const heartbeatMs = 15_000
/** The time, in milliseconds, between two checks of the tokens of open streams. */
const validityMs = 500
/** The time, in milliseconds, after which a client reconnects. */
const retryMs = 1_000
const heartbeat = ':\n\n'

export class EventStreams {
  readonly #ports: EventStreamPorts
  readonly #open = new Set<OpenStream>()
  readonly #timers: readonly NodeJS.Timeout[]

  constructor(ports: EventStreamPorts) {
    this.#ports = ports
    this.#timers = [
      setInterval(() => this.#dropStuck(performance.now()), blockedCheckMs),
      setInterval(() => this.#endInvalid(), validityMs),
      setInterval(() => {
        for (const { write } of this.#open) write(heartbeat)
      }, heartbeatMs),
    ]
  }

  /** Takes over a response whose headers are set. */
  follow(session: Session, person: Person, response: ServerResponse, { cursor, validity }: StreamRequest): void {
    const { fanouts, meter, logger } = this.#ports
    // The response is not chunked: the stream lasts as long as its connection.
    response.useChunkedEncodingByDefault = false
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'close',
      'x-accel-buffering': 'no',
    })
    response.write(`retry: ${retryMs}\n\n`)
    const { socket } = response
    if (socket === null) return
    const audience = roleRules[person.role].audience
    const stream: OpenStream = {
      validity,
      backlog: new Backlog(socket),
      write: (bytes) => socket.writable && socket.write(bytes),
      drop: () => {
        meter.droppedSlow()
        logger.warn({ session: session.id, person: person.id }, 'a reader of events does not read; its connection is closed')
        socket.destroy()
      },
      end: () => response.end(),
    }
    const send = (frames: readonly EncodedFrame[]) => {
      const [first, ...more] = frames.map(toEvent)
      if (first === undefined) return
      stream.write(more.length === 0 ? first : Buffer.concat([first, ...more]))
      for (const { length } of [first, ...more]) meter.frameSent(audience, length)
      if (stream.backlog.isTooLarge()) stream.drop()
    }
    this.#open.add(stream)
    meter.connected(person.role, person.channel)
    const subscriber = { person: person.id, unpacks: false, send, end: stream.end }
    const unsubscribe = fanouts.get(session).subscribe(subscriber, cursor === null ? {} : { audience: cursor })
    response.once('close', () => {
      this.#open.delete(stream)
      meter.disconnected(person.role, person.channel)
      unsubscribe()
    })
  }

  /** Ends every stream. The clients reconnect after a short time. */
  close(): void {
    for (const timer of this.#timers) clearInterval(timer)
    for (const { end } of [...this.#open]) end()
  }

  /** Ends the streams that are no longer valid. If the store does not answer, that is unknown until the next check. */
  #endInvalid(): void {
    const looks = new Map<string, Promise<boolean>>()
    for (const { validity, end } of this.#open) {
      if (validity === null) continue
      const look = looks.get(validity.key) ?? this.#look(validity)
      looks.set(validity.key, look)
      void look.then((isValid) => isValid || end())
    }
  }

  async #look({ isStillValid }: Validity): Promise<boolean> {
    try {
      return await isStillValid()
    } catch (error) {
      this.#ports.logger.warn({ err: error }, 'the token of a stream of events could not be looked at')
      return true
    }
  }

  #dropStuck(now: number): void {
    for (const stream of [...this.#open]) if (stream.backlog.isStuck(now)) stream.drop()
  }
}

/** The event of each frame, made once for all readers. */
const events = new WeakMap<EncodedFrame, Buffer>()

const toEvent = (frame: EncodedFrame): Buffer => {
  const known = events.get(frame)
  if (known) return known
  // An event without an id keeps the last id as it is.
  const id = frame.stream === 'audience' ? `id: ${frame.cursor}\n` : ''
  const event = Buffer.from(`${id}event: frame\ndata: ${getJson(frame)}\n\n`)
  events.set(frame, event)
  return event
}
