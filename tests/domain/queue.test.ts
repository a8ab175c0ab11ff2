import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import { nextDeadline } from '@rostrum/shared/domain/deadlines'
import { describe, expect, test } from 'vitest'
import { afterNoon } from '../support/fixtures.ts'
import { call, command, given, join, openSession, queueOpen, raisePoint, replay, toEntryId } from '../support/given.ts'

const startLastCall = command('chair', 'queue.last-call', { for: 180_000 as never }, { at: 60 })
const requestReply = (by: string) => command(by, 'queue.join', { kind: 'right-of-reply', topic: null }, { id: `${by}-reply` })
const getOrderIds = (state: ReturnType<typeof replay>) => state.queue.order.map(({ entry }) => entry)

describe('the list', () => {
  test('[Q1] is closed initially, opens and closes; a repeated command changes nothing', () => {
    given([openSession])
      .when('queue.open', {}, 'chair')
      .then([{ type: 'queue.opened', data: {} }])
    given(queueOpen).when('queue.open', {}, 'desk').thenNothing()
    expect(
      given(queueOpen)
        .when('queue.close', {}, 'chair')
        .then([{ type: 'queue.closed', data: {} }]).queue.status.kind,
    ).toBe('closed')
    given([openSession]).when('queue.close', {}, 'chair').thenNothing()
  })

  test('[Q2] a last call closes the list automatically when its time is over', () => {
    const state = given(queueOpen)
      .when('queue.last-call', { for: 180_000 as never }, 'chair', { at: 60 })
      .then([{ type: 'queue.last-call-started', data: { closesAt: afterNoon(240) } }])
    expect(nextDeadline(state)).toEqual({ at: afterNoon(240), command: { type: 'queue.close', data: {} } })
    given([...queueOpen, startLastCall])
      .when('queue.close', {}, 'system', { at: 240 })
      .then([{ type: 'queue.closed', data: {} }])
  })

  test('[Q2] a deadline that fires too early, or for a last call that has ended, does nothing', () => {
    given([...queueOpen, startLastCall])
      .when('queue.close', {}, 'system', { at: 239 })
      .thenNothing()
    given([...queueOpen, startLastCall, command('chair', 'queue.open', {})])
      .when('queue.close', {}, 'system', { at: 240 })
      .thenNothing()
    given([...queueOpen, startLastCall, command('chair', 'queue.last-call', { for: 600_000 as never })])
      .when('queue.close', {}, 'system', { at: 240 })
      .thenNothing()
    given([...queueOpen, startLastCall, command('chair', 'queue.close', {})])
      .when('queue.close', {}, 'system', { at: 240 })
      .thenNothing()
    expect(nextDeadline(replay(queueOpen))).toBeNull()
  })

  test('[Q3] closing removes no entry', () => {
    const state = replay([...queueOpen, join('gov-1'), command('chair', 'queue.close', {})])
    expect(getOrderIds(state)).toEqual([toEntryId('gov-1')])
  })
})

describe('asking', () => {
  test('[Q4] a request records its time and whom the person represents', () => {
    given(queueOpen)
      .when('queue.join', { kind: 'intervention', topic: 'Access' }, 'gov-1', { id: 'asks', at: 30 })
      .then([
        {
          type: 'queue.joined',
          data: {
            entry: {
              id: toEntryId('asks'),
              kind: 'intervention',
              topic: 'Access',
              note: null,
              askedAt: afterNoon(30),
              sequence: 0,
              requestChannel: 'room',
              segment: 'opening',
              speaker: { person: 'gov-1', entity: 'Delegation 1', nameId: null, number: 2, group: 'government', channel: 'room' },
              ready: false,
              held: false,
              missedCalls: 0,
              declinedAt: null,
              timesOvertaken: 0,
              pin: null,
              deferredTo: null,
              swapOfferedTo: null,
              programmeRank: null,
              limit: null,
              onBehalfOf: [],
            },
          },
        },
      ])
  })

  test('[Q4] a person has one open intervention, waiting or speaking, plus one point of order and one right of reply', () => {
    given([...queueOpen, join('gov-1')])
      .when('queue.join', { kind: 'intervention', topic: null }, 'gov-1')
      .thenRefused('already-queued')
    given([...queueOpen, join('gov-1'), call('gov-1')])
      .when('queue.join', { kind: 'intervention', topic: null }, 'gov-1')
      .thenRefused('already-queued')
    given([...queueOpen, join('gov-1')])
      .when('queue.join', { kind: 'point-of-order', topic: null }, 'gov-1')
      .thenState()
    given([...queueOpen, raisePoint('gov-1')])
      .when('queue.join', { kind: 'point-of-order', topic: null }, 'gov-1')
      .thenRefused('already-queued')
    given([...queueOpen, raisePoint('gov-1'), join('gov-1'), requestReply('gov-1')])
      .when('queue.join', { kind: 'right-of-reply', topic: null }, 'gov-1')
      .thenRefused('already-queued')
  })

  test('[Q4] two people of one delegation may both ask', () => {
    expect(getOrderIds(replay([...queueOpen, join('gov-1'), join('gov-1b')]))).toHaveLength(2)
  })

  test('[Q5] a closed list takes points of order and rights of reply, but no interventions; a last call takes all', () => {
    given([openSession]).when('queue.join', { kind: 'intervention', topic: null }, 'gov-1').thenRefused('list-closed')
    given([openSession]).when('queue.join', { kind: 'right-of-reply', topic: null }, 'gov-1').thenState()
    given([openSession]).when('queue.join', { kind: 'point-of-order', topic: null }, 'gov-1').thenState()
    given([...queueOpen, startLastCall])
      .when('queue.join', { kind: 'intervention', topic: null }, 'gov-1')
      .thenState()
  })

  test('[Q6] the secretariat adds a raised hand with its time, never in the future, even on a closed list', () => {
    const hand = {
      kind: 'intervention' as const,
      person: null,
      entity: 'Delegation 9',
      speaker: 'A delegate',
      group: 'government' as GroupId,
      requestChannel: 'paper' as const,
      seenAt: afterNoon(10),
      note: 'front row',
    }
    const state = given(queueOpen).when('queue.add', hand, 'desk', { id: 'hand', at: 40 }).thenState()
    expect(state.queue.entries.get(toEntryId('hand'))).toMatchObject({
      askedAt: afterNoon(10),
      requestChannel: 'paper',
      note: 'front row',
      speaker: { person: null, entity: 'Delegation 9', nameId: toEntryId('hand'), number: 0, channel: 'room' },
    })
    const later = given([openSession])
      .when('queue.add', { ...hand, requestChannel: 'remote', seenAt: afterNoon(99) }, 'desk', { id: 'hand', at: 40 })
      .thenState()
    expect(later.queue.entries.get(toEntryId('hand'))).toMatchObject({ askedAt: afterNoon(40), speaker: { channel: 'remote' } })
  })

  test('[Q6] a registered person is added with their own data, and can have one open request of each kind', () => {
    const of = (person: string, speaker: string | null = null) => ({
      kind: 'intervention' as const,
      person: person as PersonId,
      entity: 'As written',
      speaker,
      group: null,
      requestChannel: 'room' as const,
      seenAt: afterNoon(10),
      note: null,
    })
    const state = given(queueOpen).when('queue.add', of('civil-1', 'A delegate'), 'desk', { id: 'hand', at: 40 }).thenState()
    expect(state.queue.entries.get(toEntryId('hand'))).toMatchObject({
      requestChannel: 'room',
      askedAt: afterNoon(10),
      speaker: { person: 'civil-1', entity: 'Organization 1', nameId: toEntryId('hand'), number: 5, group: 'civil', channel: 'remote' },
    })
    given(queueOpen).when('queue.add', of('panel'), 'desk').thenState()
    given([...queueOpen, join('civil-1')])
      .when('queue.add', of('civil-1'), 'desk')
      .thenRefused('already-queued')
    for (const nobody of ['unknown', 'chair', 'screen'])
      given(queueOpen).when('queue.add', of(nobody), 'desk').thenRefused('no-such-person')
    given([...queueOpen, command('chair', 'people.revoke', { person: 'civil-1' as PersonId })])
      .when('queue.add', of('civil-1'), 'desk')
      .thenRefused('no-such-person')
  })

  test('[Q6] a raised hand is refused with an unknown group, or with a name that imitates an office', () => {
    const hand = {
      kind: 'intervention' as const,
      person: null,
      entity: 'Delegation 9',
      speaker: null,
      group: 'government' as GroupId,
      requestChannel: 'room' as const,
      seenAt: afterNoon(1),
      note: null,
    }
    given(queueOpen)
      .when('queue.add', { ...hand, group: 'press' as GroupId }, 'desk')
      .thenRefused('no-such-group')
    given(queueOpen)
      .when('queue.add', { ...hand, group: null }, 'desk')
      .thenRefused('no-such-group')
    for (const entity of ['Chair', 'THE  CHAIR', 'Co-Chair', 'Ｃｈａｉｒ', 'Ch\u200dair', 'Secretariat', 'الرئيس'])
      given(queueOpen)
        .when('queue.add', { ...hand, entity }, 'desk')
        .thenRefused('text-refused')
    given(queueOpen)
      .when('queue.add', { ...hand, entity: 'Chair of Chemistry' }, 'desk')
      .thenState()
  })
})

describe('waiting', () => {
  const waiting = [...queueOpen, join('gov-1'), join('civil-1')]
  const own = { entry: toEntryId('gov-1') }

  test('[Q7] a topic can be set and changed later; the same topic again changes nothing', () => {
    const state = given(waiting)
      .when('queue.set-topic', { ...own, topic: 'Access' }, 'gov-1')
      .then([{ type: 'queue.topic-set', data: { ...own, topic: 'Access' } }])
    given([], state)
      .when('queue.set-topic', { ...own, topic: 'Access' }, 'gov-1')
      .thenNothing()
    expect(
      given([], state)
        .when('queue.set-topic', { ...own, topic: null }, 'desk')
        .thenState()
        .queue.entries.get(own.entry)?.topic,
    ).toBeNull()
  })

  test('[Q8] `ready` counts once', () => {
    const state = given(waiting)
      .when('queue.ready', own, 'gov-1')
      .then([{ type: 'queue.readied', data: own }])
    expect(state.queue.entries.get(own.entry)?.ready).toBe(true)
    given([], state).when('queue.ready', own, 'gov-1').thenNothing()
  })

  test('[Q9] a held entry has no position and keeps its time; it can return', () => {
    const held = given(waiting)
      .when('queue.hold', own, 'gov-1')
      .then([{ type: 'queue.held', data: own }])
    expect(getOrderIds(held)).toEqual([toEntryId('civil-1')])
    given([], held).when('queue.hold', own, 'chair').thenNothing()
    const back = given([], held)
      .when('queue.return', own, 'gov-1')
      .then([{ type: 'queue.returned', data: own }])
    expect(back.queue.entries.get(own.entry)).toEqual(replay(waiting).queue.entries.get(own.entry))
    given(waiting).when('queue.return', own, 'gov-1').thenNothing()
  })

  test('[Q10] a person withdraws their own entry; the staff remove an entry with a reason', () => {
    expect(
      getOrderIds(
        given(waiting)
          .when('queue.withdraw', own, 'gov-1')
          .then([{ type: 'queue.left', data: { ...own, cause: 'withdrawn', reason: null } }]),
      ),
    ).toEqual([toEntryId('civil-1')])
    given(waiting)
      .when('queue.remove', { ...own, reason: 'duplicate' }, 'desk')
      .then([{ type: 'queue.left', data: { ...own, cause: 'removed', reason: 'duplicate' } }])
    given(waiting).when('queue.withdraw', own, 'civil-1').thenRefused('forbidden')
  })

  test('[Q11] an entry that is no longer waiting is refused like an unknown one', () => {
    const none = { entry: toEntryId('nobody') }
    given(waiting)
      .when('queue.set-topic', { ...none, topic: 'x' }, 'desk')
      .thenRefused('no-such-entry')
    given(waiting).when('queue.ready', none, 'desk').thenRefused('no-such-entry')
    given(waiting).when('queue.hold', none, 'desk').thenRefused('no-such-entry')
    given(waiting).when('queue.return', none, 'desk').thenRefused('no-such-entry')
    given(waiting)
      .when('queue.remove', { ...none, reason: 'other' }, 'desk')
      .thenRefused('no-such-entry')
    given([...waiting, call('gov-1')])
      .when('queue.hold', own, 'desk')
      .thenRefused('no-such-entry')
  })

  test('[Q12] a participant cannot tell another person’s entry from one that does not exist', () => {
    for (const name of ['gov-1', 'nobody'])
      for (const type of ['queue.withdraw', 'queue.hold', 'queue.return', 'queue.ready'] as const)
        given(waiting)
          .when(type, { entry: toEntryId(name) }, 'private-1')
          .thenRefused('forbidden')
  })
})
