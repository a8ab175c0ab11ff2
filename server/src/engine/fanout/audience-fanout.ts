/** The rounds of one audience on this node. A round sends the frames that the screens share and those of each person. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Event, State } from '@rostrum/shared/contract/registry'
import { type Audience, audienceRules } from '@rostrum/shared/contract/roles'
import type { AnyView } from '@rostrum/shared/projection/delta'
import { KeptView } from '@rostrum/shared/projection/kept-view'
import type { Cursor } from '@rostrum/shared/protocol/frame'
import type { KeptPresence } from '../presence/kept-presence.ts'
import type { Session } from '../session/session.ts'
import { BusyTime } from './busy-time.ts'
import { FrameStream, type HeldStream } from './frame-stream.ts'
import type { FanoutPorts, Subscriber } from './ports.ts'
import { type Pace, RoundScheduler } from './round-scheduler.ts'
import type { TextHasher } from './text-hasher.ts'
import { passTurns, Walk, workInSteps } from './walk.ts'

export type PersonStream<Encoded> = {
  readonly person: PersonId
  readonly stream: FrameStream<Encoded>
  readonly subscribers: Set<Subscriber<Encoded>>
  readonly audience: Audience
}

/** If a change concerns no more people than this, they get their own frames before the others get anything. */
export const maxFirst = 100

/** The most that the stream of an audience remembers of its last frames, in characters. */
const maxRemembered = 262_144

export type AudiencePorts<Encoded> = FanoutPorts<Encoded> & {
  readonly session: Session
  readonly hasher: TextHasher
  readonly keptPresence: KeptPresence
}

/** `unsent`: the events that lead from the state that the stream has sent to `state`. */
type SharedStream<Encoded> = { readonly stream: FrameStream<Encoded>; readonly unsent: Event[]; state: State }

export class AudienceFanout<Encoded> {
  /** Officers get paced changes at once, except counts, and hear more often who is present. */
  readonly isForOfficers: boolean
  readonly #audience: Audience
  readonly #ports: AudiencePorts<Encoded>
  readonly #scheduler: RoundScheduler
  readonly #subscribers = new Set<Subscriber<Encoded>>()
  /** An audience with nobody on this node has no stream and costs nothing. */
  #shared: SharedStream<Encoded> | null = null
  /** The people whose own view may have changed since the last round. */
  readonly #due = new Set<PersonStream<Encoded>>()
  /** The next round includes presence. It is sent within a round so that frames stay in order. */
  #isPresenceDue = false
  #walk: Walk<Encoded> | null = null

  constructor(audience: Audience, ports: AudiencePorts<Encoded>) {
    this.isForOfficers = audienceRules[audience].isForOfficers
    this.#audience = audience
    this.#ports = ports
    this.#scheduler = new RoundScheduler((pace, takeUrgent) => ports.runRound(() => this.#runRound(pace, takeUrgent)))
  }

  /** The state that the screens have held since the last round. */
  get held(): HeldStream {
    return this.#getStream().held
  }

  /**
   * Sends a screen what it needs in one write, after `before`. If a snapshot is still being packed, `before` is sent first. `isThere`:
   * whether the screen is still connected.
   */
  subscribe(subscriber: Subscriber<Encoded>, cursor: Cursor | undefined, before: readonly Encoded[], isThere: () => boolean): void {
    const first = this.#getStream().catchUp(cursor, subscriber.unpacks)
    if (!(first instanceof Promise)) {
      subscriber.send([...before, ...first])
      this.#subscribers.add(subscriber)
      this.#walk?.addReceiver(subscriber)
      return
    }
    subscriber.send(before)
    first
      .then(() => {
        if (isThere()) this.subscribe(subscriber, cursor, [], isThere)
      })
      .catch((error: unknown) => {
        this.#ports.logger.error({ err: error, session: this.#ports.session.id }, 'a first view could not be sent')
        subscriber.end()
      })
  }

  unsubscribe(subscriber: Subscriber<Encoded>): void {
    this.#subscribers.delete(subscriber)
  }

  /** `state`: the state to which the events lead. A round never sends a state whose events it does not know: they name the rows that changed. */
  addEvents(events: readonly Event[], state: State): void {
    if (this.#shared === null) return
    this.#shared.unsent.push(...events)
    this.#shared.state = state
  }

  addDue(stream: PersonStream<Encoded>): void {
    this.#due.add(stream)
  }

  requestRound(pace: Pace): void {
    this.#scheduler.request(pace === 'soon' && this.isForOfficers ? 'now' : pace)
  }

  requestPresence(): void {
    this.#isPresenceDue = true
    this.#scheduler.request('soon')
  }

  /** Requests a round if the own view of somebody may have changed through something that is not in the log. */
  requestDue(): void {
    if (this.#due.size > 0) this.#scheduler.request('counts')
  }

  /** Discards the stream: the frames sent so far are no longer valid. */
  restart(): void {
    this.#shared = null
  }

  close(): void {
    this.#scheduler.stop()
  }

  /**
   * Returns the processor time of the round in milliseconds. Before a long round, the event loop turns first, so that the answer to the
   * command is sent.
   */
  async #runRound(pace: Pace, takeUrgent: () => boolean): Promise<number> {
    const busy = new BusyTime()
    const walk = new Walk(this.#subscribers)
    this.#walk = walk
    try {
      for (let isFirst = true; isFirst || !walk.isDone; isFirst = false) {
        if (walk.turns > 0) await passTurns(walk.turns)
        busy.spend(() => {
          const isUrgent = walk.takesAlong && takeUrgent()
          if (isFirst || isUrgent) this.#advance(walk)
          walk.step()
        })
      }
      await workInSteps(this.#takeDue(), busy, (one) => this.#sendOwn(one, (subscriber, frames) => subscriber.send(frames)))
      this.#ports.onRoundTimed?.(this.#audience, pace, busy.total / 1000)
    } catch (error) {
      this.#ports.logger.error({ err: error, session: this.#ports.session.id }, 'a round of frames failed')
    } finally {
      this.#walk = null
    }
    return busy.total
  }

  /** Adds the changes that everybody shares. If few people have changes of their own, they get both first. */
  #advance(walk: Walk<Encoded>): void {
    walk.addFrames(this.#makeSharedFrames())
    if (this.#due.size > maxFirst) return
    for (const one of this.#takeDue()) this.#sendOwn(one, (subscriber, frames) => walk.pass(subscriber, frames))
  }

  #makeSharedFrames(): readonly Encoded[] {
    const isPresenceDue = this.#isPresenceDue
    this.#isPresenceDue = false
    if (this.#shared === null) return []
    const { stream, state } = this.#shared
    const at = this.#ports.now()
    const frames = [stream.advance(state, at)]
    if (isPresenceDue) frames.push(stream.updateTransient(this.#makeTransient(state), at))
    return frames.filter((frame) => frame !== null)
  }

  #takeDue(): readonly PersonStream<Encoded>[] {
    const streams = [...this.#due]
    this.#due.clear()
    return streams
  }

  /** Sends a person their own frames. An error in one person's view does not keep others from theirs. */
  #sendOwn(
    { person, stream, subscribers }: PersonStream<Encoded>,
    send: (to: Subscriber<Encoded>, frames: readonly Encoded[]) => void,
  ): void {
    const { session, now, transients, logger } = this.#ports
    try {
      const at = now()
      const own = transients.ofPerson(session.state, person)
      const frames = [stream.advance(session.state, at), stream.updateTransient(own, at)].filter((frame) => frame !== null)
      if (frames.length > 0) for (const subscriber of subscribers) send(subscriber, frames)
    } catch (error) {
      logger.error({ err: error, session: session.id }, 'the frames of one person failed')
    }
  }

  #getStream(): FrameStream<Encoded> {
    this.#shared ??= this.#createStream()
    return this.#shared.stream
  }

  #createStream(): SharedStream<Encoded> {
    const { session, hasher, codec, now } = this.#ports
    const kept = new KeptView(session.state, this.#audience)
    const unsent: Event[] = []
    const source = { view: kept.view, advance: (state: State) => kept.advance(state, unsent.splice(0)) }
    const transient = this.#makeTransient(session.state)
    const stream = new FrameStream({ name: 'audience', source, hasher, maxRemembered, transient, codec }, now())
    return { stream, unsent, state: session.state }
  }

  #makeTransient(state: State): AnyView {
    const { keptPresence, transients } = this.#ports
    return { presence: keptPresence.toView(state, this.#audience), ...transients.ofAudience(state, this.#audience) }
  }
}
