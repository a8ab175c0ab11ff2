/** Joint statements, and calls when the rule only suggests. */
import { describe, expect, test } from 'vitest'
import { afterNoon, createState, makePlan } from '../support/fixtures.ts'
import { call, command, given, join, queueOpen, raisePoint, replay, type SentCommand, toEntryId, toTurnId } from '../support/given.ts'

type State = ReturnType<typeof replay>
const [a, b, c, d] = ['gov-1', 'gov-2', 'civil-1', 'private-1'] as const
/** Four entries wait, in order received. */
const start = replay([...queueOpen, join(a, 1), join(b, 2), join(c, 3), join(d, 4)], createState(makePlan('received')))
const makeState = (...history: readonly SentCommand[]) => replay(history, start)
const givenAfter = (history: readonly SentCommand[] = []) => given(history, start)
const getOrderPairs = ({ queue }: State) => queue.order.map(({ entry, cause }) => [entry.replace(/-+$/, ''), cause])
const getOrderNames = (state: State) => getOrderPairs(state).map(([name]) => name)
const getEntry = ({ queue }: State, name: string) => queue.entries.get(toEntryId(name))

const holdEntry = (who: string) => command('desk', 'queue.hold', { entry: toEntryId(who) })
const mergeEntries = (into: string, entry: string) => command('desk', 'queue.merge', { into: toEntryId(into), entry: toEntryId(entry) })
const startTurn = (who: string) => command('chair', 'floor.start', { turn: toTurnId(`turn-${who}`) })
const endTurn = (who: string) => command('chair', 'floor.end', { turn: toTurnId(`turn-${who}`) })

describe('joint statements', () => {
  test('[Q20] one entry speaks also on behalf of another, at the earlier request time', () => {
    const state = givenAfter()
      .when('queue.merge', { into: toEntryId(c), entry: toEntryId(a) }, 'desk')
      .then([{ type: 'queue.merged', data: { into: toEntryId(c), entry: toEntryId(a) } }])
    expect(getOrderNames(state)).toEqual([c, b, d])
    expect(getEntry(state, c)).toMatchObject({ askedAt: afterNoon(1), onBehalfOf: [{ entity: 'Delegation 1' }] })
    expect(state.queue.requests).toHaveLength(4)
    givenAfter()
      .when('queue.merge', { into: toEntryId(a), entry: toEntryId(a) }, 'desk')
      .thenNothing()
  })

  test('[Q20] held entries can be merged too, but no other kind, and no entry that is not waiting', () => {
    expect(getOrderNames(makeState(holdEntry(a), mergeEntries(c, a)))).toEqual([c, b, d])
    givenAfter([raisePoint(a)])
      .when('queue.merge', { into: toEntryId(c), entry: toEntryId(`${a}-point`) }, 'desk')
      .thenRefused('not-waiting')
    givenAfter()
      .when('queue.merge', { into: toEntryId(c), entry: toEntryId('nobody') }, 'desk')
      .thenRefused('no-such-entry')
  })

  test('[Q20] separated entries have their own requests and times again', () => {
    const both = [mergeEntries(c, a), mergeEntries(d, c)]
    expect(getEntry(makeState(...both), d)).toMatchObject({ askedAt: afterNoon(1), onBehalfOf: [{ person: a }, { person: c }] })
    const state = givenAfter(both)
      .when('queue.separate', { entry: toEntryId(a) }, 'desk')
      .then([{ type: 'queue.separated', data: { entry: toEntryId(a) } }])
    expect(getEntry(state, d)).toMatchObject({ askedAt: afterNoon(3), onBehalfOf: [{ person: c }] })
    expect(getOrderNames(state)).toEqual([a, b, d])
    const all = replay([command('desk', 'queue.separate', { entry: toEntryId(c) })], state)
    expect(getOrderNames(all)).toEqual([a, b, c, d])
    expect(all.queue.entries).toEqual(start.queue.entries)
    givenAfter()
      .when('queue.separate', { entry: toEntryId(a) }, 'desk')
      .thenRefused('no-such-entry')
  })

  test('[Q20] when the speaking entry leaves the list, all have their own requests again', () => {
    const departures = [
      command(c, 'queue.withdraw', { entry: toEntryId(c) }),
      command('desk', 'queue.remove', { entry: toEntryId(c), reason: 'other' }),
    ]
    for (const leave of departures) expect(getOrderNames(makeState(mergeEntries(c, a), mergeEntries(c, b), leave))).toEqual([a, b, d])
  })

  test('[Q21] merged entries are heard together: both entities get one floor, and only then may the other ask again', () => {
    const joint = [mergeEntries(c, a), call(c), startTurn(c)]
    givenAfter([mergeEntries(c, a)])
      .when('queue.join', { kind: 'intervention', topic: null }, a)
      .thenRefused('already-queued')
    givenAfter(joint).when('queue.join', { kind: 'intervention', topic: null }, a).thenRefused('already-queued')
    givenAfter(joint)
      .when('queue.separate', { entry: toEntryId(a) }, 'desk')
      .thenRefused('conflict')
    const over = makeState(...joint, endTurn(c))
    expect(over.queue.floorsGiven).toMatchObject([{ entities: ['Organization 1', 'Delegation 1'], channel: 'remote' }])
    given([], over).when('queue.join', { kind: 'intervention', topic: null }, a).thenState()
  })

  test('[Q21] merged entries are not reached together with the speaking one', () => {
    const absent = command('chair', 'floor.mark-absent', { turn: toTurnId(`turn-${c}`) })
    const twice = [mergeEntries(c, a), call(c), absent, call(b), startTurn(b), call(d, { current: `turn-${b}` }), startTurn(d), endTurn(d)]
    const again = command(
      'chair',
      'floor.call',
      { entry: toEntryId(c), expectedCurrent: null, expectedNext: toEntryId(c) },
      { id: 'again' },
    )
    expect(makeState(mergeEntries(c, a), call(c), absent).queue.joint[toEntryId(a)]?.into).toBe(toEntryId(c))
    const state = makeState(...twice, again, command('chair', 'floor.mark-absent', { turn: toTurnId('again') }))
    expect(state.queue.notReached.map(({ id }) => id)).toEqual([c, a].map(toEntryId))
    const closed = makeState(mergeEntries(c, a), command('chair', 'session.close', {}))
    expect(closed.queue.notReached.map(({ id }) => id).sort()).toEqual([a, b, c, d].map(toEntryId).sort())
    expect([state.queue.joint, closed.queue.joint]).toEqual([{}, {}])
  })

  test('[U3, Q20] undoing a joint statement brings back nobody who has withdrawn since', () => {
    const withdraw = (who: string) => command(who, 'queue.withdraw', { entry: toEntryId(who) })
    const joins = command('desk', 'queue.merge', { into: toEntryId(c), entry: toEntryId(a) }, { id: 'merge' })
    const undo = command('chair', 'steps.undo', { step: 'merge'.padEnd(22, '-') as never })
    expect(getOrderNames(makeState(joins, undo))).toEqual([a, b, c, d])
    expect(getOrderNames(makeState(joins, withdraw(c), undo))).toEqual([a, b, d])
    expect(getOrderNames(makeState(joins, withdraw(c), withdraw(a), undo))).toEqual([b, d])
  })

  test('[U1, Q20] undoing a step that removed somebody from a joint statement puts them back into it', () => {
    const revoke = command('chair', 'people.revoke', { person: a as never })
    const before = makeState(mergeEntries(c, a), call(c), revoke)
    const go = { to: 'closing', expectedCurrent: 'opening', endsTurn: toTurnId(`turn-${c}`) } as never
    const gone = replay([command('desk', 'agenda.go', go, { id: 'go' })], before)
    expect([before, gone].map(({ queue }) => Object.keys(queue.joint))).toEqual([[toEntryId(a)], []])
    const back = replay([command('chair', 'steps.undo', { step: 'go'.padEnd(22, '-') as never })], gone)
    expect(back.queue.joint).toEqual(before.queue.joint)
    expect(back.queue.removed).toEqual(before.queue.removed)
    expect([...back.queue.entries.keys()].sort()).toEqual([...before.queue.entries.keys()].sort())
  })

  test('[P3] a person whose access is revoked is no longer spoken for', () => {
    const state = makeState(mergeEntries(c, a), mergeEntries(c, b), command('chair', 'people.revoke', { person: a as never }))
    expect(getEntry(state, c)).toMatchObject({ askedAt: afterNoon(2), onBehalfOf: [{ person: b }] })
    expect(getOrderNames(replay([command(c, 'queue.withdraw', { entry: toEntryId(c) })], state))).toEqual([b, d])
  })
})

describe('if the rule only suggests', () => {
  test('[O14, O6] calling the suggested entry overtakes those who asked earlier, up to the limit', () => {
    const rotate = command('chair', 'queue.set-order', { mode: 'rotate', suggestOnly: true, expectedMode: 'received' })
    const suggesting = makeState(rotate, call(a), startTurn(a))
    expect(suggesting.queue.suggestion).toEqual({ entry: toEntryId(c), cause: 'group-first' })
    const called = replay([call(c, { current: `turn-${a}`, next: b })], suggesting)
    expect([b, d].map((who) => getEntry(called, who)?.timesOvertaken)).toEqual([1, 0])
    expect(getOrderNames(called)).toEqual([b, d])
    const other = replay([call(d, { current: `turn-${a}`, next: b })], suggesting)
    expect([b, c].map((who) => getEntry(other, who)?.timesOvertaken)).toEqual([0, 0])
  })
})
