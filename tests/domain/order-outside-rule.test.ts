/** Tables for the order outside the rule: pinned, programme or absent entries, deferrals, suggestions, joint statements. */
import type { OrderMode } from '@rostrum/shared/contract/enums'
import type { PositionCause } from '@rostrum/shared/contract/queue'
import { computeOrder, previewOrder, suggestNext } from '@rostrum/shared/domain/queue/speaking-order'
import { describe, expect, test } from 'vitest'
import { afterNoon } from '../support/fixtures.ts'
import { getOrderNames, getOrderPairs, makePositions, makeQueue } from '../support/queue-tables.ts'

describe('entries that come before the rule', () => {
  test('[O15] a moved entry is pinned at that position, and the rule works around it', () => {
    const pin = (position: number, by: 'chair' | 'consent' = 'chair') => ({ pin: { position, by } })
    expect(getOrderPairs(makeQueue('received', { a: {}, b: {}, c: {}, d: pin(1), e: pin(3, 'consent') }))).toEqual([
      ['a', 'received'],
      ['d', 'moved'],
      ['b', 'received'],
      ['e', 'swapped'],
      ['c', 'received'],
    ])
    expect(getOrderNames(makeQueue('received', { a: pin(9), b: pin(7), c: {} }))).toEqual(['c', 'b', 'a'])
    expect(getOrderPairs(makeQueue('received', { a: {}, b: { missedCalls: 1, ...pin(0) } }))).toEqual([
      ['b', 'moved'],
      ['a', 'received'],
    ])
  })

  test('[O18] programme speakers come by rank, and absent speakers at the end', () =>
    expect(
      getOrderPairs(
        makeQueue('balanced', { a: {}, q: { programmeRank: 1 }, p: { programmeRank: 0 }, r: { programmeRank: 2, missedCalls: 1 } }),
      ),
    ).toEqual([
      ['p', 'programme'],
      ['q', 'programme'],
      ['a', 'received'],
      ['r', 'absent'],
    ]))

  test('[O19] pinned entries come first, then the programme, then firm positions, then the rule', () => {
    const asking = { a: {}, b: {}, c: { group: 'civil' }, p: { programmeRank: 0 }, m: { pin: { position: 0, by: 'chair' } } } as const
    expect(getOrderNames(makeQueue('balanced', asking, [{}]), makePositions('b', 'a'))).toEqual(['m', 'p', 'c', 'a', 'b'])
    const { p: _, ...others } = asking
    expect(getOrderNames(makeQueue('balanced', others, [{}]), makePositions('b', 'a'))).toEqual(['m', 'b', 'c', 'a'])
  })

  test('[O7] an entry that is firm only because it was moved or in the programme is freed when that ends', () => {
    const positions = makePositions('b', 'a').map((position) => ({ ...position, cause: 'moved' as const }))
    expect(getOrderNames(makeQueue('balanced', { a: {}, b: {} }), positions)).toEqual(['a', 'b'])
  })
})

describe('a firm position', () => {
  const causes: readonly PositionCause[] = ['received', 'entity-first', 'entity-spoken', 'group-first', 'channel-turn', 'deferred', 'kept']
  const keep = (name: string, spoken: readonly object[]) =>
    causes.map((cause) => {
      const firm = makePositions(name).map((position) => ({ ...position, cause }))
      return getOrderPairs(makeQueue('balanced', { a: {}, b: {} }, spoken), firm)[0]?.join(' ')
    })

  test('[O23] has the cause for which the rule would choose it now, whatever cause it had', () => {
    expect(new Set(keep('b', [{ entity: 'a' }]))).toEqual(new Set(['b entity-first']))
    expect(new Set(keep('a', []))).toEqual(new Set(['a received']))
    expect(new Set(keep('a', [{ entity: 'a' }, { entity: 'b' }]))).toEqual(new Set(['a entity-spoken']))
  })

  test('[O23] says that the first two places stay, where the rule would choose another', () => {
    expect(new Set(keep('b', []))).toEqual(new Set(['b kept']))
    expect(new Set(keep('a', [{ entity: 'a' }]))).toEqual(new Set(['a kept']))
  })
})

describe('deferring', () => {
  test('[O16] an entry that defers waits until the other has a position, and costs nobody an overtake', () =>
    expect(computeOrder(makeQueue('received', { a: { deferredTo: 'c' }, b: {}, c: {}, d: {} }), [])).toMatchObject([
      { entry: 'b', cause: 'received', aheadOther: 0, overtakesLeft: 4 },
      { entry: 'c', cause: 'received', aheadOther: 0, overtakesLeft: 4 },
      { entry: 'a', cause: 'deferred', aheadByRule: 0, aheadOther: 2, overtakesLeft: 4 },
      { entry: 'd', cause: 'received', aheadEarlier: 3 },
    ]))

  test('[O16] does not count if the other was swapped further back, and nobody else could be chosen', () => {
    const b = { pin: { position: 2, by: 'consent' } } as const
    expect(getOrderNames(makeQueue('received', { a: { deferredTo: 'b' }, b, late: { missedCalls: 1 } }))[0]).toBe('a')
    // Somebody else can be chosen, so `a` waits.
    expect(getOrderNames(makeQueue('received', { a: { deferredTo: 'b' }, b, c: {}, d: {} }))).toEqual(['c', 'd', 'b', 'a'])
  })

  test('[O16] counts only while the other entry is in the order', () => {
    for (const other of [{ held: true }, { missedCalls: 1 }])
      expect(getOrderNames(makeQueue('received', { a: { deferredTo: 'c' }, b: {}, c: other }))[0]).toBe('a')
    expect(getOrderNames(makeQueue('received', { a: { deferredTo: 'gone' }, b: {} }))).toEqual(['a', 'b'])
  })

  test('[O16] is the cause only if it made the entry wait', () =>
    expect(
      getOrderPairs(makeQueue('balanced', { a: { entity: 'x', deferredTo: 'c' }, b: {}, c: { group: 'civil' } }, [{ entity: 'x' }])),
    ).toEqual([
      ['c', 'group-first'],
      ['b', 'entity-first'],
      ['a', 'entity-spoken'],
    ]))

  test('[O16] does not count if all wait for each other, or for an entry that was moved further back', () => {
    expect(getOrderNames(makeQueue('received', { a: { deferredTo: 'b' }, b: { deferredTo: 'c' }, c: { deferredTo: 'a' }, d: {} }))).toEqual(
      ['d', 'a', 'c', 'b'],
    )
    expect(getOrderNames(makeQueue('received', { a: { deferredTo: 'b' }, b: { pin: { position: 1, by: 'chair' } } }))).toEqual(['a', 'b'])
  })

  test('[O16, O7] gives up a firm position, and the second entry is first', () =>
    expect(
      getOrderNames(
        makeQueue('balanced', { a: { deferredTo: 'd' }, b: {}, c: { group: 'civil' }, d: {} }, [{}]),
        makePositions('a', 'b'),
      )[0],
    ).toBe('b'))

  test('[O6] the overtake limit of a deferring entry delays nobody', () =>
    expect(getOrderNames(makeQueue('balanced', { a: { timesOvertaken: 4, deferredTo: 'c' }, b: {}, c: { group: 'civil' } }, [{}]))).toEqual(
      ['c', 'a', 'b'],
    ))
})

describe('if the rule only suggests', () => {
  const asking = { a: {}, b: {}, c: { group: 'civil' } }
  const makeSuggesting = (mode: OrderMode, overtakes = 4) => ({ ...makeQueue(mode, asking, [{}], overtakes), suggestOnly: true })

  test('[O14] the queue stays in order received, and the first of the rule’s order is suggested', () => {
    expect(getOrderNames(makeSuggesting('balanced'), makePositions('b', 'a'))).toEqual(['a', 'b', 'c'])
    expect(suggestNext(makeSuggesting('balanced'))).toEqual({ entry: 'c', cause: 'group-first' })
    expect(suggestNext(makeSuggesting('balanced', 0))).toEqual({ entry: 'a', cause: 'overtake-limit' })
  })

  test('[O14] nothing is suggested in order received, if the rule decides, or if nobody waits', () => {
    expect(suggestNext(makeSuggesting('received'))).toBeNull()
    expect(suggestNext({ ...makeSuggesting('balanced'), suggestOnly: false })).toBeNull()
    expect(suggestNext({ ...makeSuggesting('balanced'), entries: new Map() })).toBeNull()
  })

  test('[O7] the preview of a mode frees the first two and keeps those who were moved', () => {
    const queue = makeQueue('received', { ...asking, d: { pin: { position: 0, by: 'chair' } } }, [{}])
    expect(previewOrder(queue, 'balanced', false).map(({ entry }) => entry)).toEqual(['d', 'c', 'a', 'b'])
    expect(previewOrder(queue, 'balanced', true).map(({ entry }) => entry)).toEqual(['d', 'a', 'b', 'c'])
  })
})

test('[O2] a joint statement counts as an intervention of all its entities', () => {
  const asking = { a: { with: 'Delegation 2' }, b: { entity: 'Delegation 2' }, c: {} }
  expect(getOrderPairs(makeQueue('balanced', asking))).toEqual([
    ['a', 'received'],
    ['c', 'entity-first'],
    ['b', 'entity-spoken'],
  ])
})

test('every cause is in a table above', () => {
  const causes: Record<PositionCause, true> = {
    received: true,
    'entity-first': true,
    'group-first': true,
    'group-turn': true,
    'without-group': true,
    'channel-turn': true,
    'overtake-limit': true,
    'entity-spoken': true,
    absent: true,
    declined: true,
    programme: true,
    moved: true,
    swapped: true,
    deferred: true,
    kept: true,
  }
  const seen = [
    getOrderPairs(makeQueue('balanced', { a: { entity: 'Delegation 1' }, b: {} }, [{ entity: 'Delegation 1' }])),
    getOrderPairs(makeQueue('balanced', { a: {}, c: { group: 'civil' } }, [{ entity: 'x' }])),
    getOrderPairs(
      makeQueue('balanced', { a: {}, c: { group: 'civil' } }, [{ entity: 'x' }, { entity: 'y' }, { entity: 'z', group: 'civil' }]),
    ),
    getOrderPairs(makeQueue('balanced', { a: {}, b: { channel: 'remote' } }, [{ entity: 'x', channel: 'room' }])),
    getOrderPairs(
      makeQueue('balanced', { a: { timesOvertaken: 4 }, b: { group: 'civil' }, c: { missedCalls: 1 }, d: { declinedAt: afterNoon(60) } }, [
        { entity: 'x' },
      ]),
    ),
    getOrderPairs(
      makeQueue('received', {
        a: { programmeRank: 0 },
        b: { pin: { position: 0, by: 'chair' } },
        c: { pin: { position: 2, by: 'consent' } },
      }),
    ),
    getOrderPairs(makeQueue('received', { a: { deferredTo: 'b' }, b: {} })),
    getOrderPairs(makeQueue('balanced', { a: {}, b: {} }), makePositions('b')),
    getOrderPairs(makeQueue('rotate', { a: {}, b: { group: null } }, [{}])),
  ]
  expect(new Set(seen.flat().map(([, cause]) => cause))).toEqual(new Set(Object.keys(causes)))
})
