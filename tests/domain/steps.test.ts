/** Taking steps back: the last ten, one at a time, and nothing that people did themselves is lost. */
import type { QuestionId, SegmentId, StepId } from '@rostrum/shared/contract/ids'
import { describe, expect, test } from 'vitest'
import { sinceNoon } from '../support/fixtures.ts'
import {
  approves,
  asks,
  calls,
  entryOf,
  given,
  joins,
  listOpen,
  open,
  questionOf,
  raises,
  said,
  stateAfter,
  turnOf,
} from '../support/given.ts'

const turn = turnOf('turn-gov-1')
const ms = (seconds: number) => (seconds * 1000) as never
const waiting = [...listOpen, joins('gov-1', 5), joins('civil-1', 6), joins('private-1', 7)]
const called = [...waiting, calls('gov-1', { at: 10 })]
const started = [...called, said('chair', 'floor.start', { turn }, { at: 20, id: 'start' })]
const undo = (step: string, at?: number) =>
  said('chair', 'steps.undo', { step: step.padEnd(22, '-') as StepId }, at === undefined ? {} : { at })
const next = said(
  'desk',
  'floor.call',
  { entry: entryOf('civil-1'), expectedCurrent: turn, expectedNext: entryOf('civil-1') },
  { id: 'turn-civil-1', at: 80 },
)

describe('what comes back', () => {
  test('[U1] a wrong "end and call next": the turn goes on from where its clock stood, and the one called stands first again', () => {
    const state = stateAfter([...started, next, undo('turn-civil-1', 95)])
    expect(state.floor).toMatchObject({ current: { id: turn, used: 60_000, runningSince: sinceNoon(95) }, past: [] })
    expect(state.queue.line.map(({ entry }) => entry)).toEqual([entryOf('civil-1'), entryOf('private-1')])
    expect(state.queue.served.map(({ entry }) => entry)).toEqual([entryOf('gov-1')])
    expect(state.queue.entries[entryOf('private-1')]?.passed).toBe(0)
  })

  test('[U1] the end of a turn, a pause, a start, a limit: each is as it was', () => {
    const ended = [...started, said('chair', 'floor.end', { turn }, { at: 50, id: 'end' })]
    expect(stateAfter([...ended, undo('end', 60)]).floor.current).toMatchObject({ used: 30_000, runningSince: sinceNoon(60) })
    const paused = [...started, said('chair', 'floor.pause', { turn }, { at: 50, id: 'pause' })]
    expect(stateAfter([...paused, undo('pause', 60)]).floor.current).toMatchObject({
      used: 30_000,
      runningSince: sinceNoon(60),
      paused: null,
    })
    expect(stateAfter([...started, undo('start', 60)]).floor).toMatchObject({
      current: { startedAt: null, used: 0, runningSince: null },
      handovers: [],
    })
    const limit = { scope: { kind: 'everyone' as const }, limit: ms(120), expectedLimit: ms(180) }
    const limited = [...started, said('chair', 'floor.limit', limit, { at: 50, id: 'limit' })]
    expect(stateAfter([...limited, undo('limit', 60)]).floor).toMatchObject({
      limits: { everyone: 180_000 },
      current: { runningSince: sinceNoon(20) },
    })
  })

  test('[U2] a step that is not about the clock leaves it alone when it is taken back', () => {
    const extended = [...started, said('chair', 'floor.extend', { turn, by: ms(30) }, { at: 50, id: 'extend' })]
    const paused = [...extended, said('chair', 'floor.pause', { turn }, { at: 60, id: 'pause' })]
    expect(stateAfter([...extended, undo('extend', 70)]).floor.current).toMatchObject({
      limit: 180_000,
      extended: 0,
      used: 0,
      runningSince: sinceNoon(20),
    })
    const state = stateAfter([...paused, undo('pause', 90), undo('extend', 100)])
    expect(state.floor.current).toMatchObject({ limit: 180_000, used: 40_000, runningSince: sinceNoon(90) })
  })

  test('[U1] a point of order that was recognized by mistake is raised again, and the turn it interrupted goes on', () => {
    const point = said('chair', 'floor.recognize', { entry: entryOf('civil-1-point'), expectedCurrent: turn }, { id: 'point', at: 50 })
    const state = stateAfter([...started, raises('civil-1'), point, undo('point', 55)])
    expect(state.floor).toMatchObject({ current: { id: turn, used: 30_000, runningSince: sinceNoon(55), paused: null }, interrupted: null })
    expect(state.queue.points).toEqual([entryOf('civil-1-point')])
  })

  test('[U1] its end too: the point has the floor again, and what it interrupted waits with the time it had', () => {
    const point = said('chair', 'floor.recognize', { entry: entryOf('civil-1-point'), expectedCurrent: turn }, { id: 'point', at: 50 })
    const end = said('chair', 'floor.end', { turn: turnOf('point') }, { id: 'end', at: 60 })
    const { floor } = stateAfter([...started, raises('civil-1'), point, end, undo('end', 70)])
    expect(floor).toMatchObject({
      current: { id: turnOf('point'), used: 10_000 },
      interrupted: { id: turn, used: 30_000, runningSince: null },
    })
  })

  test('[U1] an absence, the first and the second', () => {
    const absent = [...called, said('chair', 'floor.absent', { turn }, { id: 'absent' })]
    const state = stateAfter([...absent, undo('absent')])
    expect(state.floor.current).toMatchObject({ id: turn, startedAt: null })
    expect(state.queue.entries).not.toHaveProperty(entryOf('gov-1'))
    expect(state.queue.served).toHaveLength(1)
    const again = said(
      'chair',
      'floor.call',
      { entry: entryOf('gov-1'), expectedCurrent: null, expectedNext: entryOf('civil-1') },
      { id: 'again' },
    )
    const twice = [...absent, again, said('chair', 'floor.absent', { turn: turnOf('again') }, { id: 'twice' })]
    expect(stateAfter(twice).queue.unheard).toHaveLength(1)
    expect(stateAfter([...twice, undo('twice')])).toMatchObject({ queue: { unheard: [] }, floor: { current: { id: turnOf('again') } } })
  })

  test('[U1] going to another part of the agenda, with the floors counted there', () => {
    const ended = [...started, said('chair', 'floor.end', { turn }, { at: 50 })]
    const gone = said('chair', 'agenda.go', { to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId }, { id: 'go', at: 60 })
    const before = stateAfter(ended)
    const state = stateAfter([...ended, gone, undo('go', 70)])
    expect(state.agenda).toEqual(before.agenda)
    expect(state.queue.served).toEqual(before.queue.served)
  })

  test('[U1] an answer that was ended by mistake is on the screens again', () => {
    const shown = [
      ...waiting,
      asks('gov-1'),
      approves('gov-1-asks'),
      said('chair', 'questions.show', { question: questionOf('gov-1-asks'), expectedCurrent: null }, { id: 'answer', at: 20 }),
    ]
    const moved = said(
      'chair',
      'floor.call',
      { entry: entryOf('gov-1'), expectedCurrent: turnOf('answer'), expectedNext: entryOf('gov-1') },
      { id: 'turn-gov-1', at: 40 },
    )
    const state = stateAfter([...shown, moved, undo('turn-gov-1', 50)])
    const question = questionOf('gov-1-asks') as QuestionId
    expect(state.questions.current).toBe(question)
    expect(state.questions.all.get(question)).toMatchObject({ status: 'answering', answer: null, settledAt: null })
    expect(state.floor.current).toMatchObject({ question, used: 20_000, runningSince: sinceNoon(50) })
  })

  test('[U1] a break, also from within', () => {
    const broken = [...started, said('chair', 'session.suspend', {}, { id: 'break', at: 50 })]
    const state = stateAfter([...broken, undo('break', 60)])
    expect(state.session.phase).toBe('open')
    expect(state.agenda.suspendedAt).toBeNull()
    expect(state.floor.current).toMatchObject({ used: 30_000, runningSince: sinceNoon(60), paused: null })
    given([...broken, said('chair', 'session.resume', {}, { id: 'resume' })])
      .when('steps.undo', { step: 'resume'.padEnd(22, '-') as StepId }, 'desk')
      .thenState()
  })
})

describe('what people did themselves stays', () => {
  test('[U3] who asked, wrote or withdrew after the step has asked, written and withdrawn', () => {
    const since = [
      ...started,
      next,
      joins('agency-1', 82),
      said('private-1', 'queue.note', { entry: entryOf('private-1'), topic: 'Access' }),
      said('private-1', 'queue.ready', { entry: entryOf('private-1') }),
      undo('turn-civil-1', 95),
    ]
    const { entries } = stateAfter(since).queue
    expect(Object.keys(entries).sort()).toEqual([entryOf('agency-1'), entryOf('civil-1'), entryOf('private-1')].sort())
    expect(entries[entryOf('private-1')]).toMatchObject({ topic: 'Access', ready: true })
    const gone = [...started, next, said('private-1', 'queue.withdraw', { entry: entryOf('private-1') }), undo('turn-civil-1')]
    expect(Object.keys(stateAfter(gone).queue.entries)).toEqual([entryOf('civil-1')])
  })

  test('[U3] whoever asked again since then keeps the earlier place, and one only', () => {
    const again = [
      ...started,
      said('chair', 'floor.end', { turn }, { id: 'end' }),
      said('gov-1', 'queue.join', { kind: 'intervention', topic: null }, { id: 'gov-1-again' }),
      undo('end'),
      undo('start'),
      undo('turn-gov-1'),
    ]
    const own = Object.values(stateAfter(again).queue.entries).filter(({ speaker }) => speaker.person === 'gov-1')
    expect(own.map(({ id }) => id)).toEqual([entryOf('gov-1')])
  })

  test('[U3] whoever was revoked since then does not come back to the list', () => {
    const revoked = [...called, said('chair', 'people.revoke', { person: 'gov-1' as never }), undo('turn-gov-1')]
    expect(stateAfter(revoked).queue.entries).not.toHaveProperty(entryOf('gov-1'))
  })

  test('[U3] nor to a joint statement that is taken up again', () => {
    const merge = said('desk', 'queue.merge', { into: entryOf('gov-1'), entry: entryOf('civil-1') })
    const apart = said('desk', 'queue.separate', { entry: entryOf('civil-1') }, { id: 'apart' })
    const revoked = [...waiting, merge, apart, said('chair', 'people.revoke', { person: 'civil-1' as never }), undo('apart')]
    const { queue } = stateAfter(revoked)
    expect(queue.joint).toEqual({})
    expect(queue.entries[entryOf('gov-1')]?.behalf).toEqual([])
  })

  test('[U3] a question taken off since then is not brought back over the heads of those who did it', () => {
    const question = questionOf('gov-1-asks')
    const unshown = [
      ...listOpen,
      asks('gov-1'),
      approves('gov-1-asks'),
      said('chair', 'questions.show', { question, expectedCurrent: null }),
      said('chair', 'questions.unshow', { question }, { id: 'unshow' }),
      asks('civil-1'),
    ]
    const declined = said('desk', 'questions.decline', { question, reason: 'time' })
    for (const since of [
      [said('gov-1', 'questions.withdraw', { question })],
      [declined],
      [declined, said('desk', 'questions.reopen', { question })],
      [said('desk', 'questions.merge', { into: questionOf('civil-1-asks'), question })],
      [said('desk', 'questions.to-floor', { question })],
    ])
      given([...unshown, ...since])
        .when('steps.undo', { step: 'unshow'.padEnd(22, '-') as StepId }, 'chair')
        .thenRefused('not-decided-here')
    given(unshown)
      .when('steps.undo', { step: 'unshow'.padEnd(22, '-') as StepId }, 'chair')
      .thenState()
  })
})

describe('how far', () => {
  test('[U4] whoever undoes says which step they see as the last', () => {
    given(started)
      .when('steps.undo', { step: 'turn-gov-1'.padEnd(22, '-') as StepId }, 'chair')
      .thenRefused('moved-on')
    given([open])
      .when('steps.undo', { step: 'none'.padEnd(22, '-') as StepId }, 'chair')
      .thenRefused('moved-on')
  })

  test('[U5] ten steps back, and no further', () => {
    const pauses = Array.from({ length: 12 }, (_, index) =>
      said('chair', index % 2 ? 'floor.resume' : 'floor.pause', { turn }, { id: `step-${index}` }),
    )
    const state = stateAfter([...started, ...pauses])
    expect(state.steps.taken.map(({ id }) => id)).toEqual(pauses.slice(2).map(({ id }) => id.padEnd(22, '-')))
    const back = pauses
      .slice(2)
      .reverse()
      .map(({ id }) => undo(id))
    given([...started, ...pauses, ...back])
      .when('steps.undo', { step: 'step-1'.padEnd(22, '-') as StepId }, 'chair')
      .thenRefused('moved-on')
  })

  test('[U5] after the close nothing is taken back', () =>
    given([...started, said('chair', 'session.close', {})])
      .when('steps.undo', { step: 'start'.padEnd(22, '-') as StepId }, 'chair')
      .thenRefused('session-closed'))

  test('[U6] each step says what it was about; the one taken back is said until the next', () => {
    const state = stateAfter([...started, undo('start')])
    expect(state.steps.taken.at(-1)).toMatchObject({ what: 'floor.call', speaker: { person: 'gov-1' } })
    expect(state.steps.undone).toMatchObject({ what: 'floor.start', speaker: { person: 'gov-1' } })
    expect(stateAfter([...started, undo('start'), said('chair', 'floor.start', { turn })]).steps.undone).toBeNull()
  })

  test('[U6] a move says whom it moved, whoever else was held at a place', () => {
    const moves = [
      said('chair', 'queue.move', { entry: entryOf('private-1'), before: entryOf('gov-1') }),
      said('chair', 'queue.move', { entry: entryOf('civil-1'), before: entryOf('private-1') }),
    ]
    expect(stateAfter([...waiting, ...moves]).steps.taken.at(-1)).toMatchObject({ what: 'queue.move', speaker: { person: 'civil-1' } })
  })

  test('[U6] a speaker who ends their own turn by mistake is given it back by the Chair', () => {
    const ended = [...started, said('gov-1', 'floor.end', { turn }, { id: 'end', at: 50 })]
    expect(stateAfter([...ended, undo('end')]).floor.current?.id).toBe(turn)
    given(ended)
      .when('steps.undo', { step: 'end'.padEnd(22, '-') as StepId }, 'gov-1')
      .thenRefused('forbidden')
  })
})
