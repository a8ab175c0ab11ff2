/** The dialog before the close counts what the close then leaves. */
import { listNotReached, listOpenQuestions } from '@rostrum/client/features/session/staff/not-reached-at-close'
import { listNotReachedPeople } from '@rostrum/client/features/statements/secretariat/not-reached'
import { buildRecord } from '@rostrum/server/services/record/build-record'
import { getPlainText } from '@rostrum/server/services/record/report/blocks'
import { buildReport } from '@rostrum/server/services/record/report/report'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { addMillis, seconds } from '@rostrum/shared/kernel/time'
import { projectAudience } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState, noon, plan } from '../support/fixtures.ts'
import { approve, ask, call, command, decideCommand, join, queueOpen, replay, toTurnId } from '../support/given.ts'
import { buildLog } from '../support/log-builder.ts'
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

test('[V420] a speaker who was absent when called counts once before the close, after it and in the record', () => {
  const markAbsent = (turn: string) => command('chair', 'floor.mark-absent', { turn: toTurnId(turn) }, { id: `absent-${turn}` })
  const callAgain = { ...call('gov-1', { next: 'civil-1' }), id: 'again' }
  const history = [...queueOpen, join('gov-1'), join('civil-1'), call('gov-1'), markAbsent('turn-gov-1'), callAgain, markAbsent('again')]
  const state = replay(history)
  const countDialog = ({ people }: ReturnType<typeof listNamed>) => [people.length, people.filter(({ wasAbsent }) => wasAbsent).length]
  const countCard = (now: State) => {
    const rows = listNotReachedPeople(projectAudience(now, 'staff').view.notReached)
    return [rows.length, rows.filter(({ wasAbsent }) => wasAbsent).length]
  }
  expect(countDialog(listNamed(state))).toEqual([2, 1])
  expect(countCard(close(state))).toEqual([2, 1])
  const record = buildRecord('absent' as SessionId, buildLog(plan, [...history, command('chair', 'session.close', {}, { id: 'close' })]))
  const lines = [...buildReport(record, getReportText('en'))].flatMap((block) =>
    block && 'line' in block ? [getPlainText(block.line)] : [],
  )
  expect(lines.join('\n')).toContain('two were not reached (one because the participant was absent when called)')
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
