/** The order that people see against the oracle of meanings: what each position says of itself is true by what has happened. */
import { orderModes } from '@rostrum/shared/contract/enums'
import type { PositionCause } from '@rostrum/shared/contract/queue'
import type { CommandType } from '@rostrum/shared/contract/registry'
import { evolve } from '@rostrum/shared/domain/decider'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState, makePlan } from '../support/fixtures.ts'
import { listUntrue } from '../support/oracle/cause-meanings.ts'
import { listKept } from '../support/oracle/kept-places.ts'
import { gatherFacts, type PastCommit } from '../support/oracle/session-facts.ts'
import { addProgrammeSpeakers, placingTypes } from '../support/order-properties.ts'
import type { Roll } from '../support/random-roll.ts'
import { arbitraryRolls, type PlayedCommand, playRolls } from '../support/random-session.ts'
import { countRuns } from '../support/runs.ts'

/** Holds, returns and topics are drawn more often, because the first two places stay over them. */
const types: readonly CommandType[] = [
  'queue.join',
  'queue.add',
  ...(['queue.hold', 'queue.hold', 'queue.return', 'queue.return', 'queue.return'] as const),
  'queue.withdraw',
  'queue.remove',
  'queue.keep-place',
  'queue.set-order',
  ...placingTypes,
  'floor.call',
  'floor.give',
  'floor.start',
  'floor.end',
  'floor.mark-absent',
  'floor.decline',
  'floor.recognize',
  'floor.intend',
  'steps.undo',
  ...(['agenda.go', 'agenda.go'] as const),
  'people.revoke',
]

const anyRoll: Roll = { pick: 0, who: 1, what: 1, more: 0, wait: 0 }

type Session = readonly [mode: (typeof orderModes)[number], overtakes: number, rolls: readonly Roll[]]

/** The opening of the session and of the list, and then what the rolls say. */
const playAll = (...[mode, overtakes, rolls]: Session): readonly PlayedCommand[] => {
  const opening = playRolls(createState(addProgrammeSpeakers(makePlan(mode, overtakes))), [anyRoll], ['session.open'], undefined, 'session')
  const opened = opening.flatMap(({ after }) => playRolls(after, [anyRoll], ['queue.open'], undefined, 'list'))
  return [...opening, ...opened, ...opened.flatMap(({ after }) => playRolls(after, rolls, types))]
}

/** The commit of an accepted command, with the queue directly before each of its events. */
const toPast = ({ command, decision, before, at }: PlayedCommand): PastCommit => {
  let state = before
  const events = (decision.ok ? decision.events : []).map((event) => {
    const stated = state.queue
    state = evolve(state, event, at)
    return { event, stated }
  })
  return { type: command.type, events }
}

/** Lists what the positions of a session say untruly: all of it after the first such command. `causes`: those that were said. */
const findUntrue = (session: Session, causes: Set<PositionCause>): readonly string[] => {
  const past: PastCommit[] = []
  for (const step of playAll(...session)) {
    const commit = toPast(step)
    if (commit.events.length === 0) continue
    past.push(commit)
    const { queue } = step.after
    const untrue = listUntrue(queue, gatherFacts(past), listKept(commit, queue))
    if (untrue.length > 0) return [step.command.type, ...untrue]
    for (const { cause } of queue.order) causes.add(cause)
  }
  return []
}

const arbitrarySession = fc.tuple(fc.constantFrom(...orderModes), fc.constantFrom(0, 1, 2, 4), arbitraryRolls(20, 90))

test('[O24] every cause, rank and count of every position is true by what has happened', () => {
  const causes = new Set<PositionCause>()
  const property = fc.property(arbitrarySession, (session) => findUntrue(session, causes).length === 0)
  // The same sessions each time, as for the oracle of the order.
  const { counterexample, counterexamplePath: at } = fc.check(property, { seed: 42, numRuns: countRuns(1_200), endOnFailure: true })
  expect({ at, untrue: counterexample ? findUntrue(counterexample[0], causes) : [] }).toEqual({ at: null, untrue: [] })
  expect(causes.size).toBeGreaterThanOrEqual(12)
})
