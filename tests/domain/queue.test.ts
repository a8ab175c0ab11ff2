import type { EntryId, GroupId, PersonId, SegmentId } from '@rostrum/shared/kernel/ids'
import { nextAlarm } from '@rostrum/shared/domain/alarms'
import { describe, expect, test } from 'vitest'
import { projectPerson } from '@rostrum/shared/projection/view'
import { founded, personIn, planWith, sinceNoon } from '../support/fixtures.ts'
import { calls, entryOf, given, joins, listOpen, open, raises, said, stateAfter, turnOf } from '../support/given.ts'

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

describe('the rule of the order', () => {
  test('[Q13] is changed by name, against the one that is seen; the same again does nothing', () => {
    expect(
      given(listOpen)
        .when('queue.order', { mode: 'received', recommend: false, expectedMode: 'balanced' }, 'chair')
        .then([{ type: 'queue.ordered', data: { mode: 'received', recommend: false } }]).queue.mode,
    ).toBe('received')
    given(listOpen).when('queue.order', { mode: 'balanced', recommend: false, expectedMode: 'received' }, 'chair').thenNothing()
    given(listOpen).when('queue.order', { mode: 'rotate', recommend: false, expectedMode: 'received' }, 'chair').thenRefused('moved-on')
    given(listOpen)
      .when('queue.order', { mode: 'balanced', recommend: true, expectedMode: 'balanced' }, 'desk')
      .then([{ type: 'queue.ordered', data: { mode: 'balanced', recommend: true } }])
  })

  test('[Q14] requests are counted for ever, beside what was heard', () => {
    const state = stateAfter([
      ...listOpen,
      joins('gov-1'),
      joins('civil-1'),
      raises('civil-1'),
      said('gov-1', 'queue.withdraw', { entry: entryOf('gov-1') }),
      calls('civil-1'),
      said('chair', 'floor.start', { turn: turnOf('turn-civil-1') }),
    ])
    expect(state.queue.requests.map(({ entry }) => entry)).toEqual([entryOf('gov-1'), entryOf('civil-1')])
    expect(state.queue.served.map(({ entry }) => entry)).toEqual([entryOf('civil-1')])
  })

  test('[O13] a floor that was called and not taken was none, for the channels either', () => {
    const called = [...listOpen, joins('civil-1'), joins('gov-1'), calls('civil-1')]
    const absent = said('chair', 'floor.absent', { turn: turnOf('turn-civil-1') })
    expect(stateAfter(called).queue.given).toEqual({ room: 0, remote: 1 })
    expect(stateAfter([...called, absent]).queue.given).toEqual({ room: 0, remote: 0 })
    const started = [...called, said('chair', 'floor.start', { turn: turnOf('turn-civil-1') })]
    const go = said('chair', 'agenda.go', { to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId })
    const over = [...started, said('chair', 'floor.end', { turn: turnOf('turn-civil-1') }), go]
    expect(stateAfter(over).queue).toMatchObject({ given: { room: 0, remote: 1 }, served: [] })
  })

  test('[Q14] who is listed in the programme has not asked', () => {
    const plan = planWith('received')
    const speakers = [{ entity: 'Panel', group: null, limit: null }]
    const segments = plan.segments.map((segment) => ({ ...segment, speakers: segment.id === 'topic' ? speakers : [] }))
    const go = said('chair', 'agenda.go', { to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId }, { id: 'go' })
    const { queue } = stateAfter([...listOpen, go], founded({ ...plan, segments }))
    expect([queue.requests, queue.line.map(({ cause }) => cause)]).toEqual([[], ['listed']])
    const called = said('chair', 'floor.call', { entry: queue.next as EntryId, expectedCurrent: null, expectedNext: queue.next })
    const after = stateAfter([...listOpen, go, called], founded({ ...plan, segments })).queue
    expect([after.served.length, after.given]).toEqual([1, { room: 0, remote: 0 }])
  })
})

test('[Q15] in a break the list goes on: asking, waiting, opening and closing', () => {
  const broken = [...listOpen, joins('gov-1'), said('chair', 'session.suspend', {})]
  given(broken).when('queue.join', { kind: 'intervention', topic: null }, 'gov-2').thenState()
  given(broken)
    .when('queue.ready', { entry: entryOf('gov-1') }, 'gov-1')
    .thenState()
  given(broken)
    .when('queue.withdraw', { entry: entryOf('gov-1') }, 'gov-1')
    .thenState()
  given(broken).when('queue.close', {}, 'chair').thenState()
  given([...broken, said('chair', 'queue.close', {})])
    .when('queue.open', {}, 'chair')
    .thenState()
})

describe('rights of reply', () => {
  const ended = (turn: string) => [said('chair', 'floor.start', { turn: turnOf(turn) }), said('chair', 'floor.end', { turn: turnOf(turn) })]
  const again = { kind: 'right-of-reply', topic: null } as const

  test('[Q16] two an entity over the session, waiting or given, whoever asks for it', () => {
    given([...listOpen, replies('gov-1'), replies('gov-1b')])
      .when('queue.join', again, 'gov-2')
      .thenState()
    const given1 = [...listOpen, replies('gov-1'), calls('gov-1-reply'), ...ended('turn-gov-1-reply')]
    const given2 = [...given1, replies('gov-1b'), calls('gov-1b-reply'), ...ended('turn-gov-1b-reply')]
    given(given1).when('queue.join', again, 'gov-1').thenState()
    given(given2).when('queue.join', again, 'gov-1').thenRefused('reply-limit')
    given([...given1, replies('gov-1b')])
      .when('queue.join', again, 'gov-1')
      .thenRefused('reply-limit')
    given([...given1, replies('gov-1b'), said('gov-1b', 'queue.withdraw', { entry: entryOf('gov-1b-reply') })])
      .when('queue.join', again, 'gov-1')
      .thenState()
  })

  test('[Q16] one that was called and not there was none', () => {
    const absent = said('chair', 'floor.absent', { turn: turnOf('turn-gov-1-reply') })
    const called = [...listOpen, replies('gov-1'), calls('gov-1-reply')]
    expect(stateAfter(called).queue.replied).toEqual(['Delegation 1'])
    const back = stateAfter([...called, absent])
    expect([back.queue.replied, back.queue.replies]).toEqual([[], [entryOf('gov-1-reply')]])
    expect(stateAfter([...called, said('chair', 'session.close', {})]).queue).toMatchObject({
      replied: [],
      unheard: [{ kind: 'right-of-reply' }],
    })
  })

  test('[Q17] come when nobody else waits', () => {
    const both = [...listOpen, replies('gov-1'), joins('civil-1')]
    expect(stateAfter(both).queue).toMatchObject({ next: entryOf('civil-1'), replies: [entryOf('gov-1-reply')] })
    expect(stateAfter([...both, calls('civil-1')]).queue.next).toBe(entryOf('gov-1-reply'))
    expect(stateAfter(listOpen).queue.next).toBeNull()
  })

  test('[Q17] come first where the Chair advances them, until none waits or the part is over', () => {
    const both = [...listOpen, replies('gov-1'), joins('civil-1')]
    const advanced = given(both)
      .when('queue.advance-replies', {}, 'chair')
      .then([{ type: 'queue.replies-advanced', data: {} }])
    expect(advanced.queue).toMatchObject({ next: entryOf('gov-1-reply'), repliesFirst: true })
    given([], advanced).when('queue.advance-replies', {}, 'desk').thenNothing()
    given(listOpen).when('queue.advance-replies', {}, 'chair').thenNothing()
    expect(stateAfter([calls('gov-1-reply')], advanced).queue).toMatchObject({ next: entryOf('civil-1'), repliesFirst: false })
    const held = said('chair', 'queue.hold', { entry: entryOf('gov-1-reply') })
    expect(stateAfter([held], advanced).queue).toMatchObject({ next: entryOf('civil-1'), repliesFirst: false, replies: [] })
    const go = said('chair', 'agenda.go', { to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId })
    expect(stateAfter([go], advanced).queue).toMatchObject({ next: entryOf('civil-1'), repliesFirst: false })
  })
})

test('[Q10] who is taken off the list is told why, until they ask again', () => {
  const removed = said('desk', 'queue.remove', { entry: entryOf('gov-1'), reason: 'duplicate' })
  const told = (state: ReturnType<typeof stateAfter>, person: string) => projectPerson(state, personIn(state, person)).view.myEntry.removed
  const after = stateAfter([...listOpen, joins('gov-1'), joins('gov-2'), removed])
  expect([told(after, 'gov-1'), told(after, 'gov-2')]).toEqual(['duplicate', null])
  const again = said('gov-1', 'queue.join', { kind: 'intervention', topic: null }, { id: 'again' })
  expect(told(stateAfter([...listOpen, joins('gov-1'), joins('gov-2'), removed, again]), 'gov-1')).toBeNull()
})
