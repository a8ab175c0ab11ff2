/** The order by tables: each line is a floor list, each answer the places with their causes. */
import { type OrderMode, orderModes } from '@rostrum/shared/contract/choices'
import type { Cause, Entry, Place, QueueState, Served } from '@rostrum/shared/contract/queue'
import type { Channel } from '@rostrum/shared/contract/roles'
import { newEntry } from '@rostrum/shared/domain/entry'
import { orderUnder, speakingOrder, suggestionIn } from '@rostrum/shared/domain/order'
import { emptyQueue } from '@rostrum/shared/domain/waiting'
import type { EntryId, GroupId } from '@rostrum/shared/kernel/ids'
import { describe, expect, test } from 'vitest'
import { sinceNoon } from '../support/fixtures.ts'
import { entryOf, joins, listOpen, said, stateAfter } from '../support/given.ts'

type Row = { readonly entity?: string; readonly group?: string; readonly channel?: Channel } & Partial<
  Pick<Entry, 'absent' | 'held' | 'passed' | 'kind' | 'pin' | 'listed'>
> & { readonly behind?: string; readonly with?: string }

/** Those named ask one a second, in the order written; each is its own entity unless said otherwise. */
const entriesOf = (asking: Readonly<Record<string, Row>>): Record<EntryId, Entry> =>
  Object.fromEntries(
    Object.entries(asking).map(
      ([id, { entity = id, group = 'government', channel = 'room', with: other, behind = null, ...rest }], index) => {
        const speaker = { person: null, entity, name: null, number: 0, group: group as GroupId, channel }
        const made = { id: id as EntryId, kind: 'intervention', speaker, askedAt: sinceNoon(index), door: channel, segment: null } as const
        const behalf = other === undefined ? [] : [{ ...speaker, entity: other }]
        return [id, { ...newEntry(made), ...rest, behalf, behind: behind as EntryId | null }]
      },
    ),
  )
const servedAs = ({ entity = '?', group = 'government', channel = 'room' }: Row, entry = 'gone'): Served => ({
  entry: entry as EntryId,
  entities: [entity],
  group: group as GroupId,
  channel,
})
const countOf = (rows: readonly Row[], channel: Channel) => rows.filter((row) => (row.channel ?? 'room') === channel).length
const queueOf = (mode: OrderMode, asking: Readonly<Record<string, Row>>, served: readonly Row[] = [], overtakes = 4): QueueState => ({
  ...emptyQueue,
  mode,
  overtakes,
  entries: entriesOf(asking),
  served: served.map((row) => servedAs(row)),
  given: { room: countOf(served, 'room'), remote: countOf(served, 'remote') },
  requests: [...served.map((row) => servedAs(row)), ...Object.entries(asking).map(([id, row]) => servedAs(row, id))],
})
const frozen = (...ids: readonly string[]): readonly Place[] =>
  ids.map((entry) => ({ entry: entry as EntryId, cause: 'received', asked: 0, earlier: 0, placed: 0, aside: 0, left: 0 }))
const order = (queue: QueueState, before: readonly Place[] = []) =>
  speakingOrder(queue, before).map(({ entry, cause }): [string, Cause] => [entry, cause])
const names = (queue: QueueState, before: readonly Place[] = []) => order(queue, before).map(([entry]) => entry)

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
