// @vitest-environment jsdom
/** My own status, the requests ahead of me, and the warnings I get. */

import { deriveCallingOrder, listCalledBefore } from '@rostrum/client/features/my-floor/calling-order'
import { getMyStatus, getPositionIndex, getSubject } from '@rostrum/client/features/my-floor/my-status'
import { findNextInOrder, listSwapOfferers, listSwapPartners } from '@rostrum/client/features/my-floor/position/swap-partners'
import { getWarning, isUnspoken, noSpokenWarnings, recordWarning } from '@rostrum/client/features/my-floor/position/warnings'
import { getReplyTitle } from '@rostrum/client/features/my-floor/requests/right-of-reply.tsx'
import { listNextShown } from '@rostrum/client/features/queue/public/next-speakers.tsx'
import type { PendingCommand } from '@rostrum/client/session/outbox'
import { writeCauses } from '@rostrum/shared/contract/cause-letters'
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { PositionCause } from '@rostrum/shared/contract/queue'
import { toInstant } from '@rostrum/shared/kernel/time'
import { computeLastCallLeft } from '@rostrum/shared/projection/queue/last-call'
import { expect, test } from 'vitest'

type StatusInput = Parameters<typeof getMyStatus>[0]
const toId = (name: string) => name as EntryId

const entry = {
  id: toId('mine'),
  ...{ segment: 'topic-2', missedCalls: 0, ready: false },
  held: false,
  deferredTo: null,
  swapOffers: [],
  swapOfferedTo: null,
  onBehalfOf: [],
  pinnedBy: null,
}
const nothing = { entry: null, pointOfOrder: null, reply: null, spokenForBy: null, notReached: false, removed: null }
const makeTurn = (name: string, startedAt: number | null = 0) => ({ id: name, startedAt })

/** Only the fields that the model reads; the rest of a view does not matter here. */
const makeInput = (changed: {
  phase?: string
  order?: readonly string[]
  replies?: readonly string[]
  repliesFirst?: boolean
  my?: object
  turn?: string
  current?: object
  interrupted?: object
  pastTurns?: readonly object[]
}): StatusInput =>
  ({
    session: { phase: changed.phase ?? 'open' },
    floor: { current: changed.current ?? null, interrupted: changed.interrupted ?? null },
    order: changed.order ?? [],
    queue: { repliesFirst: changed.repliesFirst ?? false, status: { kind: 'open' } },
    replies: changed.replies ?? [],
    plan: [
      { id: 'opening', kind: 'other' },
      { id: 'topic-1', kind: 'topic' },
      { id: 'topic-2', kind: 'topic' },
    ],
    progress: { current: 'topic-2' },
    myFloor: { turn: changed.turn ?? null, pastTurns: changed.pastTurns ?? [] },
    myQueue: { ...nothing, ...changed.my },
  }) as unknown as StatusInput

const pending = { status: 'sending' } as PendingCommand
const pastTurn = { turn: 't', segment: 'topic-2' }

test.each([
  ['before the opening', makeInput({ phase: 'planned' }), undefined, { kind: 'planned' }],
  ['after the close', makeInput({ phase: 'closed' }), undefined, { kind: 'closed' }],
  ['after the close, not reached', makeInput({ phase: 'closed', my: { notReached: true } }), undefined, { kind: 'not-reached' }],
  ['nothing asked', makeInput({}), undefined, { kind: 'idle' }],
  ['nothing asked in a break', makeInput({ phase: 'suspended' }), undefined, { kind: 'idle' }],
  ['pressed, not answered', makeInput({}), pending, { kind: 'pending', pending }],
  ['pressed and there already', makeInput({ order: ['mine'], my: { entry } }), pending, { kind: 'next', index: 0, ahead: 0 }],
  ['first of the list', makeInput({ order: ['mine', 'a'], my: { entry } }), undefined, { kind: 'next', index: 0, ahead: 0 }],
  ['third of the list', makeInput({ order: ['a', 'b', 'mine'], my: { entry } }), undefined, { kind: 'queued', index: 2, ahead: 2 }],
  [
    'first of the list, replies first',
    makeInput({ order: ['mine'], replies: ['r'], repliesFirst: true, my: { entry } }),
    undefined,
    { kind: 'queued', index: 0, ahead: 1 },
  ],
  ['first of the list, replies last', makeInput({ order: ['mine'], replies: ['r'], my: { entry } }), undefined, { kind: 'next', ahead: 0 }],
  ['on hold', makeInput({ my: { entry: { ...entry, held: true } } }), undefined, { kind: 'on-hold' }],
  ['without a position yet', makeInput({ my: { entry } }), undefined, { kind: 'idle' }],
  ['spoken for', makeInput({ my: { spokenForBy: 'Library federation' } }), undefined, { kind: 'joint', by: 'Library federation' }],
  ['called', makeInput({ turn: 't', current: makeTurn('t', null) }), undefined, { kind: 'called' }],
  ['on the floor', makeInput({ turn: 't', current: makeTurn('t') }), undefined, { kind: 'floor' }],
  [
    'on the floor while another request waits',
    makeInput({ turn: 't', current: makeTurn('t'), order: ['mine'], my: { entry } }),
    undefined,
    { kind: 'floor' },
  ],
  ['interrupted', makeInput({ turn: 't', current: makeTurn('p'), interrupted: makeTurn('t') }), undefined, { kind: 'interrupted' }],
  ['a turn that the floor no longer shows', makeInput({ turn: 't' }), undefined, { kind: 'idle' }],
  ['removed', makeInput({ my: { removed: 'time' } }), undefined, { kind: 'removed', reason: 'time' }],
  ['removed after an earlier turn', makeInput({ my: { removed: 'time' }, pastTurns: [pastTurn] }), undefined, { kind: 'removed' }],
  ['called twice in vain', makeInput({ my: { removed: 'absent', notReached: true } }), undefined, { kind: 'removed', reason: 'absent' }],
  ['removed, and asked again', makeInput({ my: { removed: 'time' } }), pending, { kind: 'pending' }],
  ['spoken in this segment', makeInput({ pastTurns: [pastTurn] }), undefined, { kind: 'spoke', pastTurn }],
  ['spoken in another segment', makeInput({ pastTurns: [{ ...pastTurn, segment: 'topic-1' }] }), undefined, { kind: 'idle' }],
  ['spoken, and asked again', makeInput({ pastTurns: [pastTurn], order: ['mine'], my: { entry } }), undefined, { kind: 'next' }],
])('my status: %s', (_, view, request, status) => {
  expect(getMyStatus(view, request)).toMatchObject(status)
})

const wait = (changed: object = {}, more: object = {}) =>
  getMyStatus(makeInput({ order: ['a', 'mine'], my: { entry: { ...entry, ...changed } }, ...more }), undefined)
const ownTurn = getMyStatus(makeInput({ turn: 't', current: makeTurn('p'), interrupted: makeTurn('t') }), undefined)
const removed = getMyStatus(makeInput({ my: { removed: 'time' } }), undefined)

test.each([
  ['my turn, interrupted', ownTurn, false, 'turn'],
  ['my turn in a break', ownTurn, true, 'turn'],
  ['a place', wait(), false, 'own'],
  ['a place in a break', wait(), true, 'suspended'],
  ['removed', removed, false, 'removed'],
  ['removed before a break', removed, true, 'suspended'],
  ['called in vain', wait({ missedCalls: 1 }), false, 'absent'],
  ['called in vain, and here now', wait({ missedCalls: 1, ready: true }), false, 'own'],
  ['called in vain on an earlier topic', wait({ missedCalls: 1, segment: 'topic-1' }), false, 'absent'],
  ['asked on an earlier topic', wait({ segment: 'topic-1' }), false, 'topic'],
  ['asked before the first topic', wait({ segment: 'opening' }), false, 'own'],
  ['asked before any segment', wait({ segment: null }), false, 'own'],
] as const)('[V135] the page first says, with %s', (_, status, isSuspended, subject) => {
  expect(getSubject(status, isSuspended)).toBe(subject)
})

test('only an entry in the order has a position', () => {
  expect(getPositionIndex(getMyStatus(makeInput({ order: ['a', 'mine'], my: { entry } }), undefined))).toBe(1)
  expect(getPositionIndex(getMyStatus(makeInput({}), undefined))).toBeNull()
})

const makeCallInput = (repliesFirst: boolean) => makeInput({ order: ['a', 'b'], replies: ['r', 's'], repliesFirst })

test('rights of reply are called after the queue, or before it if the Chair takes them first', () => {
  expect(deriveCallingOrder(makeCallInput(false))).toEqual(['a', 'b', 'r', 's'])
  expect(deriveCallingOrder(makeCallInput(true))).toEqual(['r', 's', 'a', 'b'])
  expect(listNextShown(makeCallInput(false))).toEqual(['a', 'b', 'r'])
  expect(listNextShown(makeCallInput(true))).toEqual(['r', 's', 'a'])
})

test.each([
  [false, 'b', ['a']],
  [false, 's', ['a', 'b', 'r']],
  [false, null, ['a', 'b']],
  [true, 'a', ['r', 's']],
  [true, 'r', []],
  [true, null, ['r', 's', 'a', 'b']],
  [false, 'nowhere', []],
] as const)('replies first %s: ahead of %s are %j', (repliesFirst, entryId, before) => {
  expect(listCalledBefore(makeCallInput(repliesFirst), entryId === null ? null : toId(entryId))).toEqual(before)
})

test.each([
  [0, null],
  [1, 'one'],
  [2, 'near'],
  [3, 'near'],
  [4, null],
])('%i ahead of me: the warning is %s', (ahead, warning) => {
  expect(getWarning(ahead)).toBe(warning)
})

test('each warning is spoken once per request, and an earlier warning never follows a later one', () => {
  const mine = toId('mine')
  const near = recordWarning(noSpokenWarnings, mine, 'near')
  const one = recordWarning(near, mine, 'one')
  expect(isUnspoken(noSpokenWarnings, mine, 'near')).toBe(true)
  expect(isUnspoken(near, mine, 'near')).toBe(false)
  expect(isUnspoken(near, mine, 'one')).toBe(true)
  expect(isUnspoken(one, mine, 'one')).toBe(false)
  expect(isUnspoken(recordWarning(noSpokenWarnings, mine, 'one'), mine, 'near')).toBe(false)
  expect(isUnspoken(one, toId('again'), 'near')).toBe(true)
  expect(recordWarning(one, toId('again'), 'near')).toEqual({ entry: 'again', warnings: ['near'] })
})

const rows = {
  a: { entity: 'A', hasDevice: true },
  b: { entity: 'B', hasDevice: false },
  mine: { entity: 'Mine', hasDevice: true },
  c: { entity: 'C', hasDevice: true },
}
const list = { ...makeInput({ order: ['a', 'b', 'mine', 'c'] }), entries: rows } as unknown as Parameters<typeof listSwapPartners>[0]

test('swap partners are the people who can answer on their own device, except oneself', () => {
  expect(listSwapPartners(list, toId('mine'))).toEqual([
    { id: 'a', index: 0, entity: 'A' },
    { id: 'c', index: 3, entity: 'C' },
  ])
})

test('an offer shows the position that I would get, and is dropped if its entry has left the queue', () => {
  const offers = ['c', 'gone'].map((from) => ({ entry: toId(from), entity: from }))
  expect(listSwapOfferers(list, { id: toId('mine'), swapOffers: offers })).toEqual([{ id: 'c', index: 3, entity: 'C' }])
  expect(listSwapOfferers(list, { id: toId('mine'), swapOffers: [] })).toEqual([])
})

test('[P101] the one after me can go first; the last one has nobody to let go first, and nobody lets one go who waits at the end', () => {
  const find = (causes: readonly PositionCause[], index: number) =>
    findNextInOrder({ order: list.order, causes: writeCauses(causes) }, index)
  const plain = ['received', 'received', 'received', 'received'] as const
  expect([find(plain, 2), find(plain, 3)]).toEqual(['c', null])
  for (const cause of ['absent', 'declined'] as const) expect(find(['received', 'received', 'received', cause], 2)).toBeNull()
  expect(find(['received', 'received', 'absent', 'declined'], 2)).toBeNull()
})

test.each([
  [true, 0, true, 'me.replyHeld'],
  [false, 0, false, 'me.replyNext'],
  [false, 2, true, 'me.replyFirst'],
  [false, 2, false, 'me.replyLast'],
] as const)('a right of reply (held %s, %i before it, replies first %s) is shown as %s', (held, ahead, first, key) => {
  expect(getReplyTitle({ held }, ahead, first)).toBe(key)
})

test('a last call counts down in whole seconds, never below zero; an open or closed list has no countdown', () => {
  const closing = { kind: 'last-call', closesAt: toInstant(100_000) } as const
  expect(computeLastCallLeft(closing, 0)).toBe(100_000)
  expect(computeLastCallLeft(closing, 100)).toBe(100_000)
  expect(computeLastCallLeft(closing, 1000)).toBe(99_000)
  expect(computeLastCallLeft(closing, 120_000)).toBe(0)
  expect(computeLastCallLeft({ kind: 'open' }, 0)).toBeNull()
  expect(computeLastCallLeft({ kind: 'closed', at: null }, 0)).toBeNull()
})
