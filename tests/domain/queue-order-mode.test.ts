/** The floor list: the rule of its order, breaks, rights of reply, and whoever is taken off it. */
import type { EntryId, SegmentId } from '@rostrum/shared/contract/ids'
import { projectPerson } from '@rostrum/shared/projection/registry'
import { describe, expect, test } from 'vitest'
import { founded, personIn, planWith } from '../support/fixtures.ts'
import { calls, entryOf, given, joins, listOpen, raises, said, stateAfter, turnOf } from '../support/given.ts'

const replies = (by: string) => said(by, 'queue.join', { kind: 'right-of-reply', topic: null }, { id: `${by}-reply` })

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
