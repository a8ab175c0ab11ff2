/** The order by tables, beside the rule: those held, listed or absent, own wishes, suggestions, joint statements. */
import type { OrderMode } from '@rostrum/shared/contract/enums'
import type { Cause } from '@rostrum/shared/contract/queue'
import { orderUnder, speakingOrder, suggestionIn } from '@rostrum/shared/domain/queue/speaking-order'
import { describe, expect, test } from 'vitest'
import { frozen, names, order, queueOf } from '../support/queue-tables.ts'

describe('what stands before the rule', () => {
  test('[O15] whoever was moved is held at that place, and the rule works around it', () => {
    const pin = (place: number, by: 'chair' | 'consent' = 'chair') => ({ pin: { place, by } })
    expect(order(queueOf('received', { a: {}, b: {}, c: {}, d: pin(1), e: pin(3, 'consent') }))).toEqual([
      ['a', 'received'],
      ['d', 'moved'],
      ['b', 'received'],
      ['e', 'swapped'],
      ['c', 'received'],
    ])
    expect(names(queueOf('received', { a: pin(9), b: pin(7), c: {} }))).toEqual(['c', 'b', 'a'])
    expect(order(queueOf('received', { a: {}, b: { absent: 1, ...pin(0) } }))).toEqual([
      ['b', 'moved'],
      ['a', 'received'],
    ])
  })

  test('[O18] the listed come by rank, and whoever of them was not there at the end', () =>
    expect(order(queueOf('balanced', { a: {}, q: { listed: 1 }, p: { listed: 0 }, r: { listed: 2, absent: 1 } }))).toEqual([
      ['p', 'listed'],
      ['q', 'listed'],
      ['a', 'received'],
      ['r', 'absent'],
    ]))

  test('[O19] held at a place, then listed, then standing firm, then the rule', () => {
    const asking = { a: {}, b: {}, c: { group: 'civil' }, p: { listed: 0 }, m: { pin: { place: 0, by: 'chair' } } } as const
    expect(names(queueOf('balanced', asking, [{}]), frozen('b', 'a'))).toEqual(['m', 'p', 'c', 'a', 'b'])
    const { p: _, ...others } = asking
    expect(names(queueOf('balanced', others, [{}]), frozen('b', 'a'))).toEqual(['m', 'b', 'c', 'a'])
  })

  test('[O7] whoever stood there because they were moved or listed, and is so no more, is freed', () => {
    const stood = frozen('b', 'a').map((place) => ({ ...place, cause: 'moved' as const }))
    expect(names(queueOf('balanced', { a: {}, b: {} }), stood)).toEqual(['a', 'b'])
  })
})

describe('own wishes', () => {
  test('[O16] whoever lets another go first waits until that one has a place, and costs nobody a pass', () =>
    expect(speakingOrder(queueOf('received', { a: { behind: 'c' }, b: {}, c: {}, d: {} }), [])).toMatchObject([
      { entry: 'b', cause: 'received', aside: 0, left: 4 },
      { entry: 'c', cause: 'received', aside: 0, left: 4 },
      { entry: 'a', cause: 'own-wish', placed: 0, aside: 2, left: 4 },
      { entry: 'd', cause: 'received', earlier: 3 },
    ]))

  test('[O16] only while the other is there', () => {
    for (const other of [{ held: true }, { absent: 1 }])
      expect(names(queueOf('received', { a: { behind: 'c' }, b: {}, c: other }))[0]).toBe('a')
    expect(names(queueOf('received', { a: { behind: 'gone' }, b: {} }))).toEqual(['a', 'b'])
  })

  test('[O16] the cause is the wish only where it made one wait', () =>
    expect(order(queueOf('balanced', { a: { entity: 'x', behind: 'c' }, b: {}, c: { group: 'civil' } }, [{ entity: 'x' }]))).toEqual([
      ['c', 'group-unheard'],
      ['b', 'entity-first'],
      ['a', 'entity-spoken'],
    ]))

  test('[O16] where all wait for each other, or for one moved further back, no wish counts', () => {
    expect(names(queueOf('received', { a: { behind: 'b' }, b: { behind: 'c' }, c: { behind: 'a' }, d: {} }))).toEqual(['d', 'a', 'c', 'b'])
    expect(names(queueOf('received', { a: { behind: 'b' }, b: { pin: { place: 1, by: 'chair' } } }))).toEqual(['a', 'b'])
  })

  test('[O16, O7] it gives up a firm place, and whoever stood second is first', () =>
    expect(names(queueOf('balanced', { a: { behind: 'd' }, b: {}, c: { group: 'civil' }, d: {} }, [{}]), frozen('a', 'b'))[0]).toBe('b'))

  test('[O6] the cap of one who waits by choice holds up nobody', () =>
    expect(names(queueOf('balanced', { a: { passed: 4, behind: 'c' }, b: {}, c: { group: 'civil' } }, [{}]))).toEqual(['c', 'a', 'b']))
})

describe('where the rule only suggests', () => {
  const asking = { a: {}, b: {}, c: { group: 'civil' } }
  const suggesting = (mode: OrderMode, overtakes = 4) => ({ ...queueOf(mode, asking, [{}], overtakes), recommend: true })

  test('[O14] the line stays in order received, and the first of what the rule would make is suggested', () => {
    expect(names(suggesting('balanced'), frozen('b', 'a'))).toEqual(['a', 'b', 'c'])
    expect(suggestionIn(suggesting('balanced'))).toEqual({ entry: 'c', cause: 'group-unheard' })
    expect(suggestionIn(suggesting('balanced', 0))).toEqual({ entry: 'a', cause: 'cap' })
  })

  test('[O14] nothing is suggested in order received, where the rule is in force, or where nobody waits', () => {
    expect(suggestionIn(suggesting('received'))).toBeNull()
    expect(suggestionIn({ ...suggesting('balanced'), recommend: false })).toBeNull()
    expect(suggestionIn({ ...suggesting('balanced'), entries: {} })).toBeNull()
  })

  test('[O7] shown before it is changed, a rule frees the first two and keeps whoever was moved', () => {
    const queue = queueOf('received', { ...asking, d: { pin: { place: 0, by: 'chair' } } }, [{}])
    expect(orderUnder(queue, 'balanced', false).map(({ entry }) => entry)).toEqual(['d', 'c', 'a', 'b'])
    expect(orderUnder(queue, 'balanced', true).map(({ entry }) => entry)).toEqual(['d', 'a', 'b', 'c'])
  })
})

test('[O2] in a joint statement all have spoken', () => {
  const asking = { a: { with: 'Delegation 2' }, b: { entity: 'Delegation 2' }, c: {} }
  expect(order(queueOf('balanced', asking))).toEqual([
    ['a', 'received'],
    ['c', 'entity-first'],
    ['b', 'entity-spoken'],
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
    listed: true,
    moved: true,
    swapped: true,
    'own-wish': true,
  }
  const seen = [
    order(queueOf('balanced', { a: { entity: 'Delegation 1' }, b: {} }, [{ entity: 'Delegation 1' }])),
    order(queueOf('balanced', { a: {}, c: { group: 'civil' } }, [{ entity: 'x' }])),
    order(queueOf('balanced', { a: {}, c: { group: 'civil' } }, [{ entity: 'x' }, { entity: 'y' }, { entity: 'z', group: 'civil' }])),
    order(queueOf('balanced', { a: {}, b: { channel: 'remote' } }, [{ entity: 'x', channel: 'room' }])),
    order(queueOf('balanced', { a: { passed: 4 }, b: { group: 'civil' }, c: { absent: 1 } }, [{ entity: 'x' }])),
    order(queueOf('received', { a: { listed: 0 }, b: { pin: { place: 0, by: 'chair' } }, c: { pin: { place: 2, by: 'consent' } } })),
    order(queueOf('received', { a: { behind: 'b' }, b: {} })),
  ]
  expect(new Set(seen.flat().map(([, cause]) => cause))).toEqual(new Set(Object.keys(causes)))
})
