/** The order by tables: each line is a floor list, each answer the places with their causes. */
import { orderModes } from '@rostrum/shared/contract/enums'
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Entry } from '@rostrum/shared/contract/queue'
import { speakingOrder } from '@rostrum/shared/domain/queue/speaking-order'
import { describe, expect, test } from 'vitest'
import { sinceNoon } from '../support/fixtures.ts'
import { entryOf, joins, listOpen, said, stateAfter } from '../support/given.ts'
import { frozen, names, order, queueOf } from '../support/queue-tables.ts'

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
    expect(names({ ...queue, entries: same })).toEqual(['b', 'a'])
    // Also where the record has been put together anew, as after a step taken back.
    expect(names({ ...queue, entries: Object.fromEntries(Object.entries(same).reverse()) })).toEqual(['b', 'a'])
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

  test('[O6, O9] the cap is the cause for the one that it holds for, not for whoever asked before it', () =>
    expect(order(queueOf('balanced', { z: {}, a: { passed: 4 }, b: { group: 'civil' } }, [{ entity: 'x' }]))).toEqual([
      ['z', 'received'],
      ['a', 'cap'],
      ['b', 'group-unheard'],
    ]))

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
    said('chair', 'queue.order', { mode: 'received', recommend: false, expectedMode: 'balanced' }),
    joins('gov-1'),
    joins('gov-2'),
    joins('civil-1'),
    said('chair', 'queue.order', { mode: 'balanced', recommend: false, expectedMode: 'received' }),
  ])
  expect(queue.line.map(({ entry }) => entry)).toEqual(['gov-1', 'civil-1', 'gov-2'].map(entryOf))
})

test('[O8] absent comes at the end, in every order; points of order and rights of reply are not in the line', () => {
  const others = { d: { kind: 'point-of-order' }, e: { kind: 'right-of-reply' } } as const
  for (const mode of orderModes)
    expect(order(queueOf(mode, { a: { absent: 1 }, b: {}, c: { absent: 1 }, ...others }))).toEqual([
      ['b', 'received'],
      ['a', 'absent'],
      ['c', 'absent'],
    ])
})

test('[O9] a place says what explains it: rank by time, who stands before, and how often it can still be passed', () => {
  const line = speakingOrder(queueOf('balanced', { a: {}, b: { passed: 1 }, c: { group: 'civil' } }, [{ entity: 'x' }]), [])
  expect(line).toEqual([
    { entry: 'c', cause: 'group-unheard', asked: 3, earlier: 0, placed: 0, aside: 0, left: 4 },
    { entry: 'a', cause: 'received', asked: 1, earlier: 0, placed: 1, aside: 0, left: 3 },
    { entry: 'b', cause: 'received', asked: 2, earlier: 1, placed: 1, aside: 0, left: 2 },
  ])
})

test('[O9] whoever stands before for another reason than the rule is counted apart, and costs nothing', () => {
  const asking = { a: {}, b: {}, c: { pin: { place: 0, by: 'chair' } }, d: { listed: 0 } } as const
  expect(speakingOrder(queueOf('balanced', asking), [])).toMatchObject([
    { entry: 'c', cause: 'moved', asked: 3, earlier: 0, placed: 0, aside: 0, left: 4 },
    { entry: 'd', cause: 'listed', asked: 4, earlier: 1, placed: 0, aside: 0, left: 4 },
    { entry: 'a', cause: 'received', asked: 1, earlier: 0, placed: 0, aside: 2, left: 4 },
    { entry: 'b', cause: 'received', asked: 2, earlier: 1, placed: 0, aside: 2, left: 4 },
  ])
})

describe('alternate', () => {
  const remote = { channel: 'remote' } as const

  test('[O13] the channel that is most behind its share of the requests', () => {
    // Two of five requests are remote: after the room has spoken once it is their turn, and of five floors they have two.
    const asking = { a: {}, b: {}, c: {}, y: remote, z: remote }
    expect(order(queueOf('alternate', asking))).toEqual([
      ['a', 'received'],
      ['y', 'channel-turn'],
      ['b', 'received'],
      ['z', 'channel-turn'],
      ['c', 'received'],
    ])
  })

  test('[O13] floors given count since the beginning, beside all requests', () => {
    const asking = { a: {}, y: remote }
    expect(names(queueOf('alternate', asking, [{}, {}]))).toEqual(['y', 'a'])
    expect(names(queueOf('alternate', asking, [remote, {}, {}, remote]))).toEqual(['a', 'y'])
    expect(names(queueOf('alternate', { y: remote, a: {} }, [remote, remote]))).toEqual(['a', 'y'])
  })

  test('[O13] the very next floor is reckoned with: most requests come from the room, so it begins', () =>
    expect(order(queueOf('alternate', { y: remote, a: {}, b: {} }))).toEqual([
      ['a', 'channel-turn'],
      ['y', 'received'],
      ['b', 'received'],
    ]))

  test('[O13] on a tie the earlier request comes first; where only one channel waits, that one', () => {
    expect(names(queueOf('alternate', { y: remote, a: {} }))).toEqual(['y', 'a'])
    expect(names(queueOf('alternate', { a: {}, y: remote }))).toEqual(['a', 'y'])
    expect(names(queueOf('alternate', { a: {}, b: {}, c: {} }))).toEqual(['a', 'b', 'c'])
  })

  test('[O13] who is listed has not asked, and takes no turn from their channel', () => {
    const asking = { a: {}, y: remote, p: { listed: 0 } } as const
    const { requests, ...queue } = queueOf('alternate', asking)
    expect(names({ ...queue, requests: requests.filter(({ entry }) => entry !== 'p') })).toEqual(['p', 'a', 'y'])
  })

  test('[O6, O7] the cap and the first two hold here too', () => {
    expect(order(queueOf('alternate', { a: { passed: 1 }, y: remote }, [{}, {}], 1))[0]).toEqual(['a', 'cap'])
    expect(names(queueOf('alternate', { a: {}, b: {}, y: remote }, [{}, {}]), frozen('a', 'b'))).toEqual(['a', 'b', 'y'])
  })
})

describe('rotate', () => {
  const [civil, technical] = [{ group: 'civil' }, { group: 'technical' }]

  test('[O17] the group with the fewest floors on this segment, of those that wait; then request time', () =>
    expect(order(queueOf('rotate', { a: {}, b: {}, c: civil, d: technical }, [{}, civil, civil]))).toEqual([
      ['d', 'group-unheard'],
      ['a', 'received'],
      ['b', 'received'],
      ['c', 'received'],
    ]))

  test('[O17] places before count as floors', () =>
    expect(order(queueOf('rotate', { a: {}, b: {}, c: civil, d: civil }))).toEqual([
      ['a', 'received'],
      ['c', 'group-unheard'],
      ['b', 'received'],
      ['d', 'received'],
    ]))

  test('[O17] one with fewer, not none, comes for that', () =>
    expect(order(queueOf('rotate', { a: {}, c: civil }, [{}, {}, civil]))[0]).toEqual(['c', 'group-turn']))

  test('[O6, O7] the cap and the first two hold here too', () => {
    expect(order(queueOf('rotate', { a: { passed: 4 }, c: civil }, [{}]))[0]).toEqual(['a', 'cap'])
    expect(names(queueOf('rotate', { a: {}, b: {}, c: civil }, [{}]), frozen('a', 'b'))).toEqual(['a', 'b', 'c'])
  })
})
