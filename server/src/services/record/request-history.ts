/** Every request for the floor and its outcome. Only the final state counts, so undone steps leave no trace. */

import type { RemovalReason } from '@rostrum/shared/contract/enums'
import type { PastTurn } from '@rostrum/shared/contract/floor'
import type { EntryId, StepId, TurnId } from '@rostrum/shared/contract/ids'
import type { Entry } from '@rostrum/shared/contract/queue'
import type { RequestOutcome, SessionRecord } from '@rostrum/shared/contract/record'
import type { Event, State } from '@rostrum/shared/contract/registry'
import { markNotConfirmed } from './not-confirmed.ts'
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

  /** The requests that exist by a step alone: those of the programme, and of people who were called without a request. */
  readonly #madeBy = new Map<StepId, readonly EntryId[]>()

  apply(events: readonly Event[], before: State, after: State): void {
    const made: EntryId[] = []
    for (const event of events) {
      if (event.type === 'queue.joined') made.push(this.#addAsked(event.data.entry))
      if (event.type === 'queue.postponed') made.push(...this.#addReturned(event.data.entry))
      if (event.type === 'queue.not-reached') made.push(...event.data.entries.flatMap((entry) => this.#addReturned(entry)))
      if (event.type === 'queue.topic-set') this.#setTopic(event.data.entry, event.data.topic)
      if (event.type === 'floor.called' && event.data.entry) this.#entryOfTurn.set(event.data.turn, event.data.entry.id)
      if (event.type === 'queue.left') this.#setRemovalReason(event.data.entry, event.data.reason)
      if (event.type === 'steps.taken') this.#madeBy.set(event.data.step, made)
      if (event.type === 'steps.undone') this.#undo(event.data.step, before, after)
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
          ...markNotConfirmed(state, speaker),
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

  #addAsked(entry: Entry): EntryId {
    this.#entries.set(entry.id, entry)
    return entry.id
  }

  /** Adds a called person who returns to the list. Returns the request if the person had none before. */
  #addReturned(entry: Entry): readonly EntryId[] {
    this.#missedCalls.set(entry.id, entry.missedCalls)
    if (this.#entries.has(entry.id)) return []
    this.#waitingUnasked.add(entry.id)
    return [this.#addAsked(entry)]
  }

  #setRemovalReason(id: EntryId, reason: RemovalReason | null): void {
    if (reason) this.#removalReasons.set(id, reason)
    else this.#removalReasons.delete(id)
  }

  /**
   * Removes the requests that exist by the undone step alone, and those that now count as one with an earlier request. All others are as they
   * are in the state after the undo: in the list, on the floor or not reached.
   */
  #undo(step: StepId, before: State, after: State): void {
    for (const id of this.#madeBy.get(step) ?? []) this.#entries.delete(id)
    const called = listCalled(after.floor).filter(({ id }) => this.#entries.has(id))
    const present = new Map([...listRequests(after.queue), ...called].map((entry) => [entry.id, entry]))
    for (const id of before.queue.entries.keys()) if (!present.has(id)) this.#entries.delete(id)
    for (const [id, entry] of present) {
      this.#entries.set(id, { ...(this.#entries.get(id) ?? entry), topic: entry.topic })
      this.#missedCalls.set(id, entry.missedCalls)
      this.#removalReasons.delete(id)
    }
  }

  #setTopic(id: EntryId, topic: string | null): void {
    const entry = this.#entries.get(id)
    if (entry) this.#entries.set(id, { ...entry, topic })
  }
}

const listCalled = ({ current, interrupted }: State['floor']): readonly Entry[] =>
  [current, interrupted].flatMap((turn) => turn?.entry ?? [])

const listRequests = ({ entries, joint, notReached }: State['queue']): readonly Entry[] => [
  ...entries.values(),
  ...Object.values(joint).map(({ entry }) => entry),
  ...notReached,
]

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
