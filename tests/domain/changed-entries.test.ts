/** Results that are carried on from queue to queue equal those computed from scratch, however the queues follow each other. */
import { type EntryChange, listChangedEntries } from '@rostrum/shared/contract/changed-entries'
import { findEntitiesInSeveral, findEntriesOf, listTiedEntries } from '@rostrum/shared/contract/entry-index'
import type { EntryId, PersonId } from '@rostrum/shared/contract/ids'
import type { Entry, QueueState } from '@rostrum/shared/contract/queue'
import { omitEntries, putEntries } from '@rostrum/shared/domain/queue/entries'
import { computeOrder } from '@rostrum/shared/domain/queue/speaking-order'
import { expect, test } from 'vitest'
import * as oracle from '../support/oracle/speaking-order.ts'
import { makeRandomQueue } from '../support/random-queue.ts'
import { SeededRandom } from '../support/seeded-random.ts'

type Entries = QueueState['entries']

const people = Array.from({ length: 6 }, (_, index) => `person-${index}` as PersonId)
const sortById = <Thing>(things: readonly Thing[], getId: (thing: Thing) => EntryId | undefined): readonly Thing[] =>
  [...things].sort((one, other) => ((getId(one) ?? '') < (getId(other) ?? '') ? -1 : 1))
const sortChanges = (changes: readonly EntryChange[]) => sortById(changes, ({ was, now }) => (now ?? was)?.id)

/** Puts another person or entity into an entry, or nobody. */
const change = (random: SeededRandom, entry: Entry, other: Entry): Entry =>
  random.pick<() => Entry>([
    () => ({ ...entry, speaker: { ...entry.speaker, person: random.pick(people) } }),
    () => ({ ...entry, speaker: { ...entry.speaker, entity: other.speaker.entity, channel: other.speaker.channel } }),
    () => ({ ...entry, onBehalfOf: [{ ...other.speaker, person: random.pick(people) }, other.speaker] }),
    () => ({ ...entry, onBehalfOf: [], held: !entry.held, swapOfferedTo: other.id }),
    () => ({ ...entry, pin: null, deferredTo: null, swapOfferedTo: null }),
    () => entry,
  ])()

/** Makes the next queue. Some entries leave, change or return, even twice in one step. Or the same queue is built again. */
const step = (random: SeededRandom, entries: Entries, all: readonly Entry[]): Entries => {
  const pick = () => random.pick(all)
  const put = (from: Entries) => putEntries(from, ...[pick(), pick()].map((entry) => change(random, from.get(entry.id) ?? entry, pick())))
  return random.pick<() => Entries>([
    () => omitEntries(entries, pick().id, pick().id),
    () => put(entries),
    () => put(omitEntries(entries, pick().id)),
    () => new Map([...put(entries)].reverse()),
    () => entries,
  ])()
}

const countAll = (entries: Entries): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { speaker, onBehalfOf } of entries.values())
    for (const { entity } of [speaker, ...onBehalfOf]) counts.set(entity, (counts.get(entity) ?? 0) + 1)
  return counts
}

test('[L134] changes, the entries of each person and the order equal what is computed from scratch', () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const random = new SeededRandom(seed)
    const queue = makeRandomQueue(random, 1 + random.nextBelow(40))
    const all = [...queue.entries.values()]
    const known: Entries[] = [queue.entries]
    for (let turn = 0; turn < 60; turn += 1) {
      // Usually the step starts from the last queue. Otherwise it starts from an earlier one, as after a decision that was not stored.
      const before = random.isLikely(0.8) ? (known.at(-1) as Entries) : random.pick(known)
      const entries = step(random, before, all)
      known.push(entries)
      if (random.isLikely(0.6)) {
        const from = random.isLikely(0.7) ? before : random.pick(known)
        const wanted = listChangedEntries(new Map(from), new Map(entries))
        expect({ seed, turn, changes: sortChanges(listChangedEntries(from, entries)) }).toEqual({
          seed,
          turn,
          changes: sortChanges(wanted),
        })
      }
      if (random.isLikely(0.3)) continue
      const waiting = [...entries.values()]
      for (const person of people) {
        const own = waiting.filter(({ speaker, onBehalfOf }) => [speaker, ...onBehalfOf].some((voice) => voice.person === person))
        expect({ seed, turn, own: sortById(findEntriesOf(entries, person), ({ id }) => id) }).toEqual({
          ...{ seed, turn, own: sortById(own, ({ id }) => id) },
        })
      }
      const several = [...countAll(entries)].flatMap(([entity, count]) => (count > 1 ? [entity] : []))
      expect({ seed, turn, several: [...findEntitiesInSeveral(entries)].sort() }).toEqual({ seed, turn, several: several.sort() })
      const tied = waiting.filter(({ pin, deferredTo, swapOfferedTo }) => pin ?? deferredTo ?? swapOfferedTo)
      expect({ seed, turn, tied: sortById(listTiedEntries(entries), ({ id }) => id) }).toEqual({
        ...{ seed, turn, tied: sortById(tied, ({ id }) => id) },
      })
      const next = { ...queue, entries }
      expect({ seed, turn, order: computeOrder(next, []) }).toEqual({ seed, turn, order: oracle.computeOrder(next, []) })
    }
  }
})
