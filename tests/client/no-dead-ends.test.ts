/** Random sessions, seen as the Chair sees them: in every state of a live session there is something to press, and it is accepted. */
import { getNextSteps } from '@rostrum/client/features/floor/staff/next-step'
import type { NextStep, NextStepView } from '@rostrum/client/features/floor/staff/step-types'
import { messages as english } from '@rostrum/client/text/languages/en'
import type { Translate } from '@rostrum/client/text/messages'
import { Messages } from '@rostrum/client/text/messages'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { decide, evolveAll } from '@rostrum/shared/domain/decider'
import { projectAudience } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState, noon, plan } from '../support/fixtures.ts'
import { queueOpen, replay, toCommandId } from '../support/given.ts'
import { arbitraryRolls, playRolls, typesWithoutClose } from '../support/random-session.ts'

const catalogue = new Messages('en', english, 'ltr')
const t = ((key: never, values: never) => catalogue.format(key, values)) as Translate

const project = (state: State): NextStepView =>
  ({ ...projectAudience(state, 'staff').view, presence: { room: 1, remote: 1 } }) as unknown as NextStepView

/** The refusal of the first command that is refused, or null. */
const findRefusal = (state: State, { commands }: NextStep): string | null => {
  let now = state
  for (const [index, command] of commands.entries()) {
    const decision = decide(now, command, { actor: { person: 'chair' as PersonId }, at: noon, id: toCommandId(`pressed-${index}`) })
    if (!decision.ok) return `${command.type}: ${decision.reason}`
    now = evolveAll(now, decision.events, noon)
  }
  return null
}

/** What the chair would look for in this state and does not find. */
const listMissing = (state: State): readonly string[] => {
  const { main, others } = getNextSteps(t, project(state))
  const all = [main, ...others]
  const offers = (...ids: readonly NextStep['id'][]) => all.some(({ id }) => ids.includes(id))
  const { floor, queue, session } = state
  const expected: readonly (readonly [string, boolean])[] = [
    ['an act', main.commands.length > 0 || main.opens !== undefined],
    ['no press that is refused', all.every((step) => findRefusal(state, step) === null)],
    ['no two acts with one name', new Set(all.map(({ verb }) => verb)).size === all.length],
    ...(session.phase === 'open' ? listExpectedWhileOpen(floor, queue, offers, main) : []),
  ]
  return expected.filter(([, isThere]) => !isThere).map(([name]) => name)
}

const listExpectedWhileOpen = (
  { current }: State['floor'],
  { pointsOfOrder, next, replies, order }: State['queue'],
  offers: (...ids: readonly NextStep['id'][]) => boolean,
  main: NextStep,
): readonly (readonly [string, boolean])[] => {
  if (current?.kind === 'point-of-order') return [['the end of the point of order', main.id === 'end']]
  const point = [['the point of order that waits', pointsOfOrder.length === 0 || main.id === 'recognize']] as const
  if (current && current.startedAt === null) return [...point, ['the start of the clock', offers('start')]]
  return [
    ...point,
    ['going on or closing', offers('go', 'close')],
    ['giving the floor to anybody', offers('give')],
    ['the end of the turn', current === null || offers('end')],
    ['the next of the list', next === null || offers('call')],
    ['the reply that waits', replies.length === 0 || order.length > 0 || offers('call')],
  ]
}

const describe = ({ floor, queue, session }: State): string =>
  JSON.stringify([session.phase, floor.current?.kind, floor.current?.startedAt, queue.next])

const plans = [
  plan,
  { ...plan, segments: plan.segments.slice(0, 1) },
  { ...plan, questions: { ...plan.questions, moderation: 'none' } },
] as const

test('[A15] no state of a live session is without an act, and no act that is offered is refused', () =>
  fc.assert(
    fc.property(fc.constantFrom(...plans), fc.boolean(), arbitraryRolls(60, 160), (its, isListOpen, many) => {
      const start = replay(isListOpen ? queueOpen : queueOpen.slice(0, 1), createState(its as typeof plan))
      for (const { before, after } of playRolls(start, many, typesWithoutClose))
        if (before !== after) expect(listMissing(after), describe(after)).toEqual([])
    }),
    { numRuns: 30 },
  ))
