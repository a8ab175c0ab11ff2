/** Commits become frames: once an audience, a little a person, to every screen that has a seat here. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Slice, State } from '@rostrum/shared/contract/registry'
import { type Audience, audienceOf, audiences } from '@rostrum/shared/contract/roles'
import type { Instant } from '@rostrum/shared/kernel/time'
import { type AudienceView, type PersonView, type Projected, projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import type { Frame, Cursors as Held } from '@rostrum/shared/protocol/frame'
import type { Presence } from '../presence/presence.ts'
import type { Advance, Session } from '../session/session.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { Cursors } from './cursor-sealer.ts'
import { Stream } from './frame-stream.ts'
import { Pace } from './round-scheduler.ts'

/** A screen's place on this node. `send` must not throw; `end` closes the line. */
export type Seat<Encoded> = { readonly person: PersonId; readonly send: (encoded: Encoded) => void; readonly end: () => void }

export type FanoutPorts<Encoded> = {
  readonly cursors: Cursors
  readonly now: () => Instant
  readonly encode: (frame: Frame) => Encoded
  readonly logger: Logger
  /** Told how many seconds a round took. */
  readonly timed?: (seconds: number) => void
  /** Of this session: told who is seated here, and told on at most once a second. */
  readonly presence: Presence
}

type Own<Encoded> = { readonly stream: Stream<Encoded>; readonly seats: Set<Seat<Encoded>>; readonly audience: Audience }

/** Screens written to before commands are let through. */
const chunk = 500
const presenceEvery = 1000
/** A change of these is told at once: the floor, its clock, and where the session stands. */
const urgent: readonly Slice[] = ['session', 'agenda', 'floor', 'cues']

export class Fanout<Encoded> {
  readonly #session: Session
  readonly #ports: FanoutPorts<Encoded>
  readonly #presence: Presence
  readonly #own = new Map<PersonId, Own<Encoded>>()
  readonly #seats: Record<Audience, Set<Seat<Encoded>>> = { staff: new Set(), podium: new Set(), public: new Set(), display: new Set() }
  #streams: Record<Audience, Stream<Encoded>>
  readonly #quick = new Pace(() => this.#round(['staff', 'podium']))
  readonly #wide = new Pace(() => this.#round(['public', 'display']))
  /** Audiences that are to be told who is on the line; in their next round, so that frames stay in order. */
  readonly #presenceDue = new Set<Audience>()
  readonly #unlisten: () => void
  readonly #unwatch: () => void
  #presenceTimer: NodeJS.Timeout | undefined

  constructor(session: Session, ports: FanoutPorts<Encoded>) {
    this.#session = session
    this.#ports = ports
    this.#presence = ports.presence
    this.#streams = this.#begin()
    this.#unlisten = session.onAdvance((advance) => this.#advance(advance))
    this.#unwatch = this.#presence.onChange(() => this.#presenceSoon())
  }

  /** How many lines a person has here. */
  lines(person: PersonId): number {
    return this.#presence.lines(person)
  }

  /** Seats a screen and brings it up to now. Returns a function that gives the seat up. */
  seat(seat: Seat<Encoded>, held: Held): () => void {
    const own = this.#ownOf(seat.person)
    const { audience } = own
    own.seats.add(seat)
    this.#seats[audience].add(seat)
    this.#presence.arrive(seat.person)
    seat.send(own.stream.welcome(held.person))
    seat.send(this.#streams[audience].welcome(held.audience))
    return () => {
      if (!own.seats.delete(seat)) return
      this.#seats[audience].delete(seat)
      this.#presence.leave(seat.person, this.#ports.now())
      if (own.seats.size === 0 && this.#own.get(seat.person) === own) this.#own.delete(seat.person)
    }
  }

  close(): void {
    this.#unlisten()
    this.#unwatch()
    this.#quick.stop()
    this.#wide.stop()
    clearTimeout(this.#presenceTimer)
  }

  #advance({ from, to, events, reset }: Advance): void {
    if (reset) {
      this.#startOver()
      return
    }
    for (const event of events) if (event.type === 'people.revoked' || event.type === 'people.relinked') this.#end(event.data.person)
    if (from.queue !== to.queue || from.people !== to.people) this.#presenceSoon()
    this.#quick.want(true)
    this.#wide.want(urgent.some((slice) => from[slice] !== to[slice]))
  }

  /** Nothing that was told can be relied upon: every screen is sent away and comes back to a snapshot. */
  #startOver(): void {
    this.#streams = this.#begin()
    for (const person of [...this.#own.keys()]) this.#end(person)
  }

  #end(person: PersonId): void {
    for (const seat of [...(this.#own.get(person)?.seats ?? [])]) seat.end()
  }

  async #round(told: readonly Audience[]): Promise<void> {
    const began = performance.now()
    try {
      for (const audience of told) await this.#tell(audience)
      const { state, revision } = this.#session
      const at = this.#ports.now()
      await this.#write(this.#own.values(), ({ audience, stream, seats }) => {
        if (!told.includes(audience)) return
        const frame = stream.advance(state, revision, at)
        if (frame !== null) for (const seat of seats) seat.send(frame)
      })
      this.#ports.timed?.((performance.now() - began) / 1000)
    } catch (error) {
      this.#ports.logger.error({ err: error, session: this.#session.id }, 'a round of frames failed')
    }
  }

  async #tell(audience: Audience): Promise<void> {
    const { state, revision } = this.#session
    const at = this.#ports.now()
    const stream = this.#streams[audience]
    const frames = [stream.advance(state, revision, at)]
    if (this.#presenceDue.delete(audience)) frames.push(stream.tellBeside({ presence: this.#presence.view(state, audience) }, at))
    const sent = frames.filter((frame) => frame !== null)
    if (sent.length > 0)
      await this.#write(this.#seats[audience], (seat) => {
        for (const frame of sent) seat.send(frame)
      })
  }

  /** In chunks that yield. Who comes meanwhile has been welcomed to the new moment already. */
  async #write<Receiver>(receivers: Iterable<Receiver>, send: (receiver: Receiver) => void): Promise<void> {
    const all = [...receivers]
    for (let begin = 0; begin < all.length; begin += chunk) {
      if (begin > 0) await new Promise(setImmediate)
      for (const one of all.slice(begin, begin + chunk)) send(one)
    }
  }

  #presenceSoon(): void {
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = undefined
      for (const audience of audiences) this.#presenceDue.add(audience)
      this.#quick.want(false)
      this.#wide.want(false)
    }, presenceEvery)
  }

  #begin(): Record<Audience, Stream<Encoded>> {
    return Object.fromEntries(audiences.map((audience) => [audience, this.#audienceStream(audience)])) as Record<Audience, Stream<Encoded>>
  }

  #audienceStream(audience: Audience): Stream<Encoded> {
    const stream = this.#stream('audience', audience, (state, before) =>
      projectAudience(state, audience, before as Projected<AudienceView> | undefined),
    )
    stream.tellBeside({ presence: this.#presence.view(this.#session.state, audience) }, this.#ports.now())
    return stream
  }

  #ownOf(person: PersonId): Own<Encoded> {
    const known = this.#own.get(person)
    if (known) return known
    const role = this.#session.state.people.all.get(person)?.role
    if (!role) throw new Error(`nobody of the id ${person} has been admitted`)
    const stream = this.#stream('person', person, (state, before) => {
      const found = state.people.all.get(person)
      return found ? projectPerson(state, found, before as Projected<PersonView> | undefined) : { state, view: {} }
    })
    const own: Own<Encoded> = { stream, seats: new Set(), audience: audienceOf[role] }
    this.#own.set(person, own)
    return own
  }

  #stream(
    name: 'audience' | 'person',
    key: string,
    project: (state: State, before?: Projected<object>) => Projected<object>,
  ): Stream<Encoded> {
    const { cursors, encode, now } = this.#ports
    const session = this.#session
    return new Stream(
      { name, key: `${session.id} ${name} ${key}`, cursors, project, stateAt: (revision) => session.stateAt(revision), encode },
      session.state,
      session.revision,
      now(),
    )
  }
}
