// @vitest-environment jsdom
/** Where I stand, who is called before me, and of what I am warned. */

import { calledBefore, callingOrder } from '@rostrum/client/features/my-floor/calling-order'
import { placeOf, standingOf } from '@rostrum/client/features/my-floor/my-status'
import { afterMe, askersOf, othersIn } from '@rostrum/client/features/my-floor/position/swap-partners'
import { isNews, unwarned, warnedOf, warningOf } from '@rostrum/client/features/my-floor/position/warnings'
import { closesIn } from '@rostrum/client/features/my-floor/requests/last-call.tsx'
import { askable } from '@rostrum/client/features/my-floor/requests/more-requests.tsx'
import { replyTitle } from '@rostrum/client/features/my-floor/requests/right-of-reply.tsx'
import { comingNext } from '@rostrum/client/features/queue/public/next-speakers.tsx'
import type { Pending } from '@rostrum/client/session/outbox'
import type { EntryId } from '@rostrum/shared/contract/ids'
import { instantOf } from '@rostrum/shared/kernel/time'
import { expect, test } from 'vitest'

type Seen = Parameters<typeof standingOf>[0]
const id = (name: string) => name as EntryId

const entry = { id: id('mine'), held: false, behind: null, offers: [], offered: null, behalf: [], moved: null }
const nothing = { entry: null, point: null, reply: null, spokenFor: null, unheard: false, removed: null }
const turn = (name: string, startedAt: number | null = 0) => ({ id: name, startedAt })

/** Only what is asked for; the rest of a view does not count here. */
const seen = (changed: {
  phase?: string
  line?: readonly string[]
  replies?: readonly string[]
  repliesFirst?: boolean
  my?: object
  turn?: string
  current?: object
  interrupted?: object
  spoken?: readonly object[]
}): Seen =>
  ({
    session: { phase: changed.phase ?? 'open' },
    floor: { current: changed.current ?? null, interrupted: changed.interrupted ?? null },
    line: (changed.line ?? []).map((name) => ({ entry: name })),
    list: { repliesFirst: changed.repliesFirst ?? false },
    replies: changed.replies ?? [],
    progress: { current: 'topic-2' },
    myFloor: { turn: changed.turn ?? null, spoken: changed.spoken ?? [] },
    myEntry: { ...nothing, ...changed.my },
  }) as unknown as Seen

const pending = { standing: 'sending' } as Pending
const spoken = { turn: 't', segment: 'topic-2' }

test.each([
  ['before the opening', seen({ phase: 'planned' }), undefined, { kind: 'before' }],
  ['after the close', seen({ phase: 'closed' }), undefined, { kind: 'over' }],
  ['after the close, not heard', seen({ phase: 'closed', my: { unheard: true } }), undefined, { kind: 'unheard' }],
  ['nothing asked', seen({}), undefined, { kind: 'idle' }],
  ['nothing asked in a break', seen({ phase: 'suspended' }), undefined, { kind: 'idle' }],
  ['pressed, not answered', seen({}), pending, { kind: 'asking', pending }],
  ['pressed and there already', seen({ line: ['mine'], my: { entry } }), pending, { kind: 'next', index: 0, ahead: 0 }],
  ['first of the list', seen({ line: ['mine', 'a'], my: { entry } }), undefined, { kind: 'next', index: 0, ahead: 0 }],
  ['third of the list', seen({ line: ['a', 'b', 'mine'], my: { entry } }), undefined, { kind: 'queued', index: 2, ahead: 2 }],
  [
    'first of the list, replies first',
    seen({ line: ['mine'], replies: ['r'], repliesFirst: true, my: { entry } }),
    undefined,
    { kind: 'queued', index: 0, ahead: 1 },
  ],
  ['first of the list, replies last', seen({ line: ['mine'], replies: ['r'], my: { entry } }), undefined, { kind: 'next', ahead: 0 }],
  ['held', seen({ my: { entry: { ...entry, held: true } } }), undefined, { kind: 'held' }],
  ['without a place yet', seen({ my: { entry } }), undefined, { kind: 'idle' }],
  ['spoken for', seen({ my: { spokenFor: 'Library federation' } }), undefined, { kind: 'joint', by: 'Library federation' }],
  ['called', seen({ turn: 't', current: turn('t', null) }), undefined, { kind: 'called' }],
  ['on the floor', seen({ turn: 't', current: turn('t') }), undefined, { kind: 'floor' }],
  [
    'on the floor while another request waits',
    seen({ turn: 't', current: turn('t'), line: ['mine'], my: { entry } }),
    undefined,
    { kind: 'floor' },
  ],
  ['interrupted', seen({ turn: 't', current: turn('p'), interrupted: turn('t') }), undefined, { kind: 'interrupted' }],
  ['a turn that the floor no longer shows', seen({ turn: 't' }), undefined, { kind: 'idle' }],
  ['spoken in this part', seen({ spoken: [spoken] }), undefined, { kind: 'spoke', spoken }],
  ['spoken in another part', seen({ spoken: [{ ...spoken, segment: 'topic-1' }] }), undefined, { kind: 'idle' }],
  ['spoken, and asked again', seen({ spoken: [spoken], line: ['mine'], my: { entry } }), undefined, { kind: 'next' }],
])('I stand: %s', (_, view, asking, standing) => {
  expect(standingOf(view, asking)).toMatchObject(standing)
})

test('only who is in the list has a place', () => {
  expect(placeOf(standingOf(seen({ line: ['a', 'mine'], my: { entry } }), undefined))).toBe(1)
  expect(placeOf(standingOf(seen({}), undefined))).toBeNull()
})

const called = (repliesFirst: boolean) => seen({ line: ['a', 'b'], replies: ['r', 's'], repliesFirst })

test('rights of reply are called after the list, or before it where the Chair takes them first', () => {
  expect(callingOrder(called(false))).toEqual(['a', 'b', 'r', 's'])
  expect(callingOrder(called(true))).toEqual(['r', 's', 'a', 'b'])
  expect(comingNext(called(false))).toEqual(['a', 'b', 'r'])
  expect(comingNext(called(true))).toEqual(['r', 's', 'a'])
})

test.each([
  [false, 'b', ['a']],
  [false, 's', ['a', 'b', 'r']],
  [false, null, ['a', 'b']],
  [true, 'a', ['r', 's']],
  [true, 'r', []],
  [true, null, ['r', 's', 'a', 'b']],
  [false, 'nowhere', []],
] as const)('replies first %s: before %s come %j', (repliesFirst, entryId, before) => {
  expect(calledBefore(called(repliesFirst), entryId === null ? null : id(entryId))).toEqual(before)
})

test.each([
  [0, null],
  [1, 'one'],
  [2, 'near'],
  [3, 'near'],
  [4, null],
])('%i before me: warned of %s', (ahead, warning) => {
  expect(warningOf(ahead)).toBe(warning)
})

test('each warning is spoken once a request, and the earlier one not after the later', () => {
  const mine = id('mine')
  const near = warnedOf(unwarned, mine, 'near')
  const one = warnedOf(near, mine, 'one')
  expect(isNews(unwarned, mine, 'near')).toBe(true)
  expect(isNews(near, mine, 'near')).toBe(false)
  expect(isNews(near, mine, 'one')).toBe(true)
  expect(isNews(one, mine, 'one')).toBe(false)
  expect(isNews(warnedOf(unwarned, mine, 'one'), mine, 'near')).toBe(false)
  expect(isNews(one, id('again'), 'near')).toBe(true)
  expect(warnedOf(one, id('again'), 'near')).toEqual({ entry: 'again', warnings: ['near'] })
})

const rows = {
  a: { entity: 'A', device: true },
  b: { entity: 'B', device: false },
  mine: { entity: 'Mine', device: true },
  c: { entity: 'C', device: true },
}
const list = { ...seen({ line: ['a', 'b', 'mine', 'c'] }), entries: rows } as unknown as Parameters<typeof othersIn>[0]

test('places are changed with those who can answer for themselves, never with oneself', () => {
  expect(othersIn(list, id('mine'))).toEqual([
    { id: 'a', index: 0, entity: 'A' },
    { id: 'c', index: 3, entity: 'C' },
  ])
})

test('an offer says which place one would have; one that has left the list is no offer', () => {
  const offers = ['c', 'gone'].map((from) => ({ entry: id(from), entity: from }))
  expect(askersOf(list, { id: id('mine'), offers })).toEqual([{ id: 'c', index: 3, entity: 'C' }])
  expect(askersOf(list, { id: id('mine'), offers: [] })).toEqual([])
})

test('the one after me can go first; the last one has nobody to let', () => {
  expect(afterMe(list.line, 2)).toBe('c')
  expect(afterMe(list.line, 3)).toBeNull()
})

test.each([
  [true, 0, true, 'me.replyHeld'],
  [false, 0, false, 'me.replyNext'],
  [false, 2, true, 'me.replyFirst'],
  [false, 2, false, 'me.replyLast'],
] as const)('a right of reply (held %s, %i before it, replies first %s) says %s', (held, ahead, first, key) => {
  expect(replyTitle({ held }, ahead, first)).toBe(key)
})

test('what is waiting is not asked for twice', () => {
  expect(askable({ point: null, reply: null })).toEqual(['right-of-reply', 'point-of-order'])
  expect(askable({ point: {}, reply: null })).toEqual(['right-of-reply'])
  expect(askable({ point: {}, reply: {} })).toEqual([])
})

test('a last call is counted down in whole seconds, never below nought; an open or closed list has none', () => {
  const closing = { kind: 'closing', closesAt: instantOf(100_000) } as const
  expect(closesIn(closing, 0)).toBe(100_000)
  expect(closesIn(closing, 100)).toBe(100_000)
  expect(closesIn(closing, 1000)).toBe(99_000)
  expect(closesIn(closing, 120_000)).toBe(0)
  expect(closesIn({ kind: 'open' }, 0)).toBeNull()
  expect(closesIn({ kind: 'closed', at: null }, 0)).toBeNull()
})
