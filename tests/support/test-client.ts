/** Somebody at the end of a real line: enters by a link or a code, sends until answered, and writes down what was said. */

import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { CommandData, CommandType } from '@rostrum/shared/contract/registry'
import type { Frame } from '@rostrum/shared/protocol/frame'
import type { Reply } from '@rostrum/shared/protocol/messages'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { io, type Socket } from 'socket.io-client'
import { Screen } from './frame-client.ts'

export const newId = (): CommandId => randomBytes(16).toString('base64url') as CommandId

export type Ticket = {
  readonly ticket: string
  readonly session: string
  readonly person: PersonId
  readonly role: string
  readonly link?: string
}

export const enter = async (url: string, body: object): Promise<Ticket> => {
  const response = await fetch(`${url}/api/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as Ticket & { why?: string }
  if (!response.ok) throw new Error(`not let in: ${answer.why}`)
  return answer
}

export class Caller {
  readonly screen = new Screen()
  readonly ticket: Ticket
  readonly socket: Socket
  #closed = false

  constructor(url: string, ticket: Ticket) {
    this.ticket = ticket
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      auth: (give) => give({ protocol: protocolVersion, ticket: ticket.ticket, cursors: this.screen.cursors }),
    })
    // As every client must: the library comes back by itself after a broken line, not after one that the server ended or refused for now.
    const again = () => setTimeout(() => this.#closed || this.socket.connect(), 100)
    this.socket.on('disconnect', (reason) => reason === 'io server disconnect' && again())
    this.socket.on('connect_error', ({ message }) => message === 'unavailable' && again())
    this.socket.on('frame', (frame: Frame) => {
      if (this.screen.take(JSON.stringify(frame)) === 'gap') this.socket.disconnect().connect()
    })
  }

  static async join(url: string, body: object): Promise<Caller> {
    const caller = new Caller(url, await enter(url, body))
    await caller.ready()
    return caller
  }

  /** Connected, and both streams there. */
  async ready(): Promise<void> {
    while (!this.screen.audience || !this.screen.person) await once(this.socket as unknown as NodeJS.EventEmitter, 'frame')
  }

  view<T>(part: string): T {
    return (this.screen.audience?.[part] ?? this.screen.person?.[part]) as T
  }

  /** One try: rejects when the line breaks or nothing is said in time. */
  tell<C extends CommandType>(type: C, data: CommandData<C>, id: CommandId = newId(), patience = 5000): Promise<Reply> {
    return this.socket.timeout(patience).emitWithAck('command', { id, type, data }) as Promise<Reply>
  }

  /** As the product's own screens do: the same id until it is answered. */
  async insist<C extends CommandType>(type: C, data: CommandData<C>, id: CommandId = newId()): Promise<Reply> {
    for (;;) {
      try {
        const reply = await this.tell(type, data, id, 1500)
        if (reply.ok || (reply.why !== 'unavailable' && reply.why !== 'too-fast')) return reply
      } catch (error) {
        if (!(error instanceof Error)) throw error
      }
      await new Promise((again) => setTimeout(again, 25))
    }
  }

  close(): void {
    this.#closed = true
    this.socket.disconnect()
  }
}
