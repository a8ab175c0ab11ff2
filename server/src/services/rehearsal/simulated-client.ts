/** A simulated person on a real connection. It enters like anybody else, and has the same view and the same permissions. */
import { randomBytes } from 'node:crypto'
import type { Ticket } from '@rostrum/shared/api/tickets'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { CommandData, CommandType } from '@rostrum/shared/contract/registry'
import type { View } from '@rostrum/shared/projection/registry'
import { applyFrame, type Frame, getCursors, type StreamStates } from '@rostrum/shared/protocol/frame'
import type { Reply } from '@rostrum/shared/protocol/messages'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { fromWireFrame, type WireFrame } from '@rostrum/shared/protocol/wire-frame'
import { io, type Socket } from 'socket.io-client'

export type EntryCredentials = { readonly link: string } | { readonly code: string; readonly person: object }

const replyTimeout = 5_000

export class SimulatedClient {
  readonly person: PersonId
  readonly #socket: Socket
  #streams: StreamStates = {}
  #view: View | null = null
  /** The types of its own commands, by their ids, from before they are sent. */
  readonly #sent = new Map<string, CommandType>()
  #isRetired = false

  private constructor(url: string, { ticket, person }: Pick<Ticket, 'ticket' | 'person'>) {
    this.person = person
    this.#socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      auth: (provide) => provide({ protocol: protocolVersion, ticket, cursors: getCursors(this.#streams), unpacks: false }),
    })
    this.#socket.on('frame', (frame: WireFrame) => this.#applyFrame(fromWireFrame(frame)))
  }

  /** Enters a session. Resolves once it has a view. Rejects if it is not admitted. */
  static async enter(url: string, credentials: EntryCredentials): Promise<SimulatedClient> {
    const answer = await fetch(`${url}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(credentials),
    })
    if (!answer.ok) throw new Error(`a simulated person was not admitted: ${await answer.text()}`)
    const client = new SimulatedClient(url, (await answer.json()) as Ticket)
    await client.#waitForView()
    return client
  }

  /** The current view. Throws before the first frames. */
  get view(): View {
    if (this.#view === null) throw new Error('not entered yet')
    return this.#view
  }

  /** Sends nothing from now on. The view is still kept up to date. */
  retire(): void {
    this.#isRetired = true
  }

  get isRetired(): boolean {
    return this.#isRetired
  }

  hasSent(id: string): boolean {
    return this.#sent.has(id)
  }

  hasSentType(type: CommandType): boolean {
    return [...this.#sent.values()].includes(type)
  }

  /**
   * Sends a command once. A refused or lost command is not repeated, because a rehearsal does not need it. Returns true if it is accepted.
   */
  async send<C extends CommandType>(type: C, data: CommandData<C>): Promise<boolean> {
    if (this.#isRetired) return false
    const id = randomBytes(16).toString('base64url') as CommandId
    this.#sent.set(id, type)
    try {
      const reply = (await this.#socket.timeout(replyTimeout).emitWithAck('command', { id, type, data })) as Reply
      return reply.ok
    } catch (error) {
      if (error instanceof Error && error.message.includes('timed out')) return false
      if (!this.#socket.connected) return false
      throw error
    }
  }

  leave(): void {
    this.#socket.disconnect()
  }

  /** Disconnects, as if a network failed. The view is kept. */
  breakLine(): void {
    this.#socket.disconnect()
  }

  /** Connects again. Resolves when the next frame has arrived. */
  async mendLine(): Promise<void> {
    const arrived = new Promise<void>((resolve) => void this.#socket.once('frame', () => resolve()))
    this.#socket.connect()
    await arrived
  }

  #applyFrame(frame: Frame): void {
    const result = applyFrame(this.#streams, frame)
    if (result.outcome === 'gap') {
      this.#streams = {}
      this.#socket.disconnect().connect()
      return
    }
    this.#streams = result.states
    const { audience, person } = this.#streams
    if (audience && person) this.#view = { ...audience.view, ...person.view } as unknown as View
  }

  async #waitForView(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const check = () => {
        if (this.#view === null) return
        this.#socket.off('frame', check)
        resolve()
      }
      this.#socket.on('frame', check)
      this.#socket.once('connect_error', reject)
    })
  }
}
