/** Joint statements, and moves where the rule only suggests. */
import { describe, expect, test } from 'vitest'
import { founded, planWith, sinceNoon } from '../support/fixtures.ts'
import { calls, entryOf, given, joins, listOpen, raises, type Said, said, stateAfter, turnOf } from '../support/given.ts'

type State = ReturnType<typeof stateAfter>
const [a, b, c, d] = ['gov-1', 'gov-2', 'civil-1', 'private-1'] as const
/** Four wait, in order received. */
const start = stateAfter([...listOpen, joins(a, 1), joins(b, 2), joins(c, 3), joins(d, 4)], founded(planWith('received')))
const once = (...history: readonly Said[]) => stateAfter(history, start)
const at = (history: readonly Said[] = []) => given(history, start)
const lineOf = ({ queue }: State) => queue.line.map(({ entry, cause }) => [entry.replace(/-+$/, ''), cause])
const names = (state: State) => lineOf(state).map(([name]) => name)
const entryIn = ({ queue }: State, name: string) => queue.entries[entryOf(name)]

const holds = (who: string) => said('desk', 'queue.hold', { entry: entryOf(who) })
const merges = (into: string, entry: string) => said('desk', 'queue.merge', { into: entryOf(into), entry: entryOf(entry) })
const begins = (who: string) => said('chair', 'floor.start', { turn: turnOf(`turn-${who}`) })
const ends = (who: string) => said('chair', 'floor.end', { turn: turnOf(`turn-${who}`) })

describe('joint statements', () => {
  test('[Q20] one speaks also on behalf of another, at the earlier time', () => {
    const state = at()
      .when('queue.merge', { into: entryOf(c), entry: entryOf(a) }, 'desk')
      .then([{ type: 'queue.merged', data: { into: entryOf(c), entry: entryOf(a) } }])
    expect(names(state)).toEqual([c, b, d])
    expect(entryIn(state, c)).toMatchObject({ askedAt: sinceNoon(1), behalf: [{ entity: 'Delegation 1' }] })
    expect(state.queue.requests).toHaveLength(4)
    at()
      .when('queue.merge', { into: entryOf(a), entry: entryOf(a) }, 'desk')
      .thenNothing()
  })

  test('[Q20] held ones too, but no other kind, and nothing that does not wait', () => {
    expect(names(once(holds(a), merges(c, a)))).toEqual([c, b, d])
    at([raises(a)])
      .when('queue.merge', { into: entryOf(c), entry: entryOf(`${a}-point`) }, 'desk')
      .thenRefused('not-waiting')
    at()
      .when('queue.merge', { into: entryOf(c), entry: entryOf('nobody') }, 'desk')
      .thenRefused('no-such-entry')
  })

  test('[Q20] separated, each stands for itself with its own time', () => {
    const both = [merges(c, a), merges(d, c)]
    expect(entryIn(once(...both), d)).toMatchObject({ askedAt: sinceNoon(1), behalf: [{ person: c }, { person: a }] })
    const state = at(both)
      .when('queue.separate', { entry: entryOf(a) }, 'desk')
      .then([{ type: 'queue.separated', data: { entry: entryOf(a) } }])
    expect(entryIn(state, d)).toMatchObject({ askedAt: sinceNoon(3), behalf: [{ person: c }] })
    expect(names(state)).toEqual([a, b, d])
    const all = stateAfter([said('desk', 'queue.separate', { entry: entryOf(c) })], state)
    expect(names(all)).toEqual([a, b, c, d])
    expect(all.queue.entries).toEqual(start.queue.entries)
    at()
      .when('queue.separate', { entry: entryOf(a) }, 'desk')
      .thenRefused('no-such-entry')
  })

  test('[Q20] left by the one that speaks, all stand again', () => {
    const gone = [said(c, 'queue.withdraw', { entry: entryOf(c) }), said('desk', 'queue.remove', { entry: entryOf(c), reason: 'other' })]
    for (const leaving of gone) expect(names(once(merges(c, a), merges(c, b), leaving))).toEqual([a, b, d])
  })

  test('[Q21] heard together: one floor, both entities, and only then may the other ask again', () => {
    const joint = [merges(c, a), calls(c), begins(c)]
    at([merges(c, a)])
      .when('queue.join', { kind: 'intervention', topic: null }, a)
      .thenRefused('already-queued')
    at(joint).when('queue.join', { kind: 'intervention', topic: null }, a).thenRefused('already-queued')
    at(joint)
      .when('queue.separate', { entry: entryOf(a) }, 'desk')
      .thenRefused('moved-on')
    const over = once(...joint, ends(c))
    expect(over.queue.served).toMatchObject([{ entities: ['Organization 1', 'Delegation 1'], channel: 'remote' }])
    given([], over).when('queue.join', { kind: 'intervention', topic: null }, a).thenState()
  })

  test('[Q21] not heard together: unheard with the one that speaks', () => {
    const absent = said('chair', 'floor.absent', { turn: turnOf(`turn-${c}`) })
    const twice = [merges(c, a), calls(c), absent, calls(b), begins(b), calls(d, { current: `turn-${b}` }), begins(d), ends(d)]
    const again = said('chair', 'floor.call', { entry: entryOf(c), expectedCurrent: null, expectedNext: entryOf(c) }, { id: 'again' })
    expect(once(merges(c, a), calls(c), absent).queue.joint[entryOf(a)]?.into).toBe(entryOf(c))
    const state = once(...twice, again, said('chair', 'floor.absent', { turn: turnOf('again') }))
    expect(state.queue.unheard.map(({ id }) => id)).toEqual([c, a].map(entryOf))
    const closed = once(merges(c, a), said('chair', 'session.close', {}))
    expect(closed.queue.unheard.map(({ id }) => id).sort()).toEqual([a, b, c, d].map(entryOf).sort())
    expect([state.queue.joint, closed.queue.joint]).toEqual([{}, {}])
  })

  test('[U3, Q20] a joint statement taken back brings nobody back who has withdrawn since', () => {
    const withdraws = (who: string) => said(who, 'queue.withdraw', { entry: entryOf(who) })
    const joins = said('desk', 'queue.merge', { into: entryOf(c), entry: entryOf(a) }, { id: 'merge' })
    const undo = said('chair', 'steps.undo', { step: 'merge'.padEnd(22, '-') as never })
    expect(names(once(joins, undo))).toEqual([a, b, c, d])
    expect(names(once(joins, withdraws(c), undo))).toEqual([a, b, d])
    expect(names(once(joins, withdraws(c), withdraws(a), undo))).toEqual([b, d])
  })

  test('[P3] whoever is revoked is spoken for no more', () => {
    const state = once(merges(c, a), merges(c, b), said('chair', 'people.revoke', { person: a as never }))
    expect(entryIn(state, c)).toMatchObject({ askedAt: sinceNoon(2), behalf: [{ person: b }] })
    expect(names(stateAfter([said(c, 'queue.withdraw', { entry: entryOf(c) })], state))).toEqual([b, d])
  })
})

describe('where the rule only suggests', () => {
  test('[O14, O6] calling the one suggested passes those who asked earlier, up to the cap', () => {
    const rotate = said('chair', 'queue.order', { mode: 'rotate', recommend: true, expectedMode: 'received' })
    const suggesting = once(rotate, calls(a), begins(a))
    expect(suggesting.queue.suggestion).toEqual({ entry: entryOf(c), cause: 'group-unheard' })
    const called = stateAfter([calls(c, { current: `turn-${a}`, next: b })], suggesting)
    expect([b, d].map((who) => entryIn(called, who)?.passed)).toEqual([1, 0])
    expect(names(called)).toEqual([b, d])
    const other = stateAfter([calls(d, { current: `turn-${a}`, next: b })], suggesting)
    expect([b, c].map((who) => entryIn(other, who)?.passed)).toEqual([0, 0])
  })
})
