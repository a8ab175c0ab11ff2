/**
 * The responders that count for the current sentence, kept as people and presence change. They are people whose registration is known and
 * who were present in the room or connected at any time while it is open, or who responded. A change costs work only for the people whom
 * it concerns.
 */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import type { State } from '@rostrum/shared/contract/registry'
import type { Prompt } from '@rostrum/shared/contract/sense'
import { canRespond, getResponder } from '@rostrum/shared/domain/sense/decide'
import type { Present } from '@rostrum/shared/domain/sense/result'
import type { Presence } from '../../engine/presence/presence.ts'
import { TouchedPeople } from '../../engine/presence/touched-people.ts'
import type { StateChange } from '../../engine/session/change-listeners.ts'
import type { Responses } from './responses.ts'

export class CountedResponders {
  readonly #prompt: Pick<Prompt, 'one' | 'putAt'>
  readonly #presence: Presence
  readonly #responses: Responses
  readonly #touched: TouchedPeople
  /** The responder of each person who counts: the person, or the delegation. */
  readonly #responderOf = new Map<PersonId, string>()
  readonly #peopleOf = new Map<string, Set<PersonId>>()
  /** The responders for which a person was the last to respond, and that person for each responder. */
  readonly #spokeFor = new Map<PersonId, Set<string>>()
  readonly #spoken = new Map<string, PersonId>()
  #changedResponses = new Set<string>()
  readonly #all = new Map<string, Present>()
  #responded = 0

  constructor(prompt: Pick<Prompt, 'one' | 'putAt'>, presence: Presence, responses: Responses) {
    this.#prompt = prompt
    this.#presence = presence
    this.#responses = responses
    this.#touched = new TouchedPeople(presence)
  }

  follow(change: StateChange): void {
    this.#touched.follow(change)
    if (change.reset) this.#touched.add([...this.#responderOf.keys(), ...this.#spokeFor.keys()])
  }

  /** Notes responders that have responded, or no longer have a response. */
  noteResponses(responders: Iterable<string>): void {
    for (const responder of responders) this.#changedResponses.add(responder)
  }

  stop(): void {
    this.#touched.stop()
  }

  /** Lists one row for each person or delegation, with the current group. */
  list(state: State): readonly Present[] {
    this.#update(state)
    return [...this.#all.values()]
  }

  /** Lists everybody who may see the responses of these responders. */
  listPeople(state: State, responders: Iterable<string>): readonly PersonId[] {
    this.#update(state)
    return [...responders].flatMap((responder) => [...(this.#peopleOf.get(responder) ?? [])])
  }

  countResponses(state: State): number {
    this.#update(state)
    return this.#responded
  }

  #update({ people }: State): void {
    const changed = this.#changedResponses
    this.#changedResponses = new Set()
    for (const responder of changed) this.#touched.add(this.#noteSpeaker(responder))
    for (const person of this.#touched.take()) {
      const before = this.#responderOf.get(person)
      const after = this.#findResponder(people, person)
      if (before !== after) this.#move(person, before, after)
      for (const responder of [before, after, ...(this.#spokeFor.get(person) ?? [])]) if (responder !== undefined) changed.add(responder)
    }
    for (const responder of changed) this.#count(responder, people)
  }

  /** Returns the people who responded for it last, before and now. */
  #noteSpeaker(responder: string): readonly PersonId[] {
    const [before, now] = [this.#spoken.get(responder), this.#responses.get(responder)?.by]
    if (before !== undefined && before !== now) this.#spokeFor.get(before)?.delete(responder)
    if (now === undefined) this.#spoken.delete(responder)
    else {
      this.#spoken.set(responder, now)
      this.#spokeFor.set(now, (this.#spokeFor.get(now) ?? new Set()).add(responder))
    }
    return [before, now].filter((person) => person !== undefined)
  }

  #findResponder(people: State['people'], person: PersonId): string | undefined {
    const known = people.all.get(person)
    const isSeen =
      this.#presence.isConnectedSince(person, this.#prompt.putAt) ||
      this.#presence.isCheckedIn(person) ||
      (this.#spokeFor.get(person)?.size ?? 0) > 0
    return isSeen && known !== undefined && canRespond(known) ? getResponder(this.#prompt.one, known) : undefined
  }

  #move(person: PersonId, before: string | undefined, after: string | undefined): void {
    if (before !== undefined) {
      const others = this.#peopleOf.get(before)
      others?.delete(person)
      if (others?.size === 0) this.#peopleOf.delete(before)
    }
    if (after === undefined) this.#responderOf.delete(person)
    else {
      this.#responderOf.set(person, after)
      this.#peopleOf.set(after, (this.#peopleOf.get(after) ?? new Set()).add(person))
    }
  }

  #count(key: string, people: State['people']): void {
    const present = this.#makePresent(key, people)
    this.#responded += Number(hasResponded(present)) - Number(hasResponded(this.#all.get(key)))
    if (present === undefined) this.#all.delete(key)
    else this.#all.set(key, present)
  }

  /**
   * A delegation counts in the group of its last responder, and otherwise of the first of its people. The response of a person whose
   * access has ended does not count.
   */
  #makePresent(key: string, { all }: State['people']): Present | undefined {
    const own = [...(this.#peopleOf.get(key) ?? [])].flatMap((person) => all.get(person) ?? [])
    const response = this.#responses.get(key)
    const one = own.find(({ id }) => id === response?.by) ?? findFirst(own)
    if (one === undefined) return
    const isTaken = response !== undefined && all.get(response.by)?.revoked === false
    return { key, group: one.group, option: isTaken ? response.option : null }
  }
}

const hasResponded = (one: Present | undefined): boolean => one !== undefined && one.option !== null

const findFirst = (people: readonly Person[]): Person | undefined =>
  people.reduce<Person | undefined>((first, one) => (first === undefined || one.number < first.number ? one : first), undefined)
