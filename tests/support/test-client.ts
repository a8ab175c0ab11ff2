/** A person with a real connection: joins with a link or a code, sends until answered, and records what arrives. */

import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { gunzipSync } from 'node:zlib'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { CommandData, CommandType } from '@rostrum/shared/contract/registry'
import type { View } from '@rostrum/shared/projection/registry'
import type { Reply } from '@rostrum/shared/protocol/messages'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { fromWireFrame, unpackRows, type WireFrame } from '@rostrum/shared/protocol/wire-frame'
import { io, type Socket } from 'socket.io-client'
import { FrameClient } from './frame-client.ts'

export const newCommandId = (): CommandId => randomBytes(16).toString('base64url') as CommandId

export type IssuedTicket = {
  readonly ticket: string
  readonly session: string
  readonly person: PersonId
  readonly role: string
  readonly link?: string
}

export const enter = async (url: string, body: object): Promise<IssuedTicket> => {
  const response = await fetch(`${url}/api/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as IssuedTicket & { reason?: string }
  if (!response.ok) throw new Error(`no ticket: ${answer.reason}`)
  return answer
}

export class TestClient {
  readonly frames = new FrameClient(null)
  readonly ticket: IssuedTicket
  readonly socket: Socket
  #closed = false

  constructor(url: string, ticket: IssuedTicket, transport: 'websocket' | 'polling' = 'websocket') {
    this.ticket = ticket
    this.socket = io(url, {
      transports: [transport],
      upgrade: false,
      query: { route: newCommandId() },
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      auth: (give) => give({ protocol: protocolVersion, ticket: ticket.ticket, cursors: this.frames.cursors, unpacks: true }),
    })
    // Every client must do this. The library reconnects after a lost connection, but not after the server ended or refused it.
    const reconnect = () => setTimeout(() => this.#closed || this.socket.connect(), 100)
    this.socket.on('disconnect', (reason) => reason === 'io server disconnect' && reconnect())
    this.socket.on('connect_error', ({ message }) => message === 'unavailable' && reconnect())
    const apply = (frame: WireFrame) => {
      if (this.frames.apply(JSON.stringify(fromWireFrame(frame))) === 'gap') this.socket.disconnect().connect()
    }
    this.socket.on('frame', apply)
    this.socket.on('packed', (json: Buffer) => apply(unpackRows(JSON.parse(gunzipSync(json).toString()))))
  }

  static async join(url: string, body: object, transport: 'websocket' | 'polling' = 'websocket'): Promise<TestClient> {
    const client = new TestClient(url, await enter(url, body), transport)
    await client.waitUntilReady()
    return client
  }

  /** Resolves when the client is connected and both streams have arrived. */
  async waitUntilReady(): Promise<void> {
    const socket = this.socket as unknown as NodeJS.EventEmitter
    while (!this.frames.audienceView || !this.frames.personView) await Promise.race([once(socket, 'frame'), once(socket, 'packed')])
  }

  /** Resolves once the condition holds. It is checked after each frame, packed or not. */
  waitUntil(condition: () => boolean): Promise<void> {
    const events = ['frame', 'packed'] as const
    return new Promise((resolve) => {
      const check = () => {
        if (!condition()) return
        for (const event of events) this.socket.off(event, check)
        resolve()
      }
      for (const event of events) this.socket.on(event, check)
      check()
    })
  }

  getPart<T>(part: keyof View): T {
    return (this.frames.audienceView?.[part] ?? this.frames.personView?.[part]) as T
  }

  /** Sends once. Rejects if the connection is lost or no reply comes in time. */
  send<C extends CommandType>(type: C, data: CommandData<C>, id: CommandId = newCommandId(), timeout = 10_000): Promise<Reply> {
    return this.socket.timeout(timeout).emitWithAck('command', { id, type, data }) as Promise<Reply>
  }

  /** Sends with the same id until it is answered, as the product's screens do. Rejects after a minute, with the last answer or error. */
  async sendUntilAnswered<C extends CommandType>(type: C, data: CommandData<C>, id: CommandId = newCommandId()): Promise<Reply> {
    const until = performance.now() + 60_000
    let last: unknown
    while (performance.now() < until) {
      try {
        const reply = await this.send(type, data, id, 1500)
        if (reply.ok || (reply.reason !== 'unavailable' && reply.reason !== 'too-fast')) return reply
        last = reply.reason
      } catch (error) {
        if (!(error instanceof Error)) throw error
        last = error.message
      }
      await new Promise((reconnect) => setTimeout(reconnect, 25))
    }
    throw new Error(`${type} was not answered within a minute: ${String(last)}`)
  }

  close(): void {
    this.#closed = true
    this.socket.disconnect()
  }
}
