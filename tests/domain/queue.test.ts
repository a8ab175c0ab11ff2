import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import { nextAlarm } from '@rostrum/shared/domain/deadlines'
import { describe, expect, test } from 'vitest'
import { sinceNoon } from '../support/fixtures.ts'
import { calls, entryOf, given, joins, listOpen, open, raises, said, stateAfter } from '../support/given.ts'

const lastCall = said('chair', 'queue.last-call', { for: 180_000 as never }, { at: 60 })
const replies = (by: string) => said(by, 'queue.join', { kind: 'right-of-reply', topic: null }, { id: `${by}-reply` })
const lineOf = (state: ReturnType<typeof stateAfter>) => state.queue.line.map(({ entry }) => entry)

describe('the list', () => {
  test('[Q1] is closed at first, opens and closes; twice is once', () => {
    given([open])
      .when('queue.open', {}, 'chair')
      .then([{ type: 'queue.opened', data: {} }])
    given(listOpen).when('queue.open', {}, 'desk').thenNothing()
    expect(
      given(listOpen)
        .when('queue.close', {}, 'chair')
        .then([{ type: 'queue.closed', data: {} }]).queue.standing.kind,
    ).toBe('closed')
    given([open]).when('queue.close', {}, 'chair').thenNothing()
  })

  test('[Q2] a last call closes the list by itself when its time is over', () => {
    const state = given(listOpen)
      .when('queue.last-call', { for: 180_000 as never }, 'chair', { at: 60 })
      .then([{ type: 'queue.closing', data: { closesAt: sinceNoon(240) } }])
    expect(nextAlarm(state)).toEqual({ at: sinceNoon(240), command: { type: 'queue.close', data: {} } })
    given([...listOpen, lastCall])
      .when('queue.close', {}, 'system', { at: 240 })
      .then([{ type: 'queue.closed', data: {} }])
  })

  test('[Q2] an alarm that comes too early, or for a last call that is no more, does nothing', () => {
    given([...listOpen, lastCall])
      .when('queue.close', {}, 'system', { at: 239 })
      .thenNothing()
    given([...listOpen, lastCall, said('chair', 'queue.open', {})])
      .when('queue.close', {}, 'system', { at: 240 })
      .thenNothing()
    given([...listOpen, lastCall, said('chair', 'queue.last-call', { for: 600_000 as never })])
      .when('queue.close', {}, 'system', { at: 240 })
      .thenNothing()
    given([...listOpen, lastCall, said('chair', 'queue.close', {})])
      .when('queue.close', {}, 'system', { at: 240 })
      .thenNothing()
    expect(nextAlarm(stateAfter(listOpen))).toBeNull()
  })

  test('[Q3] closing removes nobody', () => {
    const state = stateAfter([...listOpen, joins('gov-1'), said('chair', 'queue.close', {})])
    expect(lineOf(state)).toEqual([entryOf('gov-1')])
  })
})

describe('asking', () => {
  test('[Q4] asking gives a place with the time of the request, and what the person stands for', () => {
    given(listOpen)
      .when('queue.join', { kind: 'intervention', topic: 'Access' }, 'gov-1', { id: 'asks', at: 30 })
      .then([
        {
          type: 'queue.joined',
          data: {
            entry: {
              id: entryOf('asks'),
              kind: 'intervention',
              topic: 'Access',
              note: null,
              askedAt: sinceNoon(30),
              door: 'room',
              segment: 'opening',
              speaker: { person: 'gov-1', entity: 'Delegation 1', name: null, number: 2, group: 'government', channel: 'room' },
              ready: false,
              held: false,
              absent: 0,
              passed: 0,
              pin: null,
              behind: null,
              swap: null,
              listed: null,
              limit: null,
              behalf: [],
            },
          },
        },
      ])
  })

  test('[Q4] one open intervention a person, waiting or speaking, and beside it one point of order and one right of reply', () => {
    given([...listOpen, joins('gov-1')])
      .when('queue.join', { kind: 'intervention', topic: null }, 'gov-1')
      .thenRefused('already-queued')
    given([...listOpen, joins('gov-1'), calls('gov-1')])
      .when('queue.join', { kind: 'intervention', topic: null }, 'gov-1')
      .thenRefused('already-queued')
    given([...listOpen, joins('gov-1')])
      .when('queue.join', { kind: 'point-of-order', topic: null }, 'gov-1')
      .thenState()
    given([...listOpen, raises('gov-1')])
      .when('queue.join', { kind: 'point-of-order', topic: null }, 'gov-1')
      .thenRefused('already-queued')
    given([...listOpen, raises('gov-1'), joins('gov-1'), replies('gov-1')])
      .when('queue.join', { kind: 'right-of-reply', topic: null }, 'gov-1')
      .thenRefused('already-queued')
  })

  test('[Q4] two of one delegation may both ask', () => {
    expect(lineOf(stateAfter([...listOpen, joins('gov-1'), joins('gov-1b')]))).toHaveLength(2)
  })

  test('[Q5] on a closed list no floor is asked for, but points of order and rights of reply are; while closing, all', () => {
    given([open]).when('queue.join', { kind: 'intervention', topic: null }, 'gov-1').thenRefused('list-closed')
    given([open]).when('queue.join', { kind: 'right-of-reply', topic: null }, 'gov-1').thenState()
    given([open]).when('queue.join', { kind: 'point-of-order', topic: null }, 'gov-1').thenState()
    given([...listOpen, lastCall])
      .when('queue.join', { kind: 'intervention', topic: null }, 'gov-1')
      .thenState()
  })

  test('[Q6] the desk enters a hand with the time at which it was seen, never in the future, also on a closed list', () => {
    const hand = {
      kind: 'intervention' as const,
      person: null,
      entity: 'Delegation 9',
      speaker: 'A delegate',
      group: 'government' as GroupId,
      door: 'paper' as const,
      seenAt: sinceNoon(10),
      note: 'front row',
    }
    const state = given(listOpen).when('queue.add', hand, 'desk', { id: 'hand', at: 40 }).thenState()
    expect(state.queue.entries[entryOf('hand')]).toMatchObject({
      askedAt: sinceNoon(10),
      door: 'paper',
      note: 'front row',
      speaker: { person: null, entity: 'Delegation 9', name: 'A delegate', number: 0, channel: 'room' },
    })
    const later = given([open])
      .when('queue.add', { ...hand, door: 'remote', seenAt: sinceNoon(99) }, 'desk', { id: 'hand', at: 40 })
      .thenState()
    expect(later.queue.entries[entryOf('hand')]).toMatchObject({ askedAt: sinceNoon(40), speaker: { channel: 'remote' } })
  })

  test('[Q6] whoever is registered is entered as they are, and has one open request of a kind', () => {
    const of = (person: string, speaker: string | null = null) => ({
      kind: 'intervention' as const,
      person: person as PersonId,
      entity: 'As written',
      speaker,
      group: null,
      door: 'room' as const,
      seenAt: sinceNoon(10),
      note: null,
    })
    const state = given(listOpen).when('queue.add', of('civil-1', 'A delegate'), 'desk', { id: 'hand', at: 40 }).thenState()
    expect(state.queue.entries[entryOf('hand')]).toMatchObject({
      door: 'room',
      askedAt: sinceNoon(10),
      speaker: { person: 'civil-1', entity: 'Organization 1', name: 'A delegate', number: 5, group: 'civil', channel: 'remote' },
    })
    given(listOpen).when('queue.add', of('panel'), 'desk').thenState()
    given([...listOpen, joins('civil-1')])
      .when('queue.add', of('civil-1'), 'desk')
      .thenRefused('already-queued')
    for (const nobody of ['unknown', 'chair', 'screen']) given(listOpen).when('queue.add', of(nobody), 'desk').thenRefused('no-such-person')
    given([...listOpen, said('chair', 'people.revoke', { person: 'civil-1' as PersonId })])
      .when('queue.add', of('civil-1'), 'desk')
      .thenRefused('no-such-person')
  })

  test('[Q6] a hand is refused with an unknown group, or with a name that imitates an office', () => {
    const hand = {
      kind: 'intervention' as const,
      person: null,
      entity: 'Delegation 9',
      speaker: null,
      group: 'government' as GroupId,
      door: 'room' as const,
      seenAt: sinceNoon(1),
      note: null,
    }
    given(listOpen)
      .when('queue.add', { ...hand, group: 'press' as GroupId }, 'desk')
      .thenRefused('no-such-group')
    given(listOpen)
      .when('queue.add', { ...hand, group: null }, 'desk')
      .thenRefused('no-such-group')
    for (const entity of ['Chair', 'THE  CHAIR', 'Co-Chair', 'Ｃｈａｉｒ', 'Ch\u200dair', 'Secretariat', 'الرئيس'])
      given(listOpen)
        .when('queue.add', { ...hand, entity }, 'desk')
        .thenRefused('text-refused')
    given(listOpen)
      .when('queue.add', { ...hand, entity: 'Chair of Chemistry' }, 'desk')
      .thenState()
  })
})

describe('waiting', () => {
  const waiting = [...listOpen, joins('gov-1'), joins('civil-1')]
  const own = { entry: entryOf('gov-1') }

  test('[Q7] a topic may follow, and change; the same again does nothing', () => {
    const state = given(waiting)
      .when('queue.note', { ...own, topic: 'Access' }, 'gov-1')
      .then([{ type: 'queue.noted', data: { ...own, topic: 'Access' } }])
    given([], state)
      .when('queue.note', { ...own, topic: 'Access' }, 'gov-1')
      .thenNothing()
    expect(
      given([], state)
        .when('queue.note', { ...own, topic: null }, 'desk')
        .thenState().queue.entries[own.entry]?.topic,
    ).toBeNull()
  })

  test('[Q8] ready is said once', () => {
    const state = given(waiting)
      .when('queue.ready', own, 'gov-1')
      .then([{ type: 'queue.readied', data: own }])
    expect(state.queue.entries[own.entry]?.ready).toBe(true)
    given([], state).when('queue.ready', own, 'gov-1').thenNothing()
  })

  test('[Q9] held, an entry has no place and keeps its time; it comes back', () => {
    const held = given(waiting)
      .when('queue.hold', own, 'gov-1')
      .then([{ type: 'queue.held', data: own }])
    expect(lineOf(held)).toEqual([entryOf('civil-1')])
    given([], held).when('queue.hold', own, 'chair').thenNothing()
    const back = given([], held)
      .when('queue.return', own, 'gov-1')
      .then([{ type: 'queue.returned', data: own }])
    expect(back.queue.entries[own.entry]).toEqual(stateAfter(waiting).queue.entries[own.entry])
    given(waiting).when('queue.return', own, 'gov-1').thenNothing()
  })

  test('[Q10] one withdraws what is one’s own; staff removes with a reason', () => {
    expect(
      lineOf(
        given(waiting)
          .when('queue.withdraw', own, 'gov-1')
          .then([{ type: 'queue.left', data: { ...own, leaving: 'withdrawn', reason: null } }]),
      ),
    ).toEqual([entryOf('civil-1')])
    given(waiting)
      .when('queue.remove', { ...own, reason: 'duplicate' }, 'desk')
      .then([{ type: 'queue.left', data: { ...own, leaving: 'removed', reason: 'duplicate' } }])
    given(waiting).when('queue.withdraw', own, 'civil-1').thenRefused('forbidden')
  })

  test('[Q11] what is not waiting is not there', () => {
    const none = { entry: entryOf('nobody') }
    given(waiting)
      .when('queue.note', { ...none, topic: 'x' }, 'desk')
      .thenRefused('no-such-entry')
    given(waiting).when('queue.ready', none, 'desk').thenRefused('no-such-entry')
    given(waiting).when('queue.hold', none, 'desk').thenRefused('no-such-entry')
    given(waiting).when('queue.return', none, 'desk').thenRefused('no-such-entry')
    given(waiting)
      .when('queue.remove', { ...none, reason: 'other' }, 'desk')
      .thenRefused('no-such-entry')
    given([...waiting, calls('gov-1')])
      .when('queue.hold', own, 'desk')
      .thenRefused('no-such-entry')
  })

  test('[Q12] to a participant, what is another’s and what is not there are the same', () => {
    for (const name of ['gov-1', 'nobody'])
      for (const type of ['queue.withdraw', 'queue.hold', 'queue.return', 'queue.ready'] as const)
        given(waiting)
          .when(type, { entry: entryOf(name) }, 'private-1')
          .thenRefused('forbidden')
  })
})
