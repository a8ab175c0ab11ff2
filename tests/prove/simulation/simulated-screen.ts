/** A screen on a connection that is slow, loses frames and breaks. It holds the result of `applyFrame` for the frames that arrive. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { applyFrame, type Frame, getCursors, type StreamName, type StreamStates } from '@rostrum/shared/protocol/frame'
import { Cable } from './cable.ts'
import { checkDigest } from './check-screens.ts'
import type { SharedFrame } from './shared-frame.ts'
import type { SimulatedNode } from './simulated-node.ts'
import { type SimulatedProcess, world } from './simulated-process.ts'
import type { Stage } from './stage.ts'

type ScreenConnection = {
  readonly node: SimulatedNode
  readonly process: SimulatedProcess
  readonly lastAt: Partial<Record<StreamName, number>>
  isOpen: boolean
  isAnswered: boolean
  leave: (() => void) | null
}

export class SimulatedScreen {
  readonly person: PersonId
  streams: StreamStates = {}
  readonly #stage: Stage
  readonly #nodes: readonly SimulatedNode[]
  readonly #cable: Cable
  connection: ScreenConnection | null = null
  /** The connections that have ended without their nodes knowing it yet. */
  readonly #unnoticed = new Set<ScreenConnection>()
  /** The milliseconds that its connection adds while it is clogged. */
  delay = 0
  /** The share of frames that it loses. */
  lossShare: number

  constructor(person: PersonId, stage: Stage, nodes: readonly SimulatedNode[], lossShare: number) {
    const { time } = stage
    this.lossShare = lossShare
    this.person = person
    this.#stage = stage
    this.#nodes = nodes
    for (const node of nodes) node.onEnded((process) => process === this.connection?.process && this.break())
    const drawDelay = () => stage.drawLength(10 + this.delay)
    this.#cable = new Cable({ after: (delay, then, process) => time.after(delay, then, process), now: () => time.now, drawDelay })
  }

  /** True if it is connected, nothing is on its way to it, and its nodes know of all ended connections. */
  get isInStep(): boolean {
    for (const { process } of this.#unnoticed) if (process.isAlive) return false
    return this.connection?.isAnswered === true && this.#cable.isQuiet
  }

  connect(): void {
    if (this.connection !== null) return
    const { time, random } = this.#stage
    const node = random.pick(this.#nodes)
    const { process } = node
    const connection: ScreenConnection = { node, process, lastAt: {}, isOpen: true, isAnswered: false, leave: null }
    const cursors = getCursors(this.streams)
    this.connection = connection
    const send = (frames: readonly SharedFrame[]) => this.#cable.send(1, () => this.#receive(connection, frames), world)
    const end = () => {
      connection.leave?.()
      this.#cable.send(1, () => this.#close(connection, 0), world)
    }
    this.#cable.send(
      0,
      () => {
        if (!connection.isOpen) return
        connection.leave = node.subscribe({ person: this.person, unpacks: true, send, end }, cursors)
        if (connection.leave === null) end()
      },
      process,
    )
    time.after(4_000 + 3 * this.delay, () => connection.isAnswered || this.#close(connection, 0), world)
  }

  /** Breaks its connection. The node learns of it later. */
  break(): void {
    if (this.connection !== null) this.#close(this.connection, this.#stage.drawLength(2_000))
  }

  #close(connection: ScreenConnection, noticedAfter: number): void {
    if (!connection.isOpen) return
    const { time } = this.#stage
    connection.isOpen = false
    this.#unnoticed.add(connection)
    const notice = () => {
      this.#unnoticed.delete(connection)
      connection.leave?.()
    }
    time.after(noticedAfter, notice, connection.process)
    this.connection = null
    time.after(this.#stage.drawLength(500), () => this.connect(), world)
  }

  #receive(connection: ScreenConnection, frames: readonly SharedFrame[]): void {
    if (!connection.isOpen) return
    connection.isAnswered = true
    const { random, isHealed, time } = this.#stage
    if (!isHealed && random.isLikely(this.lossShare)) {
      time.after(random.nextBelow(5_000), () => this.#close(connection, 0), world)
      return
    }
    for (const frame of frames) if (!this.#apply(connection, frame.read())) return
  }

  /** Returns false if the screen must connect again. */
  #apply(connection: ScreenConnection, frame: Frame): boolean {
    const { stream, at, cursor } = frame
    const result = applyFrame(this.streams, frame)
    this.#stage.trace(`${this.person} ${stream} ${'view' in frame ? '' : frame.base} ${cursor} ${result.outcome}`)
    if (result.outcome === 'gap') {
      this.#stage.gaps += 1
      this.#close(connection, 0)
      return false
    }
    if (at < (connection.lastAt[stream] ?? 0)) this.#stage.fail(`${this.person}: the time of the session went back`)
    connection.lastAt[stream] = at
    this.#stage.deliveries += 1
    this.streams = result.states
    if (this.#stage.random.isLikely(0.02)) checkDigest(this.#stage, this)
    return true
  }
}
