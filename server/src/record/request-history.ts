/** Every request for the floor, and what became of it. Steps that were taken back leave nothing here but what stands in the end. */

import type { Removal } from '@rostrum/shared/contract/enums'
import type { PastTurn } from '@rostrum/shared/contract/floor'
import type { EntryId, TurnId } from '@rostrum/shared/contract/ids'
import type { Entry } from '@rostrum/shared/contract/queue'
import type { Outcome, SessionRecord } from '@rostrum/shared/contract/record'
import type { Event, State } from '@rostrum/shared/contract/registry'
import { isoOf, secondsOf } from './times.ts'

export class Requests {
  readonly #asked = new Map<EntryId, Entry>()
  readonly #turns = new Map<TurnId, EntryId>()
  readonly #removed = new Map<EntryId, Removal>()
  /** Given the floor without having asked, and not there: they wait like others. */
  readonly #given = new Set<EntryId>()

  take(events: readonly Event[]): void {
    for (const event of events) {
      if (event.type === 'queue.joined') this.#asked.set(event.data.entry.id, event.data.entry)
      if (event.type === 'queue.postponed') this.#give(event.data.entry)
      if (event.type === 'queue.unheard') for (const entry of event.data.entries) this.#give(entry)
      if (event.type === 'queue.noted') this.#note(event.data.entry, event.data.topic)
      if (event.type === 'floor.called' && event.data.entry) this.#turns.set(event.data.turn, event.data.entry.id)
      if (event.type === 'queue.left' && event.data.reason) this.#removed.set(event.data.entry, event.data.reason)
    }
  }

  /** The request that a turn came of; null for one that was given, or an answer. */
  calledAs(turn: TurnId): EntryId | null {
    const entry = this.#turns.get(turn)
    return entry !== undefined && this.#asked.has(entry) ? entry : null
  }

  /** By the time at which they were made. */
  of(state: State): SessionRecord['requests'] {
    const fates = new Fates(state, (turn) => this.calledAs(turn))
    return [...this.#asked.values()]
      .sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1))
      .map(({ id, kind, segment, speaker, door, listed, topic, askedAt }) => {
        const { outcome, turn } = fates.of(id)
        return {
          id,
          kind,
          segment: turn?.segment ?? segment,
          entity: speaker.entity,
          group: speaker.group,
          channel: speaker.channel,
          door,
          listed: listed !== null || this.#given.has(id),
          topic,
          askedAt: isoOf(askedAt),
          outcome: outcome === 'withdrawn' && this.#removed.has(id) ? 'removed' : outcome,
          reason: outcome === 'withdrawn' ? (this.#removed.get(id) ?? null) : null,
          turn: turn?.id ?? null,
          waitSeconds: turn ? secondsOf(turn.startedAt - askedAt) : null,
        }
      })
  }

  #give(entry: Entry): void {
    if (this.#asked.has(entry.id)) return
    this.#asked.set(entry.id, entry)
    this.#given.add(entry.id)
  }

  #note(id: EntryId, topic: string | null): void {
    const asked = this.#asked.get(id)
    if (asked) this.#asked.set(id, { ...asked, topic })
  }
}

type Fate = { readonly outcome: Outcome; readonly turn: PastTurn | null }

/** What stands in the end. Whoever left the list without being heard has withdrawn, or was taken off. */
class Fates {
  readonly #state: State
  readonly #heard = new Map<EntryId, PastTurn>()
  readonly #unheard: ReadonlySet<EntryId>

  constructor(state: State, calledAs: (turn: TurnId) => EntryId | null) {
    this.#state = state
    for (const turn of state.floor.past) {
      const entry = calledAs(turn.id)
      if (entry) this.#heard.set(entry, turn)
    }
    this.#unheard = new Set(state.queue.unheard.map(({ id }) => id))
  }

  of(id: EntryId): Fate {
    const { queue, floor } = this.#state
    const turn = this.#heard.get(id) ?? null
    if (turn) return { outcome: 'heard', turn }
    if ([floor.current, floor.interrupted].some((one) => one?.entry?.id === id)) return { outcome: 'speaking', turn: null }
    if (this.#unheard.has(id)) return { outcome: 'not-reached', turn: null }
    if (queue.entries[id]) return { outcome: 'waiting', turn: null }
    const joint = queue.joint[id]
    if (!joint) return { outcome: 'withdrawn', turn: null }
    const host = this.of(joint.into)
    return host.outcome === 'heard' ? { outcome: 'joint', turn: host.turn } : host
  }
}
