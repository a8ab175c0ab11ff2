/** Turns commits into frames for every screen on this node: one frame per audience, and a small one per person. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { type Audience, audiences, roleRules } from '@rostrum/shared/contract/roles'
import { makeRecord } from '@rostrum/shared/kernel/fields'
import { findConcerned } from '@rostrum/shared/projection/concerned'
import type { StreamCursors, StreamName } from '@rostrum/shared/protocol/frame'
import { KeptPresence } from '../presence/kept-presence.ts'
import type { StateChange } from '../session/change-listeners.ts'
import type { Session } from '../session/session.ts'
import { AudienceFanout, type PersonStream } from './audience-fanout.ts'
import { CalmSchedule } from './calm-schedule.ts'
import { FrameStream, type HeldStream } from './frame-stream.ts'
import { OwnView } from './own-view.ts'
import type { FanoutPorts, Subscriber } from './ports.ts'
import { PresenceSchedule } from './presence-schedule.ts'
import { getPace, pickMostUrgent } from './round-scheduler.ts'
import { TextHasher } from './text-hasher.ts'
import type { TransientChange } from './transients.ts'

/** How long, in milliseconds, the stream of a person without a screen is kept after it was read. */
const keptForMs = 60_000

export class Fanout<Encoded> {
  readonly #session: Session
  readonly #ports: FanoutPorts<Encoded>
  readonly #hasher: TextHasher
  readonly #keptPresence: KeptPresence
  readonly #personStreams = new Map<PersonId, PersonStream<Encoded>>()
  readonly #byAudience: Readonly<Record<Audience, AudienceFanout<Encoded>>>
  readonly #audiences: readonly AudienceFanout<Encoded>[]
  readonly #stops: readonly (() => void)[]
  readonly #presenceSchedule = new PresenceSchedule((receivers) => this.#sendPresence(receivers))
  /** The people whose stream is kept because somebody has read it. */
  readonly #readers = new Set<PersonId>()
  #forgetting: NodeJS.Timeout | undefined
  readonly #calmSchedule = new CalmSchedule(() => this.#sendPresence('everybody'))

  constructor(session: Session, ports: FanoutPorts<Encoded>) {
    this.#session = session
    this.#ports = ports
    this.#hasher = new TextHasher(ports.cursorKey)
    this.#keptPresence = new KeptPresence(ports.presence)
    const create = (audience: Audience) =>
      new AudienceFanout(audience, { ...ports, session, hasher: this.#hasher, keptPresence: this.#keptPresence })
    this.#byAudience = makeRecord(audiences, create)
    this.#audiences = Object.values(this.#byAudience)
    this.#stops = [
      session.onChange((change) => this.#applyChange(change)),
      () => this.#keptPresence.stop(),
      this.#ports.presence.onChange(() => this.#presenceSchedule.request()),
      ports.transients.onChange((noted) => this.#noteTransients(noted)),
      session.onFaultChange((fault) => fault === null && this.#presenceSchedule.request()),
    ]
  }

  /** Returns the number of connections that a person has on this node. */
  connectionCount(person: PersonId): number {
    return this.#ports.presence.connectionCount(person)
  }

  /**
   * Returns what the screens of a person have held since the last round. The stream is kept for a while, as that of a screen is, so that
   * asking again makes nothing.
   */
  read(person: PersonId): Readonly<Record<StreamName, HeldStream>> {
    const { audience, stream } = this.#getPersonStream(person)
    this.#readers.add(person)
    this.#forgetting ??= setTimeout(() => this.#forgetReaders(), keptForMs).unref()
    return { audience: this.#byAudience[audience].held, person: stream.held }
  }

  /** Subscribes a screen and sends it what it needs to be current. Returns a function that unsubscribes it. */
  subscribe(subscriber: Subscriber<Encoded>, cursors: StreamCursors): () => void {
    const { person } = subscriber
    const personStream = this.#getPersonStream(person)
    const { subscribers, stream } = personStream
    const audience = this.#byAudience[personStream.audience]
    subscribers.add(subscriber)
    this.#ports.presence.connect(person)
    this.#presenceSchedule.countConnection()
    // The view of one person is small and never packed, so its frames are available at once.
    const own = stream.catchUp(cursors.person, false)
    audience.subscribe(subscriber, cursors.audience, own instanceof Promise ? [] : own, () => subscribers.has(subscriber))
    return () => {
      if (!subscribers.delete(subscriber)) return
      audience.unsubscribe(subscriber)
      this.#ports.presence.disconnect(person, this.#ports.now())
      if (subscribers.size === 0 && this.#personStreams.get(person) === personStream) this.#personStreams.delete(person)
    }
  }

  close(): void {
    clearTimeout(this.#forgetting)
    for (const stop of this.#stops) stop()
    for (const audience of this.#audiences) audience.close()
    this.#presenceSchedule.stop()
    this.#calmSchedule.stop()
  }

  /** Forgets the streams that were only read. The next one who asks gets a new one. */
  #forgetReaders(): void {
    clearTimeout(this.#forgetting)
    this.#forgetting = undefined
    for (const person of this.#readers) if (this.#personStreams.get(person)?.subscribers.size === 0) this.#personStreams.delete(person)
    this.#readers.clear()
  }

  #applyChange(change: StateChange): void {
    this.#keptPresence.follow(change)
    if (change.reset) this.#restart()
    else this.#applyEvents(change)
  }

  #applyEvents({ from, to, events }: StateChange): void {
    for (const event of events)
      if (event.type === 'people.revoked' || event.type === 'people.link-renewed') this.#endPerson(event.data.person)
    // The views show whether the speaker and the next speakers are away.
    if (from.queue !== to.queue || from.people !== to.people || from.floor.current !== to.floor.current) this.#presenceSchedule.request()
    for (const audience of this.#audiences) audience.addEvents(events, to)
    this.#noteConcerned(findConcerned(events, { from, to }))
    const pace = pickMostUrgent(events.map(getPace))
    if (pace !== null) for (const audience of this.#audiences) audience.requestRound(pace)
  }

  #noteConcerned(people: 'all' | ReadonlySet<PersonId>): void {
    for (const person of people === 'all' ? this.#personStreams.keys() : people) {
      const stream = this.#personStreams.get(person)
      if (stream) this.#byAudience[stream.audience].addDue(stream)
    }
  }

  /** Disconnects every screen, so that it reconnects and gets a snapshot: the frames sent so far are no longer valid. */
  #restart(): void {
    for (const audience of this.#audiences) audience.restart()
    for (const person of [...this.#personStreams.keys()]) this.#endPerson(person)
    this.#forgetReaders()
  }

  #endPerson(person: PersonId): void {
    for (const subscriber of [...(this.#personStreams.get(person)?.subscribers ?? [])]) subscriber.end()
  }

  /** Sends nothing while there is a fault: a screen that gets presence looks as if it were up to date. */
  #sendPresence(receivers: 'officers' | 'everybody'): void {
    if (this.#session.fault !== null) return
    for (const audience of this.#audiences) if (receivers === 'everybody' || audience.isForOfficers) audience.requestPresence()
  }

  #noteTransients({ people, audiences: isForAudiences }: TransientChange): void {
    this.#noteConcerned(people === 'all' ? people : new Set(people))
    if (isForAudiences) this.#calmSchedule.request()
    for (const audience of this.#audiences) audience.requestDue()
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
    const { codec, now, transients } = this.#ports
    const transient = transients.ofPerson(state, person)
    // A person's own view is small: it is sent whole after any change that a screen has missed.
    const ports = { source: new OwnView(state, person), hasher: this.#hasher, maxRemembered: null, transient, codec }
    const stream = new FrameStream({ name: 'person', ...ports }, now())
    return { person, stream, subscribers: new Set(), audience: roleRules[role].audience }
  }
}
