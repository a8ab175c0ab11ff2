/** Changes of position: by the Chair, by consent and by deferring. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { describe, expect, test } from 'vitest'
import { afterNoon, createState, makePlan } from '../support/fixtures.ts'
import { call, command, given, join, queueOpen, raisePoint, replay, type SentCommand, toEntryId, toTurnId } from '../support/given.ts'

type State = ReturnType<typeof replay>
const [a, b, c, d] = ['gov-1', 'gov-2', 'civil-1', 'private-1'] as const
/** Four entries wait, in order received; `hand` was added by the secretariat. */
const start = replay([...queueOpen, join(a, 1), join(b, 2), join(c, 3), join(d, 4)], createState(makePlan('received')))
const addPaperRequest = command(
  'desk',
  'queue.add',
  {
    kind: 'intervention',
    person: null,
    entity: 'Delegation 9',
    speaker: null,
    group: 'civil' as never,
    requestChannel: 'paper',
    seenAt: afterNoon(5),
    note: null,
  },
  { id: 'hand', at: 5 },
)
const makeState = (...history: readonly SentCommand[]) => replay(history, start)
const givenAfter = (history: readonly SentCommand[] = []) => given(history, start)
const getOrderPairs = ({ queue }: State) => queue.order.map(({ entry, cause }) => [entry.replace(/-+$/, ''), cause])
const getOrderNames = (state: State) => getOrderPairs(state).map(([name]) => name)
const getEntry = ({ queue }: State, name: string) => queue.entries.get(toEntryId(name))

const holdEntry = (who: string) => command('desk', 'queue.hold', { entry: toEntryId(who) })
const moveEntry = (who: string, before: string | null) =>
  command('chair', 'queue.move', { entry: toEntryId(who), before: before && toEntryId(before) } as never)
const deferEntry = (who: string, behind: string) => command(who, 'queue.defer', { entry: toEntryId(who), after: toEntryId(behind) })
const offerSwap = (who: string, other: string | null) =>
  command(who, 'queue.offer-swap', { entry: toEntryId(who), with: (other && toEntryId(other)) as EntryId | null })
const acceptSwap = (who: string, from: string) => command(who, 'queue.accept-swap', { entry: toEntryId(who), with: toEntryId(from) })
const startTurn = (who: string) => command('chair', 'floor.start', { turn: toTurnId(`turn-${who}`) })

describe('moved by the Chair', () => {
  test('[Q18, O15] an entry is pinned at the position of another, or at the end', () => {
    const up = givenAfter()
      .when('queue.move', { entry: toEntryId(d), before: toEntryId(b) }, 'chair')
      .then([{ type: 'queue.moved', data: { entry: toEntryId(d), before: toEntryId(b) } }])
    expect(getOrderPairs(up)).toEqual([
      [a, 'received'],
      [d, 'moved'],
      [b, 'received'],
      [c, 'received'],
    ])
    expect(getOrderPairs(makeState(moveEntry(a, null))).at(-1)).toEqual([a, 'moved'])
    expect(getOrderNames(replay([addPaperRequest], makeState(moveEntry(a, null))))).toEqual([b, c, d, a, 'hand'])
  })

  test('[O15] the position gets nearer only when an entry ahead leaves', () => {
    const moved = [moveEntry(a, null), moveEntry(d, b)]
    expect(getOrderNames(makeState(...moved))).toEqual([d, b, c, a])
    const called = makeState(...moved, command('desk', 'queue.remove', { entry: toEntryId(b), reason: 'other' }))
    expect(getOrderNames(called)).toEqual([d, c, a])
    expect(getEntry(called, a)?.pin).toEqual({ position: 2, by: 'chair' })
    expect(getEntry(makeState(moveEntry(a, null), holdEntry(a)), a)?.pin).toBeNull()
  })

  test('[Q18] a move to the position where the entry is pinned, or before itself, changes nothing', () => {
    givenAfter([moveEntry(d, b)])
      .when('queue.move', { entry: toEntryId(d), before: toEntryId(b) }, 'desk')
      .thenNothing()
    givenAfter()
      .when('queue.move', { entry: toEntryId(a), before: toEntryId(a) }, 'chair')
      .thenNothing()
    givenAfter()
      .when('queue.move', { entry: toEntryId(a), before: toEntryId(b) }, 'chair')
      .then([{ type: 'queue.moved', data: { entry: toEntryId(a), before: toEntryId(b) } }])
  })

  test('[Q18, Q11] only an entry in the order can be moved, and only before one in the order', () => {
    givenAfter()
      .when('queue.move', { entry: toEntryId('nobody'), before: null }, 'chair')
      .thenRefused('no-such-entry')
    givenAfter([holdEntry(a)])
      .when('queue.move', { entry: toEntryId(a), before: null }, 'chair')
      .thenRefused('not-waiting')
    givenAfter([holdEntry(a)])
      .when('queue.move', { entry: toEntryId(b), before: toEntryId(a) }, 'chair')
      .thenRefused('not-waiting')
    givenAfter([raisePoint(a)])
      .when('queue.move', { entry: toEntryId(`${a}-point`), before: null }, 'chair')
      .thenRefused('not-waiting')
  })

  test('[Q18] without the pin, the rule places the entry again', () => {
    const back = givenAfter([moveEntry(d, a)])
      .when('queue.unpin', { entry: toEntryId(d) }, 'chair')
      .then([{ type: 'queue.unpinned', data: { entry: toEntryId(d) } }])
    expect(getOrderPairs(back).at(-1)).toEqual([d, 'received'])
    givenAfter()
      .when('queue.unpin', { entry: toEntryId(d) }, 'chair')
      .thenNothing()
    givenAfter()
      .when('queue.unpin', { entry: toEntryId('nobody') }, 'chair')
      .thenRefused('no-such-entry')
  })

  test('[O6] being called from a position that the Chair gave overtakes nobody', () => {
    const state = makeState(moveEntry(d, a), call(d))
    expect([a, b, c].map((who) => getEntry(state, who)?.timesOvertaken)).toEqual([0, 0, 0])
  })
})

describe('letting another go first', () => {
  test('[Q22, O16] an entry goes behind another that is behind it', () => {
    const state = givenAfter()
      .when('queue.defer', { entry: toEntryId(a), after: toEntryId(c) }, a)
      .then([{ type: 'queue.deferred', data: { entry: toEntryId(a), after: toEntryId(c) } }])
    expect(getOrderPairs(state)).toEqual([
      [b, 'received'],
      [c, 'received'],
      [a, 'deferred'],
      [d, 'received'],
    ])
    given([], state)
      .when('queue.defer', { entry: toEntryId(a), after: toEntryId(c) }, a)
      .thenNothing()
    expect(getOrderPairs(replay([call(b), startTurn(b), call(c, { current: `turn-${b}` })], state))[0]).toEqual([a, 'received'])
  })

  test('[Q22] is refused for an entry ahead, for the same entry, and for an entry that is held, gone or absent', () => {
    const makeDeferData = (who: string) => ({ entry: toEntryId(b), after: toEntryId(who) })
    for (const who of [a, b, 'nobody']) givenAfter().when('queue.defer', makeDeferData(who), b).thenRefused('conflict')
    givenAfter([holdEntry(c)])
      .when('queue.defer', makeDeferData(c), b)
      .thenRefused('conflict')
    const absent = [call(a), command('chair', 'floor.mark-absent', { turn: toTurnId(`turn-${a}`) })]
    givenAfter(absent).when('queue.defer', makeDeferData(a), b).thenRefused('conflict')
    givenAfter([holdEntry(b)])
      .when('queue.defer', makeDeferData(c), b)
      .thenRefused('not-waiting')
    givenAfter().when('queue.defer', makeDeferData(c), a).thenRefused('forbidden')
  })

  test('[Q22] loses a position that the Chair had given', () => {
    const state = makeState(moveEntry(d, a), deferEntry(d, b))
    expect(getOrderPairs(state)).toEqual([
      [a, 'received'],
      [b, 'received'],
      [c, 'received'],
      [d, 'received'],
    ])
  })

  test('[Q22] an entry that let this one go first no longer does', () => {
    const state = makeState(deferEntry(a, b), deferEntry(b, a))
    expect([getEntry(state, a)?.deferredTo, getEntry(state, b)?.deferredTo]).toEqual([null, toEntryId(a)])
    expect(getOrderNames(state)).toEqual([a, b, c, d])
  })
})

describe('swapping positions by consent', () => {
  test('[Q19] one offers and the other accepts: each is pinned at the position of the other', () => {
    const offered = givenAfter()
      .when('queue.offer-swap', { entry: toEntryId(a), with: toEntryId(c) }, a)
      .then([{ type: 'queue.swap-offered', data: { entry: toEntryId(a), with: toEntryId(c) } }])
    expect(getOrderNames(offered)).toEqual([a, b, c, d])
    const taken = given([], offered)
      .when('queue.accept-swap', { entry: toEntryId(c), with: toEntryId(a) }, c)
      .then([{ type: 'queue.swapped', data: { entry: toEntryId(c), with: toEntryId(a) } }])
    expect(getOrderPairs(taken)).toEqual([
      [c, 'swapped'],
      [b, 'received'],
      [a, 'swapped'],
      [d, 'received'],
    ])
    expect(getEntry(taken, a)).toMatchObject({ pin: { position: 2, by: 'consent' }, swapOfferedTo: null })
  })

  test('[Q19] the other refuses, or the offer is withdrawn', () => {
    const refused = givenAfter([offerSwap(a, c)])
      .when('queue.refuse-swap', { entry: toEntryId(c), with: toEntryId(a) }, c)
      .then([{ type: 'queue.swap-refused', data: { entry: toEntryId(a), with: toEntryId(c) } }])
    expect(getEntry(refused, a)?.swapOfferedTo).toBeNull()
    givenAfter([offerSwap(a, c), offerSwap(a, null)])
      .when('queue.accept-swap', { entry: toEntryId(c), with: toEntryId(a) }, c)
      .thenRefused('conflict')
    givenAfter()
      .when('queue.offer-swap', { entry: toEntryId(a), with: null }, a)
      .thenNothing()
  })

  test('[Q19] one offer at a time; a second one replaces the first', () => {
    givenAfter([offerSwap(a, c), offerSwap(a, d)])
      .when('queue.refuse-swap', { entry: toEntryId(c), with: toEntryId(a) }, c)
      .thenRefused('conflict')
    givenAfter([offerSwap(a, c)])
      .when('queue.offer-swap', { entry: toEntryId(a), with: toEntryId(c) }, a)
      .thenNothing()
  })

  test('[Q19] an offer ends when either entry is held or leaves', () => {
    const holdAndReturn = (who: string) => [holdEntry(who), command('desk', 'queue.return', { entry: toEntryId(who) })]
    const fallen: readonly (readonly SentCommand[])[] = [
      holdAndReturn(a),
      holdAndReturn(c),
      [call(a)],
      [call(a), command('chair', 'floor.mark-absent', { turn: toTurnId(`turn-${a}`) })],
      [call(c, { next: a }), command('chair', 'floor.mark-absent', { turn: toTurnId(`turn-${c}`) })],
    ]
    for (const history of fallen)
      givenAfter([offerSwap(a, c), ...history])
        .when('queue.accept-swap', { entry: toEntryId(c), with: toEntryId(a) }, c)
        .thenRefused('conflict')
    givenAfter([offerSwap(a, c), holdEntry(c)])
      .when('queue.accept-swap', { entry: toEntryId(c), with: toEntryId(a) }, c)
      .thenRefused('not-waiting')
  })

  test('[Q19] an offer ends when the positions of the pair have changed', () => {
    givenAfter([offerSwap(b, a), offerSwap(a, c), acceptSwap(c, a)])
      .when('queue.accept-swap', { entry: toEntryId(a), with: toEntryId(b) }, a)
      .thenRefused('conflict')
  })

  test('[Q19] no offer goes to an entry without a device, to oneself, or outside the order', () => {
    givenAfter([addPaperRequest])
      .when('queue.offer-swap', { entry: toEntryId(a), with: toEntryId('hand') }, a)
      .thenRefused('no-device')
    for (const who of [a, 'nobody'])
      givenAfter()
        .when('queue.offer-swap', { entry: toEntryId(a), with: toEntryId(who) }, a)
        .thenRefused('conflict')
    givenAfter([holdEntry(c)])
      .when('queue.offer-swap', { entry: toEntryId(a), with: toEntryId(c) }, a)
      .thenRefused('conflict')
    givenAfter([holdEntry(a)])
      .when('queue.offer-swap', { entry: toEntryId(a), with: toEntryId(c) }, a)
      .thenRefused('not-waiting')
  })

  test('[Q19] a swap agreed aloud is recorded by the secretariat', () => {
    const state = givenAfter([addPaperRequest])
      .when('queue.swap', { entry: toEntryId('hand'), with: toEntryId(a) }, 'desk')
      .then([{ type: 'queue.swapped', data: { entry: toEntryId('hand'), with: toEntryId(a) } }])
    expect(getOrderNames(state)).toEqual(['hand', b, c, d, a])
    givenAfter()
      .when('queue.swap', { entry: toEntryId(a), with: toEntryId(a) }, 'desk')
      .thenNothing()
    givenAfter([holdEntry(a)])
      .when('queue.swap', { entry: toEntryId(a), with: toEntryId(b) }, 'desk')
      .thenRefused('not-waiting')
    givenAfter()
      .when('queue.swap', { entry: toEntryId(a), with: toEntryId('nobody') }, 'desk')
      .thenRefused('no-such-entry')
  })
})
