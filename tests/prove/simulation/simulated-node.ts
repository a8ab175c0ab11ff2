/** A server process of a simulation, with session, alarms, fanout and checkpoints as in the product. Its machine may fail at any time. */

import { Fanout } from '@rostrum/server/engine/fanout/fanout'
import type { Subscriber } from '@rostrum/server/engine/fanout/ports'
import { DamagedLogError, StorageUnavailableError } from '@rostrum/server/engine/log/log-errors'
import { NodeClock } from '@rostrum/server/engine/nodes/node-clock'
import { Presence } from '@rostrum/server/engine/presence/presence'
import { advanceCheckpoint } from '@rostrum/server/engine/session/checkpoint'
import { startDeadlineTimer } from '@rostrum/server/engine/session/deadline-timer'
import { Session } from '@rostrum/server/engine/session/session'
import { TimeMarks } from '@rostrum/server/engine/session/time-marks'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { StreamCursors } from '@rostrum/shared/protocol/frame'
import { noon } from '../../support/fixtures.ts'
import { cursorKey } from '../../support/frame-client.ts'
import { sessionId } from '../../support/session-harness.ts'
import { noTransients } from '../../support/transients.ts'
import type { Cable } from './cable.ts'
import { NodeLogger } from './node-logger.ts'
import { makeSharedCodec, type SharedFrame } from './shared-frame.ts'
import { SimulatedLog } from './simulated-log.ts'
import { SimulatedProcess } from './simulated-process.ts'
import type { Stage } from './stage.ts'

export type NodeTraits = {
  readonly name: string
  /** The speed of its clock. 1 is right. */
  readonly rate: number
  /** Whether snapshots are packed off the event loop. */
  readonly packsLater: boolean
  /** The milliseconds between two checkpoints, or null if there are none. */
  readonly checkpointEvery: number | null
}

const dead = new SimulatedProcess(0, 1, 0)
dead.isAlive = false

export class SimulatedNode {
  readonly traits: NodeTraits
  /** The connection to the log. */
  readonly cable: Cable
  readonly #stage: Stage
  readonly #listeners = new Set<(process: SimulatedProcess) => void>()
  process = dead
  session: Session | null = null
  fanout: Fanout<SharedFrame> | null = null
  presence = new Presence()
  logger: NodeLogger
  /** The milliseconds by which the wall clock of its machine is wrong. */
  wallOffset: number
  #lastReading: { readonly process: SimulatedProcess; readonly now: number; readonly own: number } | null = null
  #hasServed = false
  clock = new NodeClock(() => 0)
  /** The true time since which its time is kept, by it or by the node that it has the time from. Infinity before it has one. */
  hasTimeSince = Number.POSITIVE_INFINITY
  readonly #others: readonly SimulatedNode[]
  #stopDeadlines = () => undefined as unknown

  constructor(stage: Stage, cable: Cable, traits: NodeTraits, wallOffset: number, others: readonly SimulatedNode[]) {
    this.#others = others
    this.#stage = stage
    this.cable = cable
    this.traits = traits
    this.wallOffset = wallOffset
    this.logger = new NodeLogger(stage, traits.name)
  }

  start(): void {
    if (this.process.isAlive) return
    const { time } = this.#stage
    const process = new SimulatedProcess(time.now, this.traits.rate, noon + time.now + this.wallOffset)
    this.process = process
    this.logger = new NodeLogger(this.#stage, this.traits.name)
    this.hasTimeSince = Number.POSITIVE_INFINITY
    this.#stage.starts.push(time.now)
    this.#stage.trace(`${this.traits.name} starts`)
    time.after(
      0,
      () => {
        this.#open(process).catch((error: unknown) => this.#stage.fail(`${this.traits.name} did not start: ${error}`))
      },
      process,
    )
  }

  /** Ends at once, and loses everything that it held in memory. */
  kill(): void {
    if (!this.process.isAlive) return
    this.#stage.trace(`${this.traits.name} ends`)
    this.process.isAlive = false
    this.session = null
    this.fanout = null
    for (const listener of this.#listeners) listener(this.process)
  }

  /** Calls the listener with every process of this node that has ended. */
  onEnded(listener: (process: SimulatedProcess) => void): void {
    this.#listeners.add(listener)
  }

  /** Ends in an orderly way. */
  shutDown(): void {
    const { session, fanout, process } = this
    if (session === null) {
      this.kill()
      return
    }
    this.#stage.trace(`${this.traits.name} shuts down`)
    this.#stage.time.after(
      0,
      () => {
        this.#stopDeadlines()
        fanout?.close()
        void session.close().then(() => this.process === process && this.kill())
      },
      process,
    )
  }

  /** Notes the state that it serves, whose answers are compared with those of the log. If the log may lose commits, there may be others. */
  noteServed(when: string): void {
    if (this.session === null || this.#stage.server.mayLose) return
    const { revision, state } = this.session
    this.#stage.served.push({ when: `${this.traits.name} ${when}`, revision, held: state })
  }

  /** Returns null if the person is not admitted. */
  subscribe(subscriber: Subscriber<SharedFrame>, cursors: StreamCursors): (() => void) | null {
    if (this.session?.state.people.all.get(subscriber.person)?.revoked !== false) return null
    return this.fanout?.subscribe(subscriber, cursors) ?? null
  }

  /** Returns the time of the session. It must never go more slowly than the node's clock. */
  readTime(session: Session): Instant {
    const [now, own] = [session.now(), this.process.measure(this.#stage.time.now)]
    const last = this.#lastReading
    if (last?.process === this.process && now - last.now < own - last.own - 2)
      this.#stage.fail(`${this.traits.name}: the time of the session stood still`)
    this.#lastReading = { process: this.process, now, own }
    return now
  }

  async #open(process: SimulatedProcess): Promise<void> {
    const { time, server } = this.#stage
    const { cable, logger } = this
    const log = new SimulatedLog({ server, cable, process, after: (delay, then, owner) => time.after(delay, then, owner) })
    this.#setClock(process)
    const marks = this.#openMarks(process)
    const session = await this.#openSession(log, marks)
    this.session = session
    marks.keep(session)
    session.onChange(({ revision, to }) => this.#noteChange(session, revision, to))
    this.#stopDeadlines = startDeadlineTimer(session)
    this.presence = new Presence()
    this.fanout = new Fanout<SharedFrame>(session, {
      cursorKey,
      now: () => session.now(),
      codec: makeSharedCodec((frame) => (this.traits.packsLater ? new Promise((resolve) => setTimeout(resolve, 3, frame)) : frame)),
      logger,
      transients: noTransients,
      runRound: (round) => round(),
      presence: this.presence,
    })
    if (this.#hasServed) this.noteServed('after a start')
    this.#hasServed = true
    this.#stage.trace(`${this.traits.name} serves from ${session.startedFrom} at ${session.revision}`)
    if (this.traits.checkpointEvery !== null)
      setTimeout(() => void this.#makeCheckpoint(log, session, session.startedFrom), this.traits.checkpointEvery)
  }

  /** Takes the time of the node that has kept its time for longest, as nodes do before they serve. */
  #setClock(process: SimulatedProcess): void {
    this.clock = new NodeClock(() => process.readWall(this.#stage.time.now))
    const others = this.#others.filter((node) => node !== this && node.process.isAlive && node.hasTimeSince < Number.POSITIVE_INFINITY)
    const [first] = others.toSorted((one, other) => one.hasTimeSince - other.hasTimeSince)
    this.hasTimeSince = first?.hasTimeSince ?? this.#stage.time.now
    if (first) this.clock.take({ at: first.clock.measure(), age: 0 })
  }

  #openMarks(process: SimulatedProcess): TimeMarks {
    const { marks } = this.#stage
    const store = {
      get: async (_: string, key: string) => marks.get(key) ?? null,
      put: async (_: string, key: string, mark: unknown) => void (process.isAlive && marks.set(key, mark)),
      delete: async (_: string, key: string) => void marks.delete(key),
    }
    return new TimeMarks(store, this.logger)
  }

  async #openSession(log: SimulatedLog, marks: TimeMarks): Promise<Session> {
    for (;;) {
      try {
        const { clock } = this
        return await Session.open(sessionId, { log, now: () => clock.measure(), logger: this.logger }, await marks.read(sessionId))
      } catch (error) {
        if (!this.#mayFail(error)) throw error
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    }
  }

  /** `made`: the revision of the previous checkpoint. */
  async #makeCheckpoint(log: SimulatedLog, session: Session, made: number): Promise<void> {
    const { revision } = session
    try {
      if (revision > made) await advanceCheckpoint(log, session.id, this.logger)
    } catch (error) {
      if (!this.#mayFail(error)) this.#stage.fail(`${this.traits.name} made no checkpoint: ${error}`)
    }
    if (!this.#stage.isHealed) setTimeout(() => void this.#makeCheckpoint(log, session, revision), this.traits.checkpointEvery ?? 0)
  }

  /** True if this error is to be expected. If a log may lose commits, some may disappear between two reads. */
  #mayFail(error: unknown): boolean {
    return error instanceof StorageUnavailableError || (error instanceof DamagedLogError && this.#stage.server.mayLose)
  }

  /** Checks that commits which are shown can no longer be lost. */
  #noteChange(session: Session, revision: number, state: Session['state']): void {
    const { server, random, states } = this.#stage
    if (!this.#stage.seenAt.has(revision)) this.#stage.seenAt.set(revision, this.#stage.time.now)
    this.#stage.trace(`${this.traits.name} is at ${revision}`)
    if (!server.mayLose && server.countDurable(session.id) < revision)
      this.#stage.fail(`${this.traits.name} shows ${revision}, and a loss of power would leave ${server.countDurable(session.id)}`)
    if (!server.mayLose && random.isLikely(0.1)) states.push({ revision, held: state })
  }
}
