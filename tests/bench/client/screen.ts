/**
 * One screen: connects with its ticket, follows its two streams, sends commands. It always keeps the cursors, and keeps the views only on
 * request.
 */
import { randomBytes } from 'node:crypto'
import { applyFrame, type Frame, type StreamCursors, type StreamStates } from '@rostrum/shared/protocol/frame'
import { type Reply, staffLane } from '@rostrum/shared/protocol/messages'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { type MessageReader, makeConnectText, makeEventText, pongText, type Shown, type ShownCaptions } from './messages.ts'
import { RawEvents } from './raw-events.ts'
import { type Address, RawSocket, type RawSocketListener } from './raw-socket.ts'

export type ScreenListener = {
  /** Called when both streams have arrived. */
  ready(screen: Screen): void
  /** `shown`: the facts in this frame. All screens share the object. */
  shown(screen: Screen, shown: Shown, frame: Frame): void
  /** Called with lines of the language that the screen reads. */
  captioned(screen: Screen, update: ShownCaptions): void
  /** Called when the connection is lost, and also if the server refused it. */
  lost(screen: Screen, why: string): void
}

export type ScreenPorts = {
  readonly reader: MessageReader
  readonly listener: ScreenListener
  readonly keepsViews?: boolean
  readonly isStaff?: boolean
}

const newId = (): string => randomBytes(16).toString('base64url')

export class Screen {
  readonly index: number
  readonly #query: URLSearchParams
  readonly #ticket: string
  readonly #reader: MessageReader
  readonly #listener: ScreenListener
  readonly #replies = new Map<number, (answer: unknown) => void>()
  #socket: RawSocket | RawEvents | null = null
  #sent = 0
  cursors: StreamCursors = {}
  /** The streams that have arrived since the last attempt to connect, as bits. */
  #arrived = 0
  /** Null unless the screen keeps its views. */
  views: StreamStates | null
  isReady = false
  /** The number of frames that did not begin where the last one ended. */
  gaps = 0
  /** The speaking limit for everyone, in milliseconds. Null until a frame shows it. */
  limit: number | null = null
  /** How far this screen has come. Each measurement counts in its own way. */
  progress = 0

  constructor(index: number, ticket: string, ports: ScreenPorts) {
    this.index = index
    const lane = ports.isStaff === true ? staffLane : {}
    this.#query = new URLSearchParams({ EIO: '4', transport: 'websocket', route: String(index), ...lane })
    this.#ticket = ticket
    this.#reader = ports.reader
    this.#listener = ports.listener
    this.views = ports.keepsViews === true ? {} : null
  }

  /** `eventsOf`: the session to follow by server-sent events. Null: the screen uses a socket, and the ticket names the session. */
  connect(address: Omit<Address, 'path'>, eventsOf: string | null): void {
    this.#arrived = 0
    const listener: RawSocketListener = {
      opened: () => undefined,
      message: (opcode, body) => this.#take(socket, opcode, body),
      closed: (why) => this.#lose(socket, why),
    }
    const socket: RawSocket | RawEvents =
      eventsOf === null
        ? new RawSocket({ ...address, path: `/socket.io/?${this.#query}` }, listener)
        : new RawEvents({ ...address, path: `/api/sessions/${eventsOf}/events` }, this.#ticket, listener)
    this.#socket = socket
  }

  /** `then` is called with the answer. A screen that loses its connection gets no answer. */
  send(type: string, data: object, then: (reply: Reply) => void): string {
    const id = newId()
    this.#ask('command', [{ id, type, data }], (answer) => then(answer as Reply))
    return id
  }

  /** Starts to read the captions of this language. */
  follow(language: string, then: () => void): void {
    this.#ask('follow', [{ language }], then)
  }

  askTime(then: (at: number) => void): void {
    this.#ask('time', [], (answer) => then(answer as number))
  }

  get traffic(): { readonly frames: number; readonly bytes: number } {
    return this.#socket ?? { frames: 0, bytes: 0 }
  }

  pause(): void {
    this.#socket?.pause()
  }

  resume(): void {
    this.#socket?.resume()
  }

  /** Closes the connection without a call of `lost`. */
  close(): void {
    const socket = this.#socket
    this.#socket = null
    this.isReady = false
    socket?.close()
  }

  #ask(event: 'command' | 'time' | 'follow', args: readonly unknown[], then: (answer: unknown) => void): void {
    this.#sent += 1
    this.#replies.set(this.#sent, then)
    this.#socket?.send(makeEventText(this.#sent, event, ...args))
  }

  #lose(socket: RawSocket | RawEvents, why: string): void {
    if (socket !== this.#socket) return
    this.#socket = null
    this.isReady = false
    this.#replies.clear()
    this.#listener.lost(this, why)
  }

  #take(socket: RawSocket | RawEvents, opcode: number, body: Buffer): void {
    if (socket !== this.#socket) return
    const message = this.#reader.read(opcode, body)
    if (message.kind === 'frame') this.#follow(message.frame, message.shown)
    else if (message.kind === 'captions') this.#listener.captioned(this, message.update)
    else if (message.kind === 'reply') this.#answer(message.number, message.answer)
    else if (message.kind === 'ping') socket.send(pongText)
    else if (message.kind === 'open')
      socket.send(makeConnectText({ protocol: protocolVersion, ticket: this.#ticket, cursors: this.cursors }))
    else if (message.kind === 'refused') {
      this.#socket = null
      socket.close()
      this.#listener.lost(this, `refused: ${message.reason}`)
    }
  }

  #answer(number: number, answer: unknown): void {
    const then = this.#replies.get(number)
    this.#replies.delete(number)
    then?.(answer)
  }

  #follow(frame: Frame, shown: Shown): void {
    const { stream, cursor } = frame
    if ('base' in frame && frame.base !== this.cursors[stream]) this.gaps += 1
    if (cursor !== this.cursors[stream]) this.cursors = { ...this.cursors, [stream]: cursor }
    if (shown.limit !== null) this.limit = shown.limit
    if (this.views !== null) {
      const applied = applyFrame(this.views, frame)
      if (applied.outcome === 'applied') this.views = applied.states
    }
    if (!this.isReady) {
      this.#arrived |= stream === 'audience' ? 1 : 2
      this.isReady = this.#arrived === 3
      this.#listener.shown(this, shown, frame)
      if (this.isReady) this.#listener.ready(this)
    } else this.#listener.shown(this, shown, frame)
  }
}
