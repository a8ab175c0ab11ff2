import { describe, expect, test } from 'vitest'
import { sinceNoon } from '../support/fixtures.ts'
import { approves, asks, calls, entryOf, given, joins, listOpen, questionOf, raises, said, stateAfter, turnOf } from '../support/given.ts'

const ms = (seconds: number) => (seconds * 1000) as never
const turn = { turn: turnOf('turn-gov-1') }
const waiting = [...listOpen, joins('gov-1', 5), joins('civil-1', 6), joins('private-1', 7)]
const called = [...waiting, calls('gov-1', { at: 10 })]
const running = [...called, said('chair', 'floor.start', turn, { at: 20 })]
const paused = [...running, said('chair', 'floor.pause', turn, { at: 50 })]

describe('calling', () => {
  test('[F1] whoever is called leaves the list and has the floor, with the limit of the moment; no time runs yet', () => {
    const state = given(waiting)
      .when('floor.call', { entry: entryOf('gov-1'), expectedCurrent: null, expectedNext: entryOf('gov-1') }, 'chair', {
        id: 'turn',
        at: 10,
      })
      .then([
        {
          type: 'floor.called',
          data: {
            turn: turnOf('turn'),
            kind: 'intervention',
            entry: expect.objectContaining({ id: entryOf('gov-1') }),
            question: null,
            segment: 'opening',
            limit: 180_000,
          },
        },
        { type: 'queue.left', data: { entry: entryOf('gov-1'), leaving: 'called', reason: null } },
      ])
    expect(state.floor.current).toMatchObject({ startedAt: null, runningSince: null, used: 0, calledAt: sinceNoon(10) })
    expect(state.queue.entries).not.toHaveProperty(entryOf('gov-1'))
  })

  test('[F1] the Chair may call another than the next', () => {
    const state = given(waiting)
      .when('floor.call', { entry: entryOf('private-1'), expectedCurrent: null, expectedNext: entryOf('gov-1') }, 'chair')
      .thenState()
    expect(state.floor.current?.entry?.id).toBe(entryOf('private-1'))
    expect(Object.values(state.queue.entries).map(({ passed }) => passed)).toEqual([0, 0])
  })

  test('[F2] a driver who believes somebody else to be current or next is told so', () => {
    given(waiting)
      .when('floor.call', { entry: entryOf('gov-1'), expectedCurrent: null, expectedNext: entryOf('civil-1') }, 'chair')
      .thenRefused('moved-on')
    given(running)
      .when('floor.call', { entry: entryOf('civil-1'), expectedCurrent: null, expectedNext: entryOf('civil-1') }, 'chair')
      .thenRefused('moved-on')
  })

  test('[F3] calling the next ends the turn that runs; one that was called too long ago to be taken back, and has not started, is in the way', () => {
    const next = { entry: entryOf('civil-1'), expectedCurrent: turn.turn, expectedNext: entryOf('civil-1') }
    const state = given(running)
      .when('floor.call', next, 'chair', { at: 80 })
      .then([
        { type: 'floor.ended', data: turn },
        expect.objectContaining({ type: 'floor.called' }),
        expect.objectContaining({ type: 'queue.left' }),
      ])
    expect(state.floor.past).toMatchObject([{ id: turn.turn, used: 60_000, endedAt: sinceNoon(80) }])
    const since = Array.from({ length: 10 }, (_, index) => said('chair', 'floor.extend', { ...turn, by: ms(index % 2 ? 30 : -30) }))
    given([...called, ...since])
      .when('floor.call', next, 'chair')
      .thenRefused('not-started')
  })

  test('[F4] nobody is called who does not wait, is held, or raised a point of order', () => {
    const call = (who: string) => ({ entry: entryOf(who), expectedCurrent: null, expectedNext: entryOf('gov-1') })
    given(waiting).when('floor.call', call('nobody'), 'chair').thenRefused('no-such-entry')
    given([...waiting, said('chair', 'queue.hold', { entry: entryOf('civil-1') })])
      .when('floor.call', call('civil-1'), 'chair')
      .thenRefused('not-waiting')
    given([...waiting, raises('civil-1')])
      .when('floor.call', call('civil-1-point'), 'chair')
      .thenRefused('not-waiting')
  })
})

describe('the clock', () => {
  test('[F5] starting starts the clock, once, and measures the way to the microphone', () => {
    const state = given(called)
      .when('floor.start', turn, 'chair', { at: 20 })
      .then([{ type: 'floor.started', data: turn }])
    expect(state.floor).toMatchObject({ current: { startedAt: sinceNoon(20), runningSince: sinceNoon(20) }, handovers: [10_000] })
    given(running).when('floor.start', turn, 'desk').thenRefused('already-started')
  })

  test('[F6] paused time is not used time', () => {
    const state = given(paused)
      .when('floor.resume', turn, 'chair', { at: 110 })
      .then([{ type: 'floor.resumed', data: turn }])
    expect(given([], state).when('floor.end', turn, 'chair', { at: 120 }).thenState().floor.past).toMatchObject([{ used: 40_000 }])
  })

  test('[F6] pausing and resuming twice is once; what does not run cannot be paused or resumed', () => {
    expect(
      given(running)
        .when('floor.pause', turn, 'chair')
        .then([{ type: 'floor.paused', data: { ...turn, cause: 'chair' } }]).floor.current?.runningSince,
    ).toBeNull()
    given(paused).when('floor.pause', turn, 'desk').thenNothing()
    given(running).when('floor.resume', turn, 'desk').thenNothing()
    given(called).when('floor.pause', turn, 'chair').thenRefused('not-running')
    given(called).when('floor.resume', turn, 'chair').thenRefused('not-running')
  })

  test('[F7] a limit is extended and cut, never below fifteen seconds', () => {
    expect(
      given(running)
        .when('floor.extend', { ...turn, by: ms(30) }, 'chair')
        .then([{ type: 'floor.extended', data: { ...turn, by: 30_000 } }]).floor.current?.limit,
    ).toBe(210_000)
    const cut = given(running)
      .when('floor.extend', { ...turn, by: ms(-600) }, 'chair')
      .then([{ type: 'floor.extended', data: { ...turn, by: -165_000 } }])
    expect(cut.floor.current?.limit).toBe(15_000)
    given([], cut)
      .when('floor.extend', { ...turn, by: ms(-30) }, 'chair')
      .thenNothing()
    given(running)
      .when('floor.extend', { ...turn, by: ms(0) }, 'chair')
      .thenNothing()
  })

  test('[F8] ending keeps what was used; the speaker may end, another may not, and what is not started cannot end', () => {
    const state = given(running)
      .when('floor.end', turn, 'gov-1', { at: 65 })
      .then([{ type: 'floor.ended', data: turn }])
    expect(state.floor).toMatchObject({
      current: null,
      past: [
        { id: turn.turn, used: 45_000, calledAt: sinceNoon(10), startedAt: sinceNoon(20), endedAt: sinceNoon(65), askedAt: sinceNoon(5) },
      ],
    })
    given(running).when('floor.end', turn, 'civil-1').thenRefused('forbidden')
    given(called).when('floor.end', turn, 'chair').thenRefused('not-started')
  })

  test('[F9] a turn that is over has moved on; one that never was does not exist', () => {
    const over = [...running, said('chair', 'floor.end', turn)]
    for (const type of ['floor.start', 'floor.pause', 'floor.resume', 'floor.end', 'floor.absent'] as const) {
      given(over).when(type, turn, 'chair').thenRefused('moved-on')
      given(over)
        .when(type, { turn: turnOf('never') }, 'chair')
        .thenRefused('no-such-turn')
    }
    given(over)
      .when('floor.extend', { ...turn, by: ms(30) }, 'chair')
      .thenRefused('moved-on')
  })

  test('[F10] a new limit is for those not yet called; whoever believed another to be in force is told so', () => {
    const scope = { kind: 'everyone' } as const
    const state = given(running)
      .when('floor.limit', { scope, limit: ms(120), expectedLimit: ms(180) }, 'chair')
      .then([{ type: 'floor.limited', data: { scope, limit: 120_000 } }])
    expect(state.floor).toMatchObject({ limits: { everyone: 120_000 }, current: { limit: 180_000 } })
    given([], state)
      .when('floor.limit', { scope, limit: ms(60), expectedLimit: ms(180) }, 'desk')
      .thenRefused('moved-on')
    given([], state)
      .when('floor.limit', { scope, limit: ms(120), expectedLimit: ms(180) }, 'desk')
      .thenNothing()
  })
})

describe('not there', () => {
  const absent = [...called, said('chair', 'floor.absent', turn)]

  test('[F11] called and not there: to the end of the line once, and the floor is not counted', () => {
    const state = stateAfter(absent)
    expect(state.queue.line.map(({ entry, cause }) => [entry, cause]).at(-1)).toEqual([entryOf('gov-1'), 'absent'])
    expect(state.queue.served).toEqual([])
    expect(state.floor).toMatchObject({ current: null, past: [] })
  })

  test('[F11] not there a second time: unheard', () => {
    const twice = [...absent, calls('gov-1', { next: 'civil-1' })]
    const state = given(twice)
      .when('floor.absent', turn, 'chair')
      .then([
        { type: 'floor.released', data: turn },
        { type: 'queue.unheard', data: { entries: [expect.objectContaining({ id: entryOf('gov-1'), absent: 2 })] } },
      ])
    expect(state.queue.unheard.map(({ id }) => id)).toEqual([entryOf('gov-1')])
    expect(state.queue.line).toHaveLength(2)
  })

  test('[F11] whoever has started is there; nobody says of another that they are not', () => {
    given(running).when('floor.absent', turn, 'chair').thenRefused('already-started')
    given(called).when('floor.absent', turn, 'civil-1').thenRefused('forbidden')
    given(called).when('floor.absent', turn, 'gov-1').thenState()
  })
})

test('[F12] an answer to a question is a turn that is billed to nobody, and ending it answers the question', () => {
  const history = [
    ...listOpen,
    asks('gov-1'),
    approves('gov-1-asks'),
    said('chair', 'questions.show', { question: questionOf('gov-1-asks'), expectedCurrent: null }, { id: 'answer' }),
    joins('civil-1'),
  ]
  const state = given(history)
    .when('floor.end', { turn: turnOf('answer') }, 'chair')
    .then([
      { type: 'floor.ended', data: { turn: turnOf('answer') } },
      { type: 'questions.settled', data: { question: questionOf('gov-1-asks'), answer: 'live' } },
    ])
  expect(state.floor.past).toMatchObject([{ kind: 'answer', speaker: null }])
  const next = stateAfter([...history, calls('civil-1', { current: 'answer' })])
  expect(next.questions.all.get(questionOf('gov-1-asks'))).toMatchObject({ status: 'answered', answer: 'live' })
})
