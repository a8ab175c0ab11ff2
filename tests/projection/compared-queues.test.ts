/** The memory of compared queues: it is correct however the queues follow each other, and it keeps no earlier queue. */
import { findStep, listChangedEntries } from '@rostrum/shared/contract/changed-entries'
import { findEntriesOf } from '@rostrum/shared/contract/entry-index'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Entry, QueueState } from '@rostrum/shared/contract/queue'
import type { State } from '@rostrum/shared/contract/registry'
import { omitEntries } from '@rostrum/shared/domain/queue/entries'
import { projectAudience } from '@rostrum/shared/projection/project'
import { projectMyQueue } from '@rostrum/shared/projection/queue/mine'
import { expect, test } from 'vitest'
import { allPeople, createState, makeAdmission, makePlan } from '../support/fixtures.ts'
import { command, join, queueOpen, replay, toEntryId } from '../support/given.ts'
import { watchReads } from '../support/watch-reads.ts'

const count = 500
const people = Array.from({ length: count }, (_, index) => `speaker-${index}`)

const openQueue = (): State => {
  const members = people.map((id, at) => makeAdmission(id, 'participant', `Delegation ${id}`, 'government', at % 2 ? 'remote' : 'room'))
  return replay(queueOpen, createState(makePlan('balanced'), [...allPeople, ...members]))
}

/** Copies the queue. Nothing is remembered of a copy. */
const copy = ({ queue }: State): QueueState => ({ ...queue, entries: new Map(queue.entries) })
const showAll = (queue: QueueState, state: State) => [
  ...people.slice(0, 10).map((id) => projectMyQueue(queue, state.floor, id as PersonId)),
  projectAudience({ ...state, queue }, 'public').view,
]

test('[L134] views equal those computed from scratch, for each person and for all, however many changes nobody looked at', () => {
  let state = openQueue()
  showAll(state.queue, state)
  for (const [at, unseen] of [1, 2, 8, 10, 15, 31, 32, 33, 70].entries()) {
    for (let change = 0; change < unseen; change += 1) {
      const id = people[change % 3] as string
      const isWaiting = state.queue.entries.has(toEntryId(id))
      state = replay(
        [isWaiting ? command(id, 'queue.withdraw', { entry: toEntryId(id) }, { at: 60 * at + change }) : join(id, 60 * at + change)],
        state,
      )
    }
    expect(showAll(state.queue, state), `${unseen} changes`).toEqual(showAll(copy(state), state))
  }
})

test('[L134] two queues compared with each other in both directions are both shown correctly', () => {
  const first = replay([join('speaker-0')], openQueue())
  const second = replay([join('speaker-1', 5)], first)
  listChangedEntries(second.queue.entries, first.queue.entries)
  listChangedEntries(first.queue.entries, second.queue.entries)
  for (const state of [first, second, first]) expect(showAll(state.queue, state)).toEqual(showAll(copy(state), state))
})

test('[V112] results for a queue are carried on, even if a view looks only at every third queue', () => {
  let reads = 0
  const watch = (entry: Entry): Entry =>
    watchReads(entry, (key) => {
      if (key === 'speaker') reads += 1
    })
  const full = replay(
    people.slice(0, 100).map((id) => join(id)),
    openQueue(),
  )
  let entries: QueueState['entries'] = new Map([...full.queue.entries].map(([id, entry]) => [id, watch(entry)]))
  const find = () => findEntriesOf(entries, 'speaker-0' as PersonId)
  find()
  expect(reads).toBe(100)
  let seen = entries
  for (let change = 0; change < 60; change += 1) {
    entries = omitEntries(entries, toEntryId(people[99 - change] as string))
    if (change % 2 === 0) find()
    if (change % 3 === 0) {
      listChangedEntries(seen, entries)
      seen = entries
    }
  }
  find()
  expect(reads).toBe(160)
})

/** True if this leads to a map or to a weak reference. A partial garbage collection would then keep the map. */
const leadsToMap = (thing: unknown, seen = new Set<unknown>()): boolean => {
  if (typeof thing !== 'object' || thing === null || seen.has(thing)) return false
  seen.add(thing)
  return thing instanceof Map || thing instanceof WeakRef || Object.values(thing).some((value) => leadsToMap(value, seen))
}

test('[L134] the memory keeps no earlier queue, and only a few steps', () => {
  let state = openQueue()
  for (let change = 0; change < 300; change += 1) {
    state = replay([join(people[change] as string, change)], state)
    const last = findStep(state.queue.entries)
    let kept = 0
    for (let step = last.from; step !== null; step = step.from) kept += 1
    expect(kept).toBeLessThan(40)
    expect(leadsToMap(last)).toBe(false)
  }
})
