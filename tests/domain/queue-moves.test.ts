/** Changes of place: by the Chair, by consent and by one's own wish. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { describe, expect, test } from 'vitest'
import { founded, planWith, sinceNoon } from '../support/fixtures.ts'
import { calls, entryOf, given, joins, listOpen, raises, type Said, said, stateAfter, turnOf } from '../support/given.ts'

type State = ReturnType<typeof stateAfter>
const [a, b, c, d] = ['gov-1', 'gov-2', 'civil-1', 'private-1'] as const
/** Four wait, in order received; `hand` was entered by the desk. */
const start = stateAfter([...listOpen, joins(a, 1), joins(b, 2), joins(c, 3), joins(d, 4)], founded(planWith('received')))
const hand = said(
  'desk',
  'queue.add',
  {
    kind: 'intervention',
    person: null,
    entity: 'Delegation 9',
    speaker: null,
    group: 'civil' as never,
    door: 'paper',
    seenAt: sinceNoon(5),
    note: null,
  },
  { id: 'hand', at: 5 },
)
const once = (...history: readonly Said[]) => stateAfter(history, start)
const at = (history: readonly Said[] = []) => given(history, start)
const lineOf = ({ queue }: State) => queue.line.map(({ entry, cause }) => [entry.replace(/-+$/, ''), cause])
const names = (state: State) => lineOf(state).map(([name]) => name)
const entryIn = ({ queue }: State, name: string) => queue.entries[entryOf(name)]

const holds = (who: string) => said('desk', 'queue.hold', { entry: entryOf(who) })
const moves = (who: string, before: string | null) =>
  said('chair', 'queue.move', { entry: entryOf(who), before: before && entryOf(before) } as never)
const defers = (who: string, behind: string) => said(who, 'queue.defer', { entry: entryOf(who), after: entryOf(behind) })
const offers = (who: string, other: string | null) =>
  said(who, 'queue.offer-swap', { entry: entryOf(who), with: (other && entryOf(other)) as EntryId | null })
const takes = (who: string, from: string) => said(who, 'queue.take-swap', { entry: entryOf(who), with: entryOf(from) })
const begins = (who: string) => said('chair', 'floor.start', { turn: turnOf(`turn-${who}`) })

describe('moved by the Chair', () => {
  test('[Q18, O15] to the place of another, or to the end, and held there', () => {
    const up = at()
      .when('queue.move', { entry: entryOf(d), before: entryOf(b) }, 'chair')
      .then([{ type: 'queue.moved', data: { entry: entryOf(d), before: entryOf(b) } }])
    expect(lineOf(up)).toEqual([
      [a, 'received'],
      [d, 'moved'],
      [b, 'received'],
      [c, 'received'],
    ])
    expect(lineOf(once(moves(a, null))).at(-1)).toEqual([a, 'moved'])
    expect(names(stateAfter([hand], once(moves(a, null))))).toEqual([b, c, d, a, 'hand'])
  })

  test('[O15] nearer by those who leave before', () => {
    const moved = [moves(a, null), moves(d, b)]
    expect(names(once(...moved))).toEqual([d, b, c, a])
    const called = once(...moved, said('desk', 'queue.remove', { entry: entryOf(b), reason: 'other' }))
    expect(names(called)).toEqual([d, c, a])
    expect(entryIn(called, a)?.pin).toEqual({ place: 2, by: 'chair' })
    expect(entryIn(once(moves(a, null), holds(a)), a)?.pin).toBeNull()
  })

  test('[Q18] where one already is held, and before oneself, nothing happens', () => {
    at([moves(d, b)])
      .when('queue.move', { entry: entryOf(d), before: entryOf(b) }, 'desk')
      .thenNothing()
    at()
      .when('queue.move', { entry: entryOf(a), before: entryOf(a) }, 'chair')
      .thenNothing()
    at()
      .when('queue.move', { entry: entryOf(a), before: entryOf(b) }, 'chair')
      .then([{ type: 'queue.moved', data: { entry: entryOf(a), before: entryOf(b) } }])
  })

  test('[Q18, Q11] only what stands in the line, and only before what stands in it', () => {
    at()
      .when('queue.move', { entry: entryOf('nobody'), before: null }, 'chair')
      .thenRefused('no-such-entry')
    at([holds(a)])
      .when('queue.move', { entry: entryOf(a), before: null }, 'chair')
      .thenRefused('not-waiting')
    at([holds(a)])
      .when('queue.move', { entry: entryOf(b), before: entryOf(a) }, 'chair')
      .thenRefused('not-waiting')
    at([raises(a)])
      .when('queue.move', { entry: entryOf(`${a}-point`), before: null }, 'chair')
      .thenRefused('not-waiting')
  })

  test('[Q18] the rule can place them again', () => {
    const back = at([moves(d, a)])
      .when('queue.unpin', { entry: entryOf(d) }, 'chair')
      .then([{ type: 'queue.unpinned', data: { entry: entryOf(d) } }])
    expect(lineOf(back).at(-1)).toEqual([d, 'received'])
    at()
      .when('queue.unpin', { entry: entryOf(d) }, 'chair')
      .thenNothing()
    at()
      .when('queue.unpin', { entry: entryOf('nobody') }, 'chair')
      .thenRefused('no-such-entry')
  })

  test('[O6] being called from a place that the Chair gave passes nobody', () => {
    const state = once(moves(d, a), calls(d))
    expect([a, b, c].map((who) => entryIn(state, who)?.passed)).toEqual([0, 0, 0])
  })
})

describe('letting another go first', () => {
  test('[Q22, O16] one goes behind another who stands behind', () => {
    const state = at()
      .when('queue.defer', { entry: entryOf(a), after: entryOf(c) }, a)
      .then([{ type: 'queue.deferred', data: { entry: entryOf(a), after: entryOf(c) } }])
    expect(lineOf(state)).toEqual([
      [b, 'received'],
      [c, 'received'],
      [a, 'own-wish'],
      [d, 'received'],
    ])
    given([], state)
      .when('queue.defer', { entry: entryOf(a), after: entryOf(c) }, a)
      .thenNothing()
    expect(lineOf(stateAfter([calls(b), begins(b), calls(c, { current: `turn-${b}` })], state))[0]).toEqual([a, 'received'])
  })

  test('[Q22] not ahead, not behind oneself, nor behind one that is held, gone or was not there', () => {
    const behind = (who: string) => ({ entry: entryOf(b), after: entryOf(who) })
    for (const who of [a, b, 'nobody']) at().when('queue.defer', behind(who), b).thenRefused('moved-on')
    at([holds(c)])
      .when('queue.defer', behind(c), b)
      .thenRefused('moved-on')
    const absent = [calls(a), said('chair', 'floor.absent', { turn: turnOf(`turn-${a}`) })]
    at(absent).when('queue.defer', behind(a), b).thenRefused('moved-on')
    at([holds(b)])
      .when('queue.defer', behind(c), b)
      .thenRefused('not-waiting')
    at().when('queue.defer', behind(c), a).thenRefused('forbidden')
  })

  test('[Q22] a place that the Chair had given is given up with it', () => {
    const state = once(moves(d, a), defers(d, b))
    expect(lineOf(state)).toEqual([
      [a, 'received'],
      [b, 'received'],
      [c, 'received'],
      [d, 'received'],
    ])
  })

  test('[Q22] whoever let this one go first does so no more', () => {
    const state = once(defers(a, b), defers(b, a))
    expect([entryIn(state, a)?.behind, entryIn(state, b)?.behind]).toEqual([null, entryOf(a)])
    expect(names(state)).toEqual([a, b, c, d])
  })
})

describe('changing places by consent', () => {
  test('[Q19] one offers and the other takes: both are held at each other’s place', () => {
    const offered = at()
      .when('queue.offer-swap', { entry: entryOf(a), with: entryOf(c) }, a)
      .then([{ type: 'queue.swap-offered', data: { entry: entryOf(a), with: entryOf(c) } }])
    expect(names(offered)).toEqual([a, b, c, d])
    const taken = given([], offered)
      .when('queue.take-swap', { entry: entryOf(c), with: entryOf(a) }, c)
      .then([{ type: 'queue.swapped', data: { entry: entryOf(c), with: entryOf(a) } }])
    expect(lineOf(taken)).toEqual([
      [c, 'swapped'],
      [b, 'received'],
      [a, 'swapped'],
      [d, 'received'],
    ])
    expect(entryIn(taken, a)).toMatchObject({ pin: { place: 2, by: 'consent' }, swap: null })
  })

  test('[Q19] or refuses; or the offer is taken back', () => {
    const refused = at([offers(a, c)])
      .when('queue.refuse-swap', { entry: entryOf(c), with: entryOf(a) }, c)
      .then([{ type: 'queue.swap-refused', data: { entry: entryOf(a), with: entryOf(c) } }])
    expect(entryIn(refused, a)?.swap).toBeNull()
    at([offers(a, c), offers(a, null)])
      .when('queue.take-swap', { entry: entryOf(c), with: entryOf(a) }, c)
      .thenRefused('moved-on')
    at()
      .when('queue.offer-swap', { entry: entryOf(a), with: null }, a)
      .thenNothing()
  })

  test('[Q19] one offer at a time: another replaces it', () => {
    at([offers(a, c), offers(a, d)])
      .when('queue.refuse-swap', { entry: entryOf(c), with: entryOf(a) }, c)
      .thenRefused('moved-on')
    at([offers(a, c)])
      .when('queue.offer-swap', { entry: entryOf(a), with: entryOf(c) }, a)
      .thenNothing()
  })

  test('[Q19] an offer falls when either is held or leaves', () => {
    const back = (who: string) => [holds(who), said('desk', 'queue.return', { entry: entryOf(who) })]
    const fallen: readonly (readonly Said[])[] = [
      back(a),
      back(c),
      [calls(a)],
      [calls(a), said('chair', 'floor.absent', { turn: turnOf(`turn-${a}`) })],
      [calls(c, { next: a }), said('chair', 'floor.absent', { turn: turnOf(`turn-${c}`) })],
    ]
    for (const history of fallen)
      at([offers(a, c), ...history])
        .when('queue.take-swap', { entry: entryOf(c), with: entryOf(a) }, c)
        .thenRefused('moved-on')
    at([offers(a, c), holds(c)])
      .when('queue.take-swap', { entry: entryOf(c), with: entryOf(a) }, c)
      .thenRefused('not-waiting')
  })

  test('[Q19] when places have changed, offers about them have fallen', () => {
    at([offers(b, a), offers(a, c), takes(c, a)])
      .when('queue.take-swap', { entry: entryOf(a), with: entryOf(b) }, a)
      .thenRefused('moved-on')
  })

  test('[Q19] nobody offers to whom no device belongs, to themselves, or to one not in the line', () => {
    at([hand])
      .when('queue.offer-swap', { entry: entryOf(a), with: entryOf('hand') }, a)
      .thenRefused('no-device')
    for (const who of [a, 'nobody'])
      at()
        .when('queue.offer-swap', { entry: entryOf(a), with: entryOf(who) }, a)
        .thenRefused('moved-on')
    at([holds(c)])
      .when('queue.offer-swap', { entry: entryOf(a), with: entryOf(c) }, a)
      .thenRefused('moved-on')
    at([holds(a)])
      .when('queue.offer-swap', { entry: entryOf(a), with: entryOf(c) }, a)
      .thenRefused('not-waiting')
  })

  test('[Q19] agreed aloud, it is recorded by the desk', () => {
    const state = at([hand])
      .when('queue.swap', { entry: entryOf('hand'), with: entryOf(a) }, 'desk')
      .then([{ type: 'queue.swapped', data: { entry: entryOf('hand'), with: entryOf(a) } }])
    expect(names(state)).toEqual(['hand', b, c, d, a])
    at()
      .when('queue.swap', { entry: entryOf(a), with: entryOf(a) }, 'desk')
      .thenNothing()
    at([holds(a)])
      .when('queue.swap', { entry: entryOf(a), with: entryOf(b) }, 'desk')
      .thenRefused('not-waiting')
    at()
      .when('queue.swap', { entry: entryOf(a), with: entryOf('nobody') }, 'desk')
      .thenRefused('no-such-entry')
  })
})
