/** The number of questions answered in each segment, as everybody sees it. */
import { projectAudience } from '@rostrum/shared/projection/project'
import { expect, test } from 'vitest'
import { approve, ask, command, openSession, replay, type SentCommand, toQuestionId } from '../support/given.ts'

const question = toQuestionId('gov-1-asks')
const show = (expectedCurrent: null = null) => command('chair', 'questions.show', { question, expectedCurrent })
const takeOff = command('chair', 'questions.unshow', { question })
const settle = (answer: 'live' | 'in-writing') => command('chair', 'questions.mark-answered', { question, answer })
const countAnswers = (...more: readonly SentCommand[]) => {
  const state = replay([openSession, ask('gov-1', 'Why?'), approve('gov-1-asks'), ...more])
  return Object.values(projectAudience(state, 'public').view.segmentCounts).map(({ answers }) => answers)
}

test.each<readonly [string, readonly SentCommand[], number]>([
  ['is on the screen', [show()], 0],
  ['was taken off unanswered', [show(), takeOff], 0],
  ['was taken off, and answered when it was shown again', [show(), takeOff, show(), settle('live')], 1],
  ['was taken off and is answered in writing', [show(), takeOff, settle('in-writing')], 0],
  ['was answered live', [show(), settle('live')], 1],
])('[V22] a question that %s', (_, history, answers) => {
  expect(countAnswers(...history)).toEqual([answers, 0, 0])
})
