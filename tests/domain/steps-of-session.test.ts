/** Undoing the opening, the close, a start and a hold of the staff. */
import type { StepId } from '@rostrum/shared/contract/ids'
import { describe, expect, test } from 'vitest'
import { approve, ask, call, command, given, join, openSession, queueOpen, replay, toEntryId, toTurnId } from '../support/given.ts'

const turn = toTurnId('turn-gov-1')
const undo = (step: string, by = 'chair', at?: number) =>
  command(by, 'steps.undo', { step: step.padEnd(22, '-') as StepId }, at === undefined ? {} : { at })

describe('the opening', () => {
  const opened = { ...openSession, id: 'open' }

  test('[U10] can be undone while nobody has the floor, and requests stay', () => {
    const before = replay([])
    const after = replay([opened, undo('open')])
    expect(after).toMatchObject({ session: before.session, agenda: before.agenda, floor: before.floor })
    const listOpen = [opened, command('chair', 'queue.open', {}, { id: 'list' }), join('gov-1'), undo('list')]
    const asked = replay([...listOpen, undo('open')])
    expect(asked.session.phase).toBe('planned')
    expect([...asked.queue.entries.keys()]).toEqual([toEntryId('gov-1')])
    expect(replay([...listOpen, undo('open'), openSession]).queue.order.map(({ entry }) => entry)).toEqual([toEntryId('gov-1')])
  })

  test('[U10] cannot be undone once somebody has had the floor, and can after the call was undone', () => {
    const called = [
      opened,
      command('chair', 'floor.give', { person: 'panel' as never, expectedCurrent: null, expectedNext: null }, { id: 'give' }),
    ]
    given(called)
      .when('steps.undo', { step: 'open'.padEnd(22, '-') as StepId }, 'chair')
      .thenRefused('conflict')
    expect(replay([...called, undo('give'), undo('open')]).session.phase).toBe('planned')
    const turns = [
      command('chair', 'floor.start', { turn: toTurnId('give') }),
      command('chair', 'floor.end', { turn: toTurnId('give') }, { id: 'end' }),
    ]
    const others = Array.from({ length: 12 }, (_, index) =>
      command('chair', index % 2 ? 'queue.close' : 'queue.open', {}, { id: `list-${index}` }),
    )
    given([...called, ...turns, ...others])
      .when('steps.undo', { step: 'open'.padEnd(22, '-') as StepId }, 'chair')
      .thenRefused('conflict')
  })
})

describe('the close', () => {
  const running = [
    ...queueOpen,
    join('gov-1', 5),
    join('civil-1', 6),
    ask('private-1'),
    approve('private-1-asks'),
    call('gov-1', { at: 10 }),
    command('chair', 'floor.start', { turn }, { at: 20 }),
  ]
  const close = command('chair', 'session.close', {}, { at: 50, id: 'close' })

  test('[S74] is taken back for a minute: floor, clock, list, questions and agenda are as before', () => {
    const before = replay(running)
    const after = replay([...running, close, undo('close', 'chair', 109)])
    expect(after.session).toEqual(before.session)
    expect(after.agenda).toEqual(before.agenda)
    expect(after.floor).toMatchObject({ current: { id: turn, used: 30_000 }, past: [] })
    expect(after.queue.order.map(({ entry }) => entry)).toEqual(before.queue.order.map(({ entry }) => entry))
    expect(after.queue.status).toEqual(before.queue.status)
    expect(after.queue.notReached).toEqual([])
    expect([...after.questions.all.values()].map(({ status }) => status)).toEqual(['approved'])
  })

  test('[S74] is taken back with the whole list, also where several share a statement', () => {
    const merged = [
      ...running,
      join('private-1', 21),
      command('desk', 'queue.merge', { into: toEntryId('civil-1'), entry: toEntryId('private-1') }),
    ]
    const before = replay(merged).queue
    expect(before.order).toHaveLength(1)
    expect(replay([...merged, close, undo('close', 'chair', 60)]).queue).toMatchObject({
      order: before.order,
      joint: before.joint,
      notReached: [],
    })
  })

  test('[S74] is taken back into the suspension in which it was pressed', () => {
    const suspended = [...running, command('chair', 'session.suspend', {}, { at: 40 })]
    expect(replay([...suspended, close, undo('close', 'chair', 60)])).toMatchObject({
      session: { phase: 'suspended', closedAt: null },
      floor: { current: { id: turn, used: 20_000, runningSince: null } },
    })
  })

  test('[S74] is final after a minute, and for everybody else at once', () => {
    const step = { step: 'close'.padEnd(22, '-') as StepId }
    given([...running, close, command('chair', 'floor.set-language', { turn, language: null }, { at: 111 })])
      .when('steps.undo', step, 'chair')
      .thenRefused('session-closed')
    given([...running, close])
      .when('steps.undo', step, 'desk')
      .thenRefused('session-closed')
  })
})

describe('a request on hold', () => {
  const entry = toEntryId('gov-1')
  const waiting = [...queueOpen, join('gov-1'), join('civil-1'), join('private-1')]

  test('[U11] is a step of the staff with its undo', () => {
    const held = [...waiting, command('desk', 'queue.hold', { entry }, { id: 'hold' })]
    expect(replay(held).steps.taken.at(-1)).toMatchObject({ commandType: 'queue.hold', speaker: { person: 'gov-1' } })
    const undone = replay([...held, undo('hold')])
    expect(undone.queue.entries.get(entry)?.held).toBe(false)
    expect(undone.queue.order.map((position) => position.entry)).toEqual(replay(waiting).queue.order.map((position) => position.entry))
    const returned = [...held, command('desk', 'queue.return', { entry }, { id: 'return' })]
    expect(replay([...returned, undo('return')]).queue.entries.get(entry)?.held).toBe(true)
  })

  test('[U11] is none when the owner does it, and an undo leaves what the owner has done since', () => {
    const own = command('gov-1', 'queue.hold', { entry }, { id: 'hold' })
    expect(replay([...waiting, own]).steps.taken.map(({ commandType }) => commandType)).not.toContain('queue.hold')
    const since = [command('desk', 'queue.hold', { entry }, { id: 'hold' }), command('gov-1', 'queue.return', { entry })]
    const again = [...since, command('gov-1', 'queue.hold', { entry }), command('gov-1', 'queue.return', { entry })]
    expect(replay([...waiting, ...again, undo('hold')]).queue.entries.get(entry)?.held).toBe(false)
  })
})

test('[U12] a start can be undone for half a minute of speech, and then no more', () => {
  const called = [...queueOpen, join('gov-1', 5), call('gov-1', { at: 10 })]
  const started = [...called, command('chair', 'floor.start', { turn }, { at: 20, id: 'start' })]
  expect(replay([...started, undo('start', 'chair', 50)]).floor.current).toMatchObject({ startedAt: null })
  given([...started, join('gov-2', 51)])
    .when('steps.undo', { step: 'start'.padEnd(22, '-') as StepId }, 'chair')
    .thenRefused('wrong-status')
  const paused = [...started, command('chair', 'floor.pause', { turn }, { at: 40, id: 'pause' }), undo('pause', 'chair', 90)]
  expect(replay([...paused, undo('start', 'chair', 95)]).floor.current).toMatchObject({ startedAt: null })
})
