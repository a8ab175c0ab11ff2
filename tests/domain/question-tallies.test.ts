/** Compares counts kept while questions change with counting everything, and measures the cost of one more support. */
import type { GroupId, PersonId, QuestionId } from '@rostrum/shared/contract/ids'
import type { QuestionsState } from '@rostrum/shared/contract/questions'
import type { State } from '@rostrum/shared/contract/registry'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { KeptView } from '@rostrum/shared/projection/kept-view'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState, makeAdmission, noon, plan } from '../support/fixtures.ts'
import { approve, ask, command, decideCommand, queueOpen, replay, toQuestionId } from '../support/given.ts'
import { allTypes, arbitraryRolls, type PlayedCommand, playRolls } from '../support/random-session.ts'

const types = allTypes.filter((type) => /^(questions|steps)\.|^session\.close$|^floor\.end$|^people\.revoke$/.test(type))
const frequentTypes = ['questions.merge', 'questions.merge', 'questions.unmerge', 'questions.support', 'questions.show'] as const

const forAllSteps = (check: (step: PlayedCommand) => void, runs: number): void =>
  fc.assert(
    fc.property(arbitraryRolls(60, 160), (many) => {
      for (const step of playRolls(replay(queueOpen), many, [...types, ...frequentTypes])) if (step.decision.ok) check(step)
    }),
    { numRuns: runs },
  )

const countOutcomes = ({ all }: QuestionsState): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { status, reason, answer } of all.values()) {
    const outcome = status === 'declined' ? `${status} ${reason}` : status === 'answered' ? `${status} ${answer}` : status
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}

/** Counts each person once. The group is that of their support of the question itself, or else of the first question merged into it. */
const countSupport = ({ all, merged, supporters }: QuestionsState, id: QuestionId) => {
  const question = all.get(id)
  const counted = [id, ...(question?.status === 'merged' ? [] : (merged.get(id) ?? []))]
  const people = new Map<PersonId, GroupId | null>(counted.toReversed().flatMap((one) => [...(supporters.get(one) ?? [])]))
  if (question?.author) people.delete(question.author.person)
  const groups: Record<string, number> = {}
  for (const group of people.values()) if (group !== null) groups[group] = (groups[group] ?? 0) + 1
  return people.size === 0 ? undefined : { total: people.size, groups }
}

test('[T32] after every command, the counts that are kept equal a count of everything', () => {
  const met = { unions: 0, outcomes: new Set<string>() }
  forAllSteps(({ after: { questions }, command: { type } }) => {
    const outcomes = countOutcomes(questions)
    expect([type, Object.fromEntries(Object.entries(questions.outcomes).filter(([, count]) => count !== 0))]).toEqual([type, outcomes])
    for (const outcome of Object.keys(outcomes)) met.outcomes.add(outcome)
    for (const id of questions.all.keys()) expect([type, id, questions.support.get(id)]).toEqual([type, id, countSupport(questions, id)])
    met.unions += [...questions.merged.keys()].filter((id) => (questions.support.get(id)?.total ?? 0) > 1).length
  }, 400)
  expect(met.outcomes.size).toBeGreaterThan(10)
  expect(met.unions).toBeGreaterThan(50)
})

test('[T32] a person whose group changed between two supports counts once, with the group of the support that counts', () => {
  const [host, child] = [toQuestionId('gov-1-asks'), toQuestionId('gov-2-asks')]
  const support = (question: QuestionId) => command('civil-1', 'questions.support', { question })
  const changed = {
    type: 'people.changed',
    data: { people: [{ person: 'civil-1', entity: 'Organization 1', group: 'private', channel: 'remote' }] },
  } as never
  const both = [
    ...queueOpen,
    ask('gov-1'),
    approve('gov-1-asks'),
    ask('gov-2'),
    approve('gov-2-asks'),
    support(child),
    changed,
    support(host),
  ]
  const merged = replay([...both, command('desk', 'questions.merge', { into: host, question: child })])
  expect(merged.questions.support.get(host)).toEqual({ total: 1, groups: { private: 1 } })
  const withdrawn = replay([command('civil-1', 'questions.unsupport', { question: host })], merged)
  expect(withdrawn.questions.support.get(host)).toEqual({ total: 1, groups: { civil: 1 } })
  const separated = replay([command('desk', 'questions.unmerge', { question: child })], withdrawn)
  expect(separated.questions.support.toObject()).toEqual({ [child]: { total: 1, groups: { civil: 1 } } })
})

test('[T32, U6] the undo of a step names the questions that it changed, and no others', () => {
  let met = 0
  forAllSteps(({ before, after, decision, command: { type } }) => {
    const taken = decision.ok ? decision.events.find((event) => event.type === 'steps.taken') : undefined
    if (taken?.type !== 'steps.taken') return
    const named = taken.data.undo.flatMap((event) => (event.type === 'questions.restored' ? event.data.questions.map(({ id }) => id) : []))
    const different = [...before.questions.all].flatMap(([id, was]) => (after.questions.all.get(id) === was ? [] : [id]))
    expect([type, [...named].sort()]).toEqual([type, different.sort()])
    met += named.length
  }, 200)
  expect(met).toBeGreaterThan(10)
})

/** Makes two questions, one merged into the other, each with this number of supporters. */
const makeSupported = (count: number): State => {
  const people = Array.from({ length: count + 200 }, (_, index) =>
    makeAdmission(`voice-${index}`, 'participant', `Organization ${index}`, plan.groups[index % 5]?.id ?? null, 'room'),
  )
  const officers = [
    makeAdmission('chair', 'chair', 'Chair', null, 'room'),
    makeAdmission('desk', 'secretariat', 'Secretariat', null, 'room'),
  ]
  const authors = ['host', 'child'].map((id) => makeAdmission(id, 'participant', id, null, 'room'))
  const asked = replay(
    [...queueOpen, ...['host', 'child'].flatMap((id) => [ask(id), approve(`${id}-asks`)])],
    createState(plan, [...officers, ...authors, ...people]),
  )
  const supported = ['host-asks', 'child-asks'].flatMap((id) =>
    people.slice(0, count).map(({ person, group }) => ({
      type: 'questions.supported' as const,
      data: { question: toQuestionId(id), person, group },
    })),
  )
  const merged = command('desk', 'questions.merge', { into: toQuestionId('host-asks'), question: toQuestionId('child-asks') })
  return replay([merged], evolveAll(asked, supported, noon))
}

test('[T33] supporting a question with merged ones costs as much with twenty thousand supporters as with twenty', () => {
  const measure = (count: number): number => {
    let state = makeSupported(count)
    const views = (['staff', 'public'] as const).map((audience) => new KeptView(state, audience))
    const took = Array.from({ length: 200 }, (_, index) => {
      const began = performance.now()
      const decision = decideCommand(
        state,
        command(`voice-${count + index}`, 'questions.support', { question: toQuestionId('host-asks') }),
        noon,
      )
      if (!decision.ok) throw new Error(decision.reason)
      state = evolveAll(state, decision.events, noon)
      for (const view of views) view.advance(state, decision.events)
      return performance.now() - began
    })
    expect(state.questions.support.get(toQuestionId('host-asks'))?.total).toBe(count + 200)
    return took.sort((a, b) => a - b)[100] ?? 0
  }
  measure(20)
  const [few, many] = [measure(20), measure(20_000)]
  expect(many).toBeLessThan(Math.max(0.2, few * 4))
})
