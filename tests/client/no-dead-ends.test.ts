/** Random sessions as the Chair sees them. Every state of a live session offers an act, and no offered act is refused. */

import { isDeepStrictEqual } from 'node:util'
import { getNextSteps } from '@rostrum/client/features/floor/staff/next-step'
import type { NextStep, NextStepView } from '@rostrum/client/features/floor/staff/step-types'
import type { PersonId, StepId } from '@rostrum/shared/contract/ids'
import { isQuietPoint } from '@rostrum/shared/contract/put-off'
import { commands, type State } from '@rostrum/shared/contract/registry'
import { decide, evolveAll } from '@rostrum/shared/domain/decider'
import { freezeClock } from '@rostrum/shared/domain/floor/clock'
import { projectAudience } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeTranslateIn } from '../support/catalogues.ts'
import { createState, noon, plan } from '../support/fixtures.ts'
import { queueOpen, replay, toCommandId } from '../support/given.ts'
import { arbitraryRolls, playRolls, typesWithoutClose } from '../support/random-session.ts'

const t = makeTranslateIn('en')

const project = (state: State): NextStepView =>
  ({ ...projectAudience(state, 'staff').view, presence: { room: 1, remote: 1 } }) as unknown as NextStepView

const press = (state: State, command: NonNullable<NextStep['command']>) =>
  decide(state, command, { actor: { person: 'chair' as PersonId }, at: noon, id: toCommandId('pressed') })

/** Returns why a press would be refused, or null. */
const findRefusal = (state: State, { command }: NextStep): string | null => {
  const decision = command && press(state, command)
  return decision && !decision.ok ? `${command.type}: ${decision.reason}` : null
}

/** True if one Undo restores everything the press changed: floor, queue, agenda and questions. */
const canBeUndone = (state: State, { command }: NextStep): boolean => {
  if (!command || commands[command.type].undo === 'final') return true
  const decision = press(state, command)
  if (!decision.ok || decision.events.length === 0) return true
  const after = evolveAll(state, decision.events, noon)
  const undo = { type: 'steps.undo', data: { step: toCommandId('pressed') as string as StepId } } as const
  const undone = decide(after, undo, { actor: { person: 'chair' as PersonId }, at: noon, id: toCommandId('undone') })
  return undone.ok && isDeepStrictEqual(summarize(evolveAll(after, undone.events, noon)), summarize(state))
}

const summarize = ({ floor, queue, agenda, questions }: State) => [
  { ...floor, current: floor.current && freezeClock(floor.current, noon) },
  [queue.entries, queue.order.map(({ entry }) => entry), queue.pointsOfOrder, queue.replies, queue.next, queue.status],
  [agenda.current, agenda.actual],
  [questions.current, questions.next],
]

const isPointQuiet = (state: State): boolean => {
  const view = project(state)
  return (view.pointsOfOrder ?? []).length > 0 && (view.pointsOfOrder ?? []).every((point) => isQuietPoint(view, point))
}

/** Returns the acts that the Chair would look for in this state and not find. */
const listMissing = (state: State): readonly string[] => {
  const { main, others } = getNextSteps(t, project(state))
  const all = [main, ...others]
  const offers = (...ids: readonly NextStep['id'][]) => all.some(({ id }) => ids.includes(id))
  const { floor, queue, session, agenda } = state
  const moves = agenda.segments.map(({ id }) => `go-${id}` as const)
  const expected: readonly (readonly [string, boolean])[] = [
    ['an act', main.command !== undefined || main.opens !== undefined],
    ['no press that is refused', all.every((step) => findRefusal(state, step) === null)],
    ['one Undo for each act', all.every((step) => canBeUndone(state, step))],
    ['no two acts with one name', new Set(all.map(({ verb }) => verb)).size === all.length],
    ['no two acts with one id', new Set(all.map(({ id }) => id)).size === all.length],
    ...(session.phase === 'open' ? listExpectedWhileOpen(isPointQuiet(state), floor, queue, offers, main, moves) : []),
  ]
  return expected.filter(([, isThere]) => !isThere).map(([name]) => name)
}

const listExpectedWhileOpen = (
  isQuiet: boolean,
  { current, interrupted }: State['floor'],
  { pointsOfOrder, next, replies, order }: State['queue'],
  offers: (...ids: readonly NextStep['id'][]) => boolean,
  main: NextStep,
  moves: readonly NextStep['id'][],
): readonly (readonly [string, boolean])[] => {
  if (current?.kind === 'point-of-order') return [['the end of the point of order', offers('end')]]
  const point = [['the point of order that waits', pointsOfOrder.length === 0 || isQuiet || main.id === 'recognize']] as const
  if (current === null && interrupted !== null)
    return [...point, ['the continuation', offers('continue')], ['the end of the turn', offers('end')]]
  if (current && current.startedAt === null) return [...point, ['the start of the clock', offers('start')]]
  return [
    ...point,
    ['going on or closing', offers('close', ...moves)],
    ['giving the floor to anybody', offers('give-anybody')],
    ['the end of the turn', current === null || offers('end')],
    // A point that is put off until after the speaker comes before the next speaker.
    ['the next of the list', next === null || (current !== null && isQuiet) || offers('call')],
    ['the reply that waits', replies.length === 0 || order.length > 0 || (current !== null && isQuiet) || offers('call')],
  ]
}

const describe = ({ floor, queue, session }: State): string =>
  JSON.stringify([session.phase, floor.current?.kind, floor.current?.startedAt, queue.next])

const plans = [
  plan,
  { ...plan, segments: plan.segments.slice(0, 1) },
  { ...plan, questions: { ...plan.questions, moderation: 'none' } },
] as const

test('[A15, F40] every state of a live session offers an act; no offered act is refused, and one Undo reverts it', () =>
  fc.assert(
    fc.property(fc.constantFrom(...plans), fc.boolean(), arbitraryRolls(60, 160), (its, isListOpen, many) => {
      const start = replay(isListOpen ? queueOpen : queueOpen.slice(0, 1), createState(its as typeof plan))
      for (const { before, after } of playRolls(start, many, typesWithoutClose))
        if (before !== after) expect(listMissing(after), describe(after)).toEqual([])
    }),
    { numRuns: 30 },
  ))
