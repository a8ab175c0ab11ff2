import { describe, expect, test } from 'vitest'
import { afterNoon } from '../support/fixtures.ts'
import {
  approve,
  ask,
  call,
  command,
  given,
  join,
  queueOpen,
  raisePoint,
  replay,
  toEntryId,
  toQuestionId,
  toTurnId,
} from '../support/given.ts'

const toMs = (seconds: number) => (seconds * 1000) as never
const turnData = { turn: toTurnId('turn-gov-1') }
const afterRequests = [...queueOpen, join('gov-1', 5), join('civil-1', 6), join('private-1', 7)]
const afterCall = [...afterRequests, call('gov-1', { at: 10 })]
const afterStart = [...afterCall, command('chair', 'floor.start', turnData, { at: 20 })]
const afterPause = [...afterStart, command('chair', 'floor.pause', turnData, { at: 50 })]

describe('calling', () => {
  test('[F97] a second driver who calls or recognizes the same is not refused, and nothing changes', () => {
    const callData = { entry: toEntryId('gov-1'), expectedCurrent: null, expectedNext: toEntryId('gov-1') }
    given(afterCall).when('floor.call', callData, 'chair', { id: 'second' }).thenNothing()
    given(afterCall)
      .when('floor.call', { ...callData, entry: toEntryId('civil-1') }, 'chair', { id: 'second' })
      .thenRefused('conflict')
    const recognize = { entry: toEntryId('civil-1-point'), expectedCurrent: turnData.turn }
    given([...afterStart, raisePoint('civil-1'), command('chair', 'floor.recognize', recognize, { id: 'point' })])
      .when('floor.recognize', recognize, 'chair', { id: 'second' })
      .thenNothing()
  })

  test('[F1] a called speaker leaves the list and has the floor, with the limit in force; no time runs yet', () => {
    const state = given(afterRequests)
      .when('floor.call', { entry: toEntryId('gov-1'), expectedCurrent: null, expectedNext: toEntryId('gov-1') }, 'chair', {
        id: 'turn',
        at: 10,
      })
      .then([
        {
          type: 'floor.called',
          data: {
            turn: toTurnId('turn'),
            kind: 'intervention',
            entry: expect.objectContaining({ id: toEntryId('gov-1') }),
            question: null,
            segment: 'opening',
            limit: 180_000,
          },
        },
        { type: 'queue.left', data: { entry: toEntryId('gov-1'), cause: 'called', reason: null } },
      ])
    expect(state.floor.current).toMatchObject({ startedAt: null, runningSince: null, used: 0, calledAt: afterNoon(10) })
    expect(state.queue.entries.has(toEntryId('gov-1'))).toBe(false)
  })

  test('[F1] the Chair may call somebody other than the next speaker', () => {
    const state = given(afterRequests)
      .when('floor.call', { entry: toEntryId('private-1'), expectedCurrent: null, expectedNext: toEntryId('gov-1') }, 'chair')
      .thenState()
    expect(state.floor.current?.entry?.id).toBe(toEntryId('private-1'))
    expect([...state.queue.entries.values()].map(({ timesOvertaken: passed }) => passed)).toEqual([0, 0])
  })

  test('[F2] a sender who expects a different current or next speaker gets `conflict`', () => {
    given(afterRequests)
      .when('floor.call', { entry: toEntryId('gov-1'), expectedCurrent: null, expectedNext: toEntryId('civil-1') }, 'chair')
      .thenRefused('conflict')
    given(afterStart)
      .when('floor.call', { entry: toEntryId('civil-1'), expectedCurrent: null, expectedNext: toEntryId('civil-1') }, 'chair')
      .thenRefused('conflict')
  })

  test('[F3] calling the next ends the running turn; an unstarted turn, called too long ago to be undone, blocks the call', () => {
    const next = { entry: toEntryId('civil-1'), expectedCurrent: turnData.turn, expectedNext: toEntryId('civil-1') }
    const state = given(afterStart)
      .when('floor.call', next, 'chair', { at: 80 })
      .then([
        { type: 'floor.ended', data: turnData },
        expect.objectContaining({ type: 'floor.called' }),
        expect.objectContaining({ type: 'queue.left' }),
      ])
    expect(state.floor.past).toMatchObject([{ id: turnData.turn, used: 60_000, endedAt: afterNoon(80) }])
    const since = Array.from({ length: 10 }, (_, index) =>
      command('chair', 'floor.extend', { ...turnData, by: toMs(index % 2 ? 30 : -30) }),
    )
    given([...afterCall, ...since])
      .when('floor.call', next, 'chair')
      .thenRefused('not-started')
  })

  test('[F4] a person who is not waiting, is held, or raised a point of order cannot be called', () => {
    const makeCallData = (who: string) => ({ entry: toEntryId(who), expectedCurrent: null, expectedNext: toEntryId('gov-1') })
    given(afterRequests).when('floor.call', makeCallData('nobody'), 'chair').thenRefused('no-such-entry')
    given([...afterRequests, command('chair', 'queue.hold', { entry: toEntryId('civil-1') })])
      .when('floor.call', makeCallData('civil-1'), 'chair')
      .thenRefused('not-waiting')
    given([...afterRequests, raisePoint('civil-1')])
      .when('floor.call', makeCallData('civil-1-point'), 'chair')
      .thenRefused('not-waiting')
  })
})

describe('the clock', () => {
  test('[F5] `floor.start` starts the clock, once, and measures the time to the microphone', () => {
    const state = given(afterCall)
      .when('floor.start', turnData, 'chair', { at: 20 })
      .then([{ type: 'floor.started', data: turnData }])
    expect(state.floor).toMatchObject({ current: { startedAt: afterNoon(20), runningSince: afterNoon(20) }, handovers: [10_000] })
    given(afterStart).when('floor.start', turnData, 'desk').thenRefused('already-started')
  })

  test('[F6] paused time is not used time', () => {
    const state = given(afterPause)
      .when('floor.resume', turnData, 'chair', { at: 110 })
      .then([{ type: 'floor.resumed', data: turnData }])
    expect(given([], state).when('floor.end', turnData, 'chair', { at: 120 }).thenState().floor.past).toMatchObject([{ used: 40_000 }])
  })

  test('[F6] pausing or resuming twice changes nothing; a turn that is not running cannot be paused or resumed', () => {
    expect(
      given(afterStart)
        .when('floor.pause', turnData, 'chair')
        .then([{ type: 'floor.paused', data: { ...turnData, cause: 'chair' } }]).floor.current?.runningSince,
    ).toBeNull()
    given(afterPause).when('floor.pause', turnData, 'desk').thenNothing()
    given(afterStart).when('floor.resume', turnData, 'desk').thenNothing()
    given(afterCall).when('floor.pause', turnData, 'chair').thenRefused('not-running')
    given(afterCall).when('floor.resume', turnData, 'chair').thenRefused('not-running')
  })

  test('[F7] a limit can be extended and cut, never below fifteen seconds', () => {
    expect(
      given(afterStart)
        .when('floor.extend', { ...turnData, by: toMs(30) }, 'chair')
        .then([{ type: 'floor.extended', data: { ...turnData, by: 30_000 } }]).floor.current?.limit,
    ).toBe(210_000)
    const cut = given(afterStart)
      .when('floor.extend', { ...turnData, by: toMs(-600) }, 'chair')
      .then([{ type: 'floor.extended', data: { ...turnData, by: -165_000 } }])
    expect(cut.floor.current?.limit).toBe(15_000)
    given([], cut)
      .when('floor.extend', { ...turnData, by: toMs(-30) }, 'chair')
      .thenNothing()
    given(afterStart)
      .when('floor.extend', { ...turnData, by: toMs(0) }, 'chair')
      .thenNothing()
  })

  test('[F8] ending records the time used; the speaker may end, another participant may not; an unstarted turn cannot end', () => {
    const state = given(afterStart)
      .when('floor.end', turnData, 'gov-1', { at: 65 })
      .then([{ type: 'floor.ended', data: turnData }])
    expect(state.floor).toMatchObject({
      current: null,
      past: [
        {
          id: turnData.turn,
          used: 45_000,
          calledAt: afterNoon(10),
          startedAt: afterNoon(20),
          endedAt: afterNoon(65),
          askedAt: afterNoon(5),
        },
      ],
    })
    given(afterStart).when('floor.end', turnData, 'civil-1').thenRefused('forbidden')
    given(afterCall).when('floor.end', turnData, 'chair').thenRefused('not-started')
  })

  test('[F9] a command on a turn that is over gets `conflict`; on one that never existed, `no-such-turn`', () => {
    const over = [...afterStart, command('chair', 'floor.end', turnData)]
    for (const type of ['floor.start', 'floor.pause', 'floor.resume', 'floor.end', 'floor.mark-absent'] as const) {
      given(over).when(type, turnData, 'chair').thenRefused('conflict')
      given(over)
        .when(type, { turn: toTurnId('never') }, 'chair')
        .thenRefused('no-such-turn')
    }
    given(over)
      .when('floor.extend', { ...turnData, by: toMs(30) }, 'chair')
      .thenRefused('conflict')
  })

  test('[F10] a new limit applies to those not yet called; a sender who expects a different limit in force gets `conflict`', () => {
    const scope = { kind: 'everyone' } as const
    const state = given(afterStart)
      .when('floor.set-limit', { scope, limit: toMs(120), expectedLimit: toMs(180) }, 'chair')
      .then([{ type: 'floor.limit-set', data: { scope, limit: 120_000 } }])
    expect(state.floor).toMatchObject({ limits: { everyone: 120_000 }, current: { limit: 180_000 } })
    given([], state)
      .when('floor.set-limit', { scope, limit: toMs(60), expectedLimit: toMs(180) }, 'desk')
      .thenRefused('conflict')
    given([], state)
      .when('floor.set-limit', { scope, limit: toMs(120), expectedLimit: toMs(180) }, 'desk')
      .thenNothing()
  })
})

describe('absence', () => {
  const missedCalls = [...afterCall, command('chair', 'floor.mark-absent', turnData)]

  test('[F11] an absent speaker goes to the end of the order once, and the floor is not counted', () => {
    const state = replay(missedCalls)
    expect(state.queue.order.map(({ entry, cause }) => [entry, cause]).at(-1)).toEqual([toEntryId('gov-1'), 'absent'])
    expect(state.queue.floorsGiven).toEqual([])
    expect(state.floor).toMatchObject({ current: null, past: [] })
  })

  test('[F11] a speaker who is absent a second time is not reached', () => {
    const twice = [...missedCalls, call('gov-1', { next: 'civil-1' })]
    const state = given(twice)
      .when('floor.mark-absent', turnData, 'chair')
      .then([
        { type: 'floor.released', data: turnData },
        { type: 'queue.not-reached', data: { entries: [expect.objectContaining({ id: toEntryId('gov-1'), missedCalls: 2 })] } },
      ])
    expect(state.queue.notReached.map(({ id }) => id)).toEqual([toEntryId('gov-1')])
    expect(state.queue.order).toHaveLength(2)
  })

  test('[F11] a speaker who has started is not absent; a participant cannot mark another as absent', () => {
    given(afterStart).when('floor.mark-absent', turnData, 'chair').thenRefused('already-started')
    given(afterCall).when('floor.mark-absent', turnData, 'civil-1').thenRefused('forbidden')
  })

  test('[F32] only the Chair decides on absence: a called speaker cannot mark themselves as absent', () => {
    given(afterCall).when('floor.mark-absent', turnData, 'gov-1').thenRefused('forbidden')
    given(afterCall).when('floor.mark-absent', turnData, 'chair').thenState()
  })
})

describe('a speaker who is called and cannot speak now', () => {
  const declined = [...afterCall, command('gov-1', 'floor.decline', turnData)]

  test('[F32] goes to the end of the list, and neither an absence nor a floor is counted', () => {
    const state = replay(declined)
    expect(state.queue.order.map(({ entry, cause }) => [entry, cause]).at(-1)).toEqual([toEntryId('gov-1'), 'declined'])
    expect(state.queue.entries.get(toEntryId('gov-1'))).toMatchObject({
      missedCalls: 0,
      ready: false,
      askedAt: replay(afterCall).floor.current?.entry?.askedAt,
    })
    expect(state.queue.floorsGiven).toEqual([])
    expect(state.floor).toMatchObject({ current: null, past: [] })
  })

  test('[F32] can decline any number of times, and goes behind all others each time', () => {
    const again = [
      ...declined,
      call('civil-1', { next: 'civil-1' }),
      command('civil-1', 'floor.decline', { turn: toTurnId('turn-civil-1') }),
      call('gov-1', { next: replay(declined).queue.order[1]?.entry as string }),
      command('gov-1', 'floor.decline', turnData),
    ]
    const { queue } = replay(again)
    expect(queue.order.map(({ entry }) => entry).slice(-2)).toEqual([toEntryId('civil-1'), toEntryId('gov-1')])
    expect(queue.notReached).toEqual([])
  })

  test('[F32] can decline, but nobody else can, and only before the clock is started', () => {
    given(afterCall).when('floor.decline', turnData, 'civil-1').thenRefused('forbidden')
    given(afterCall).when('floor.decline', turnData, 'chair').thenRefused('forbidden')
    given(afterStart).when('floor.decline', turnData, 'gov-1').thenRefused('already-started')
  })

  test('[F32, U20] declines without a step, and the call can then not be undone', () => {
    const last = replay(declined).steps.taken.at(-1)
    expect(last?.commandType).toBe('floor.call')
    given(declined)
      .when('steps.undo', { step: last?.id as never }, 'chair')
      .thenRefused('wrong-status')
  })
})

test('[F12] an answer to a question is a turn whose time is counted for nobody, and ending it answers the question', () => {
  const history = [
    ...queueOpen,
    ask('gov-1'),
    approve('gov-1-asks'),
    command('chair', 'questions.show', { question: toQuestionId('gov-1-asks'), expectedCurrent: null }, { id: 'answer' }),
    command('chair', 'floor.start', { turn: toTurnId('answer') }),
    join('civil-1'),
  ]
  const state = given(history)
    .when('floor.end', { turn: toTurnId('answer') }, 'chair')
    .then([
      { type: 'floor.ended', data: { turn: toTurnId('answer') } },
      { type: 'questions.answered', data: { question: toQuestionId('gov-1-asks'), answer: 'live' } },
    ])
  expect(state.floor.past).toMatchObject([{ kind: 'answer', speaker: null }])
  const next = replay([...history, call('civil-1', { current: 'answer' })])
  expect(next.questions.all.get(toQuestionId('gov-1-asks'))).toMatchObject({ status: 'answered', answer: 'live' })
})
