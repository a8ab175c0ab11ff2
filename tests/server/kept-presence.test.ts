/** Kept figures of presence equal a full recount, while people come, go, are checked in, move, lose access and respond. */

import { Share } from '@rostrum/server/engine/nodes/share'
import { KeptPresence } from '@rostrum/server/engine/presence/kept-presence'
import { Presence, presenceShare } from '@rostrum/server/engine/presence/presence'
import type { StateChange } from '@rostrum/server/engine/session/change-listeners'
import { CountedResponders } from '@rostrum/server/services/sense/counted-responders'
import { countPossible, openPossibleResponders, type PossibleResponders } from '@rostrum/server/services/sense/possible-responders'
import { Responses, responseShare } from '@rostrum/server/services/sense/responses'
import type { GroupId, PersonId, PromptId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import type { Event, State } from '@rostrum/shared/contract/registry'
import { responders } from '@rostrum/shared/contract/sense'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { getResponder } from '@rostrum/shared/domain/sense/decide'
import type { Present } from '@rostrum/shared/domain/sense/result'
import type { Revision } from '@rostrum/shared/kernel/revision'
import { expect, test } from 'vitest'
import { afterNoon, noon } from '../support/fixtures.ts'
import { toReceipt } from '../support/given.ts'
import { SeededRandom } from '../support/seeded-random.ts'
import { makeSizedSession } from '../support/sized-session.ts'

const putAt = afterNoon(100)
const order = ['government', 'civil', 'technical'] as GroupId[]
const prompt = 'sentence' as PromptId
const isCounted = (state: State, person: PersonId) => {
  const known = state.people.all.get(person)
  return known?.role === 'participant' && !known.revoked
}

/** One session with the figures that are kept about it, and a full recount. */
class Room {
  state = makeSizedSession({ people: 24, questions: 2, waiting: 1 })
  readonly #share = new Share(presenceShare)
  readonly presence = new Presence(this.#share)
  readonly #heldResponses = new Share(responseShare)
  readonly #responses: Responses
  readonly #kept: readonly [KeptPresence, CountedResponders, PossibleResponders]
  readonly #random: SeededRandom
  readonly #one: (typeof responders)[number]
  #seconds = 90

  constructor(seed: number) {
    this.#random = new SeededRandom(seed)
    this.#one = this.#random.pick(responders)
    this.#responses = new Responses(this.#one, this.#heldResponses)
    for (let step = this.#random.nextBelow(30); step > 0; step -= 1) this.change()
    const { presence } = this
    this.#kept = [
      new KeptPresence(presence),
      new CountedResponders({ one: this.#one, putAt }, presence, this.#responses),
      openPossibleResponders(presence),
    ]
  }

  /** Makes one change of a kind that the kept figures must follow. */
  change(): void {
    const random = this.#random
    const person = random.pick(['chair', 'panel', 'desk', ...Array.from({ length: 24 }, (_, index) => `person-${index}`)]) as PersonId
    this.#seconds += 1
    const at = afterNoon(this.#seconds)
    const acts: readonly (() => void)[] = [
      () => this.presence.connect(person),
      () => this.presence.connectionCount(person) > 0 && this.presence.disconnect(person, at),
      () => this.presence.setCheckedIn(person, random.isLikely(0.5) ? at : null),
      () => this.presence.loadCheckIns(new Map([[person, at]])),
      () => {
        const news = random.isLikely(0.3) ? { put: [], gone: [person] } : { put: [[person, random.pick([null, at])]] as const, gone: [] }
        this.presence.hear(this.#share.receive('other node', { whole: random.isLikely(0.2), ...news }) as PersonId[], at)
      },
      () => this.presence.hear(this.#share.forget('other node') as PersonId[], at),
      () => this.#apply({ type: random.isLikely(0.5) ? 'people.revoked' : 'people.reinstated', data: { person } }),
      () => {
        const entity = random.pick(['Organization 1', 'Organization 2', ''])
        this.#apply({
          type: 'people.changed',
          data: { people: [{ person, entity, group: random.pick([...order, null]), channel: random.pick(['room', 'remote']) }] },
        })
      },
      () => this.#respond(person),
    ]
    random.pick(acts)()
  }

  #apply(...events: readonly Event[]): void {
    const from = this.state
    this.state = evolveAll(from, events, noon)
    this.follow({ from, to: this.state, events, revision: 1 as Revision, reset: false })
  }

  follow(change: StateChange): void {
    this.state = change.to
    for (const kept of this.#kept ?? []) kept.follow(change)
  }

  /** Takes a response. Sometimes another node has received a later one. */
  #respond(person: PersonId): void {
    const known = this.state.people.all.get(person)
    if (known === undefined || this.#kept === undefined) return
    const responder = getResponder(this.#one, known)
    const option = this.#random.nextBelow(3)
    if (!this.#responses.take(responder, person, { prompt, option, receipt: toReceipt(person) }, afterNoon(this.#seconds))) return
    this.#kept[1].noteResponses([responder])
    if (this.#random.isLikely(0.3)) {
      this.check()
      const by = this.#random.pick([person, 'person-1' as PersonId])
      const later = { by, option: this.#random.nextBelow(3), receipt: 'elsewhere', at: afterNoon(this.#seconds + 1) }
      this.#kept[1].noteResponses(this.#heldResponses.receive('other node', { whole: false, put: [[responder, later]], gone: [] }))
    }
  }

  check(): void {
    const [kept, responding, possible] = this.#kept
    const { room, remote } = kept.toView(this.state, 'public')
    expect({ room, remote }).toEqual(this.#countPresent())
    const present = this.#listPresent()
    const sort = (all: readonly Present[]) => [...all].sort((a, b) => (a.key < b.key ? -1 : 1))
    expect(sort(responding.list(this.state))).toEqual(sort(present))
    expect(responding.countResponses(this.state)).toBe(present.filter(({ option }) => option !== null).length)
    const here = [...new Set([...this.presence.listConnected(), ...this.presence.listCheckedIn()])].filter((id) =>
      isCounted(this.state, id),
    )
    expect(countPossible(possible, this.state)).toEqual({
      person: here.length,
      delegation: new Set(here.map((id) => this.state.people.all.get(id)?.entity || id)).size,
      unconfirmed: 0,
    })
  }

  #countPresent() {
    const counts = { room: 0, remote: 0 }
    const checkedIn = this.presence.listCheckedIn()
    for (const id of new Set([...this.presence.listConnected(), ...checkedIn])) {
      const known = this.state.people.all.get(id)
      if (known === undefined || known.revoked || !['participant', 'panellist'].includes(known.role) || id === 'panel') continue
      counts[checkedIn.has(id) ? 'room' : known.channel] += 1
    }
    return counts
  }

  #listPresent(): readonly Present[] {
    const checkedIn = this.presence.listCheckedIn()
    const responses = this.#heldResponses.own
    const seen = new Set([...this.presence.listConnectedSince(putAt), ...checkedIn, ...[...responses.values()].map(({ by }) => by)])
    const people = [...this.state.people.all.values()].filter(({ id }) => seen.has(id) && isCounted(this.state, id))
    people.sort((a, b) => a.number - b.number)
    const byKey = new Map<string, Person[]>()
    for (const person of people) {
      const key = this.#one === 'delegation' && person.entity !== '' ? `entity ${person.entity.toLowerCase()}` : person.id
      byKey.set(key, [...(byKey.get(key) ?? []), person])
    }
    return [...byKey].map(([key, own]) => {
      const response = responses.get(key)
      const one = own.find(({ id }) => id === response?.by) ?? own[0]
      if (one === undefined) throw new Error('nobody')
      const isTaken = response !== undefined && this.state.people.all.get(response.by)?.revoked === false
      return { key, group: one.group, option: isTaken ? response.option : null }
    })
  }
}

test('[P19, E7, E23] whatever happens between two reads, the kept figures equal a full recount', () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const room = new Room(seed)
    for (let step = 0; step < 60; step += 1) {
      room.change()
      if (step % (1 + (seed % 4)) === 0) room.check()
    }
    const before = room.state
    const to = makeSizedSession({ people: 20, questions: 2, waiting: 1 })
    room.follow({ from: before, to, events: [], revision: 1 as Revision, reset: true })
    room.check()
  }
})

test('[T35] with twenty thousand people present, one arrival costs reading one person', () => {
  const state = makeSizedSession({ people: 20_000, questions: 2, waiting: 1 })
  let looks = 0
  const { all } = state.people
  const get = (id: PersonId) => {
    looks += 1
    return all.get(id)
  }
  const counted = { ...state, people: { ...state.people, all: { get } } } as unknown as State
  const presence = new Presence()
  for (const { id } of all.values()) presence.connect(id)
  const kept = new KeptPresence(presence)
  const responding = new CountedResponders({ one: 'delegation', putAt }, presence, new Responses('delegation'))
  const possible = openPossibleResponders(presence)
  const look = () => {
    looks = 0
    for (const audience of ['staff', 'podium', 'booth', 'public', 'display'] as const) kept.toView(counted, audience)
    responding.countResponses(counted)
    countPossible(possible, counted)
    return looks
  }
  expect(look()).toBeGreaterThan(60_000)
  presence.disconnect('person-7' as PersonId, afterNoon(101))
  presence.connect('person-7' as PersonId)
  // The person three times, and the people of their delegation.
  expect(look()).toBeLessThan(200)
  expect(look()).toBeLessThan(20)
})
