/** The floor list as it is shown: what everybody sees, what staff see beside it, and what one person sees of their own. */
import type { State } from '@rostrum/shared/contract/registry'
import { audiences } from '@rostrum/shared/contract/roles'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import { expect, test } from 'vitest'
import { founded, personIn, planWith, sinceNoon } from '../support/fixtures.ts'
import { calls, entryOf, joins, listOpen, type Said, said, stateAfter, turnOf } from '../support/given.ts'

const [a, b, c] = ['gov-1', 'gov-2', 'civil-1'] as const
const start = stateAfter([...listOpen, joins(a, 1), joins(b, 2), joins(c, 3)], founded(planWith('received')))
const once = (...history: readonly Said[]): State => stateAfter(history, start)
const staff = (state: State) => projectAudience(state, 'staff').view
const shown = (state: State) => projectAudience(state, 'public').view
const mine = (state: State, who: string) => projectPerson(state, personIn(state, who)).view.myEntry

const replies = (by: string) => said(by, 'queue.join', { kind: 'right-of-reply', topic: null }, { id: `${by}-reply` })
const orders = (mode: 'received' | 'rotate', recommend: boolean) =>
  said('chair', 'queue.order', { mode, recommend, expectedMode: 'received' })
const moves = (who: string, before: string) => said('chair', 'queue.move', { entry: entryOf(who), before: entryOf(before) })
const offers = (who: string, other: string) => said(who, 'queue.offer-swap', { entry: entryOf(who), with: entryOf(other) })
const merges = said('desk', 'queue.merge', { into: entryOf(c), entry: entryOf(a) })
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
    seenAt: sinceNoon(9),
    note: null,
  },
  { id: 'hand', at: 9 },
)

test('[Q17, V10] rights of reply, who comes next, and the rule in force are seen by all', () => {
  const state = once(replies(b), orders('rotate', true))
  for (const audience of audiences) {
    const { list, replies: waiting, entries } = projectAudience(state, audience).view
    expect(list).toMatchObject({ mode: 'rotate', recommend: true, replies: 1, repliesFirst: false, next: entryOf(a) })
    expect([waiting, entries[entryOf(`${b}-reply`)]?.kind]).toEqual([[entryOf(`${b}-reply`)], 'right-of-reply'])
  }
  expect(shown(stateAfter([said('chair', 'queue.advance-replies', {})], state)).list).toMatchObject({
    repliesFirst: true,
    next: entryOf(`${b}-reply`),
  })
})

test('[V10] the screen of the room shows three of the replies', () => {
  const state = once(replies(a), replies(b), replies(c), replies('private-1'))
  expect(projectAudience(state, 'display').view.replies).toHaveLength(3)
  expect(shown(state).replies).toHaveLength(4)
})

test('[F26] a row says what limit it would have, called now, and is made anew only when that changes', () => {
  const state = once()
  const limited = stateAfter(
    [said('chair', 'floor.limit', { scope: { kind: 'group', group: 'civil' as never }, limit: 60_000 as never, expectedLimit: null })],
    state,
  )
  const rows = [state, limited].map((one) => shown(one).entries)
  expect(rows.map((one) => one[entryOf(c)]?.limit)).toEqual([180_000, 60_000])
  expect(rows[1]?.[entryOf(a)]).toBe(rows[0]?.[entryOf(a)])
})

test('[O15, Q19] a row says whether it was moved and by whom, whether it is listed, and whether a device belongs to it', () => {
  const { entries } = shown(once(hand, moves('hand', b), offers(a, c), said(c, 'queue.take-swap', { entry: entryOf(c), with: entryOf(a) })))
  expect(entries[entryOf('hand')]).toMatchObject({ moved: 'chair', device: false, listed: false })
  expect(entries[entryOf(a)]).toMatchObject({ moved: 'consent', device: true })
  expect(entries[entryOf(b)]).toMatchObject({ moved: null })
})

test('[O14, V11] what is suggested is told to the staff alone', () => {
  const state = once(orders('rotate', true), calls(a))
  expect(staff(state).suggestion).toEqual({ entry: entryOf(c), cause: 'group-unheard' })
  for (const audience of ['podium', 'public', 'display'] as const) expect('suggestion' in projectAudience(state, audience).view).toBe(false)
  expect(staff(start).suggestion).toBeNull()
})

test('[Q20] a joint statement: all see for whom it is, the staff can take it apart, and whoever is spoken for is told', () => {
  const state = once(merges)
  expect(shown(state).entries[entryOf(c)]?.behalf).toEqual(['Delegation 1'])
  expect(staff(state).joint).toEqual([{ entry: entryOf(a), into: entryOf(c), entity: 'Delegation 1' }])
  expect(mine(state, a)).toMatchObject({ entry: null, spokenFor: 'Organization 1' })
  expect(mine(state, c)).toMatchObject({ entry: { behalf: ['Delegation 1'] }, spokenFor: null })
  const speaking = stateAfter([calls(c), said('chair', 'floor.start', { turn: turnOf(`turn-${c}`) })], state)
  expect([staff(speaking).joint, mine(speaking, a).spokenFor]).toEqual([[], 'Organization 1'])
  const over = stateAfter([said('chair', 'floor.end', { turn: turnOf(`turn-${c}`) })], speaking)
  expect(mine(over, a)).toMatchObject({ entry: null, spokenFor: null })
})

test('[Q19] an offer is seen by the one who makes it and the one to whom it is made, as long as it stands', () => {
  const state = once(offers(a, c))
  expect(mine(state, a).entry).toMatchObject({ offered: entryOf(c), offers: [] })
  expect(mine(state, c).entry).toMatchObject({ offered: null, offers: [{ entry: entryOf(a), entity: 'Delegation 1' }] })
  const gone = stateAfter([said(c, 'queue.withdraw', { entry: entryOf(c) })], state)
  expect(mine(gone, a).entry?.offered).toBeNull()
  const left = stateAfter([calls(a)], state)
  expect(mine(left, c).entry?.offers).toEqual([])
})

test('[O16] one’s own wish is seen as long as it counts', () => {
  const defers = said(a, 'queue.defer', { entry: entryOf(a), after: entryOf(c) })
  const state = once(defers)
  expect(mine(state, a).entry?.behind).toBe(entryOf(c))
  const held = said('desk', 'queue.hold', { entry: entryOf(c) })
  for (const over of [held, moves(a, b)]) expect(mine(stateAfter([over], state), a).entry?.behind).toBeNull()
  expect(mine(stateAfter([moves(a, b)], state), a).entry?.moved).toBe('chair')
})

test('[Q17] one’s own right of reply is beside one’s own intervention', () => {
  const { entry, reply, point } = mine(once(replies(a)), a)
  expect([entry?.id, reply?.id, point]).toEqual([entryOf(a), entryOf(`${a}-reply`), null])
})

test('[Q14] by entity: who asked or spoke, how long, and how far beyond the limit, most time used first', () => {
  const turn = (who: string, from: number, to: number) => [
    calls(who, { at: from }),
    said('chair', 'floor.start', { turn: turnOf(`turn-${who}`) }, { at: from }),
    said('chair', 'floor.end', { turn: turnOf(`turn-${who}`) }, { at: to }),
  ]
  const state = once(...turn(a, 10, 70), ...turn(b, 100, 300), replies(c), calls(c, { at: 400 }))
  expect(staff(state).entities).toEqual([
    { entity: 'Delegation 2', group: 'government', requests: 1, turns: 1, used: 200_000, over: 20_000 },
    { entity: 'Delegation 1', group: 'government', requests: 1, turns: 1, used: 60_000, over: 0 },
    { entity: 'Organization 1', group: 'civil', requests: 1, turns: 0, used: 0, over: 0 },
  ])
  expect((staff(state).balance?.groups ?? []).slice(0, 2)).toMatchObject([
    { of: 'government', requests: 2, turns: 2, used: 260_000 },
    { of: 'civil', requests: 1, turns: 0, used: 0 },
  ])
})
