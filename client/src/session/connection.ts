/** The line to the session: frames in, commands out, and the server's time. One for each page. */

import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'
import { applyFrame, cursorsOf, type Frame } from '@rostrum/shared/protocol/frame'
import {
  type ClientToServer,
  type Greeting,
  type Reply,
  restarting,
  type ServerToClient,
  type TurnedAway,
  turnedAway,
} from '@rostrum/shared/protocol/messages'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { io, type Socket } from 'socket.io-client'
import { type Answer, ask, type Method } from './http.ts'
import { newCommandId, Outbox, type Pending } from './outbox.ts'
import { heartbeatOf, nowWith, ownTime, Probes } from './server-clock.ts'
import { type Seat, shelf } from './session-ticket.ts'
import { emptyScreen, useScreen, viewOf } from './store.ts'

type Line = Socket<ServerToClient, ClientToServer>

const answerWithin = 8000
const again = 1500
/** How long a server that said that it is being restarted is believed to come back. */
const restartsWithin = 30_000
const forGood: readonly TurnedAway[] = ['protocol', 'revoked', 'no-such-session']
/** Asked often while the screen is new, then as often as its role needs to know that it is not stale. */
const firstProbes = [0, 150, 300, 500, 800, 1200, 2000, 3000]

export class Connection {
  /** What this device keeps is kept under it: the session, and who is there. */
  readonly place: string
  readonly #link: string
  readonly #line: Line
  readonly #probes = new Probes()
  readonly #outbox: Outbox
  readonly #waiting = new Map<string, (reply: Reply) => void>()
  readonly #inFlight = new Set<string>()
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  readonly #unlisten: () => void
  #ticket: string | null
  #heartbeat: ReturnType<typeof setInterval>

  constructor(link: string, seat: Seat) {
    this.#link = link
    this.#ticket = seat.ticket
    this.place = `${seat.session}.${seat.person}`
    this.#outbox = new Outbox(shelf('localStorage'), `rostrum.outbox.${this.place}`, Date.now())
    useScreen.setState({ ...emptyScreen, pending: this.#outbox.pending })
    this.#line = io({
      transports: ['websocket'],
      auth: (give) => void this.#greeting().then(give),
      reconnectionDelay: 500,
      reconnectionDelayMax: 3000,
      randomizationFactor: 0.5,
      timeout: 8000,
    })
    this.#line.on('connect', () => this.#connected())
    this.#line.on('frame', (frame) => this.#take(frame))
    this.#line.on('disconnect', (reason, details) => {
      if (codeOf(details) === restarting) this.#restarting()
      this.#disconnected(reason === 'io server disconnect')
    })
    this.#line.on('connect_error', (error) => this.#turnedAway(error.message))
    this.#heartbeat = setInterval(() => this.#probe(), heartbeatOf(seat.role))
    this.#unlisten = listenForReturn(() => this.#check())
  }

  /** Resolves with the server's answer, however long the line is down. */
  send(command: Command, id: CommandId = newCommandId()): Promise<Reply> {
    const pending = this.#outbox.put(id, command, Date.now(), this.#line.connected ? 'sending' : 'waiting')
    useScreen.setState({ pending: this.#outbox.pending, refused: null })
    return new Promise((answer) => {
      this.#waiting.set(pending.envelope.id, answer)
      this.#post(pending)
    })
  }

  /** What the line does not bring: asked over HTTP, with the ticket of the line; once more with a new one where it has expired. */
  async ask<T>(path: string, method: Method = 'GET', body?: object): Promise<Answer<T>> {
    const answer = await this.#askOnce<T>(path, method, body)
    if (answer.ok || answer.why !== 'forbidden') return answer
    this.#ticket = null
    return await this.#askOnce<T>(path, method, body)
  }

  /** Takes back what has not been sent. */
  cancel(pending: Pending): void {
    if (this.#inFlight.has(pending.envelope.id)) return
    this.#outbox.drop(pending.envelope.id)
    useScreen.setState({ pending: this.#outbox.pending })
  }

  close(): void {
    clearInterval(this.#heartbeat)
    for (const timer of this.#timers) clearTimeout(timer)
    this.#unlisten()
    this.#line.disconnect()
    useScreen.setState(emptyScreen)
  }

  async #greeting(): Promise<Greeting> {
    return { protocol: protocolVersion, ticket: await this.#ticketNow(), cursors: cursorsOf(useScreen.getState().synced) }
  }

  async #ticketNow(): Promise<string> {
    if (this.#ticket === null) {
      const answer: Answer<Seat> = await ask<Seat>('POST', '/api/tickets', { link: this.#link })
      if (answer.ok) this.#ticket = answer.value.ticket
      else if (answer.why === 'no-such-link') useScreen.setState({ line: { kind: 'away', why: 'revoked' } })
    }
    return this.#ticket ?? 'none'
  }

  async #askOnce<T>(path: string, method: Method, body?: object): Promise<Answer<T>> {
    return await ask<T>(method, path, body, await this.#ticketNow())
  }

  #connected(): void {
    this.#probes.forget()
    for (const wait of firstProbes) this.#later(wait, () => this.#probe())
    this.#outbox.mark('sending')
    useScreen.setState({ line: { kind: 'live' }, offlineSince: null, restarting: false, heardAt: ownTime(), pending: this.#outbox.pending })
    for (const pending of this.#outbox.pending) this.#post(pending)
  }

  #restarting(): void {
    useScreen.setState({ restarting: true })
    this.#later(restartsWithin, () => useScreen.setState({ restarting: false }))
  }

  #disconnected(byServer: boolean): void {
    this.#inFlight.clear()
    this.#outbox.mark('waiting')
    const { line, offset, offlineSince } = useScreen.getState()
    useScreen.setState({
      pending: this.#outbox.pending,
      offlineSince: offlineSince ?? nowWith(offset),
      ...(line.kind === 'away' ? {} : { line: { kind: 'offline' } }),
    })
    if (byServer) this.#later(again * (0.5 + Math.random()), () => this.#line.connect())
  }

  /** Turned away for good, or to come again: a page of another version and a revoked person must not knock for ever. */
  #turnedAway(message: string): void {
    const why = turnedAway.find((one) => one === message)
    const { line, offset, offlineSince, view } = useScreen.getState()
    useScreen.setState({ offlineSince: offlineSince ?? nowWith(offset) })
    if (why === undefined) useScreen.setState({ line: { kind: view ? 'offline' : 'connecting' } })
    else if (forGood.includes(why)) useScreen.setState({ line: { kind: 'away', why } })
    else {
      if (why === 'ticket') this.#ticket = null
      if (line.kind !== 'away') this.#later(again * (0.5 + Math.random()), () => this.#line.connect())
    }
  }

  #take(frame: Frame): void {
    const applied = applyFrame(useScreen.getState().synced, frame)
    if (applied.outcome === 'gap') {
      this.#line.disconnect().connect()
      return
    }
    const { synced } = applied
    useScreen.setState({ synced, view: viewOf(synced), heardAt: ownTime() })
  }

  #post(pending: Pending): void {
    const { envelope } = pending
    if (!this.#line.connected || this.#inFlight.has(envelope.id)) return
    this.#inFlight.add(envelope.id)
    this.#line.timeout(answerWithin).emit('command', envelope, (error: Error | null, reply: Reply) => {
      this.#inFlight.delete(envelope.id)
      if (error || (!reply.ok && reply.why === 'unavailable')) {
        this.#later(again, () => this.#post(pending))
        return
      }
      this.#outbox.drop(envelope.id)
      useScreen.setState({
        pending: this.#outbox.pending,
        heardAt: ownTime(),
        ...(reply.ok ? {} : { refused: { pending, why: reply.why } }),
      })
      this.#waiting.get(envelope.id)?.(reply)
      this.#waiting.delete(envelope.id)
    })
  }

  #probe(): void {
    if (!this.#line.connected) return
    const asked = ownTime()
    this.#line.emit('time', (answered: Instant) => {
      const heard = ownTime()
      useScreen.setState({ offset: this.#probes.add(asked, answered, heard), heardAt: heard })
    })
  }

  /** Back from sleep or another network: a line that does not answer within 2 s is made anew. */
  #check(): void {
    if (!this.#line.connected) {
      if (useScreen.getState().line.kind !== 'away') this.#line.connect()
      return
    }
    this.#probes.forget()
    this.#line.timeout(2000).emit('time', (error: Error | null) => {
      if (error) this.#line.disconnect().connect()
      else this.#probe()
    })
  }

  #later(wait: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      act()
    }, wait)
    this.#timers.add(timer)
  }
}

/** The code of the WebSocket's end, where the library hands it on. */
const codeOf = (details: Error | { readonly context?: unknown } | undefined): number | null =>
  details !== undefined && 'context' in details ? ((details.context as Partial<CloseEvent> | undefined)?.code ?? null) : null

const listenForReturn = (returned: () => void): (() => void) => {
  const seen = () => document.visibilityState === 'visible' && returned()
  window.addEventListener('online', returned)
  window.addEventListener('pageshow', returned)
  document.addEventListener('visibilitychange', seen)
  return () => {
    window.removeEventListener('online', returned)
    window.removeEventListener('pageshow', returned)
    document.removeEventListener('visibilitychange', seen)
  }
}
