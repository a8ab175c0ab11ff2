/** Promises of the floor, checked independently: the test reads only the events and adds up the times itself. */

import type { EntryId, PersonId, TurnId } from '@rostrum/shared/contract/ids'
import { interrupts } from '@rostrum/shared/contract/kinds'
import type { CommandType, Event, State } from '@rostrum/shared/contract/registry'
import { decide, evolveAll } from '@rostrum/shared/domain/decider'
import { computeUsedTime } from '@rostrum/shared/domain/floor/clock'
import { addMillis, seconds } from '@rostrum/shared/kernel/time'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState } from '../support/fixtures.ts'
import { call, command, join, queueOpen, raisePoint, replay, toCommandId, toEntryId, toTurnId } from '../support/given.ts'
import { allTypes, arbitraryRolls, type PlayedCommand, playRolls } from '../support/random-session.ts'

const types: readonly CommandType[] = allTypes.filter(
  (type) =>
    /^(floor|queue|agenda|people)\./.test(type) ||
    [
      'questions.ask',
      'questions.approve',
      'questions.show',
      'questions.mark-answered',
      'questions.unshow',
      'questions.move-to-queue',
    ].includes(type),
)

/** Plays random sessions to their end; the last step is the close. */
const forAllSessions = (check: (steps: readonly PlayedCommand[]) => void, runs = 120, history = queueOpen): void =>
  fc.assert(
    fc.property(arbitraryRolls(30, 90), (many) => {
      const steps = playRolls(replay(history, createState()), many, types)
      const last = steps.at(-1)
      if (!last) throw new Error('nothing was played')
      const at = addMillis(last.at, seconds(9))
      const command = { type: 'session.close', data: {} } as const
      const decision = decide(last.after, command, { actor: { person: 'chair' as PersonId }, at, id: toCommandId('closes') })
      const after = evolveAll(last.after, decision.ok ? decision.events : [], at)
      check([...steps, { before: last.after, after, at, by: 'chair', id: toCommandId('closes'), command, decision }])
    }),
    { numRuns: runs },
  )

const getEvents = ({ decision }: PlayedCommand): readonly Event[] => (decision.ok ? decision.events : [])
const listTurns = ({ floor }: State) => [floor.current, floor.interrupted].filter((turn) => turn !== null)

test('[F18] at most one clock runs, and only a point of order interrupts', () =>
  forAllSessions((steps) => {
    for (const { after } of steps) {
      expect(listTurns(after).filter(({ runningSince }) => runningSince !== null).length).toBeLessThanOrEqual(1)
      if (after.floor.interrupted) {
        // Without a current turn the Chair rules.
        expect([undefined, 'point-of-order']).toContain(after.floor.current?.kind)
        expect(after.floor.interrupted.runningSince).toBeNull()
      }
      for (const turn of listTurns(after)) {
        if (turn.runningSince !== null) expect([turn.startedAt === null, turn.paused]).toEqual([false, null])
        else if (turn.startedAt !== null) expect(turn.paused).not.toBeNull()
      }
    }
  }))

/** Works out from the events alone which turn is running and how long each has run. */
const computeTurnTimes = (steps: readonly PlayedCommand[]): ReadonlyMap<TurnId, number> => {
  const ran = new Map<TurnId, number>()
  let running: TurnId | null = null
  let since = steps[0]?.at ?? 0
  for (const step of steps) {
    if (running) ran.set(running, (ran.get(running) ?? 0) + step.at - since)
    since = step.at
    for (const { type, data } of getEvents(step)) {
      if (type === 'floor.started' || type === 'floor.resumed') running = data.turn
      if ((type === 'floor.paused' || type === 'floor.ended' || type === 'floor.released') && running === data.turn) running = null
    }
  }
  return ran
}

test('[F6] seconds add up: each turn used what its clock ran, and past and current turns make the total', () =>
  forAllSessions((steps) => {
    const last = steps.at(-1)
    if (!last) return
    const ran = computeTurnTimes(steps)
    for (const { id, used, startedAt, endedAt, calledAt } of last.after.floor.past) {
      expect([id, used]).toEqual([id, ran.get(id) ?? 0])
      expect(used).toBeLessThanOrEqual(endedAt - startedAt)
      expect(startedAt).toBeGreaterThanOrEqual(calledAt)
    }
    const total = [...ran.values()].reduce((sum, one) => sum + one, 0)
    expect(last.after.floor.past.reduce((sum, { used }) => sum + used, 0)).toBe(total)
  }))

test('[F6] at every moment the time used that the floor shows is the time that the clock has run', () =>
  forAllSessions((steps) => {
    for (const [index, { after, at }] of steps.entries()) {
      if (index % 9 !== 0) continue
      const ran = computeTurnTimes(steps.slice(0, index + 1))
      for (const turn of listTurns(after)) expect(computeUsedTime(turn, at)).toBe(ran.get(turn.id) ?? 0)
    }
  }, 40))

const duringPoint = [
  ...[...queueOpen, join('gov-1'), raisePoint('civil-1'), call('gov-1')],
  command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }),
  command('chair', 'floor.recognize', { entry: toEntryId('civil-1-point'), expectedCurrent: toTurnId('turn-gov-1') }),
]

test('[F14, F50] a turn interrupted by a point of order waits for the ruling, and continues unchanged, with its time', () => {
  const ways = new Set<string>()
  forAllSessions(
    (steps) => {
      for (const { before, after, command, decision } of steps) {
        const left = before.floor.interrupted
        if (!decision.ok || !left) continue
        const kept = { id: left.id, used: left.used, limit: left.limit, startedAt: left.startedAt }
        if (command.type === 'floor.end' && interrupts(before.floor.current?.kind)) {
          expect(left.startedAt === null ? after.floor.current : after.floor.interrupted).toMatchObject({ ...kept, runningSince: null })
          expect(left.startedAt === null ? after.floor.interrupted : after.floor.current).toBeNull()
        }
        if (before.floor.current !== null) continue
        ways.add(command.type)
        if (command.type === 'floor.resume') expect(after.floor).toMatchObject({ current: { ...kept, paused: null }, interrupted: null })
        if (command.type === 'floor.end') expect([after.floor.interrupted, after.floor.past.at(-1)?.id]).toEqual([null, left.id])
      }
    },
    120,
    duringPoint,
  )
  expect([...ways]).toEqual(expect.arrayContaining(['floor.resume', 'floor.end']))
})

/** Returns the place of each request, from the state and from the events that removed it. */
const locateEntries = (steps: readonly PlayedCommand[], state: State): ReadonlyMap<EntryId, readonly string[]> => {
  const places = new Map<EntryId, string[]>()
  const addPlace = (entry: EntryId | undefined, where: string) => {
    if (entry) places.set(entry, [...(places.get(entry) ?? []), where])
  }
  const entryOfTurn = new Map<TurnId, EntryId | undefined>()
  for (const { type, data } of steps.flatMap(getEvents)) {
    if (type === 'queue.joined' && !places.has(data.entry.id)) places.set(data.entry.id, [])
    if (type === 'floor.called') entryOfTurn.set(data.turn, data.entry?.id)
    if (type === 'floor.ended') addPlace(entryOfTurn.get(data.turn), 'heard')
    if (type === 'queue.left' && data.cause !== 'called') addPlace(data.entry, data.cause)
    if (type === 'queue.not-reached') for (const { id, kind } of data.entries) if (interrupts(kind)) addPlace(id, 'not-reached')
  }
  for (const { id, held } of [...state.queue.entries.values()]) addPlace(id, held ? 'held' : 'waiting')
  for (const { id } of state.queue.notReached) addPlace(id, 'not-reached')
  for (const id of Object.keys(state.queue.joint)) addPlace(id as EntryId, 'joint')
  for (const { entry } of listTurns(state)) addPlace(entry?.id, 'floor')
  return places
}

test('[F19] no request is lost: at every moment each request is in exactly one place', () =>
  forAllSessions((steps) => {
    for (const [index, { after }] of steps.entries()) {
      if (index % 7 !== 0 && index !== steps.length - 1) continue
      for (const [entry, places] of locateEntries(steps.slice(0, index + 1), after))
        expect([entry, places]).toEqual([entry, [expect.any(String)]])
    }
  }, 60))

test('[S4] after the close nobody waits and nobody has the floor', () =>
  forAllSessions((steps) => {
    const end = steps.at(-1)?.after
    expect(end).toMatchObject({
      session: { phase: 'closed' },
      queue: { entries: new Map(), order: [], pointsOfOrder: [], status: { kind: 'closed' } },
      floor: { current: null, interrupted: null },
      questions: { current: null, next: null },
      agenda: { current: null },
    })
    const open = [...(end?.questions.all.values() ?? [])].filter(({ status }) =>
      ['pending', 'on-hold', 'approved', 'answering'].includes(status),
    )
    expect(open).toEqual([])
  }, 60))

test('[F20] the question on the screens and the answer on the floor belong together', () =>
  forAllSessions((steps) => {
    for (const { after } of steps) {
      const answers = listTurns(after)
        .filter(({ kind }) => kind === 'answer')
        .map(({ question }) => question)
      expect(answers).toEqual(after.questions.current ? [after.questions.current] : [])
    }
  }))
