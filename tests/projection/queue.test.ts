/** The queue in views: what everybody sees, the additions for the staff, and the part of one person. */
import type { State } from '@rostrum/shared/contract/registry'
import { audiences } from '@rostrum/shared/contract/roles'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { computeBalance, computeEntityShares } from '@rostrum/shared/projection/queue/balance'
import { selectRowLimit } from '@rostrum/shared/projection/queue/forecast'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterNoon, createState, getPerson, makePlan } from '../support/fixtures.ts'
import { call, command, join, queueOpen, raisePoint, replay, type SentCommand, toEntryId, toTurnId } from '../support/given.ts'
import { arbitraryRolls, playRolls } from '../support/random-session.ts'

const [a, b, c] = ['gov-1', 'gov-2', 'civil-1'] as const
const start = replay([...queueOpen, join(a, 1), join(b, 2), join(c, 3)], createState(makePlan('received')))
const makeState = (...history: readonly SentCommand[]): State => replay(history, start)
const projectStaff = (state: State) => projectAudience(state, 'staff').view
const projectPublic = (state: State) => projectAudience(state, 'public').view
const projectMyQueue = (state: State, who: string) => projectPerson(state, getPerson(state, who)).view.myQueue

const requestReply = (by: string) => command(by, 'queue.join', { kind: 'right-of-reply', topic: null }, { id: `${by}-reply` })
const setOrder = (mode: 'received' | 'rotate', suggestOnly: boolean) =>
  command('chair', 'queue.set-order', { mode, suggestOnly, expectedMode: 'received' })
const moveEntry = (who: string, before: string) => command('chair', 'queue.move', { entry: toEntryId(who), before: toEntryId(before) })
const offerSwap = (who: string, other: string) => command(who, 'queue.offer-swap', { entry: toEntryId(who), with: toEntryId(other) })
const mergeEntries = command('desk', 'queue.merge', { into: toEntryId(c), entry: toEntryId(a) })
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
    seenAt: afterNoon(9),
    note: null,
  },
  { id: 'hand', at: 9 },
)

test('[Q17, V10] everybody sees the rights of reply, the next speaker, and the order mode', () => {
  const state = makeState(requestReply(b), setOrder('rotate', true))
  for (const audience of audiences) {
    const { queue: list, replies: waiting, entries } = projectAudience(state, audience).view
    expect(list).toMatchObject({ mode: 'rotate', suggestOnly: true, replies: 1, repliesFirst: false, next: toEntryId(a) })
    expect([waiting, entries[toEntryId(`${b}-reply`)]?.kind]).toEqual([[toEntryId(`${b}-reply`)], 'right-of-reply'])
  }
  expect(projectPublic(replay([command('chair', 'queue.advance-replies', {})], state)).queue).toMatchObject({
    repliesFirst: true,
    next: toEntryId(`${b}-reply`),
  })
})

test('[V10] the room screen shows at most three rights of reply', () => {
  const state = makeState(requestReply(a), requestReply(b), requestReply(c), requestReply('private-1'))
  expect(projectAudience(state, 'display').view.replies).toHaveLength(3)
  expect(projectPublic(state).replies).toHaveLength(4)
})

test('[F26] a row contains what decides its limit: screens know what a call would give; a new limit changes no row', () => {
  const state = makeState()
  const limited = replay(
    [
      command('chair', 'floor.set-limit', {
        scope: { kind: 'group', group: 'civil' as never },
        limit: 60_000 as never,
        expectedLimit: null,
      }),
    ],
    state,
  )
  const views = [state, limited].map(projectPublic)
  expect(views.map(({ entries, floor }) => selectRowLimit(floor.limits, entries[toEntryId(c)] as EntryRow))).toEqual([180_000, 60_000])
  expect(views[1]?.entries).toEqual(views[0]?.entries)
})

test('[O15, Q19] a row shows by whom it was moved, whether it is in the programme, and whether it has a device', () => {
  const { entries } = projectPublic(
    makeState(
      addPaperRequest,
      moveEntry('hand', b),
      offerSwap(a, c),
      command(c, 'queue.accept-swap', { entry: toEntryId(c), with: toEntryId(a) }),
    ),
  )
  expect(entries[toEntryId('hand')]).toMatchObject({ pinnedBy: 'chair', hasDevice: false, inProgramme: false })
  expect(entries[toEntryId(a)]).toMatchObject({ pinnedBy: 'consent', hasDevice: true })
  expect(entries[toEntryId(b)]).toMatchObject({ pinnedBy: null })
})

test('[O14, V11] only the staff see the suggestion', () => {
  const state = makeState(setOrder('rotate', true), call(a))
  expect(projectStaff(state).suggestion).toEqual({ entry: toEntryId(c), cause: 'group-first' })
  for (const audience of ['podium', 'public', 'display'] as const) expect('suggestion' in projectAudience(state, audience).view).toBe(false)
  expect(projectStaff(start).suggestion).toBeNull()
})

test('[Q20] a joint statement: everybody sees its entities, the staff its entries, and the merged person who will speak', () => {
  const state = makeState(mergeEntries)
  expect(projectPublic(state).entries[toEntryId(c)]?.onBehalfOf).toEqual(['Delegation 1'])
  expect(projectStaff(state).jointEntries).toEqual([{ entry: toEntryId(a), into: toEntryId(c), entity: 'Delegation 1' }])
  expect(projectMyQueue(state, a)).toMatchObject({ entry: null, spokenForBy: 'Organization 1' })
  expect(projectMyQueue(state, c)).toMatchObject({ entry: { onBehalfOf: ['Delegation 1'] }, spokenForBy: null })
  const speaking = replay([call(c), command('chair', 'floor.start', { turn: toTurnId(`turn-${c}`) })], state)
  expect([projectStaff(speaking).jointEntries, projectMyQueue(speaking, a).spokenForBy]).toEqual([[], 'Organization 1'])
  const over = replay([command('chair', 'floor.end', { turn: toTurnId(`turn-${c}`) })], speaking)
  expect(projectMyQueue(over, a)).toMatchObject({ entry: null, spokenForBy: null })
})

test('[Q19] both people concerned see an offer as long as it is open', () => {
  const state = makeState(offerSwap(a, c))
  expect(projectMyQueue(state, a).entry).toMatchObject({ swapOfferedTo: toEntryId(c), swapOffers: [] })
  expect(projectMyQueue(state, c).entry).toMatchObject({
    swapOfferedTo: null,
    swapOffers: [{ entry: toEntryId(a), entity: 'Delegation 1' }],
  })
  const gone = replay([command(c, 'queue.withdraw', { entry: toEntryId(c) })], state)
  expect(projectMyQueue(gone, a).entry?.swapOfferedTo).toBeNull()
  const left = replay([call(a)], state)
  expect(projectMyQueue(left, c).entry?.swapOffers).toEqual([])
})

test('[O16] people see their own deferral as long as it counts', () => {
  const defers = command(a, 'queue.defer', { entry: toEntryId(a), after: toEntryId(c) })
  const state = makeState(defers)
  expect(projectMyQueue(state, a).entry?.deferredTo).toBe(toEntryId(c))
  const held = command('desk', 'queue.hold', { entry: toEntryId(c) })
  for (const over of [held, moveEntry(a, b)]) expect(projectMyQueue(replay([over], state), a).entry?.deferredTo).toBeNull()
  expect(projectMyQueue(replay([moveEntry(a, b)], state), a).entry?.pinnedBy).toBe('chair')
})

test('[Q17] a person’s right of reply is separate from their intervention', () => {
  const { entry, reply, pointOfOrder: point } = projectMyQueue(makeState(requestReply(a)), a)
  expect([entry?.id, reply?.id, point]).toEqual([toEntryId(a), toEntryId(`${a}-reply`), null])
})

test('[V162] a person’s own request that interrupts says of which kind it is', () => {
  expect(projectMyQueue(makeState(raisePoint('civil-1')), 'civil-1').pointOfOrder).toMatchObject({ kind: 'point-of-order', held: false })
})

test('[Q14] by entity: who asked or spoke, how long, and how far over the limit; the most time used comes first', () => {
  const turn = (who: string, from: number, to: number) => [
    call(who, { at: from }),
    command('chair', 'floor.start', { turn: toTurnId(`turn-${who}`) }, { at: from }),
    command('chair', 'floor.end', { turn: toTurnId(`turn-${who}`) }, { at: to }),
  ]
  const state = makeState(...turn(a, 10, 70), ...turn(b, 100, 300), requestReply(c), call(c, { at: 400 }))
  expect(projectStaff(state).entityShares).toEqual([
    { entity: 'Delegation 2', group: 'government', requests: 1, turns: 1, used: 200_000, over: 20_000 },
    { entity: 'Delegation 1', group: 'government', requests: 1, turns: 1, used: 60_000, over: 0 },
    { entity: 'Organization 1', group: 'civil', requests: 1, turns: 0, used: 0, over: 0 },
  ])
  expect((projectStaff(state).balance?.groups ?? []).slice(0, 2)).toMatchObject([
    { key: 'government', requests: 2, turns: 2, used: 260_000 },
    { key: 'civil', requests: 1, turns: 0, used: 0 },
  ])
})

test('[W65] a request changes the share of its entity, and the other shares remain the same objects', () => {
  const [before, after] = [makeState(), makeState(command(b, 'queue.withdraw', { entry: toEntryId(b) }), join(b, 60))].map(
    (state) => projectStaff(state).entityShares ?? [],
  )
  expect(after).not.toEqual(before)
  const find = (shares = before, entity: string) => shares?.find((share) => share.entity === entity)
  expect(find(after, 'Delegation 2')?.requests).toBe(2)
  for (const entity of ['Delegation 1', 'Organization 1']) expect(find(after, entity)).toBe(find(before, entity))
})

test('[W65] a balance carried on from request to request equals the one computed from all requests', () => {
  const countsAll = ({ queue, floor }: State) => [
    computeBalance(queue, floor, ['civil', 'gov'] as never),
    computeEntityShares(queue, floor),
  ]
  fc.assert(
    fc.property(arbitraryRolls(40, 120), (rolls) => {
      const states = playRolls(start, rolls).map(({ after }) => after)
      const carried = states.map(countsAll)
      // Nothing is remembered of copies.
      expect(carried).toEqual(states.map((state) => countsAll(structuredClone(state))))
    }),
    { numRuns: 60 },
  )
})

test('[W65] results carried on for each person from change to change equal those computed from all entries', () => {
  const projectAll = (state: State) =>
    Array.from(state.people.all.values(), (person) => {
      const { myQueue, myOvertakesLeft } = projectPerson(state, person).view
      return { myQueue, myOvertakesLeft }
    })
  fc.assert(
    fc.property(arbitraryRolls(40, 120), (rolls) => {
      // Nothing is projected between some of the changes.
      const states = playRolls(start, rolls).flatMap(({ after }, index) => (index % 3 === 0 ? after : []))
      const carried = states.map(projectAll)
      expect(carried).toEqual(states.map((state) => projectAll({ ...state, queue: structuredClone(state.queue) })))
    }),
    { numRuns: 40, endOnFailure: true },
  )
})
