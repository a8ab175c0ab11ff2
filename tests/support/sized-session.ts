/** An open session of any size: people, published questions with supporters, and speakers who are waiting. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import type { Event, State } from '@rostrum/shared/contract/registry'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { createState, makeAdmission, noon, plan } from './fixtures.ts'
import { ask, command, join, queueOpen, replay, toEntryId, toQuestionId, toTurnId } from './given.ts'

type Size = { readonly people: number; readonly questions: number; readonly waiting: number }

const officers = [
  makeAdmission('chair', 'chair', 'Chair', null, 'room'),
  makeAdmission('desk', 'secretariat', 'Secretariat', null, 'room'),
  makeAdmission('panel', 'panellist', 'Panel', 'technical', 'room'),
]

/**
 * Question 0 waits for a moderator, and the others are published. The second half of the people support question 1, and question 2, which
 * is merged into it. Person 0 has the floor, and the people after them are waiting.
 */
export const makeSizedSession = ({ people, questions, waiting }: Size): State => {
  const crowd = Array.from({ length: people }, (_, index) =>
    makeAdmission(
      `person-${index}`,
      'participant',
      `Organization ${index % 300}`,
      plan.groups[index % 5]?.id ?? null,
      index % 3 ? 'room' : 'remote',
    ),
  )
  const asked = replay([...queueOpen, ask('person-0', 'Why?', 'question-0')], createState(plan, [...officers, ...crowd]))
  const [template] = [...asked.questions.all.values()]
  if (!template) throw new Error('nothing was asked')
  const published = Array.from({ length: questions }, (_, index): readonly Event[] => {
    const id = toQuestionId(`question-${index + 1}`)
    return [
      { type: 'questions.asked', data: { question: { ...template, id } } },
      { type: 'questions.approved', data: { question: id, by: null } },
    ]
  })
  const support = (question: QuestionId) =>
    crowd.slice(people / 2).map(({ person, group }): Event => ({ type: 'questions.supported', data: { question, person, group } }))
  const events = [...published.flat(), ...['question-1', 'question-2'].flatMap((name) => support(toQuestionId(name)))]
  const merge = command('desk', 'questions.merge', { into: toQuestionId('question-1'), question: toQuestionId('question-2') })
  const speakers = Array.from({ length: waiting }, (_, index) => join(`person-${index}`))
  const first = toEntryId('person-0')
  const called = command('chair', 'floor.call', { entry: first, expectedCurrent: null, expectedNext: first }, { id: 'turn' })
  const started = command('chair', 'floor.start', { turn: toTurnId('turn') })
  return replay([merge, ...speakers, called, started], evolveAll(asked, events, noon))
}
