/** Every request for the floor and its outcome. Only the final state counts, so undone steps leave no trace. */

import type { RemovalReason } from '@rostrum/shared/contract/enums'
import type { PastTurn } from '@rostrum/shared/contract/floor'
import type { EntryId, TurnId } from '@rostrum/shared/contract/ids'
import type { Entry, QueueState } from '@rostrum/shared/contract/queue'
import type { RequestOutcome, SessionRecord } from '@rostrum/shared/contract/record'
import type { Event, State } from '@rostrum/shared/contract/registry'
import type { RecordTimes } from './times.ts'

export type UnnumberedRequest = Omit<SessionRecord['requests'][number], 'number'>

export class RequestHistory {
  readonly #entries = new Map<EntryId, Entry>()
  readonly #entryOfTurn = new Map<TurnId, EntryId>()
  readonly #removalReasons = new Map<EntryId, RemovalReason>()
  /** The people who were called without a request and were not present. They wait in the queue like others. */
  readonly #waitingUnasked = new Set<EntryId>()

  /** How often each request was called while its speaker was absent. */
  readonly #missedCalls = new Map<EntryId, number>()

  apply(events: readonly Event[], before: State, after: State): void {
    for (const event of events) {
      if (event.type === 'queue.joined') this.#entries.set(event.data.entry.id, event.data.entry)
      if (event.type === 'queue.postponed') this.#addReturned(event.data.entry)
      if (event.type === 'queue.not-reached') for (const entry of event.data.entries) this.#addReturned(entry)
      if (event.type === 'queue.topic-set') this.#setTopic(event.data.entry, event.data.topic)
      if (event.type === 'floor.called' && event.data.entry) this.#entryOfTurn.set(event.data.turn, event.data.entry.id)
      if (event.type === 'queue.left' && event.data.reason) this.#removalReasons.set(event.data.entry, event.data.reason)
      if (event.type === 'queue.restored') this.#restore(before.queue, after.queue)
    }
  }

  /** Returns the request of a turn. Null for a turn without a request, and for an answer. */
  findEntryOfTurn(turn: TurnId): EntryId | null {
    const entry = this.#entryOfTurn.get(turn)
    return entry !== undefined && this.#entries.has(entry) ? entry : null
  }

  /** Builds the requests in the order in which they were made. */
  build(state: State, { toIso, toSeconds }: RecordTimes): readonly UnnumberedRequest[] {
    const resolver = new OutcomeResolver(state, (turn) => this.findEntryOfTurn(turn))
    return [...this.#entries.values()]
      .sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1))
      .map(({ id, kind, segment, speaker, requestChannel, programmeRank, topic, askedAt }) => {
        const { outcome, turn } = resolver.resolve(id)
        return {
          id,
          kind,
          segment: turn?.segment ?? segment,
          entity: speaker.entity,
          group: speaker.group,
          channel: speaker.channel,
          requestChannel,
          listed: programmeRank !== null || this.#waitingUnasked.has(id),
          topic,
          askedAt: toIso(askedAt),
          outcome: outcome === 'withdrawn' && this.#isRemoved(id) ? 'removed' : outcome,
          missedCalls: this.#missedCalls.get(id) ?? 0,
          reason: outcome === 'withdrawn' ? (this.#removalReasons.get(id) ?? null) : null,
          turn: turn?.id ?? null,
          waitSeconds: turn ? toSeconds(turn.startedAt - askedAt) : null,
        }
      })
  }

  /** The Chair or the secretariat removed it. At the speaker's own wish, it is the speaker's withdrawal. */
  #isRemoved(id: EntryId): boolean {
    const reason = this.#removalReasons.get(id)
    return reason !== undefined && reason !== 'asked-by-speaker'
  }

  #addReturned(entry: Entry): void {
    this.#missedCalls.set(entry.id, entry.missedCalls)
    if (this.#entries.has(entry.id)) return
    this.#entries.set(entry.id, entry)
    this.#waitingUnasked.add(entry.id)
  }

  /** Applies an undo: it removes requests that the step had added, and restores others with their latest words. */
  #restore(before: QueueState, after: QueueState): void {
    for (const id of before.entries.keys()) {
      if (!after.entries.has(id) && !after.joint[id] && !after.notReached.some((entry) => entry.id === id)) this.#entries.delete(id)
    }
    for (const entry of [...after.entries.values(), ...Object.values(after.joint).map((joint) => joint.entry)])
      this.#entries.set(entry.id, { ...(this.#entries.get(entry.id) ?? entry), topic: entry.topic })
  }

  #setTopic(id: EntryId, topic: string | null): void {
    const entry = this.#entries.get(id)
    if (entry) this.#entries.set(id, { ...entry, topic })
  }
}

type RequestFate = { readonly outcome: RequestOutcome; readonly turn: PastTurn | null }

/** Finds the final outcome. An entry that left the queue without being heard was withdrawn or removed. */
class OutcomeResolver {
  readonly #state: State
  readonly #turnsHeard = new Map<EntryId, PastTurn>()
  readonly #notReached: ReadonlySet<EntryId>

  constructor(state: State, findEntryOfTurn: (turn: TurnId) => EntryId | null) {
    this.#state = state
    for (const turn of state.floor.past) {
      const entry = findEntryOfTurn(turn.id)
      if (entry) this.#turnsHeard.set(entry, turn)
    }
    this.#notReached = new Set(state.queue.notReached.map(({ id }) => id))
  }

  resolve(id: EntryId): RequestFate {
    const { queue, floor } = this.#state
    const turn = this.#turnsHeard.get(id) ?? null
    if (turn) return { outcome: 'heard', turn }
    if ([floor.current, floor.interrupted].some((one) => one?.entry?.id === id)) return { outcome: 'speaking', turn: null }
    if (this.#notReached.has(id)) return { outcome: 'not-reached', turn: null }
    if (queue.entries.get(id)) return { outcome: 'waiting', turn: null }
    const joint = queue.joint[id]
    if (!joint) return { outcome: 'withdrawn', turn: null }
    const host = this.resolve(joint.into)
    return host.outcome === 'heard' ? { outcome: 'joint', turn: host.turn } : host
  }
}
