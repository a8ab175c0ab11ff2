/** The connection to the session: frames in, commands out, and the server's time. Each page has one. */

import type { Ticket } from '@rostrum/shared/api/tickets'
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import { isStaff } from '@rostrum/shared/contract/roles'
import { connectionRefusals, type Handshake, type Reply, restartCloseCode, staffLane } from '@rostrum/shared/protocol/messages'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { io } from 'socket.io-client'
import { AnswerWatch } from './answer-watch.ts'
import { showLive, showOffline } from './connection-shown.ts'
import { openBrowserStorage } from './device-links.ts'
import { type ClientSocket, Feeds } from './feeds.ts'
import { FrameReader } from './frame-reader.ts'
import { type ApiRequest, request } from './http.ts'
import { type LastView, toStore } from './last-view.ts'
import { makeWait, newCommandId, Outbox, type PendingCommand } from './outbox.ts'
import {
  checkTimeoutMs,
  getCloseCode,
  getReconnectDelays,
  getReturnDelay,
  listenToNetwork,
  openTimeoutMs,
  permanentRefusals,
  restartWindowMs,
  retryDelayMs,
} from './reconnection.ts'
import type { RefusalArea } from './refusal-areas.ts'
import { ClockProbes, getLocalTime, getProbeInterval, getServerTime, initialProbeDelaysMs } from './server-clock.ts'
import { lostLinkReasons, requestTicket } from './session-ticket.ts'
import { ShownStreams } from './shown-streams.ts'
import { initialStore, useSessionStore } from './store.ts'
import { TransportChoice, type TransportName } from './transport-choice.ts'

const replyTimeoutMs = 8000

export class Connection {
  /** Part of the names under which this device stores data: the session and the person. */
  readonly storageKey: string
  readonly #link: string
  readonly #socket: ClientSocket
  readonly #transportChoice: TransportChoice
  readonly #probes = new ClockProbes()
  readonly #frames = new FrameReader({
    onFrame: (frame) => this.#streams.apply(frame) === 'gap' && this.#reopen(),
    onBroken: () => this.#reopen(),
  })
  readonly #streams: ShownStreams
  readonly #outbox: Outbox
  readonly #feeds: Feeds
  readonly #answers: AnswerWatch
  readonly #replyHandlers = new Map<string, (reply: Reply) => void>()
  readonly #inFlight = new Set<string>()
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  readonly #stopListening: () => void
  #ticket: string | null
  #probeTimer: ReturnType<typeof setInterval>

  /** `lastView`: what the page shows until the connection opens. The connection then asks for a ticket of its own. */
  constructor(link: string, ticket: Ticket, lastView?: LastView) {
    this.#link = link
    this.#transportChoice = new TransportChoice(lastView === undefined, openBrowserStorage('sessionStorage'))
    this.#ticket = lastView ? null : ticket.ticket
    this.#streams = new ShownStreams(lastView?.streams ?? {})
    this.storageKey = `${ticket.session}.${ticket.person}`
    this.#outbox = new Outbox(openBrowserStorage('localStorage'), `rostrum.outbox.${this.storageKey}`, Date.now())
    useSessionStore.setState({ ...initialStore, ...(lastView && toStore(lastView)), pending: this.#outbox.pending })
    this.#socket = io({
      transports: [this.#transportChoice.next],
      upgrade: false,
      // Long polling needs all its requests at one node. This word lets a proxy in front of several nodes send them there.
      query: { route: newCommandId(), ...(isStaff(ticket.role) ? staffLane : {}) },
      auth: (give) => void this.#makeHandshake().then(give),
      ...getReconnectDelays(ticket.role),
      randomizationFactor: 0.5,
      timeout: openTimeoutMs[this.#transportChoice.next],
    })
    this.#socket.on('connect', () => this.#onConnect())
    this.#socket.on('frame', (frame) => this.#frames.read(frame))
    this.#socket.on('packed', (json) => this.#frames.readPacked(json))
    this.#feeds = new Feeds(this.#socket)
    this.#answers = new AnswerWatch(this.#socket, () => this.#leave())
    this.#socket.on('readOnly', (readOnly) => useSessionStore.setState({ readOnly }))
    this.#socket.on('restart', () => this.#onRestart())
    this.#socket.on('disconnect', (reason, details) => {
      if (getCloseCode(details) === restartCloseCode) this.#onRestart()
      this.#onDisconnect(reason === 'io server disconnect')
    })
    this.#socket.on('connect_error', (error) => this.#onRefused(error.message))
    this.#probeTimer = setInterval(() => this.#probe(), getProbeInterval(ticket.role))
    this.#stopListening = listenToNetwork({ onLoss: () => this.#onNetworkLost(), onReturn: () => this.#checkConnection() })
  }

  /** Resolves with the server's reply, even if the connection is down for a long time. */
  send(command: Command, area: RefusalArea, id: CommandId = newCommandId()): Promise<Reply> {
    const isOpen = this.#socket.connected && useSessionStore.getState().connectionStatus.kind !== 'offline'
    const pending = this.#outbox.add(id, command, { area, pressedAt: Date.now(), ...makeWait(isOpen) })
    useSessionStore.setState({ pending: this.#outbox.pending, lastRefusal: null })
    return new Promise((resolve) => {
      this.#replyHandlers.set(pending.envelope.id, resolve)
      if (isOpen) this.#emitCommand(pending)
    })
  }

  /** Sends an HTTP request with the ticket of the connection. If the ticket has expired, it tries once more with a new one. */
  readonly request: ApiRequest = async (operation, input) => {
    const result = await request(operation, input, await this.#getTicket())
    if (result.ok || result.reason !== 'forbidden') return result
    this.#ticket = null
    return await request(operation, input, await this.#getTicket())
  }

  /** Follows a feed of data that is not in the view. Returns a function that ends it. */
  follow: Feeds['follow'] = (feed) => this.#feeds.follow(feed)

  /** Removes a command that is waiting for the connection. A command that is already on its way is not removed. */
  cancel(pending: PendingCommand): void {
    if (this.#inFlight.has(pending.envelope.id)) return
    this.#outbox.remove(pending.envelope.id)
    useSessionStore.setState({ pending: this.#outbox.pending })
  }

  close(): void {
    clearInterval(this.#probeTimer)
    for (const timer of this.#timers) clearTimeout(timer)
    this.#stopListening()
    this.#answers.stop()
    this.#socket.disconnect()
    this.#streams.stop()
    useSessionStore.setState(initialStore)
  }

  async #makeHandshake(): Promise<Handshake> {
    return { protocol: protocolVersion, ticket: await this.#getTicket(), cursors: this.#streams.cursors, unpacks: this.#frames.canUnpack }
  }

  async #getTicket(): Promise<string> {
    if (this.#ticket === null) {
      const result = await requestTicket(this.#link)
      if (result.ok) this.#ticket = result.value.ticket
      else if (lostLinkReasons.includes(result.reason))
        useSessionStore.setState({ connectionStatus: { kind: 'refused', reason: 'revoked' } })
    }
    return this.#ticket ?? 'none'
  }

  #onConnect(): void {
    const transport = this.#socket.io.engine.transport.name as TransportName
    this.#transportChoice.onOpened(transport)
    this.#setTransport()
    this.#probes.reset()
    for (const delayMs of initialProbeDelaysMs) this.#schedule(delayMs, () => this.#probe())
    const { clockOffset } = useSessionStore.getState()
    useSessionStore.setState({
      clockOffset: clockOffset && { ...clockOffset, uncertainty: Number.POSITIVE_INFINITY },
      restarting: false,
      isPolling: transport === 'polling',
      readOnly: null, // the server sends the event again if it still stores nothing
    })
    this.#sendWaiting()
    this.#feeds.resume()
  }

  #onRestart(): void {
    useSessionStore.setState({ restarting: true })
    this.#schedule(restartWindowMs, () => useSessionStore.setState({ restarting: false }))
  }

  #onDisconnect(byServer: boolean): void {
    this.#inFlight.clear()
    this.#frames.reset()
    this.#streams.show()
    showOffline(this.#outbox)
    if (byServer) this.#schedule(getReturnDelay(), () => this.#socket.connect())
  }

  /** The browser's word counts at once. It may be wrong, as in a network without the internet, so the server is asked too. */
  #onNetworkLost(): void {
    if (!this.#socket.connected) return
    showOffline(this.#outbox)
    this.#checkConnection()
  }

  /** Some refusals are permanent. A page of another version or of a person without access must not try again for ever. */
  #onRefused(message: string): void {
    const reason = connectionRefusals.find((one) => one === message)
    const { connectionStatus, clockOffset, offlineSince, view } = useSessionStore.getState()
    useSessionStore.setState({ offlineSince: offlineSince ?? getServerTime(clockOffset) })
    if (reason === undefined) {
      useSessionStore.setState({ connectionStatus: { kind: view ? 'offline' : 'connecting' } })
      void this.#transportChoice.onFailed().then(() => this.#setTransport())
    } else if (permanentRefusals.includes(reason)) useSessionStore.setState({ connectionStatus: { kind: 'refused', reason } })
    else {
      if (reason === 'ticket') this.#ticket = null
      if (connectionStatus.kind !== 'refused') this.#schedule(getReturnDelay(), () => this.#socket.connect())
    }
  }

  /** The library reads these options at its next attempt. */
  #setTransport(): void {
    const { next, isBlocked } = this.#transportChoice
    useSessionStore.setState({ isBlocked })
    this.#socket.io.opts.transports = [next]
    this.#socket.io.timeout(openTimeoutMs[next])
  }

  /** Opens the connection again. Missed frames arrive over the new connection. */
  #reopen(): void {
    this.#socket.disconnect().connect()
  }

  /** Sends what waits. A press of the moment that has waited too long is refused instead. */
  #sendWaiting(): void {
    showLive(this.#outbox)
    for (const overdue of this.#outbox.listOverdue(Date.now())) this.#settle(overdue, { ok: false, reason: 'conflict' })
    for (const pending of this.#outbox.pending) this.#emitCommand(pending)
  }

  #emitCommand(pending: PendingCommand): void {
    const { envelope } = pending
    if (!this.#socket.connected || this.#inFlight.has(envelope.id)) return
    this.#inFlight.add(envelope.id)
    if (pending.isUnsent) this.#outbox.markSent(envelope.id)
    const onAnswer = this.#answers.expect()
    this.#socket.timeout(replyTimeoutMs).emit('command', envelope, (error: Error | null, reply: Reply) => {
      onAnswer()
      if (error || (!reply.ok && reply.reason === 'unavailable')) {
        this.#inFlight.delete(envelope.id)
        this.#schedule(retryDelayMs, () => this.#emitCommand(pending))
      }
      // A page acts on the reply, so it must have the earlier frames first. If the connection ends before, the command is sent again.
      else this.#frames.afterAll(() => this.#settle(pending, reply))
    })
  }

  #settle(pending: PendingCommand, reply: Reply): void {
    const { id } = pending.envelope
    this.#inFlight.delete(id)
    this.#outbox.remove(id)
    this.#streams.show()
    useSessionStore.setState({
      pending: this.#outbox.pending,
      lastHeardAt: getLocalTime(),
      ...(reply.ok ? {} : { lastRefusal: { pending, reason: reply.reason } }),
    })
    this.#replyHandlers.get(id)?.(reply)
    this.#replyHandlers.delete(id)
  }

  #probe(): void {
    if (!this.#socket.connected) return
    const sentAt = getLocalTime()
    const onAnswer = this.#answers.expect()
    this.#socket.emit('time', (serverTime) => {
      onAnswer()
      const receivedAt = getLocalTime()
      const clockOffset = this.#probes.add(sentAt, serverTime, receivedAt)
      useSessionStore.setState({ clockOffset, lastHeardAt: receivedAt })
      // All that the server had sent before the probe arrived before this answer.
      this.#frames.afterAll(() => {
        this.#streams.show()
        useSessionStore.setState({ currentAt: sentAt })
      })
    })
  }

  /** Checks the connection after sleep or a change of network. If the server does not answer, it is opened again. */
  #checkConnection(): void {
    if (!this.#socket.connected) {
      const { kind } = useSessionStore.getState().connectionStatus
      // An attempt that is under way may be on the network that is gone.
      if (kind === 'offline') this.#reopen()
      else if (kind !== 'refused') this.#socket.connect()
      return
    }
    this.#probes.reset()
    this.#socket.timeout(checkTimeoutMs).emit('time', (error: Error | null) => {
      // A connection that has closed meanwhile is opened again by the library.
      if (error) return this.#socket.connected ? this.#reopen() : undefined
      if (useSessionStore.getState().connectionStatus.kind === 'offline') this.#sendWaiting()
      this.#probe()
    })
  }

  /** Leaves a connection that is dead. Pages that lost it together come back at different times. */
  #leave(): void {
    this.#socket.disconnect()
    this.#schedule(getReturnDelay(), () => this.#socket.connect())
  }

  #schedule(delayMs: number, callback: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      callback()
    }, delayMs)
    this.#timers.add(timer)
  }
}
