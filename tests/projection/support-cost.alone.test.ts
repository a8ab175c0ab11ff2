/** The cost of one support among many questions, half of it for the host of a large group. */
import type { GroupId, PersonId, QuestionId } from '@rostrum/shared/contract/ids'
import type { Event } from '@rostrum/shared/contract/registry'
import { evolve } from '@rostrum/shared/domain/decider'
import { type Projection, projectAudience } from '@rostrum/shared/projection/project'
import type { AudienceView } from '@rostrum/shared/projection/registry'
import { expect, test } from 'vitest'
import { allPeople, createState, noon, plan } from '../support/fixtures.ts'
import { command, queueOpen, replay, toQuestionId } from '../support/given.ts'

test('one support among two thousand questions takes less than two milliseconds', () => {
  const people = Array.from({ length: 1000 }, (_, index) => ({
    ...(allPeople[4 + (index % 8)] ?? (allPeople[4] as (typeof allPeople)[number])),
    person: `person-${index}` as PersonId,
  }))
  let state = replay(queueOpen, createState(plan, [...allPeople, ...people]))
  const ids = Array.from({ length: 2000 }, (_, index) => toQuestionId(`q-${index}`))
  const [template] = [...replay([command('gov-1', 'questions.ask', { text: 'Why?', receipt: null })], state).questions.all.values()]
  if (!template) throw new Error('nothing was asked')
  for (const id of ids) {
    state = evolve(state, { type: 'questions.asked', data: { question: { ...template, id } } }, noon)
    state = evolve(state, { type: 'questions.approved', data: { question: id, by: 'desk' as PersonId } }, noon)
  }
  const merge = (question: QuestionId): Event => ({
    type: 'questions.merged',
    data: { into: ids[0] as QuestionId, question, by: 'desk' as PersonId },
  })
  for (const question of ids.slice(1, 20)) state = evolve(state, merge(question), noon)
  let before: Projection<AudienceView> = projectAudience(state, 'staff')
  const took: number[] = []
  const supports = process.env['ROSTRUM_FIGURES'] ? 10_000 : 2_000
  for (let count = 0; count < supports; count += 1) {
    const person = `person-${count % 1000}` as PersonId
    // Half of the support goes to the host of a large group, as when a room agrees.
    const question = count % 2 ? (ids[Math.floor(count / 1000)] as QuestionId) : (ids[20 + (count % 1980)] as QuestionId)
    const began = performance.now()
    state = evolve(state, { type: 'questions.supported', data: { question, person, group: 'civil' as GroupId } }, noon)
    before = projectAudience(state, 'staff', before)
    took.push(performance.now() - began)
  }
  took.sort((a, b) => a - b)
  const median = took[supports / 2]
  expect(before.view.support[ids[0] as QuestionId]).toBeGreaterThan(400)
  if (process.env['ROSTRUM_FIGURES'])
    console.info(`a support: median ${median?.toFixed(3)} ms, 99% ${took[supports * 0.99]?.toFixed(3)} ms`)
  expect(median).toBeLessThan(2)
})
