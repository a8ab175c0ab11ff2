import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import { describe, expect, test } from 'vitest'
import { founded, plan } from '../support/fixtures.ts'
import { calls, entryOf, given, joins, listOpen, raises, said, stateAfter, turnOf } from '../support/given.ts'

const ms = (seconds: number) => (seconds * 1000) as never
const everyone = { kind: 'everyone' } as const
const government = { kind: 'group', group: 'government' as GroupId } as const
const remote = { kind: 'channel', channel: 'remote' } as const
const limit = (scope: typeof everyone | typeof government | typeof remote, to: number | null, from: number | null) =>
  said('chair', 'floor.limit', { scope, limit: to === null ? null : ms(to), expectedLimit: from === null ? null : ms(from) })
const limitOf = (who: string, history: readonly ReturnType<typeof said>[]) =>
  stateAfter([...listOpen, ...history, joins(who), calls(who)]).floor.current?.limit

describe('how long one may speak', () => {
  test('[F26] the nearest limit counts: the group, then the channel, then everyone', () => {
    expect(limitOf('gov-1', [])).toBe(180_000)
    expect(limitOf('civil-1', [limit(remote, 120, null)])).toBe(120_000)
    expect(limitOf('gov-2', [limit(remote, 120, null), limit(government, 240, null)])).toBe(240_000)
    expect(limitOf('private-1', [limit(remote, 120, null), limit(government, 240, null)])).toBe(180_000)
  })

  test('[F26] points of order have their own', () => {
    const scope = { kind: 'point-of-order' } as const
    const set = said('chair', 'floor.limit', { scope, limit: ms(30), expectedLimit: ms(60) })
    const point = said('chair', 'floor.recognize', { entry: entryOf('gov-1-point'), expectedCurrent: null })
    expect(stateAfter([...listOpen, set, raises('gov-1'), point]).floor.current?.limit).toBe(30_000)
  })

  test('[F27] a new one for everyone shortens longer ones of groups and channels, and leaves shorter ones', () => {
    const set = [limit(government, 240, null), limit(remote, 90, null), limit(everyone, 120, 180)]
    expect(stateAfter(set).floor.limits).toMatchObject({ everyone: 120_000, groups: { government: 120_000 }, channels: { remote: 90_000 } })
    const raised = stateAfter([...set, limit(everyone, 300, 120)]).floor.limits
    expect(raised).toMatchObject({ everyone: 300_000, groups: { government: 120_000 }, channels: { remote: 90_000 } })
  })

  test('[F27] the limit of a group or a channel can be taken away, everyone’s cannot', () => {
    expect(stateAfter([limit(government, 240, null), limit(government, null, 240)]).floor.limits.groups).toEqual({})
    given([])
      .when('floor.limit', { scope: everyone, limit: null, expectedLimit: ms(180) }, 'chair')
      .thenNothing()
  })

  test('[F10] whoever sets a limit says which one they see; a group that is not there has none', () => {
    given([])
      .when('floor.limit', { scope: government, limit: ms(60), expectedLimit: ms(180) }, 'chair')
      .thenRefused('moved-on')
    const nowhere = { kind: 'group', group: 'nowhere' as GroupId } as const
    given([])
      .when('floor.limit', { scope: nowhere, limit: ms(60), expectedLimit: null }, 'chair')
      .thenRefused('no-such-group')
    given([])
      .when('floor.limit', { scope: everyone, limit: ms(180), expectedLimit: ms(60) }, 'chair')
      .thenNothing()
  })

  test('[F7] what a turn was extended by is kept apart from its limit', () => {
    const started = [...listOpen, joins('gov-1'), calls('gov-1'), said('chair', 'floor.start', { turn: turnOf('turn-gov-1') })]
    const turn = stateAfter([...started, said('chair', 'floor.extend', { turn: turnOf('turn-gov-1'), by: ms(30) })]).floor.current
    expect(turn).toMatchObject({ limit: 210_000, extended: 30_000 })
  })
})

describe('giving the floor', () => {
  const waiting = [...listOpen, joins('gov-1', 5), joins('civil-1', 6)]
  const next = { expectedCurrent: null, expectedNext: entryOf('gov-1') }

  test('[F28] the last word: one is called and the list is closed, in one act and one step', () => {
    const state = given(waiting)
      .when('floor.last-word', { entry: entryOf('civil-1'), ...next }, 'chair')
      .then([
        expect.objectContaining({ type: 'floor.called' }),
        expect.objectContaining({ type: 'queue.left' }),
        { type: 'queue.closed', data: {} },
      ])
    expect(state.floor.current?.entry?.id).toBe(entryOf('civil-1'))
    expect(state.steps.taken.map(({ what }) => what)).toEqual(['queue.open', 'floor.last-word'])
    expect(state.queue.line.map(({ entry }) => entry)).toEqual([entryOf('gov-1')])
  })

  test('[F28] on a list that is closed already it is a call', () =>
    given([...waiting, said('chair', 'queue.close', {})])
      .when('floor.last-word', { entry: entryOf('gov-1'), ...next }, 'chair')
      .then([expect.objectContaining({ type: 'floor.called' }), expect.objectContaining({ type: 'queue.left' })]))

  test('[F29] a panellist is given the floor without having asked; nothing else of the list changes', () => {
    const before = stateAfter(waiting)
    const state = given(waiting)
      .when('floor.give', { person: 'panel' as PersonId, ...next }, 'chair')
      .then([expect.objectContaining({ type: 'floor.called' })])
    expect(state.floor.current?.entry?.speaker).toMatchObject({ person: 'panel', entity: 'Panel' })
    expect(state.queue.line).toEqual(before.queue.line)
    expect(state.queue.requests).toEqual(before.queue.requests)
  })

  test('[F29] not to whoever waits, drives or is not there', () => {
    given(waiting)
      .when('floor.give', { person: 'gov-1' as PersonId, ...next }, 'chair')
      .thenRefused('already-queued')
    given(waiting)
      .when('floor.give', { person: 'desk' as PersonId, ...next }, 'chair')
      .thenRefused('no-such-person')
    given(waiting)
      .when('floor.give', { person: 'nobody' as PersonId, ...next }, 'chair')
      .thenRefused('no-such-person')
    given(waiting)
      .when('floor.give', { person: 'panel' as PersonId, expectedCurrent: null, expectedNext: null }, 'chair')
      .thenRefused('moved-on')
  })

  test('[F3] calling someone else puts back whoever was called and has not started, as if they had not been called', () => {
    const before = stateAfter(waiting)
    const state = given([...waiting, calls('gov-1')])
      .when('floor.call', { entry: entryOf('civil-1'), expectedCurrent: turnOf('turn-gov-1'), expectedNext: entryOf('civil-1') }, 'chair')
      .thenState()
    expect(state.floor.current?.entry?.id).toBe(entryOf('civil-1'))
    expect(state.floor.past).toEqual([])
    expect(state.queue.entries[entryOf('gov-1')]).toEqual(before.queue.entries[entryOf('gov-1')])
    expect(state.queue.served.map(({ entry }) => entry)).toEqual([entryOf('civil-1')])
  })

  test('[F28, F29] only while the session is open', () => {
    const closed = [...waiting, said('chair', 'session.close', {})]
    given(closed)
      .when('floor.last-word', { entry: entryOf('gov-1'), ...next }, 'chair')
      .thenRefused('session-closed')
    given([], founded(plan))
      .when('floor.give', { person: 'panel' as PersonId, ...next }, 'chair')
      .thenRefused('session-not-open')
  })
})
