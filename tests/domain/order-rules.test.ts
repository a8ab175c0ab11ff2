/** Tables for the order: each row is a queue, each result the positions with their causes. */
import { orderModes } from '@rostrum/shared/contract/enums'
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Entry } from '@rostrum/shared/contract/queue'
import { putEntries } from '@rostrum/shared/domain/queue/entries'
import { computeOrder } from '@rostrum/shared/domain/queue/speaking-order'
import { describe, expect, test } from 'vitest'
import { afterNoon } from '../support/fixtures.ts'
import { command, join, queueOpen, replay, toEntryId } from '../support/given.ts'
import { getOrderNames, getOrderPairs, makePositions, makeQueue } from '../support/queue-tables.ts'

describe('received', () => {
  test('[O1] by request time, for everybody', () =>
    expect(getOrderPairs(makeQueue('received', { a: {}, b: {}, c: { group: 'civil', channel: 'remote' } }))).toEqual([
      ['a', 'received'],
      ['b', 'received'],
      ['c', 'received'],
    ]))

  test('[O1] a raised hand seen earlier gets an earlier position, even ahead of the first two', () => {
    const queue = makeQueue('received', { a: {}, b: {} })
    const hand = { ...queue.entries.get('a' as EntryId), id: 'hand', askedAt: afterNoon(-5) } as unknown as Entry
    const entries = putEntries(queue.entries, hand)
    expect(getOrderPairs({ ...queue, entries }, makePositions('a', 'b')).map(([entry]) => entry)).toEqual(['hand', 'a', 'b'])
  })

  test('[O1] two requests from the same millisecond are in the order in which they were recorded', () => {
    const queue = makeQueue('received', { b: {}, a: {} })
    const same = [...queue.entries].map(([id, entry]) => [id, { ...entry, askedAt: afterNoon(0) }] as const)
    expect(getOrderNames({ ...queue, entries: new Map(same) })).toEqual(['b', 'a'])
    // This holds even if the entries have been collected again, as after an undo.
    expect(getOrderNames({ ...queue, entries: new Map(same.reverse()) })).toEqual(['b', 'a'])
  })
})

describe('balanced', () => {
  test('[O2] an entity that has not spoken on this segment comes first', () =>
    expect(getOrderPairs(makeQueue('balanced', { a: { entity: 'Delegation 1' }, b: {} }, [{ entity: 'Delegation 1' }]))).toEqual([
      ['b', 'entity-first'],
      ['a', 'entity-spoken'],
    ]))

  test('[O2] for the second position, the entity of the first one counts as having spoken', () =>
    expect(getOrderPairs(makeQueue('balanced', { a: { entity: 'Delegation 1' }, b: { entity: 'Delegation 1' }, c: {} }))).toEqual([
      ['a', 'received'],
      ['c', 'entity-first'],
      ['b', 'entity-spoken'],
    ]))

  test('[O3] then comes the group with the fewest turns: first a group that has none', () =>
    expect(getOrderPairs(makeQueue('balanced', { a: {}, b: {}, c: { group: 'civil' } }, [{ entity: 'x' }]))).toEqual([
      ['c', 'group-first'],
      ['a', 'received'],
      ['b', 'received'],
    ]))

  test('[O3] then a group that has fewer', () =>
    expect(
      getOrderPairs(
        makeQueue('balanced', { a: {}, c: { group: 'civil' } }, [{ entity: 'x' }, { entity: 'y' }, { entity: 'z', group: 'civil' }]),
      ),
    ).toEqual([
      ['c', 'group-turn'],
      ['a', 'received'],
    ]))

  test('[O3] the earliest entry of a group that has not spoken has that as its cause', () =>
    expect(getOrderPairs(makeQueue('balanced', { c: { group: 'civil' }, a: {} }, [{ entity: 'x' }]))[0]).toEqual(['c', 'group-first']))

  test('[O4] then the channel that did not speak last', () =>
    expect(getOrderPairs(makeQueue('balanced', { a: {}, b: { channel: 'remote' } }, [{ entity: 'x', channel: 'room' }]))).toEqual([
      ['b', 'channel-turn'],
      ['a', 'received'],
    ]))

  test('[O5] then request time', () =>
    expect(getOrderPairs(makeQueue('balanced', { a: {}, b: {}, c: {} }))).toEqual([
      ['a', 'received'],
      ['b', 'received'],
      ['c', 'received'],
    ]))

  test('[O6] an entry that has been overtaken as often as allowed waits for nobody who asked later', () => {
    const others = { b: { group: 'civil' }, c: { group: 'private' }, d: { group: 'technical' } }
    const heard = [{ entity: 'x' }, { entity: 'y' }]
    expect(getOrderPairs(makeQueue('balanced', { a: { timesOvertaken: 4 }, ...others }, heard))[0]).toEqual(['a', 'overtake-limit'])
    expect(getOrderPairs(makeQueue('balanced', { a: { timesOvertaken: 2 }, ...others }, heard)).map(([entry]) => entry)).toEqual([
      'b',
      'c',
      'a',
      'd',
    ])
    expect(getOrderPairs(makeQueue('balanced', { a: {}, ...others }, heard, 0)).map(([entry]) => entry)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('[O6] an entry that asked earlier may still come before one at its overtake limit', () =>
    expect(
      getOrderPairs(
        makeQueue('balanced', { z: { group: 'civil' }, a: { timesOvertaken: 4 }, b: { group: 'private' } }, [{ entity: 'x' }]),
      ).map(([entry]) => entry),
    ).toEqual(['z', 'a', 'b']))

  test('[O6, O9] the overtake limit is the cause for the entry that it applies to, not for one that asked earlier', () =>
    expect(getOrderPairs(makeQueue('balanced', { z: {}, a: { timesOvertaken: 4 }, b: { group: 'civil' } }, [{ entity: 'x' }]))).toEqual([
      ['z', 'received'],
      ['a', 'overtake-limit'],
      ['b', 'group-first'],
    ]))

  test('[O7] the first two positions stay', () => {
    const asking = { a: {}, b: {}, c: { group: 'civil' } }
    expect(getOrderPairs(makeQueue('balanced', asking, [{ entity: 'x' }]), makePositions('a', 'b')).map(([entry]) => entry)).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(getOrderPairs(makeQueue('balanced', asking, [{ entity: 'x' }]), makePositions('a')).map(([entry]) => entry)).toEqual([
      'a',
      'c',
      'b',
    ])
  })

  test('[O7] except if they are held or absent', () => {
    expect(
      getOrderPairs(makeQueue('balanced', { a: { held: true }, b: {}, c: {} }), makePositions('a', 'b')).map(([entry]) => entry),
    ).not.toContain('a')
    expect(getOrderPairs(makeQueue('balanced', { a: { missedCalls: 1 }, b: {}, c: {} }), makePositions('a', 'b')).at(-1)).toEqual([
      'a',
      'absent',
    ])
  })
})

test('[O7] a change of the mode frees the first two', () => {
  const { queue } = replay([
    ...queueOpen,
    command('chair', 'queue.set-order', { mode: 'received', suggestOnly: false, expectedMode: 'balanced' }),
    join('gov-1'),
    join('gov-2'),
    join('civil-1'),
    command('chair', 'queue.set-order', { mode: 'balanced', suggestOnly: false, expectedMode: 'received' }),
  ])
  expect(queue.order.map(({ entry }) => entry)).toEqual(['gov-1', 'civil-1', 'gov-2'].map(toEntryId))
})

test('[O8] absent entries come last, in every mode; points of order and rights of reply are not in the order', () => {
  const others = { d: { kind: 'point-of-order' }, e: { kind: 'right-of-reply' } } as const
  for (const mode of orderModes)
    expect(getOrderPairs(makeQueue(mode, { a: { missedCalls: 1 }, b: {}, c: { missedCalls: 1 }, ...others }))).toEqual([
      ['b', 'received'],
      ['a', 'absent'],
      ['c', 'absent'],
    ])
})

test('[O9] a position contains what explains it: rank by time, who is ahead, and how often it can still be overtaken', () => {
  const line = computeOrder(makeQueue('balanced', { a: {}, b: { timesOvertaken: 1 }, c: { group: 'civil' } }, [{ entity: 'x' }]), [])
  expect(line).toEqual([
    { entry: 'c', cause: 'group-first', requestRank: 3, aheadEarlier: 0, aheadByRule: 0, aheadOther: 0, overtakesLeft: 4 },
    { entry: 'a', cause: 'received', requestRank: 1, aheadEarlier: 0, aheadByRule: 1, aheadOther: 0, overtakesLeft: 3 },
    { entry: 'b', cause: 'received', requestRank: 2, aheadEarlier: 1, aheadByRule: 1, aheadOther: 0, overtakesLeft: 2 },
  ])
})

test('[O9] entries that are ahead for a reason other than the rule are counted separately, and cost nothing', () => {
  const asking = { a: {}, b: {}, c: { pin: { position: 0, by: 'chair' } }, d: { programmeRank: 0 } } as const
  expect(computeOrder(makeQueue('balanced', asking), [])).toMatchObject([
    { entry: 'c', cause: 'moved', requestRank: 3, aheadEarlier: 0, aheadByRule: 0, aheadOther: 0, overtakesLeft: 4 },
    { entry: 'd', cause: 'programme', requestRank: 4, aheadEarlier: 1, aheadByRule: 0, aheadOther: 0, overtakesLeft: 4 },
    { entry: 'a', cause: 'received', requestRank: 1, aheadEarlier: 0, aheadByRule: 0, aheadOther: 2, overtakesLeft: 4 },
    { entry: 'b', cause: 'received', requestRank: 2, aheadEarlier: 1, aheadByRule: 0, aheadOther: 2, overtakesLeft: 4 },
  ])
})

describe('alternate', () => {
  const remote = { channel: 'remote' } as const

  test('[O13] the channel furthest below its share of the requests comes first', () => {
    // Two of the five requests are remote, so remote gets the second floor, and two of the five floors.
    const asking = { a: {}, b: {}, c: {}, y: remote, z: remote }
    expect(getOrderPairs(makeQueue('alternate', asking))).toEqual([
      ['a', 'received'],
      ['y', 'channel-turn'],
      ['b', 'received'],
      ['z', 'channel-turn'],
      ['c', 'received'],
    ])
  })

  test('[O13] floors given are counted from the beginning, like requests', () => {
    const asking = { a: {}, y: remote }
    expect(getOrderNames(makeQueue('alternate', asking, [{}, {}]))).toEqual(['y', 'a'])
    expect(getOrderNames(makeQueue('alternate', asking, [remote, {}, {}, remote]))).toEqual(['a', 'y'])
    expect(getOrderNames(makeQueue('alternate', { y: remote, a: {} }, [remote, remote]))).toEqual(['a', 'y'])
  })

  test('[O13] the next floor is included: most requests come from the room, so it is first', () =>
    expect(getOrderPairs(makeQueue('alternate', { y: remote, a: {}, b: {} }))).toEqual([
      ['a', 'channel-turn'],
      ['y', 'received'],
      ['b', 'received'],
    ]))

  test('[O13] on a tie the earlier request comes first; if only one channel waits, that one comes', () => {
    expect(getOrderNames(makeQueue('alternate', { y: remote, a: {} }))).toEqual(['y', 'a'])
    expect(getOrderNames(makeQueue('alternate', { a: {}, y: remote }))).toEqual(['a', 'y'])
    expect(getOrderNames(makeQueue('alternate', { a: {}, b: {}, c: {} }))).toEqual(['a', 'b', 'c'])
  })

  test('[O13] a programme speaker has not made a request, and takes no turn from their channel', () => {
    const asking = { a: {}, y: remote, p: { programmeRank: 0 } } as const
    const { requests, ...queue } = makeQueue('alternate', asking)
    expect(getOrderNames({ ...queue, requests: requests.filter(({ entry }) => entry !== 'p') })).toEqual(['p', 'a', 'y'])
  })

  test('[O6, O7] the overtake limit and the first two apply here too', () => {
    expect(getOrderPairs(makeQueue('alternate', { a: { timesOvertaken: 1 }, y: remote }, [{}, {}], 1))[0]).toEqual(['a', 'overtake-limit'])
    expect(getOrderNames(makeQueue('alternate', { a: {}, b: {}, y: remote }, [{}, {}]), makePositions('a', 'b'))).toEqual(['a', 'b', 'y'])
  })
})

describe('rotate', () => {
  const [civil, technical] = [{ group: 'civil' }, { group: 'technical' }]

  test('[O17] the waiting group with the fewest floors in this segment comes first; then request time decides', () =>
    expect(getOrderPairs(makeQueue('rotate', { a: {}, b: {}, c: civil, d: technical }, [{}, civil, civil]))).toEqual([
      ['d', 'group-first'],
      ['a', 'received'],
      ['b', 'received'],
      ['c', 'received'],
    ]))

  test('[O17] positions ahead count as floors', () =>
    expect(getOrderPairs(makeQueue('rotate', { a: {}, b: {}, c: civil, d: civil }))).toEqual([
      ['a', 'received'],
      ['c', 'group-first'],
      ['b', 'received'],
      ['d', 'received'],
    ]))

  test('[O17] a group with fewer floors, but not none, comes first with the cause `group-turn`', () =>
    expect(getOrderPairs(makeQueue('rotate', { a: {}, c: civil }, [{}, {}, civil]))[0]).toEqual(['c', 'group-turn']))

  test('[O6, O7] the overtake limit and the first two apply here too', () => {
    expect(getOrderPairs(makeQueue('rotate', { a: { timesOvertaken: 4 }, c: civil }, [{}]))[0]).toEqual(['a', 'overtake-limit'])
    expect(getOrderNames(makeQueue('rotate', { a: {}, b: {}, c: civil }, [{}]), makePositions('a', 'b'))).toEqual(['a', 'b', 'c'])
  })
})
