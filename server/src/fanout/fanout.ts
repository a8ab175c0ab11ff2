/** Turns commits into frames for every screen on this node: one frame per audience, and a small one per person. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Event, State } from '@rostrum/shared/contract/registry'
import { type Audience, audienceByRole, audiences } from '@rostrum/shared/contract/roles'
import { findConcerned } from '@rostrum/shared/projection/concerned'
import type { AnyView } from '@rostrum/shared/projection/delta'
import { KeptView } from '@rostrum/shared/projection/kept-view'
import type { StreamCursors, StreamName, StreamState } from '@rostrum/shared/protocol/frame'
import { KeptPresence } from '../presence/kept-presence.ts'
import type { StateChange } from '../session/change-listeners.ts'
import type { Session } from '../session/session.ts'
import { BusyTime } from './busy-time.ts'
import { CalmSchedule } from './calm-schedule.ts'
import { FrameStream, type ViewSource } from './frame-stream.ts'
import { inChunks } from './in-chunks.ts'
import { OwnView } from './own-view.ts'
import type { FanoutPorts, Subscriber } from './ports.ts'
import { PresenceSchedule } from './presence-schedule.ts'
import { type RoundName, roundByAudience, roundNames } from './round-names.ts'
import { getPace, type Pace, pickMostUrgent, RoundScheduler } from './round-scheduler.ts'
import { TextHasher } from './text-hasher.ts'
import type { TransientChange } from './transients.ts'

/** What one audience shares: its stream, and the events that the stream has not sent yet. */
type AudienceStream<Encoded> = { readonly stream: FrameStream<Encoded>; readonly unsent: Event[] }
type PersonStream<Encoded> = {
  readonly person: PersonId
  readonly stream: FrameStream<Encoded>
  readonly subscribers: Set<Subscriber<Encoded>>
  readonly audience: Audience
}

type Round<Encoded> = {
  readonly scheduler: RoundScheduler
  /** Whose own view may have changed since the last round. */
  readonly due: Set<PersonStream<Encoded>>
}

/** What the stream of an audience remembers of its last frames, in letters. */
const maxRemembered = 262_144

export class Fanout<Encoded> {
  readonly #session: Session
  readonly #ports: FanoutPorts<Encoded>
  readonly #hasher: TextHasher
  readonly #keptPresence: KeptPresence
  readonly #personStreams = new Map<PersonId, PersonStream<Encoded>>()
  readonly #subscribers: Record<Audience, Set<Subscriber<Encoded>>> = {
    staff: new Set(),
    podium: new Set(),
    booth: new Set(),
    public: new Set(),
    display: new Set(),
  }
  /** An audience that nobody on this node belongs to has none, and costs nothing. */
  readonly #audienceStreams = new Map<Audience, AudienceStream<Encoded>>()
  readonly #rounds: Readonly<Record<RoundName, Round<Encoded>>> = {
    officers: this.#createRound('officers'),
    audience: this.#createRound('audience'),
  }
  /** Audiences whose next round includes presence. It is sent within a round so that frames stay in order. */
  readonly #presenceDue = new Set<Audience>()
  readonly #stops: readonly (() => void)[]
  readonly #presenceSchedule = new PresenceSchedule((receivers) => this.#sendPresence(receivers))
  readonly #calmSchedule = new CalmSchedule(() => this.#sendPresence('everybody'))

  constructor(session: Session, ports: FanoutPorts<Encoded>) {
    this.#session = session
    this.#ports = ports
    this.#hasher = new TextHasher(ports.cursorKey)
    this.#keptPresence = new KeptPresence(ports.presence)
    this.#stops = [
      session.onChange((change) => this.#applyChange(change)),
      () => this.#keptPresence.stop(),
      this.#ports.presence.onChange(() => this.#presenceSchedule.request()),
      ports.transients.onChange((noted) => this.#noteTransients(noted)),
      session.onFaultChange((fault) => fault === null && this.#presenceSchedule.request()),
    ]
  }

  /** How many connections a person has on this node. */
  connectionCount(person: PersonId): number {
    return this.#ports.presence.connectionCount(person)
  }

  /** What the screens of a person hold since the last round. */
  read(person: PersonId): Readonly<Record<StreamName, StreamState>> {
    const { audience, stream } = this.#personStreams.get(person) ?? this.#createPersonStream(person)
    return { audience: this.#getAudienceStream(audience).held, person: stream.held }
  }

  /** Subscribes a screen and sends it what it needs to be current. Returns a function that unsubscribes it. */
  subscribe(subscriber: Subscriber<Encoded>, cursors: StreamCursors): () => void {
    const { person } = subscriber
    const personStream = this.#getPersonStream(person)
    const { audience } = personStream
    personStream.subscribers.add(subscriber)
    this.#ports.presence.connect(person)
    this.#presenceSchedule.countConnection()
    // A view of one person is small and never packed, so its frames are there at once.
    const own = personStream.stream.catchUp(cursors.person, false)
    this.#subscribeToAudience(audience, personStream, subscriber, cursors, own instanceof Promise ? [] : own)
    return () => {
      if (!personStream.subscribers.delete(subscriber)) return
      this.#subscribers[audience].delete(subscriber)
      this.#ports.presence.disconnect(person, this.#ports.now())
      if (personStream.subscribers.size === 0 && this.#personStreams.get(person) === personStream) this.#personStreams.delete(person)
    }
  }

  /** Sends what the screen needs in one write, after `before`. Where a snapshot is still being packed, `before` goes first. */
  #subscribeToAudience(
    audience: Audience,
    { subscribers }: Pick<PersonStream<Encoded>, 'subscribers'>,
    subscriber: Subscriber<Encoded>,
    cursors: StreamCursors,
    before: readonly Encoded[],
  ): void {
    const first = this.#getAudienceStream(audience).catchUp(cursors.audience, subscriber.unpacks)
    if (!(first instanceof Promise)) {
      subscriber.send([...before, ...first])
      this.#subscribers[audience].add(subscriber)
      return
    }
    subscriber.send(before)
    first
      .then(() => {
        if (subscribers.has(subscriber)) this.#subscribeToAudience(audience, { subscribers }, subscriber, cursors, [])
      })
      .catch((error: unknown) => {
        this.#ports.logger.error({ err: error, session: this.#session.id }, 'a first view could not be sent')
        subscriber.end()
      })
  }

  close(): void {
    for (const stop of this.#stops) stop()
    for (const name of roundNames) this.#rounds[name].scheduler.stop()
    this.#presenceSchedule.stop()
    this.#calmSchedule.stop()
  }

  #applyChange(change: StateChange): void {
    this.#keptPresence.follow(change)
    if (change.reset) this.#restart()
    else this.#applyEvents(change)
  }

  #applyEvents({ from, to, events }: StateChange): void {
    for (const event of events)
      if (event.type === 'people.revoked' || event.type === 'people.link-renewed') this.#endPerson(event.data.person)
    // Who is away is shown of the speaker and of the next ones.
    if (from.queue !== to.queue || from.people !== to.people || from.floor.current !== to.floor.current) this.#presenceSchedule.request()
    for (const { unsent } of this.#audienceStreams.values()) unsent.push(...events)
    this.#noteConcerned(findConcerned(events, { from, to }))
    const pace = pickMostUrgent(events.map(getPace))
    if (pace !== null) this.#requestRounds(pace)
  }

  #noteConcerned(people: 'all' | ReadonlySet<PersonId>): void {
    for (const person of people === 'all' ? this.#personStreams.keys() : people) {
      const stream = this.#personStreams.get(person)
      if (stream) this.#rounds[roundByAudience[stream.audience]].due.add(stream)
    }
  }

  /** Officers are few: what is paced for others they get at once, but for counts. */
  #requestRounds(pace: Pace): void {
    this.#rounds.officers.scheduler.request(pace === 'soon' ? 'now' : pace)
    this.#rounds.audience.scheduler.request(pace)
  }

  /** The frames sent so far are no longer valid. Disconnects every screen, so that it reconnects and gets a snapshot. */
  #restart(): void {
    this.#audienceStreams.clear()
    for (const person of [...this.#personStreams.keys()]) this.#endPerson(person)
  }

  #endPerson(person: PersonId): void {
    for (const subscriber of [...(this.#personStreams.get(person)?.subscribers ?? [])]) subscriber.end()
  }

  #createRound(name: RoundName): Round<Encoded> {
    return { due: new Set(), scheduler: new RoundScheduler((pace) => this.#ports.runRound(() => this.#runRound(name, pace))) }
  }

  /** Returns the processor time of the round in milliseconds. */
  async #runRound(name: RoundName, pace: Pace): Promise<number> {
    const busy = new BusyTime()
    try {
      for (const audience of audiences) if (roundByAudience[audience] === name) await this.#sendAudience(audience, busy)
      await this.#sendDue(this.#rounds[name].due, busy)
      this.#ports.onRoundTimed?.(name, pace, busy.total / 1000)
    } catch (error) {
      this.#ports.logger.error({ err: error, session: this.#session.id }, 'a round of frames failed')
    }
    return busy.total
  }

  async #sendAudience(audience: Audience, busy: BusyTime): Promise<void> {
    const frames = busy.spend(() => this.#advanceAudience(audience))
    if (frames.length > 0) await inChunks(this.#subscribers[audience], busy, (subscriber) => subscriber.send(frames))
  }

  /** What has changed for it since the last round. */
  #advanceAudience(audience: Audience): readonly Encoded[] {
    const stream = this.#audienceStreams.get(audience)?.stream
    const isPresenceDue = this.#presenceDue.delete(audience)
    if (stream === undefined) return []
    const { state } = this.#session
    const at = this.#ports.now()
    const frames = [stream.advance(state, at)]
    if (isPresenceDue) frames.push(stream.updateTransient(this.#makeTransient(state, audience), at))
    return frames.filter((frame) => frame !== null)
  }

  async #sendDue(due: Set<PersonStream<Encoded>>, busy: BusyTime): Promise<void> {
    const streams = [...due]
    due.clear()
    const { state } = this.#session
    const at = this.#ports.now()
    await inChunks(streams, busy, ({ person, stream, subscribers }) => {
      const own = this.#ports.transients.ofPerson(state, person)
      const frames = [stream.advance(state, at), stream.updateTransient(own, at)].filter((frame) => frame !== null)
      if (frames.length > 0) for (const subscriber of subscribers) subscriber.send(frames)
    })
  }

  /** Nothing is sent while there is a fault, because a screen that hears of presence looks as if it were up to date. */
  #sendPresence(receivers: 'officers' | 'everybody'): void {
    if (this.#session.fault !== null) return
    for (const audience of audiences)
      if (receivers === 'everybody' || roundByAudience[audience] === 'officers') this.#presenceDue.add(audience)
    for (const name of roundNames) if (receivers === 'everybody' || name === 'officers') this.#rounds[name].scheduler.request('soon')
  }

  #getAudienceStream(audience: Audience): FrameStream<Encoded> {
    const known = this.#audienceStreams.get(audience) ?? this.#createAudienceStream(audience)
    this.#audienceStreams.set(audience, known)
    return known.stream
  }

  #createAudienceStream(audience: Audience): AudienceStream<Encoded> {
    const kept = new KeptView(this.#session.state, audience)
    const unsent: Event[] = []
    const advance = (state: State) => kept.advance(state, unsent.splice(0))
    const stream = this.#createStream('audience', { view: kept.view, advance }, this.#makeTransient(this.#session.state, audience))
    return { stream, unsent }
  }

  #makeTransient(state: State, audience: Audience): AnyView {
    return { presence: this.#keptPresence.toView(state, audience), ...this.#ports.transients.ofAudience(state, audience) }
  }

  #noteTransients({ people, audiences: isForAudiences }: TransientChange): void {
    this.#noteConcerned(people === 'all' ? people : new Set(people))
    if (isForAudiences) this.#calmSchedule.request()
    for (const name of roundNames) if (this.#rounds[name].due.size > 0) this.#rounds[name].scheduler.request('counts')
  }

  #getPersonStream(person: PersonId): PersonStream<Encoded> {
    const personStream = this.#personStreams.get(person) ?? this.#createPersonStream(person)
    this.#personStreams.set(person, personStream)
    return personStream
  }

  #createPersonStream(person: PersonId): PersonStream<Encoded> {
    const { state } = this.#session
    const role = state.people.all.get(person)?.role
    if (!role) throw new Error(`nobody of the id ${person} has been admitted`)
    // A person's own view is small: it is sent whole after any change that a screen has missed.
    const stream = this.#createStream('person', new OwnView(state, person), this.#ports.transients.ofPerson(state, person))
    return { person, stream, subscribers: new Set(), audience: audienceByRole[role] }
  }

  #createStream(name: StreamName, source: ViewSource, transient: AnyView): FrameStream<Encoded> {
    const { codec, now } = this.#ports
    const isShared = name === 'audience'
    const ports = { name, source, hasher: this.#hasher, maxRemembered: isShared ? maxRemembered : 0, isShared, transient, codec }
    return new FrameStream(ports, now())
  }
}
