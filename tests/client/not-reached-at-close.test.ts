/** The dialog before the close counts what the close then leaves. */
import { listNotReached, listOpenQuestions } from '@rostrum/client/features/session/staff/not-reached-at-close'
import type { State } from '@rostrum/shared/contract/registry'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { addMillis, seconds } from '@rostrum/shared/kernel/time'
import { projectAudience } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState, noon, plan } from '../support/fixtures.ts'
import { approve, ask, call, command, decideCommand, join, queueOpen, replay, toTurnId } from '../support/given.ts'
import { arbitraryRolls, playRolls, typesWithoutClose } from '../support/random-session.ts'

const listNamed = (state: State) => {
  const { view } = projectAudience(state, 'staff')
  return { people: listNotReached(view), questions: listOpenQuestions(view) }
}

const close = (state: State): State => {
  const at = addMillis(noon, seconds(100_000))
  const decision = decideCommand(state, command('chair', 'session.close', {}), at)
  if (!decision.ok) throw new Error(decision.reason)
  return evolveAll(state, decision.events, at)
}
const countLeft = (before: State) => {
  const after = close(before)
  const left = after.queue.notReached
  const countQuestions = ({ questions }: State) => [...questions.all.values()].filter(({ status }) => status === 'not-reached').length
  return {
    names: [...new Set(left.map(({ speaker }) => speaker.entity))].sort(),
    people: new Set(left.map(({ speaker, id }) => speaker.person ?? id)).size,
    questions: countQuestions(after) - countQuestions(before),
  }
}

test('[V210] a right of reply and a question that was not reviewed count before the close as they do after it', () => {
  const state = replay([
    ...queueOpen,
    join('gov-1'),
    call('gov-1'),
    command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }),
    command('chair', 'floor.end', { turn: toTurnId('turn-gov-1') }),
    join('civil-1'),
    command('gov-2', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' }),
    ask('private-1', 'Who pays?', 'first'),
    ask('technical-1', 'And when?', 'second'),
    approve('first'),
  ])
  const { people, questions } = listNamed(state)
  expect(people.map(({ name, isReply }) => [name, isReply])).toEqual([
    ['Organization 1', false],
    ['Delegation 2', true],
  ])
  expect(questions.map(({ number }) => number)).toEqual([1, 0])
  const display = projectAudience(close(state), 'display').view
  expect(display.notReachedCount).toBe(2)
})

test('[V210] in any session the dialog counts the people and the questions that the close then leaves', () =>
  fc.assert(
    fc.property(arbitraryRolls(40, 200), (many) => {
      const state = playRolls(createState(plan), many, typesWithoutClose).at(-1)?.after
      fc.pre(state !== undefined && (state.session.phase === 'open' || state.session.phase === 'suspended'))
      const { people, questions } = listNamed(state)
      const left = countLeft(state)
      expect([...new Set(people.map(({ name }) => name))].sort()).toEqual(left.names)
      expect(questions).toHaveLength(left.questions)
      // A row has the names of the partners in a joint statement, not who they are.
      const { current, interrupted } = state.floor
      const entries = [...state.queue.entries.values(), current?.entry, interrupted?.entry]
      if (entries.every((one) => (one?.onBehalfOf ?? []).length === 0)) expect(people).toHaveLength(left.people)
    }),
    { numRuns: 100 },
  ))
