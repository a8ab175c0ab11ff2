/** The queue: its order mode, suspension, rights of reply, and removal. */
import type { EntryId, SegmentId } from '@rostrum/shared/contract/ids'
import { projectPerson } from '@rostrum/shared/projection/project'
import { describe, expect, test } from 'vitest'
import { createState, getPerson, makePlan } from '../support/fixtures.ts'
import { call, command, given, join, queueOpen, raisePoint, replay, toEntryId, toTurnId } from '../support/given.ts'

const requestReply = (by: string) => command(by, 'queue.join', { kind: 'right-of-reply', topic: null }, { id: `${by}-reply` })

describe('the order mode', () => {
  test('[Q13] is changed by name by a sender who sees the current one; the same mode again changes nothing', () => {
    expect(
      given(queueOpen)
        .when('queue.set-order', { mode: 'received', suggestOnly: false, expectedMode: 'balanced' }, 'chair')
        .then([{ type: 'queue.order-set', data: { mode: 'received', suggestOnly: false } }]).queue.mode,
    ).toBe('received')
    given(queueOpen).when('queue.set-order', { mode: 'balanced', suggestOnly: false, expectedMode: 'received' }, 'chair').thenNothing()
    given(queueOpen)
      .when('queue.set-order', { mode: 'rotate', suggestOnly: false, expectedMode: 'received' }, 'chair')
      .thenRefused('conflict')
    given(queueOpen)
      .when('queue.set-order', { mode: 'balanced', suggestOnly: true, expectedMode: 'balanced' }, 'desk')
      .then([{ type: 'queue.order-set', data: { mode: 'balanced', suggestOnly: true } }])
  })

  test('[Q14] requests remain counted, and so do floors given', () => {
    const state = replay([
      ...queueOpen,
      join('gov-1'),
      join('civil-1'),
      raisePoint('civil-1'),
      command('gov-1', 'queue.withdraw', { entry: toEntryId('gov-1') }),
      call('civil-1'),
      command('chair', 'floor.start', { turn: toTurnId('turn-civil-1') }),
    ])
    expect(state.queue.requests.map(({ entry }) => entry)).toEqual([toEntryId('gov-1'), toEntryId('civil-1')])
    expect(state.queue.floorsGiven.map(({ entry }) => entry)).toEqual([toEntryId('civil-1')])
  })

  test('[O13] a floor that was called and not taken does not count, nor for the channels', () => {
    const called = [...queueOpen, join('civil-1'), join('gov-1'), call('civil-1')]
    const absent = command('chair', 'floor.mark-absent', { turn: toTurnId('turn-civil-1') })
    expect(replay(called).queue.floorsGivenByChannel).toEqual({ room: 0, remote: 1 })
    expect(replay([...called, absent]).queue.floorsGivenByChannel).toEqual({ room: 0, remote: 0 })
    const started = [...called, command('chair', 'floor.start', { turn: toTurnId('turn-civil-1') })]
    const go = command('chair', 'agenda.go', { to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId })
    const over = [...started, command('chair', 'floor.end', { turn: toTurnId('turn-civil-1') }), go]
    expect(replay(over).queue).toMatchObject({ floorsGivenByChannel: { room: 0, remote: 1 }, floorsGiven: [] })
  })

  test('[Q14] a programme speaker has not made a request', () => {
    const plan = makePlan('received')
    const speakers = [{ entity: 'Panel', group: null, limit: null }]
    const segments = plan.segments.map((segment) => ({ ...segment, speakers: segment.id === 'topic' ? speakers : [] }))
    const go = command('chair', 'agenda.go', { to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId }, { id: 'go' })
    const { queue } = replay([...queueOpen, go], createState({ ...plan, segments }))
    expect([queue.requests, queue.order.map(({ cause }) => cause)]).toEqual([[], ['programme']])
    const called = command('chair', 'floor.call', { entry: queue.next as EntryId, expectedCurrent: null, expectedNext: queue.next })
    const after = replay([...queueOpen, go, called], createState({ ...plan, segments })).queue
    expect([after.floorsGiven.length, after.floorsGivenByChannel]).toEqual([1, { room: 0, remote: 0 }])
  })
})

test('[Q15] during a suspension the queue goes on: asking, waiting, opening and closing', () => {
  const broken = [...queueOpen, join('gov-1'), command('chair', 'session.suspend', {})]
  given(broken).when('queue.join', { kind: 'intervention', topic: null }, 'gov-2').thenState()
  given(broken)
    .when('queue.ready', { entry: toEntryId('gov-1') }, 'gov-1')
    .thenState()
  given(broken)
    .when('queue.withdraw', { entry: toEntryId('gov-1') }, 'gov-1')
    .thenState()
  given(broken).when('queue.close', {}, 'chair').thenState()
  given([...broken, command('chair', 'queue.close', {})])
    .when('queue.open', {}, 'chair')
    .thenState()
})

describe('rights of reply', () => {
  const startAndEndTurn = (turn: string) => [
    command('chair', 'floor.start', { turn: toTurnId(turn) }),
    command('chair', 'floor.end', { turn: toTurnId(turn) }),
  ]
  const again = { kind: 'right-of-reply', topic: null } as const

  test('[Q16] an entity has at most two per session, waiting or given, by any of its people', () => {
    given([...queueOpen, requestReply('gov-1'), requestReply('gov-1b')])
      .when('queue.join', again, 'gov-2')
      .thenState()
    const given1 = [...queueOpen, requestReply('gov-1'), call('gov-1-reply'), ...startAndEndTurn('turn-gov-1-reply')]
    const given2 = [...given1, requestReply('gov-1b'), call('gov-1b-reply'), ...startAndEndTurn('turn-gov-1b-reply')]
    given(given1).when('queue.join', again, 'gov-1').thenState()
    given(given2).when('queue.join', again, 'gov-1').thenRefused('reply-limit')
    given([...given1, requestReply('gov-1b')])
      .when('queue.join', again, 'gov-1')
      .thenRefused('reply-limit')
    given([...given1, requestReply('gov-1b'), command('gov-1b', 'queue.withdraw', { entry: toEntryId('gov-1b-reply') })])
      .when('queue.join', again, 'gov-1')
      .thenState()
  })

  test('[Q16] a right of reply that was called and absent does not count', () => {
    const absent = command('chair', 'floor.mark-absent', { turn: toTurnId('turn-gov-1-reply') })
    const called = [...queueOpen, requestReply('gov-1'), call('gov-1-reply')]
    expect(replay(called).queue.repliesGiven).toEqual(['Delegation 1'])
    const back = replay([...called, absent])
    expect([back.queue.repliesGiven, back.queue.replies]).toEqual([[], [toEntryId('gov-1-reply')]])
    expect(replay([...called, command('chair', 'session.close', {})]).queue).toMatchObject({
      repliesGiven: [],
      notReached: [{ kind: 'right-of-reply' }],
    })
  })

  test('[Q17] come when no intervention is waiting', () => {
    const both = [...queueOpen, requestReply('gov-1'), join('civil-1')]
    expect(replay(both).queue).toMatchObject({ next: toEntryId('civil-1'), replies: [toEntryId('gov-1-reply')] })
    expect(replay([...both, call('civil-1')]).queue.next).toBe(toEntryId('gov-1-reply'))
    expect(replay(queueOpen).queue.next).toBeNull()
  })

  test('[Q17] come first if the Chair advances them, until none is waiting or the segment ends', () => {
    const both = [...queueOpen, requestReply('gov-1'), join('civil-1')]
    const advanced = given(both)
      .when('queue.advance-replies', {}, 'chair')
      .then([{ type: 'queue.replies-advanced', data: {} }])
    expect(advanced.queue).toMatchObject({ next: toEntryId('gov-1-reply'), repliesFirst: true })
    given([], advanced).when('queue.advance-replies', {}, 'desk').thenNothing()
    given(queueOpen).when('queue.advance-replies', {}, 'chair').thenNothing()
    expect(replay([call('gov-1-reply')], advanced).queue).toMatchObject({ next: toEntryId('civil-1'), repliesFirst: false })
    const held = command('chair', 'queue.hold', { entry: toEntryId('gov-1-reply') })
    expect(replay([held], advanced).queue).toMatchObject({ next: toEntryId('civil-1'), repliesFirst: false, replies: [] })
    const go = command('chair', 'agenda.go', { to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId })
    expect(replay([go], advanced).queue).toMatchObject({ next: toEntryId('civil-1'), repliesFirst: false })
  })
})

test('[Q10] a removed person sees the reason until they ask again', () => {
  const removed = command('desk', 'queue.remove', { entry: toEntryId('gov-1'), reason: 'duplicate' })
  const getRemoval = (state: ReturnType<typeof replay>, person: string) =>
    projectPerson(state, getPerson(state, person)).view.myQueue.removed
  const after = replay([...queueOpen, join('gov-1'), join('gov-2'), removed])
  expect([getRemoval(after, 'gov-1'), getRemoval(after, 'gov-2')]).toEqual(['duplicate', null])
  const again = command('gov-1', 'queue.join', { kind: 'intervention', topic: null }, { id: 'again' })
  expect(getRemoval(replay([...queueOpen, join('gov-1'), join('gov-2'), removed, again]), 'gov-1')).toBeNull()
})
