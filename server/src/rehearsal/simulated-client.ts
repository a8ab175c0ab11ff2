/** A simulated person at the end of a real line: enters as anybody does, sees what they may see, and says what they may say. */
import { randomBytes } from 'node:crypto'
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { CommandData, CommandType } from '@rostrum/shared/contract/registry'
import type { View } from '@rostrum/shared/projection/registry'
import { applyFrame, cursorsOf, type Frame, type Synced } from '@rostrum/shared/protocol/frame'
import type { Reply } from '@rostrum/shared/protocol/messages'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { io, type Socket } from 'socket.io-client'

export type Entry = { readonly link: string } | { readonly code: string; readonly person: object }

const patience = 5_000

export class Guest {
  readonly #socket: Socket
  #synced: Synced = {}
  #view: View | null = null
  /** Commands of its own that were accepted. */
  readonly said = new Set<CommandId>()

  private constructor(url: string, ticket: string) {
    this.#socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      auth: (give) => give({ protocol: protocolVersion, ticket, cursors: cursorsOf(this.#synced) }),
    })
    this.#socket.on('frame', (frame: Frame) => this.#take(frame))
  }

  /** Resolves once it sees the session. Rejects where it is not let in. */
  static async enter(url: string, entry: Entry): Promise<Guest> {
    const answer = await fetch(`${url}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(entry),
    })
    if (!answer.ok) throw new Error(`a simulated person was not let in: ${await answer.text()}`)
    const { ticket } = (await answer.json()) as { ticket: string }
    const guest = new Guest(url, ticket)
    await guest.#ready()
    return guest
  }

  /** What it sees now; before it sees anything it has not entered. */
  get view(): View {
    if (this.#view === null) throw new Error('not entered yet')
    return this.#view
  }

  /** Once: what is refused is somebody else's to decide, and what is lost is not missed in a rehearsal. */
  async say<C extends CommandType>(type: C, data: CommandData<C>): Promise<boolean> {
    const id = randomBytes(16).toString('base64url') as CommandId
    this.said.add(id)
    try {
      const reply = (await this.#socket.timeout(patience).emitWithAck('command', { id, type, data })) as Reply
      if (!reply.ok) this.said.delete(id)
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

  #take(frame: Frame): void {
    const applied = applyFrame(this.#synced, frame)
    if (applied.outcome === 'gap') {
      this.#synced = {}
      this.#socket.disconnect().connect()
      return
    }
    this.#synced = applied.synced
    const { audience, person } = this.#synced
    if (audience && person) this.#view = { ...audience.view, ...person.view } as unknown as View
  }

  async #ready(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (this.#view === null) return
        this.#socket.off('frame', look)
        resolve()
      }
      this.#socket.on('frame', look)
      this.#socket.once('connect_error', reject)
    })
  }
}
