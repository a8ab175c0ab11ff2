/** The order by tables: each line is a floor list, each answer the places with their causes. */
import type { OrderMode } from '@rostrum/shared/contract/choices'
import type { Cause, Entry, Place, QueueState, Served } from '@rostrum/shared/contract/queue'
import type { Channel } from '@rostrum/shared/contract/roles'
import { speakingOrder } from '@rostrum/shared/domain/order'
import { emptyQueue } from '@rostrum/shared/domain/queue'
import type { EntryId, GroupId } from '@rostrum/shared/kernel/ids'
import { describe, expect, test } from 'vitest'
import { sinceNoon } from '../support/fixtures.ts'
import { entryOf, joins, listOpen, said, stateAfter } from '../support/given.ts'

type Row = { readonly entity?: string; readonly group?: string; readonly channel?: Channel } & Partial<
  Pick<Entry, 'absent' | 'held' | 'passed' | 'kind'>
>

/** Those named ask one a second, in the order written; each is its own entity unless said otherwise. */
const entriesOf = (asking: Readonly<Record<string, Row>>): Record<EntryId, Entry> =>
  Object.fromEntries(
    Object.entries(asking).map(([id, { entity = id, group = 'government', channel = 'room', ...rest }], index) => [
      id,
      {
        id,
        kind: 'intervention',
        askedAt: sinceNoon(index),
        door: channel,
        segment: null,
        topic: null,
        note: null,
        ready: false,
        held: false,
        absent: 0,
        passed: 0,
        ...rest,
        speaker: { person: null, entity, name: null, number: 0, group: group as GroupId, channel },
      } as Entry,
    ]),
  )
const queueOf = (mode: OrderMode, asking: Readonly<Record<string, Row>>, served: readonly Row[] = [], overtakes = 4): QueueState => ({
  ...emptyQueue,
  mode,
  overtakes,
  entries: entriesOf(asking),
  served: served.map(({ entity = '?', group = 'government', channel = 'room' }) => ({ entry: 'gone', entity, group, channel }) as Served),
})
const frozen = (...ids: readonly string[]): readonly Place[] =>
  ids.map((entry) => ({ entry, cause: 'received', asked: 0, earlier: 0, placed: 0, left: 0 }) as unknown as Place)
const order = (queue: QueueState, before: readonly Place[] = []) =>
  speakingOrder(queue, before).map(({ entry, cause }): [string, Cause] => [entry, cause])

describe('received', () => {
  test('[O1] by request time, whoever they are', () =>
    expect(order(queueOf('received', { a: {}, b: {}, c: { group: 'civil', channel: 'remote' } }))).toEqual([
      ['a', 'received'],
      ['b', 'received'],
      ['c', 'received'],
    ]))

  test('[O1] a hand seen earlier comes in earlier, also before the first two', () => {
    const queue = queueOf('received', { a: {}, b: {} })
    const entries = { ...queue.entries, hand: { ...queue.entries['a' as EntryId], id: 'hand', askedAt: sinceNoon(-5) } as unknown as Entry }
    expect(order({ ...queue, entries }, frozen('a', 'b')).map(([entry]) => entry)).toEqual(['hand', 'a', 'b'])
  })

  test('[O1] asked in the same millisecond: the first to be written down', () => {
    const queue = queueOf('received', { b: {}, a: {} })
    const same = Object.fromEntries(Object.entries(queue.entries).map(([id, entry]) => [id, { ...entry, askedAt: sinceNoon(0) }]))
    expect(order({ ...queue, entries: same }).map(([entry]) => entry)).toEqual(['b', 'a'])
  })
})

describe('balanced', () => {
  test('[O2] an entity that has not spoken on this segment comes first', () =>
    expect(order(queueOf('balanced', { a: { entity: 'Delegation 1' }, b: {} }, [{ entity: 'Delegation 1' }]))).toEqual([
      ['b', 'entity-first'],
      ['a', 'entity-spoken'],
    ]))

  test('[O2] the first place counts as spoken for the second', () =>
    expect(order(queueOf('balanced', { a: { entity: 'Delegation 1' }, b: { entity: 'Delegation 1' }, c: {} }))).toEqual([
      ['a', 'received'],
      ['c', 'entity-first'],
      ['b', 'entity-spoken'],
    ]))

  test('[O3] then the group with the fewest turns: one that has none', () =>
    expect(order(queueOf('balanced', { a: {}, b: {}, c: { group: 'civil' } }, [{ entity: 'x' }]))).toEqual([
      ['c', 'group-unheard'],
      ['a', 'received'],
      ['b', 'received'],
    ]))

  test('[O3] or one that has fewer', () =>
    expect(
      order(queueOf('balanced', { a: {}, c: { group: 'civil' } }, [{ entity: 'x' }, { entity: 'y' }, { entity: 'z', group: 'civil' }])),
    ).toEqual([
      ['c', 'group-turn'],
      ['a', 'received'],
    ]))

  test('[O3] the earliest whose group is unheard stands there for that', () =>
    expect(order(queueOf('balanced', { c: { group: 'civil' }, a: {} }, [{ entity: 'x' }]))[0]).toEqual(['c', 'group-unheard']))

  test('[O4] then the channel other than the last', () =>
    expect(order(queueOf('balanced', { a: {}, b: { channel: 'remote' } }, [{ entity: 'x', channel: 'room' }]))).toEqual([
      ['b', 'channel-turn'],
      ['a', 'received'],
    ]))

  test('[O5] then request time', () =>
    expect(order(queueOf('balanced', { a: {}, b: {}, c: {} }))).toEqual([
      ['a', 'received'],
      ['b', 'received'],
      ['c', 'received'],
    ]))

  test('[O6] whoever has been passed as often as allowed waits for nobody who asked later', () => {
    const others = { b: { group: 'civil' }, c: { group: 'private' }, d: { group: 'technical' } }
    const heard = [{ entity: 'x' }, { entity: 'y' }]
    expect(order(queueOf('balanced', { a: { passed: 4 }, ...others }, heard))[0]).toEqual(['a', 'cap'])
    expect(order(queueOf('balanced', { a: { passed: 2 }, ...others }, heard)).map(([entry]) => entry)).toEqual(['b', 'c', 'a', 'd'])
    expect(order(queueOf('balanced', { a: {}, ...others }, heard, 0)).map(([entry]) => entry)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('[O6] whoever asked before the one that waits no longer may still come before', () =>
    expect(
      order(queueOf('balanced', { z: { group: 'civil' }, a: { passed: 4 }, b: { group: 'private' } }, [{ entity: 'x' }])).map(
        ([entry]) => entry,
      ),
    ).toEqual(['z', 'a', 'b']))

  test('[O7] the first two places stay', () => {
    const asking = { a: {}, b: {}, c: { group: 'civil' } }
    expect(order(queueOf('balanced', asking, [{ entity: 'x' }]), frozen('a', 'b')).map(([entry]) => entry)).toEqual(['a', 'b', 'c'])
    expect(order(queueOf('balanced', asking, [{ entity: 'x' }]), frozen('a')).map(([entry]) => entry)).toEqual(['a', 'c', 'b'])
  })

  test('[O7] save for whoever is held or absent', () => {
    expect(order(queueOf('balanced', { a: { held: true }, b: {}, c: {} }), frozen('a', 'b')).map(([entry]) => entry)).not.toContain('a')
    expect(order(queueOf('balanced', { a: { absent: 1 }, b: {}, c: {} }), frozen('a', 'b')).at(-1)).toEqual(['a', 'absent'])
  })
})

test('[O7] a change of the rule frees the first two', () => {
  const { queue } = stateAfter([
    ...listOpen,
    said('chair', 'queue.order', { mode: 'received' }),
    joins('gov-1'),
    joins('gov-2'),
    joins('civil-1'),
    said('chair', 'queue.order', { mode: 'balanced' }),
  ])
  expect(queue.line.map(({ entry }) => entry)).toEqual(['gov-1', 'civil-1', 'gov-2'].map(entryOf))
})

test('[O8] absent comes at the end, in both orders; points of order are not in the line', () => {
  for (const mode of ['received', 'balanced'] as const)
    expect(order(queueOf(mode, { a: { absent: 1 }, b: {}, c: { absent: 1 }, d: { kind: 'point-of-order' } }))).toEqual([
      ['b', 'received'],
      ['a', 'absent'],
      ['c', 'absent'],
    ])
})

test('[O9] a place says what explains it: rank by time, who stands before, and how often it can still be passed', () => {
  const line = speakingOrder(queueOf('balanced', { a: {}, b: { passed: 1 }, c: { group: 'civil' } }, [{ entity: 'x' }]), [])
  expect(line).toEqual([
    { entry: 'c', cause: 'group-unheard', asked: 3, earlier: 0, placed: 0, left: 4 },
    { entry: 'a', cause: 'received', asked: 1, earlier: 0, placed: 1, left: 3 },
    { entry: 'b', cause: 'received', asked: 2, earlier: 1, placed: 1, left: 2 },
  ])
})

test('every cause there is stands in a table above', () => {
  const causes: Record<Cause, true> = {
    received: true,
    'entity-first': true,
    'group-unheard': true,
    'group-turn': true,
    'channel-turn': true,
    cap: true,
    'entity-spoken': true,
    absent: true,
  }
  const seen = [
    order(queueOf('balanced', { a: { entity: 'Delegation 1' }, b: {} }, [{ entity: 'Delegation 1' }])),
    order(queueOf('balanced', { a: {}, c: { group: 'civil' } }, [{ entity: 'x' }])),
    order(queueOf('balanced', { a: {}, c: { group: 'civil' } }, [{ entity: 'x' }, { entity: 'y' }, { entity: 'z', group: 'civil' }])),
    order(queueOf('balanced', { a: {}, b: { channel: 'remote' } }, [{ entity: 'x', channel: 'room' }])),
    order(queueOf('balanced', { a: { passed: 4 }, b: { group: 'civil' }, c: { absent: 1 } }, [{ entity: 'x' }])),
  ]
  expect(new Set(seen.flat().map(([, cause]) => cause))).toEqual(new Set(Object.keys(causes)))
})
