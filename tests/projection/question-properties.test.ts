/** Promises of questions, checked independently. */
import type { GroupId, PersonId, QuestionId } from '@rostrum/shared/contract/ids'
import type { CommandType, Event, State } from '@rostrum/shared/contract/registry'
import { audiences } from '@rostrum/shared/contract/roles'
import type { AnyView } from '@rostrum/shared/projection/delta'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allPeople, anonymousPlan, createState, getPerson, plan } from '../support/fixtures.ts'
import { command, queueOpen, replay } from '../support/given.ts'
import { allTypes, arbitraryRolls, type PlayedCommand, playRolls } from '../support/random-session.ts'

const types = allTypes.filter((type) => type.startsWith('questions.') || type === 'session.close' || type === 'people.revoke')
const frequentTypes: readonly CommandType[] = [
  'questions.merge',
  'questions.merge',
  'questions.unmerge',
  'questions.support',
  'questions.support',
]
const plans = [plan, { ...plan, questions: { ...plan.questions, moderation: 'none' } }, anonymousPlan] as const

const forAllSessions = (check: (steps: readonly PlayedCommand[]) => void, runs: number): void =>
  fc.assert(
    fc.property(fc.constantFrom(...plans), arbitraryRolls(60, 160), (its, many) => {
      check(playRolls(replay(queueOpen, createState(its)), many, [...types, ...frequentTypes]))
    }),
    { numRuns: runs },
  )

const sumCounts = (figures: object): number =>
  Object.values(figures).reduce((sum: number, one) => sum + (typeof one === 'number' ? one : sumCounts(one)), 0)

test('[T29] each question is counted once, and the figures add up', () => {
  let counted = 0
  forAllSessions((steps) => {
    let asked = 0
    for (const { after, command, decision } of steps) {
      if (command.type === 'questions.ask' && decision.ok) asked += 1
      for (const audience of audiences) {
        const counts = projectAudience(after, audience).view.questionCounts
        expect(counts !== undefined).toBe(audience === 'staff')
        if (!counts) continue
        const { received, ...rest } = counts
        expect([received, sumCounts(rest)]).toEqual([asked, asked])
        counted += 1
      }
    }
  }, 25)
  expect(counted).toBeGreaterThan(500)
})

const omitLastAction = (view: AnyView, question: QuestionId): unknown =>
  JSON.parse(JSON.stringify(view), (key, value) =>
    key === question && value?.staff ? { ...value, staff: { ...value.staff, lastAction: null } } : value,
  )

const projectForAll = (state: State, question: QuestionId): readonly unknown[] => [
  ...audiences.map((audience) => omitLastAction(projectAudience(state, audience).view as AnyView, question)),
  ...allPeople.map(({ person }) => projectPerson(state, getPerson(state, person)).view),
]

test('[T24] after a merge and a separation everybody sees the same as before', () => {
  let done = 0
  forAllSessions((steps) => {
    for (const { after: state } of steps.filter((_, index) => index % 12 === 11)) {
      if (state.session.phase !== 'open') continue
      const { all, next } = state.questions
      const open = [...all.values()].filter(({ status, id }) => ['pending', 'on-hold', 'approved'].includes(status) && id !== next)
      const [into, question] = [open.at(-1)?.id, open[0]?.id]
      if (!into || !question || into === question) continue
      const merged = replay([command('desk', 'questions.merge', { into, question })], state)
      expect(projectForAll(merged, question)).not.toEqual(projectForAll(state, question))
      expect(projectForAll(replay([command('chair', 'questions.unmerge', { question })], merged), question)).toEqual(
        projectForAll(state, question),
      )
      done += 1
    }
  }, 60)
  expect(done).toBeGreaterThan(20)
})

/** Counts from the events alone who supports which question, and who asked it. */
const countIndependently = (events: readonly Event[]) => {
  const supporters = new Map<QuestionId, Map<PersonId, GroupId | null>>()
  const authors = new Map<QuestionId, PersonId | undefined>()
  for (const { type, data } of events) {
    if (type === 'questions.asked') authors.set(data.question.id, data.question.author?.person)
    if (type === 'questions.supported')
      supporters.set(data.question, new Map([...(supporters.get(data.question) ?? []), [data.person, data.group]]))
    if (type === 'questions.unsupported') supporters.get(data.question)?.delete(data.person)
  }
  return { supporters, authors }
}

test('[T26] support counts distinct people over all merged questions, without the author of the host', () => {
  let unions = 0
  forAllSessions((steps) => {
    for (const [index, { after }] of steps.entries()) {
      if (index % 10 !== 9) continue
      const { supporters, authors } = countIndependently(
        steps.slice(0, index + 1).flatMap(({ decision }) => (decision.ok ? decision.events : [])),
      )
      const staff = projectAudience(after, 'staff').view
      for (const { id, status } of after.questions.all.values()) {
        const together = [...after.questions.all.values()].filter((one) => status !== 'merged' && one.mergedInto === id)
        const people = new Map([id, ...together.map((one) => one.id)].flatMap((one) => [...(supporters.get(one) ?? [])]))
        people.delete(authors.get(id) ?? ('nobody' as PersonId))
        const groups = [...new Set([...people.values()].filter((group) => group !== null))].sort()
        expect([id, staff.support[id], staff.supportGroups[id] ?? []]).toEqual([id, people.size, groups])
        expect(staff.questions[id]?.merged).toBe(together.length)
        if (together.length > 0 && people.size > 1) unions += 1
        for (const audience of ['podium', 'public', 'display'] as const) {
          const { support, supportGroups, questions } = projectAudience(after, audience).view
          expect(support[id]).toEqual(questions[id] && staff.support[id])
          expect(supportGroups[id]).toEqual(questions[id] && staff.supportGroups[id])
        }
      }
    }
  }, 200)
  expect(unions).toBeGreaterThan(3)
})

test('[T23] groups are flat: a question is never merged into one that is itself merged', () =>
  forAllSessions((steps) => {
    for (const { after } of steps) {
      const { all, merged } = after.questions
      for (const { id, status, mergedInto: into } of all.values()) {
        expect([id, status === 'merged']).toEqual([id, into !== null])
        if (into !== null) expect([all.get(into)?.status === 'merged', merged.get(into)?.includes(id)]).toEqual([false, true])
      }
      for (const [host, names] of merged) {
        const standing = all.get(host)
        for (const name of names) expect([name, all.get(name)?.mergedInto]).toEqual([name, standing?.mergedInto ?? host])
        expect(new Set(names).size).toBe(names.length)
      }
    }
  }, 40))
