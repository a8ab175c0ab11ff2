/** One session. Commands, admissions and commits of other nodes are processed one after the other. */
import type { CommandId, SessionId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Commit, State } from '@rostrum/shared/contract/registry'
import { type Actor, systemActor } from '@rostrum/shared/contract/roles'
import { decide } from '@rostrum/shared/domain/decider'
import { admitPeople } from '@rostrum/shared/domain/people/register'
import { extractPlan } from '@rostrum/shared/domain/session/plan'
import { nextRevision, type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Envelope, Reply } from '@rostrum/shared/protocol/messages'
import { chainCommits } from '../log/chain.ts'
import type { Log } from '../log/log.ts'
import { DamagedLogError, DeletedLogError, RevisionConflictError, StorageUnavailableError } from '../log/log-errors.ts'
import type { Logger } from '../telemetry/logger.ts'
import { ChangeListeners, type StateChange } from './change-listeners.ts'
import { type Checkpoint, emptyCheckpoint, loadCheckpoint } from './checkpoint.ts'
import { type CommandName, decideBatch, takeBatch, type WaitingCommand } from './decide-batch.ts'
import { HeldState } from './held-state.ts'
import { isTimeRunning } from './is-time-running.ts'
import { findLoss, recordLoss } from './record-loss.ts'
import { newCommandId } from './reply-cache.ts'
import { SessionClock, type TimeMark } from './session-clock.ts'
import { FaultState, type SessionFault } from './session-fault.ts'

export type SessionPorts = {
  readonly log: Log
  /** The time in milliseconds, which may have fractions. */
  readonly now: () => number
  readonly logger: Logger
}

const maxAttempts = 50 // the most attempts for one batch while other nodes append first; after that its commands are unavailable

export class Session {
  readonly id: SessionId
  readonly #ports: SessionPorts
  readonly #changes: ChangeListeners
  /** The revision of the checkpoint from which the session was opened. */
  readonly startedFrom: Revision
  readonly #held: HeldState
  readonly #clock: SessionClock
  #pending: WaitingCommand[] = []
  #incoming: (readonly Commit[])[] = []
  #running: Promise<void> | null = null
  #followError: Error | null = null
  /** The reason why the log may not be heard now, or null. */
  #silence: Error | null = null
  readonly #fault: FaultState
  #isClosed = false
  #isDiscarded = false
  #unfollow: (() => void) | null = null

  private constructor(id: SessionId, ports: SessionPorts, checkpoint: Checkpoint) {
    this.id = id
    this.#ports = ports
    this.#changes = new ChangeListeners((error) => ports.logger.error({ err: error, session: id }, 'a listener failed'))
    this.#clock = new SessionClock(ports.now, (ahead, message) => ports.logger.warn({ session: id, ahead }, message))
    this.#fault = new FaultState(id, ports)
    this.startedFrom = checkpoint.revision
    this.#held = new HeldState(id, this.#clock)
    this.#held.restart(checkpoint)
  }

  /** Replays the log after its checkpoint, and follows it. Rejects with the errors of the log. `mark`: the last known time. */
  static async open(id: SessionId, ports: SessionPorts, mark: TimeMark | null = null): Promise<Session> {
    const session = new Session(id, ports, await loadCheckpoint(ports.log, id, ports.logger))
    session.#apply(await ports.log.read(id, session.startedFrom))
    session.#clock.start(mark, (at) => isTimeRunning(session.state, at))
    session.#follow()
    return session
  }

  get state(): State {
    return this.#held.state
  }
  get revision(): Revision {
    return this.#held.revision
  }
  /** The reason why commands are refused now, or null. Until it ends, screens may show an old state. */
  get fault(): SessionFault | null {
    return this.#fault.current
  }
  onFaultChange(listener: (fault: SessionFault | null) => void): () => void {
    return this.#fault.onChange(listener)
  }
  get isClosed(): boolean {
    return this.#isClosed
  }
  /** Returns the time of the session, which its screens show. */
  now(): Instant {
    return this.#clock.now()
  }
  measureTime(): number {
    return this.#clock.measure()
  }
  /** How far, in milliseconds, the session is ahead of the clock of this node, or behind it if negative. */
  get clockOffset(): number {
    return this.#clock.ahead
  }

  /** Starts the session again from what can be read: the log cannot be followed, or damage was found in it. */
  doubtLog(reason: Error): void {
    this.#followError = reason
    this.#showFault()
    this.#run()
  }

  get plan(): Plan {
    return extractPlan(this.state)
  }

  /** Calls the listener for every durable change, in order, before any reply is sent. Returns a function that removes it. */
  onChange(listener: (change: StateChange) => void): () => void {
    return this.#changes.add(listener)
  }

  execute(actor: Actor, sent: Envelope, digest?: string): Promise<Reply> {
    return this.executeDecision(actor, sent.id, sent.type, (state, at) => decide(state, sent, { actor, at, id: sent.id }), digest)
  }

  /** Admits people on behalf of the server: members of the roster, holders of links, walk-ins. */
  admit(people: readonly Admission[], id: CommandId = newCommandId()): Promise<Reply> {
    return this.executeDecision(systemActor, id, 'people.admit', (state) => admitPeople(state, people))
  }

  /** Executes a decision of the server. `decide` itself checks the permission of the actor. `digest`: of the data that a client sent. */
  executeDecision(actor: Actor, id: CommandId, type: CommandName, decide: WaitingCommand['decide'], digest?: string): Promise<Reply> {
    if (this.#isClosed || this.fault !== null) return Promise.resolve({ ok: false, reason: 'unavailable' })
    return new Promise((resolve) => {
      this.#pending.push({ actor, command: { id, type, ...(digest !== undefined && { digest }) }, decide, resolve })
      this.#run()
    })
  }

  async close(): Promise<void> {
    this.#unfollow?.()
    while (this.#pending.length > 0 && this.#followError === null) await this.#running
    this.#isClosed = true
    await this.#running
    this.#refusePending()
  }

  /** Disconnects every screen and closes the session, because its log was deleted on purpose. */
  async discard(): Promise<void> {
    this.#isDiscarded = true
    this.#endForAll()
    await this.close()
  }

  #refusePending(): void {
    for (const { resolve } of this.#pending.splice(0)) resolve({ ok: false, reason: 'unavailable' })
  }
  #follow(): void {
    this.#silence = null
    this.#unfollow = this.#ports.log.follow(
      this.id,
      this.revision,
      (commits) => {
        this.#incoming.push(commits)
        this.#run()
      },
      (reason) => this.doubtLog(reason),
      (silence) => {
        this.#silence = silence
        if (silence !== null) this.#showFault()
        this.#run()
      },
    )
  }

  /** Shows a fault at once. Its end is shown when everything that was heard has been applied. */
  #showFault(): void {
    this.#fault.set(this.#followError ?? this.#silence)
  }
  #run(): void {
    this.#running ??= this.#drain().finally(() => {
      this.#running = null
      if (this.#hasWork()) this.#run()
    })
  }

  async #drain(): Promise<void> {
    await null // commands that arrive together are decided together
    while (this.#hasWork()) await (this.#followError === null ? this.#executeNext() : this.#recover())
  }

  async #executeNext(): Promise<void> {
    this.#applyIncoming()
    this.#showFault()
    const batch = takeBatch(this.#pending)
    if (batch.length > 0) await this.#executeBatch(batch)
  }

  #hasWork(): boolean {
    const isHeardAgain = this.#silence === null && this.fault !== null
    return !this.#isClosed && (this.#followError !== null || isHeardAgain || this.#incoming.length > 0 || this.#pending.length > 0)
  }

  #applyIncoming(): void {
    try {
      for (let commits = this.#incoming.shift(); commits; commits = this.#incoming.shift()) this.#apply(commits)
    } catch (error) {
      this.#followError = error instanceof Error ? error : new Error(String(error))
    }
  }

  async #executeBatch(batch: readonly WaitingCommand[]): Promise<void> {
    try {
      for (let attempt = 0; attempt < maxAttempts; attempt += 1) if (await this.#tryBatch(batch)) return
      throw new StorageUnavailableError('other nodes were faster every time')
    } catch (error) {
      const isExpected = error instanceof StorageUnavailableError || error instanceof DamagedLogError
      if (isExpected) this.#ports.logger.warn({ session: this.id, reason: error.message }, 'not stored')
      else this.#ports.logger.error({ err: error, session: this.id }, 'a command failed')
      for (const { resolve } of batch) resolve({ ok: false, reason: 'unavailable' })
    }
  }

  /** Decides a batch and appends its commits. Returns false if another node appended first, so that it must be decided again. */
  async #tryBatch(batch: readonly WaitingCommand[]): Promise<boolean> {
    const start = { state: this.state, revision: this.revision, at: this.now() }
    const { commits, states, effects, replies, left, isByState } = decideBatch(batch, start, this.#held.replyCache)
    if (commits.length === 0 && isByState && !(await this.#isPresent())) return false
    if (commits.length === 0) for (const settle of effects) settle()
    else if (!(await this.#append(chainCommits(this.#held.head.chain, commits), states, effects))) return false
    for (const resolve of replies) resolve()
    this.#pending.unshift(...left)
    return true
  }

  /**
   * Returns false if another node has appended, and applies its commits here. If there is something to append, `#append` finds that out
   * itself.
   */
  async #isPresent(): Promise<boolean> {
    if ((await this.#ports.log.readChain(this.id, nextRevision(this.revision))) === null) return true
    this.#apply(await this.#ports.log.read(this.id, this.revision))
    return false
  }

  /** Appends commits. `states`: the state after each of them, as decided. `effects`: the effects of decisions without events. */
  async #append(commits: readonly Commit[], states: readonly State[], effects: readonly (() => void)[]): Promise<boolean> {
    try {
      await this.#ports.log.append(this.id, this.revision, commits)
    } catch (error) {
      if (!(error instanceof RevisionConflictError)) throw error
      this.#apply(await this.#ports.log.read(this.id, this.revision))
      return false
    }
    for (const settle of effects) settle()
    this.#apply(commits, states)
    return true
  }

  #apply(commits: readonly Commit[], states?: readonly State[]): void {
    const from = this.state
    const events = this.#held.apply(commits, states)
    if (events.length > 0) this.#changes.notify({ from, to: this.state, revision: this.revision, events, reset: false })
  }

  /** Starts again from the stored log after following it failed. Logs an error if confirmed commits are missing. */
  async #recover(): Promise<void> {
    const reason = this.#followError
    this.#unfollow?.()
    try {
      if (this.#isDiscarded || reason instanceof DeletedLogError) return this.#endForAll()
      const commits = await this.#ports.log.read(this.id, revisionZero)
      const from = this.state
      const loss = findLoss(this.#held.head, commits, reason)
      if (loss !== null) this.#ports.logger.error({ session: this.id, ...loss }, 'commits that were confirmed are not in the log any more')
      this.#held.restart(emptyCheckpoint)
      this.#apply(commits)
      this.#incoming = []
      this.#followError = null
      this.#follow()
      this.#showFault()
      this.#changes.notify({ from, to: this.state, revision: this.revision, events: [], reset: true })
      if (loss !== null && commits.length > 0) void recordLoss(this, loss)
    } catch (error) {
      this.#ports.logger.error(
        { err: error, reason: reason?.message, session: this.id },
        'the log cannot be read; commands are refused until it can',
      )
      this.#refusePending()
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }

  /** Returns to the initial state, in which nobody is admitted, and closes the session. */
  #endForAll(): void {
    const from = this.state
    this.#unfollow?.()
    this.#held.restart(emptyCheckpoint)
    this.#followError = null
    this.#isClosed = true
    this.#changes.notify({ from, to: this.state, revision: this.revision, events: [], reset: true })
  }
}
