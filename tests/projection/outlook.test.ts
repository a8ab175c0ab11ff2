/** The forecast of the list that the Chair and those who wait read. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { Plan, PlannedSegment } from '@rostrum/shared/contract/plan'
import type { State } from '@rostrum/shared/contract/registry'
import { addMillis, minutes, seconds, zeroMillis } from '@rostrum/shared/kernel/time'
import { findRemedies } from '@rostrum/shared/projection/agenda/remedies'
import { computeTimeline, countMinutesBehind } from '@rostrum/shared/projection/agenda/timeline'
import { computeFloorFree } from '@rostrum/shared/projection/floor/clock'
import { projectAudience } from '@rostrum/shared/projection/project'
import { applyLimit, countReached, listWaiting } from '@rostrum/shared/projection/queue/forecast'
import { computeOutlook, getLatestEnd } from '@rostrum/shared/projection/queue/outlook'
import { expect, test } from 'vitest'
import { afterNoon, createState, noon, plan } from '../support/fixtures.ts'
import { call, command, join, replay, type SentCommand, toTurnId } from '../support/given.ts'

/** 94 minutes without a pause: the end of the programme is the end of the session. */
const programme = (
  [
    ['opening', 0, 6],
    ['topic', 6, 24],
    ['second', 30, 24],
    ['third', 54, 24],
    ['closing', 78, 16],
  ] as const
).map(([id, start, length]): PlannedSegment => {
  const base = plan.segments[1] as PlannedSegment
  return { ...base, id: id as SegmentId, title: id, startsAt: addMillis(noon, minutes(start)), length: minutes(length) }
})
const fullPlan: Plan = { ...plan, endsAt: addMillis(noon, minutes(94)), segments: programme }
const go = (to: string, from: string, minute: number): SentCommand =>
  command('chair', 'agenda.go', { to: to as SegmentId, expectedCurrent: from as SegmentId }, { at: minute * 60 })
const openAt = (minute: number): readonly SentCommand[] => [
  command('chair', 'session.open', {}, { at: minute * 60 }),
  command('chair', 'queue.open', {}),
]
const play = (history: readonly SentCommand[], its: Partial<Plan> = {}): State => replay(history, createState({ ...fullPlan, ...its }))
const everybody = ['gov-1', 'gov-2', 'civil-1', 'private-1', 'technical-1', 'agency-1', 'guest-1'].map((who) => join(who))

const look = (state: State, minute: number) => {
  const { view } = projectAudience(state, 'public')
  const now = afterNoon(minute * 60)
  const outlook = computeOutlook(view as never, now)
  const free = computeFloorFree(view.floor, now)
  const timeline = computeTimeline(state.agenda.segments, state.agenda, now, state.session.until ?? null, free)
  const waiting = listWaiting(view.order, view.entries)
  const limits = (limit: number) => applyLimit(view.floor.limits, waiting, seconds(limit))
  return {
    now,
    view,
    timeline,
    behind: countMinutesBehind(timeline),
    end: outlook && (outlook.end - noon) / 60_000,
    gained: outlook && outlook.gained / 60_000,
    outlook,
    reachedAt: (limit: number) => (outlook === null ? null : countReached(limits(limit), outlook.leftForList, view.floor.pace)),
  }
}

test('[F85] an item that begins 26 min late is not over: it keeps half of its length, and those who wait are heard', () => {
  const state = play([...openAt(26), ...everybody, go('topic', 'opening', 32)])
  const { end, behind, reachedAt, outlook, now, view } = look(state, 32)
  expect([end, behind]).toEqual([44, 26])
  expect([180, 120, 60].map(reachedAt)).toEqual([3, 5, 7])
  const remedies = findRemedies(
    { plan: view.plan, progress: view.progress, hardEnd: view.session.endsAt, now, floorFree: computeFloorFree(view.floor, now) },
    { limits: view.floor.limits, waiting: [], pace: view.floor.pace, free: outlook?.free ?? now },
  )
  expect(remedies.map(({ remedy }) => remedy)).toEqual(['later', 'next'])
})

test('[F116] once an item has used its time, the speaker who has the floor is in the delay, as on the list', () => {
  const history = [...openAt(0), ...everybody.slice(0, 1), go('topic', 'opening', 10)]
  const before = look(play(history), 33)
  const entry = before.view.order[0] as never
  const call = command('chair', 'floor.call', { entry, expectedCurrent: null, expectedNext: entry }, { at: 33 * 60 })
  const called = look(play([...history, call]), 33)
  expect(called.timeline.segments[1]).toMatchObject({ likelyEnd: afterNoon(36 * 60) })
  expect(called.behind).toBe(before.behind + 2)
})

test('[F85] later still, the items share the time until the hard end in proportion to their lengths', () => {
  const state = play([...openAt(70), go('topic', 'opening', 72)])
  // 22 minutes are left for 24 of this item and 64 of the later ones.
  expect(look(state, 72).end).toBe(78)
  expect(look(play([...openAt(90), go('topic', 'opening', 95)]), 95).end).toBe(94)
})

test('[F85] for every late start the end of an item that has just begun lies ahead, and later starts never move it forward in time', () => {
  const spans = Array.from({ length: 80 }, (_, late) => {
    const { end } = look(play([...openAt(late), go('topic', 'opening', late + 6)]), late + 6)
    return (end ?? 0) - (late + 6)
  })
  expect(spans.every((span) => span > 0)).toBe(true)
  expect(spans.every((span, index) => index === 0 || span <= (spans[index - 1] ?? 0))).toBe(true)
})

test('[F86] the time that the session has gained is there for those who wait, also beyond the end of the item', () => {
  const early = play([...openAt(0), ...everybody, go('topic', 'opening', 2)])
  expect(look(early, 2)).toMatchObject({ end: 26, gained: 4, behind: -4 })
  expect(look(early, 6).reachedAt(180)).toBe(7)
  const onTime = play([...openAt(0), ...everybody, go('topic', 'opening', 6)])
  expect(look(onTime, 10)).toMatchObject({ end: 30, gained: 0, behind: 0 })
  // Nothing is gained against the plan of another day.
  const week = minutes(7 * 24 * 60)
  const later = {
    startsAt: addMillis(noon, week),
    endsAt: addMillis(noon, minutes(7 * 24 * 60 + 94)),
    segments: programme.map((segment) => ({ ...segment, startsAt: addMillis(segment.startsAt, week) })),
  }
  const elsewhere = play([command('chair', 'session.open', { onAnyDay: true }, { at: 0 }), go('topic', 'opening', 2)], later)
  expect(look(elsewhere, 2)).toMatchObject({ end: 26, gained: 0 })
})

test('[F86] a hard stop of its own is kept, also ahead of time', () => {
  const [first, second, ...rest] = programme
  if (!first || !second) throw new Error('the programme has too few parts')
  const segments = [first, { ...second, endsBy: afterNoon(27 * 60) }, ...rest]
  const { outlook } = look(play([...openAt(0), go('topic', 'opening', 2)], { segments }), 2)
  expect(outlook && (getLatestEnd(outlook) - noon) / 60_000).toBe(27)
})

test('[F87] after a step back the list has the rest of the item, and the later ones what they had not used', () => {
  const slip = [...openAt(0), go('topic', 'opening', 6), go('opening', 'topic', 13)]
  expect(look(play(slip), 13)).toMatchObject({ behind: 0, end: 13 })
  expect(look(play(slip), 15)).toMatchObject({ behind: 2 })
  const { timeline } = look(play(slip), 13)
  expect(timeline.segments.map(({ status }) => status)).toEqual(['current', 'ahead', 'ahead', 'ahead', 'ahead'])
  expect(timeline.segments[1]).toMatchObject({ likelyStart: afterNoon(13 * 60), likelyEnd: afterNoon(30 * 60) })
  // Back again, the item goes on with what it had.
  expect(look(play([...slip, go('topic', 'opening', 15)]), 15)).toMatchObject({ behind: 2, end: 30 })
  // An opening that was left early has the rest of its time.
  expect(look(play([...openAt(0), go('topic', 'opening', 2), go('opening', 'topic', 5)]), 5)).toMatchObject({ behind: 0, end: 9 })
})

test('[F88] a suspension until a known time is in the delay from the moment it is announced', () => {
  const suspended = play([
    ...openAt(0),
    go('topic', 'opening', 6),
    command('chair', 'session.suspend', { until: afterNoon(22 * 60) }, { at: 600 }),
  ])
  expect(look(suspended, 11).behind).toBe(12)
  expect(look(suspended, 25).behind).toBe(15)
  expect(look(suspended, 11).outlook).toBeNull()
})

test('[F89] rights of reply that come first, and the time kept free, take from what the list has and not from the end of the item', () => {
  const history = [
    ...openAt(0),
    go('topic', 'opening', 6),
    ...['gov-1', 'civil-1', 'private-1', 'technical-1', 'agency-1', 'guest-1'].map((who) => join(who)),
    call('gov-1'),
    command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }),
    command('chair', 'floor.end', { turn: toTurnId('turn-gov-1') }),
    command('gov-2', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' }),
  ]
  const before = look(play(history), 10)
  const after = look(play([...history, command('chair', 'queue.advance-replies', {})]), 10)
  expect([before.end, after.end]).toEqual([30, 30])
  expect(before.outlook?.leftForList).toBe(before.outlook?.left)
  expect((before.outlook?.leftForList ?? 0) - (after.outlook?.leftForList ?? 0)).toBeGreaterThanOrEqual(seconds(120))
  expect(after.outlook?.left).toBe(before.outlook?.left)
  const kept = look(play(history, { floor: { ...plan.floor, reserve: minutes(2) } }), 10)
  expect(kept.end).toBe(30)
  expect(kept.outlook?.free).toBe(before.outlook?.free)
  expect((before.outlook?.left ?? 0) - (kept.outlook?.left ?? 0)).toBe(minutes(2))
})

test('[F89] the Chair and those who wait read one forecast: the same people are reached', () => {
  const history = [
    ...openAt(26),
    go('topic', 'opening', 32),
    join('gov-1'),
    call('gov-1'),
    command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }),
    command('chair', 'floor.end', { turn: toTurnId('turn-gov-1') }, { at: 35 * 60 }),
    command('gov-2', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' }),
    ...['civil-1', 'private-1', 'technical-1', 'agency-1', 'guest-1'].map((who) => join(who)),
    command('chair', 'queue.advance-replies', {}),
  ]
  const { view, reachedAt, outlook } = look(play(history), 36)
  expect(outlook).not.toBeNull()
  const { limits, pace } = view.floor
  const turns = [limits.rightOfReply, ...applyLimit(limits, listWaiting(view.order, view.entries), limits.everyone)]
  const isReached = (rank: number) => countReached(turns.slice(0, rank + 2), outlook?.left ?? zeroMillis, pace) === rank + 2
  const reached = view.order.map((_, rank) => isReached(rank))
  expect(reached.filter(Boolean)).toHaveLength(reachedAt(180) ?? -1)
  expect([reached.at(0), reached.at(-1)]).toEqual([true, false])
})
