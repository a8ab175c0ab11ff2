/** Turns commits into frames for every screen on this node: one frame per audience, and a small one per person. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import { type Slice, type State, slices } from '@rostrum/shared/contract/registry'
import { type Audience, audienceByRole, audiences } from '@rostrum/shared/contract/roles'
import type { Instant } from '@rostrum/shared/kernel/time'
import { type Projection, projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import type { AudienceView, PersonView } from '@rostrum/shared/projection/registry'
import type { Frame, StreamCursors } from '@rostrum/shared/protocol/frame'
import type { Presence } from '../presence/presence.ts'
import type { Session, StateChange } from '../session/session.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { CursorSealer } from './cursor-sealer.ts'
import { FrameStream } from './frame-stream.ts'
import { RoundScheduler } from './round-scheduler.ts'

/** One screen on this node. `send` must not throw; `end` closes the connection. */
export type Subscriber<Encoded> = { readonly person: PersonId; readonly send: (encoded: Encoded) => void; readonly end: () => void }

export type FanoutPorts<Encoded> = {
  readonly cursorSealer: CursorSealer
  readonly now: () => Instant
  readonly encode: (frame: Frame) => Encoded
  readonly logger: Logger
  /** Gets the duration of each round in seconds. */
  readonly onRoundTimed?: (seconds: number) => void
  /** The presence of this session. The fanout reports its subscribers to it, and sends its changes at most once a second. */
  readonly presence: Presence
}

type PersonStream<Encoded> = {
  readonly stream: FrameStream<Encoded>
  readonly subscribers: Set<Subscriber<Encoded>>
  readonly audience: Audience
}

/** Receivers per chunk. Between chunks the event loop can handle commands. */
const chunkSize = 500
const presenceInterval = 1000
const sliceNames = Object.keys(slices) as readonly Slice[]
const immediateSlices = sliceNames.filter((slice) => slices[slice].delivery === 'immediate')

export class Fanout<Encoded> {
  readonly #session: Session
  readonly #ports: FanoutPorts<Encoded>
  readonly #presence: Presence
  readonly #personStreams = new Map<PersonId, PersonStream<Encoded>>()
  readonly #subscribers: Record<Audience, Set<Subscriber<Encoded>>> = {
    staff: new Set(),
    podium: new Set(),
    public: new Set(),
    display: new Set(),
  }
  #audienceStreams: Record<Audience, FrameStream<Encoded>>
  readonly #staffRounds = new RoundScheduler(() => this.#runRound(['staff', 'podium']))
  readonly #publicRounds = new RoundScheduler(() => this.#runRound(['public', 'display']))
  /** Audiences whose next round includes presence. It is sent within a round so that frames stay in order. */
  readonly #presenceDue = new Set<Audience>()
  readonly #unlisten: () => void
  readonly #unwatch: () => void
  #presenceTimer: NodeJS.Timeout | undefined

  constructor(session: Session, ports: FanoutPorts<Encoded>) {
    this.#session = session
    this.#ports = ports
    this.#presence = ports.presence
    this.#audienceStreams = this.#createAudienceStreams()
    this.#unlisten = session.onChange((change) => this.#applyChange(change))
    this.#unwatch = this.#presence.onChange(() => this.#schedulePresence())
  }

  /** How many connections a person has on this node. */
  connectionCount(person: PersonId): number {
    return this.#presence.connectionCount(person)
  }

  /** Subscribes a screen and sends it what it needs to be current. Returns a function that unsubscribes it. */
  subscribe(subscriber: Subscriber<Encoded>, cursors: StreamCursors): () => void {
    const { person } = subscriber
    const personStream = this.#getPersonStream(person)
    const { audience } = personStream
    personStream.subscribers.add(subscriber)
    this.#subscribers[audience].add(subscriber)
    this.#presence.connect(person)
    subscriber.send(personStream.stream.catchUp(cursors.person))
    subscriber.send(this.#audienceStreams[audience].catchUp(cursors.audience))
    return () => {
      if (!personStream.subscribers.delete(subscriber)) return
      this.#subscribers[audience].delete(subscriber)
      this.#presence.disconnect(person, this.#ports.now())
      if (personStream.subscribers.size === 0 && this.#personStreams.get(person) === personStream) this.#personStreams.delete(person)
    }
  }

  close(): void {
    this.#unlisten()
    this.#unwatch()
    this.#staffRounds.stop()
    this.#publicRounds.stop()
    clearTimeout(this.#presenceTimer)
  }

  #applyChange({ from, to, events, reset }: StateChange): void {
    if (reset) {
      this.#restart()
      return
    }
    for (const event of events)
      if (event.type === 'people.revoked' || event.type === 'people.link-renewed') this.#endPerson(event.data.person)
    if (from.queue !== to.queue || from.people !== to.people) this.#schedulePresence()
    this.#staffRounds.request(true)
    this.#publicRounds.request(immediateSlices.some((slice) => from[slice] !== to[slice]))
  }

  /** The frames sent so far are no longer valid. Disconnects every screen, so that it reconnects and gets a snapshot. */
  #restart(): void {
    this.#audienceStreams = this.#createAudienceStreams()
    for (const person of [...this.#personStreams.keys()]) this.#endPerson(person)
  }

  #endPerson(person: PersonId): void {
    for (const subscriber of [...(this.#personStreams.get(person)?.subscribers ?? [])]) subscriber.end()
  }

  async #runRound(roundAudiences: readonly Audience[]): Promise<void> {
    const startedAt = performance.now()
    try {
      for (const audience of roundAudiences) await this.#sendAudience(audience)
      const { state, revision } = this.#session
      const at = this.#ports.now()
      await this.#sendInChunks(this.#personStreams.values(), ({ audience, stream, subscribers }) => {
        if (!roundAudiences.includes(audience)) return
        const frame = stream.advance(state, revision, at)
        if (frame !== null) for (const subscriber of subscribers) subscriber.send(frame)
      })
      this.#ports.onRoundTimed?.((performance.now() - startedAt) / 1000)
    } catch (error) {
      this.#ports.logger.error({ err: error, session: this.#session.id }, 'a round of frames failed')
    }
  }

  async #sendAudience(audience: Audience): Promise<void> {
    const { state, revision } = this.#session
    const at = this.#ports.now()
    const stream = this.#audienceStreams[audience]
    const frames = [stream.advance(state, revision, at)]
    if (this.#presenceDue.delete(audience)) frames.push(stream.updateTransient({ presence: this.#presence.toView(state, audience) }, at))
    const changedFrames = frames.filter((frame) => frame !== null)
    if (changedFrames.length > 0)
      await this.#sendInChunks(this.#subscribers[audience], (subscriber) => {
        for (const frame of changedFrames) subscriber.send(frame)
      })
  }

  /** Sends in chunks and yields between them. A screen that subscribes meanwhile already gets the new state from `catchUp`. */
  async #sendInChunks<Receiver>(receivers: Iterable<Receiver>, send: (receiver: Receiver) => void): Promise<void> {
    const all = [...receivers]
    for (let begin = 0; begin < all.length; begin += chunkSize) {
      if (begin > 0) await new Promise(setImmediate)
      for (const receiver of all.slice(begin, begin + chunkSize)) send(receiver)
    }
  }

  #schedulePresence(): void {
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = undefined
      for (const audience of audiences) this.#presenceDue.add(audience)
      this.#staffRounds.request(false)
      this.#publicRounds.request(false)
    }, presenceInterval)
  }

  #createAudienceStreams(): Record<Audience, FrameStream<Encoded>> {
    return Object.fromEntries(audiences.map((audience) => [audience, this.#createAudienceStream(audience)])) as Record<
      Audience,
      FrameStream<Encoded>
    >
  }

  #createAudienceStream(audience: Audience): FrameStream<Encoded> {
    const stream = this.#createStream('audience', audience, (state, before) =>
      projectAudience(state, audience, before as Projection<AudienceView> | undefined),
    )
    stream.updateTransient({ presence: this.#presence.toView(this.#session.state, audience) }, this.#ports.now())
    return stream
  }

  #getPersonStream(person: PersonId): PersonStream<Encoded> {
    const known = this.#personStreams.get(person)
    if (known) return known
    const role = this.#session.state.people.all.get(person)?.role
    if (!role) throw new Error(`nobody of the id ${person} has been admitted`)
    const stream = this.#createStream('person', person, (state, before) => {
      const found = state.people.all.get(person)
      return found ? projectPerson(state, found, before as Projection<PersonView> | undefined) : { state, view: {} }
    })
    const personStream: PersonStream<Encoded> = { stream, subscribers: new Set(), audience: audienceByRole[role] }
    this.#personStreams.set(person, personStream)
    return personStream
  }

  #createStream(
    name: 'audience' | 'person',
    key: string,
    project: (state: State, before?: Projection<object>) => Projection<object>,
  ): FrameStream<Encoded> {
    const { cursorSealer, encode, now } = this.#ports
    const session = this.#session
    return new FrameStream(
      { name, key: `${session.id} ${name} ${key}`, cursorSealer, project, getStateAt: (revision) => session.getStateAt(revision), encode },
      session.state,
      session.revision,
      now(),
    )
  }
}
