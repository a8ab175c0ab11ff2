import type { GroupId, PersonId, StepId } from '@rostrum/shared/contract/ids'
import { floorEvolvers, initialFloor } from '@rostrum/shared/domain/floor/evolve'
import { describe, expect, test } from 'vitest'
import { createState, noon, plan } from '../support/fixtures.ts'
import { call, command, given, join, queueOpen, raisePoint, replay, toEntryId, toTurnId } from '../support/given.ts'

const toMs = (seconds: number) => (seconds * 1000) as never
const everyone = { kind: 'everyone' } as const
const government = { kind: 'group', group: 'government' as GroupId } as const
const remote = { kind: 'channel', channel: 'remote' } as const
const setLimit = (scope: typeof everyone | typeof government | typeof remote, to: number | null, from: number | null) =>
  command('chair', 'floor.set-limit', { scope, limit: to === null ? null : toMs(to), expectedLimit: from === null ? null : toMs(from) })
const getTurnLimit = (who: string, history: readonly ReturnType<typeof command>[]) =>
  replay([...queueOpen, ...history, join(who), call(who)]).floor.current?.limit

describe('the speaking time', () => {
  test('[F26] the most specific limit applies: the group, then the channel, then everyone', () => {
    expect(getTurnLimit('gov-1', [])).toBe(180_000)
    expect(getTurnLimit('civil-1', [setLimit(remote, 120, null)])).toBe(120_000)
    expect(getTurnLimit('gov-2', [setLimit(remote, 120, null), setLimit(government, 240, null)])).toBe(240_000)
    expect(getTurnLimit('private-1', [setLimit(remote, 120, null), setLimit(government, 240, null)])).toBe(180_000)
  })

  test('[F26] points of order have their own limit', () => {
    const scope = { kind: 'point-of-order' } as const
    const set = command('chair', 'floor.set-limit', { scope, limit: toMs(30), expectedLimit: toMs(60) })
    const point = command('chair', 'floor.recognize', { entry: toEntryId('gov-1-point'), expectedCurrent: null })
    expect(replay([...queueOpen, set, raisePoint('gov-1'), point]).floor.current?.limit).toBe(30_000)
  })

  test('[L144] a commit from before a kind had a limit of its own gives the kind the usual one', () => {
    const { answer: _, ...older } = { ...initialFloor.limits, everyone: toMs(90), pointOfOrder: toMs(30) }
    const rules = { limits: older as never, warnings: [], grace: toMs(0), reserve: toMs(0) }
    const { limits } = floorEvolvers['floor.configured'](initialFloor, rules, noon)
    expect(limits).toMatchObject({ everyone: 90_000, pointOfOrder: 30_000, rightOfReply: 120_000, answer: 120_000 })
  })

  test('[F27] a new limit for everyone shortens longer limits of groups and channels, and leaves shorter ones unchanged', () => {
    const set = [setLimit(government, 240, null), setLimit(remote, 90, null), setLimit(everyone, 120, 180)]
    expect(replay(set).floor.limits).toMatchObject({ everyone: 120_000, groups: { government: 120_000 }, channels: { remote: 90_000 } })
    const raised = replay([...set, setLimit(everyone, 300, 120)]).floor.limits
    expect(raised).toMatchObject({ everyone: 300_000, groups: { government: 120_000 }, channels: { remote: 90_000 } })
  })

  test('[F27] the limit of a group or a channel can be removed, the limit for everyone cannot', () => {
    expect(replay([setLimit(government, 240, null), setLimit(government, null, 240)]).floor.limits.groups).toEqual({})
    given([])
      .when('floor.set-limit', { scope: everyone, limit: null, expectedLimit: toMs(180) }, 'chair')
      .thenNothing()
  })

  test('[F10] the sender of a limit names the one that they see; a group that does not exist has no limit', () => {
    given([])
      .when('floor.set-limit', { scope: government, limit: toMs(60), expectedLimit: toMs(180) }, 'chair')
      .thenRefused('conflict')
    const nowhere = { kind: 'group', group: 'nowhere' as GroupId } as const
    given([])
      .when('floor.set-limit', { scope: nowhere, limit: toMs(60), expectedLimit: null }, 'chair')
      .thenRefused('no-such-group')
    given([])
      .when('floor.set-limit', { scope: everyone, limit: toMs(180), expectedLimit: toMs(60) }, 'chair')
      .thenNothing()
  })

  test('[F7] the extension of a turn is stored separately from its limit', () => {
    const started = [...queueOpen, join('gov-1'), call('gov-1'), command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })]
    const turn = replay([...started, command('chair', 'floor.extend', { turn: toTurnId('turn-gov-1'), by: toMs(30) })]).floor.current
    expect(turn).toMatchObject({ limit: 210_000, extended: 30_000 })
  })
})

describe('giving the floor', () => {
  const endTurn = (turn: string) => command('chair', 'floor.end', { turn: toTurnId(turn) })
  const undoLast = (step: string) => command('chair', 'steps.undo', { step: step.padEnd(22, '-') as StepId })
  const afterRequests = [...queueOpen, join('gov-1', 5), join('civil-1', 6)]
  const next = { expectedCurrent: null, expectedNext: toEntryId('gov-1') }

  test('[F28] the last word: one command, one step, calls one speaker and closes the list', () => {
    const state = given(afterRequests)
      .when('floor.call-last', { entry: toEntryId('civil-1'), ...next }, 'chair')
      .then([
        expect.objectContaining({ type: 'floor.called' }),
        expect.objectContaining({ type: 'queue.left' }),
        { type: 'queue.closed', data: {} },
        { type: 'queue.last-word-given', data: {} },
      ])
    expect(state.floor.current?.entry?.id).toBe(toEntryId('civil-1'))
    expect(state.steps.taken.map(({ commandType: what }) => what)).toEqual(['session.open', 'queue.open', 'floor.call-last'])
    expect(state.queue.order.map(({ entry }) => entry)).toEqual([toEntryId('gov-1')])
  })

  const lastWord = [...afterRequests, command('chair', 'floor.call-last', { entry: toEntryId('civil-1'), ...next }, { id: 'turn-last' })]
  const lastWordEnded = [...lastWord, command('chair', 'floor.start', { turn: toTurnId('turn-last') }), endTurn('turn-last')]
  const findLastWord = (history: readonly ReturnType<typeof command>[]) => {
    const { status } = replay(history).queue
    return status.kind === 'closed' && status.lastWord === true
  }

  test('[F28] it stays the last word after it is over, and while points of order and replies are called', () => {
    expect([lastWord, lastWordEnded].map(findLastWord)).toEqual([true, true])
    const point = command('chair', 'floor.recognize', { entry: toEntryId('gov-2-point'), expectedCurrent: null })
    expect(findLastWord([...lastWordEnded, raisePoint('gov-2'), point])).toBe(true)
  })

  test('[F28] after the last word nobody on the list is next, but a right of reply still is', () => {
    expect(replay(lastWordEnded).queue).toMatchObject({ next: null, order: [{ entry: toEntryId('gov-1') }] })
    const reply = command('gov-2', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' })
    expect(replay([...lastWordEnded, reply]).queue.next).toBe(toEntryId('reply'))
    expect(replay([...lastWordEnded, command('chair', 'queue.open', {})]).queue.next).toBe(toEntryId('gov-1'))
  })

  test('[F28] it stops being the last word with another call, an undo, an opened list or another segment', () => {
    const expected = { expectedCurrent: null, expectedNext: null }
    const [, second] = plan.segments
    const go = { to: second?.id as never, expectedCurrent: replay(lastWordEnded).agenda.current }
    for (const then of [
      command('chair', 'floor.call', { entry: toEntryId('gov-1'), ...expected }),
      command('chair', 'queue.open', {}),
      command('chair', 'agenda.go', go),
    ])
      expect(findLastWord([...lastWordEnded, then])).toBe(false)
    expect(replay([...lastWord, undoLast('turn-last')]).queue.status).toEqual({ kind: 'open' })
    expect(findLastWord([...lastWord, command('chair', 'floor.mark-absent', { turn: toTurnId('turn-last') })])).toBe(false)
  })

  test('[F28] on a closed list it is an ordinary call, and the last word', () =>
    given([...afterRequests, command('chair', 'queue.close', {})])
      .when('floor.call-last', { entry: toEntryId('gov-1'), ...next }, 'chair')
      .then([
        expect.objectContaining({ type: 'floor.called' }),
        expect.objectContaining({ type: 'queue.left' }),
        { type: 'queue.last-word-given', data: {} },
      ]))

  test('[F29] a panellist gets the floor without a request; nothing else in the queue changes', () => {
    const before = replay(afterRequests)
    const state = given(afterRequests)
      .when('floor.give', { person: 'panel' as PersonId, ...next }, 'chair')
      .then([expect.objectContaining({ type: 'floor.called' })])
    expect(state.floor.current?.entry?.speaker).toMatchObject({ person: 'panel', entity: 'Panel' })
    expect(state.queue.order).toEqual(before.queue.order)
    expect(state.queue.requests).toEqual(before.queue.requests)
  })

  test('[F29] the floor cannot be given to a person who is waiting, is one of the staff or does not exist', () => {
    given(afterRequests)
      .when('floor.give', { person: 'gov-1' as PersonId, ...next }, 'chair')
      .thenRefused('already-queued')
    given(afterRequests)
      .when('floor.give', { person: 'desk' as PersonId, ...next }, 'chair')
      .thenRefused('no-such-person')
    given(afterRequests)
      .when('floor.give', { person: 'nobody' as PersonId, ...next }, 'chair')
      .thenRefused('no-such-person')
    given(afterRequests)
      .when('floor.give', { person: 'panel' as PersonId, expectedCurrent: null, expectedNext: null }, 'chair')
      .thenRefused('conflict')
  })

  test('[F3] calling someone else puts back a called speaker who has not started, as if they had not been called', () => {
    const before = replay(afterRequests)
    const state = given([...afterRequests, call('gov-1')])
      .when(
        'floor.call',
        { entry: toEntryId('civil-1'), expectedCurrent: toTurnId('turn-gov-1'), expectedNext: toEntryId('civil-1') },
        'chair',
      )
      .thenState()
    expect(state.floor.current?.entry?.id).toBe(toEntryId('civil-1'))
    expect(state.floor.past).toEqual([])
    expect(state.queue.entries.get(toEntryId('gov-1'))).toEqual(before.queue.entries.get(toEntryId('gov-1')))
    expect(state.queue.floorsGiven.map(({ entry }) => entry)).toEqual([toEntryId('civil-1')])
  })

  test('[F28, F29] both work only while the session is open', () => {
    const closed = [...afterRequests, command('chair', 'session.close', {})]
    given(closed)
      .when('floor.call-last', { entry: toEntryId('gov-1'), ...next }, 'chair')
      .thenRefused('session-closed')
    given([], createState(plan))
      .when('floor.give', { person: 'panel' as PersonId, ...next }, 'chair')
      .thenRefused('session-not-open')
  })
})
