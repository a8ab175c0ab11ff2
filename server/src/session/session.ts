/** One session: a single line in which commands, admissions and what other nodes appended stand one behind the other. */
import type { OrderMode } from '@rostrum/shared/contract/enums'
import { type CommandId, following, noRevision, type Revision, type SessionId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Place } from '@rostrum/shared/contract/queue'
import type { Commit, Event, Founding, State } from '@rostrum/shared/contract/registry'
import { type Actor, system } from '@rostrum/shared/contract/roles'
import { decide, emptyState, evolveAll } from '@rostrum/shared/domain/decider'
import { admit } from '@rostrum/shared/domain/people/register'
import { orderUnder } from '@rostrum/shared/domain/queue/speaking-order'
import { planIn } from '@rostrum/shared/domain/session/decide'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Envelope, Reply } from '@rostrum/shared/protocol/messages'
import { beginning, linked } from '../log/chain.ts'
import { Conflict, Damaged, type Log, Unavailable } from '../log/log.ts'
import type { Logger } from '../telemetry/logger.ts'
import { type Asked, decideTogether } from './decide-batch.ts'
import { Outcomes } from './reply-cache.ts'
import { Moments } from './state-history.ts'

export type Ports = {
  readonly log: Log
  readonly now: () => Instant
  readonly logger: Logger
  /** False once a session has been taken away on purpose, here or on another node; without it none ever is. */
  readonly stands?: (session: SessionId) => Promise<boolean>
}

/** What has become durable. `reset` says that it does not follow on from before: everything shown must be shown anew. */
export type Advance = {
  readonly from: State
  readonly to: State
  readonly revision: Revision
  readonly events: readonly Event[]
  readonly reset: boolean
}

/** Commands that share one append: enough to spare the disk, few enough to answer soon. */
const group = 64
/** Attempts against other nodes before the sender is told to repeat. */
const patience = 50

export class Session {
  readonly id: SessionId
  readonly #ports: Ports
  readonly #listeners = new Set<(advance: Advance) => void>()
  readonly #outcomes = new Outcomes()
  readonly #moments = new Moments()
  #state: State = emptyState
  #revision: Revision = noRevision
  #chain = beginning
  #at = 0 as Instant
  #asked: Asked[] = []
  #told: (readonly Commit[])[] = []
  #running: Promise<void> | null = null
  #lost: Error | null = null
  #closed = false
  #forgotten = false
  #unfollow: (() => void) | null = null

  private constructor(id: SessionId, ports: Ports) {
    this.id = id
    this.#ports = ports
  }

  /** Replays the log and follows it. Rejects with the log's own errors. */
  static async open(id: SessionId, ports: Ports): Promise<Session> {
    const session = new Session(id, ports)
    session.#take(await ports.log.read(id, noRevision))
    session.#follow()
    return session
  }

  get state(): State {
    return this.#state
  }

  get revision(): Revision {
    return this.#revision
  }

  /** Why the log cannot be read on just now, or null. */
  get fault(): Error | null {
    return this.#lost
  }

  /** The plan as it stands: for holding the same again. */
  get plan(): Plan {
    return planIn(this.#state)
  }

  /** The state at a revision, for as long as it is remembered. */
  stateAt(revision: Revision): State | undefined {
    return this.#moments.at(revision)
  }

  /** The floor list as it would stand under this rule, for whoever thinks of changing it. */
  orderUnder(mode: OrderMode, recommend: boolean): readonly Place[] {
    return orderUnder(this.#state.queue, mode, recommend)
  }

  /** Called for everything that becomes durable, in order, before anybody is answered. Returns a function that ends it. */
  onAdvance(listener: (advance: Advance) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  handle(actor: Actor, envelope: Envelope): Promise<Reply> {
    const { id, type } = envelope
    return this.#ask(actor, id, type, (state, at) => decide(state, envelope, { actor, at, id }))
  }

  /** For the server's doors: people of the roster, holders of links, walk-ins. */
  admit(people: readonly Admission[], id: CommandId): Promise<Reply> {
    const type: Founding = 'people.admit'
    return this.#ask(system, id, type, (state) => admit(state, people))
  }

  /** For the server's doors that bring a decision of their own; it says itself who may. */
  keep(actor: Actor, id: CommandId, type: Asked['type'], decide: Asked['decide']): Promise<Reply> {
    return this.#ask(actor, id, type, decide)
  }

  async close(): Promise<void> {
    this.#unfollow?.()
    while (this.#asked.length > 0 && this.#lost === null) await this.#running
    this.#closed = true
    await this.#running
    for (const { answer } of this.#asked.splice(0)) answer({ ok: false, why: 'unavailable' })
  }

  /** Its log was taken away on purpose: lets every screen go, and closes. */
  async forgotten(): Promise<void> {
    this.#forgotten = true
    this.#leave()
    await this.close()
  }

  #ask(actor: Actor, id: CommandId, type: Asked['type'], decide: Asked['decide']): Promise<Reply> {
    if (this.#closed) return Promise.resolve({ ok: false, why: 'unavailable' })
    return new Promise((answer) => {
      this.#asked.push({ actor, id, type, decide, answer })
      this.#run()
    })
  }

  #follow(): void {
    this.#unfollow = this.#ports.log.follow(
      this.id,
      this.#revision,
      (commits) => {
        this.#told.push(commits)
        this.#run()
      },
      (why) => {
        this.#lost = why
        this.#run()
      },
    )
  }

  #run(): void {
    this.#running ??= this.#drain().finally(() => {
      this.#running = null
      if (this.#waits()) this.#run()
    })
  }

  async #drain(): Promise<void> {
    await null // what arrives together is decided together
    while (this.#waits()) {
      if (this.#lost) await this.#recover()
      this.#takeTold()
      const asked = this.#asked.splice(0, group)
      if (asked.length > 0) await this.#answerAll(asked)
    }
  }

  #waits(): boolean {
    return !this.#closed && (this.#lost !== null || this.#told.length > 0 || this.#asked.length > 0)
  }

  #takeTold(): void {
    try {
      for (let commits = this.#told.shift(); commits; commits = this.#told.shift()) this.#take(commits)
    } catch (error) {
      this.#lost = error instanceof Error ? error : new Error(String(error))
    }
  }

  async #answerAll(asked: readonly Asked[]): Promise<void> {
    try {
      for (let attempt = 0; attempt < patience; attempt += 1) if (await this.#attempt(asked)) return
      throw new Unavailable('other nodes were faster every time')
    } catch (error) {
      if (!(error instanceof Unavailable || error instanceof Damaged))
        this.#ports.logger.error({ err: error, session: this.id }, 'a command failed')
      else this.#ports.logger.warn({ session: this.id, why: error.message }, 'not stored')
      for (const { answer } of asked) answer({ ok: false, why: 'unavailable' })
    }
  }

  /** Decides a group against one state and appends what comes of it. False where another node was faster: decide again. */
  async #attempt(asked: readonly Asked[]): Promise<boolean> {
    const at = Math.max(this.#ports.now(), this.#at) as Instant
    const { commits, answers } = decideTogether(asked, { state: this.#state, revision: this.#revision, at }, this.#outcomes)
    if (commits.length > 0 && !(await this.#append(linked(this.#chain, commits)))) return false
    for (const answer of answers) answer()
    return true
  }

  async #append(commits: readonly Commit[]): Promise<boolean> {
    try {
      await this.#ports.log.append(this.id, this.#revision, commits)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      this.#take(await this.#ports.log.read(this.id, this.#revision))
      return false
    }
    this.#take(commits)
    return true
  }

  /** From here on it is true, and told: commits that are known already are passed over. */
  #take(commits: readonly Commit[]): void {
    const from = this.#state
    const events: Event[] = []
    for (const commit of commits) {
      if (commit.revision <= this.#revision) continue
      if (commit.revision !== following(this.#revision)) throw new Damaged(this.id, commit.revision, `it came after ${this.#revision}`)
      this.#state = evolveAll(this.#state, commit.events, commit.at)
      this.#revision = commit.revision
      this.#chain = commit.chain
      this.#at = commit.at
      this.#outcomes.committed(commit)
      this.#moments.keep(commit.revision, this.#state)
      events.push(...commit.events)
    }
    if (events.length > 0) this.#tell({ from, to: this.#state, revision: this.#revision, events, reset: false })
  }

  #tell(advance: Advance): void {
    for (const listener of this.#listeners) {
      try {
        listener(advance)
      } catch (error) {
        this.#ports.logger.error({ err: error, session: this.id }, 'a listener failed')
      }
    }
  }

  /** The log could not be followed any more. Starts again from what it holds; what is no longer there is said aloud. */
  async #recover(): Promise<void> {
    const why = this.#lost
    this.#unfollow?.()
    try {
      if (this.#forgotten || (await this.#ports.stands?.(this.id)) === false) return this.#leave()
      const commits = await this.#ports.log.read(this.id, noRevision)
      const [from, before] = [this.#state, this.#revision]
      const tip = commits.at(-1)?.revision ?? noRevision
      if (tip < before)
        this.#ports.logger.error({ session: this.id, before, tip }, 'commits that were confirmed are not in the log any more')
      this.#begin()
      this.#take(commits)
      this.#told = []
      this.#lost = null
      this.#follow()
      this.#tell({ from, to: this.#state, revision: this.#revision, events: [], reset: true })
    } catch (error) {
      this.#ports.logger.error(
        { err: error, why: why?.message, session: this.id },
        'the log cannot be read; commands are refused until it can',
      )
      for (const { answer } of this.#asked.splice(0)) answer({ ok: false, why: 'unavailable' })
      await new Promise((again) => setTimeout(again, 500))
    }
  }

  /** Nobody is in it any more. */
  #leave(): void {
    const from = this.#state
    this.#unfollow?.()
    this.#begin()
    this.#lost = null
    this.#closed = true
    this.#tell({ from, to: this.#state, revision: this.#revision, events: [], reset: true })
  }

  #begin(): void {
    this.#state = emptyState
    this.#revision = noRevision
    this.#chain = beginning
    this.#outcomes.clear()
    this.#moments.clear()
  }
}
