/** The acts that the Chair is offered when nobody waits, and while somebody speaks. */
import { addMillis, minutes } from '@rostrum/shared/kernel/time'
import { expect, test } from 'vitest'
import { noon } from '../support/fixtures.ts'
import { getNextStep, listVerbs, makeInput, makeTurn, t } from '../support/next-steps.ts'

const openList = 'Open the list of speakers'
const panel = 'Give the floor to the panel'
const anybody = 'Give the floor to any participant'
const question = 'Put question 4 to the panel'

test.each([
  ['the opening, the list closed', { segment: 'opening', status: 'closed', panel: 4 }, [openList, 'Go to 1 topic', panel, anybody]],
  ['the opening, the list open', { segment: 'opening' }, ['Go to 1 topic', anybody]],
  ['the opening, the list just opened', { segment: 'opening', justOpened: true, panel: 4 }, [panel, anybody, 'Go to 1 topic']],
  ['a topic, the list just opened again', { heard: true, justOpened: true }, [anybody, 'Last call, 2\u00a0min', 'Go to closing']],
  ['a last call', { heard: true, status: 'last-call' }, [anybody, 'Go to closing']],
  ['a question that is next', { heard: true, question: true }, [question, 'Go to closing', 'Last call, 2\u00a0min', anybody]],
  ['a question that is next in a last call', { status: 'last-call', question: true }, [question, anybody, 'Go to closing']],
  ['a new topic', { status: 'closed' }, [openList, 'Go to closing', anybody]],
  ['a new topic, the list open', { panel: 1 }, [panel, anybody, 'Go to closing']],
  ['a topic on which somebody was heard', { heard: true, panel: 1 }, ['Go to closing', 'Last call, 2\u00a0min', panel, anybody]],
  ['a topic that is over, the list closed', { heard: true, status: 'closed' }, ['Go to closing', openList, anybody]],
  ['a topic, the last word given', { status: 'closed', lastWord: true }, ['Go to closing', openList, anybody]],
  ['the closing', { segment: 'closing', status: 'closed' }, ['Close the meeting', openList, anybody]],
])('[A15] if nobody is waiting the button offers the likeliest act, and the others follow: %s', (_, input, verbs) => {
  expect(listVerbs(input)).toEqual(verbs)
})

test('[V214] the button that goes on says when the next item is likely to start, if that is not as planned', () => {
  const input = makeInput({ heard: true })
  const next = input.plan.at(-1)
  const getObject = (late: number) =>
    getNextStep(t, input, { nextStart: addMillis(next?.startsAt ?? noon, minutes(late)) })
      .object?.replace(/[\u2066-\u2069]/g, '')
      .replace(/\d\d:\d\d/g, '00:00')
  expect([0, 16].map(getObject)).toEqual(['Planned for 00:00', '00:00, likely 00:00'])
})

test('[A15] the button that opens the list shows how many people can then ask', () => {
  expect(getNextStep(t, makeInput({ status: 'closed' })).object).toBe('112 in the room, 86 remote')
})

test.each([
  ['somebody waits', { waiting: true }, ['End and call next', 'End only', 'End and go to closing', anybody], {}],
  [
    'the time of the topic is over',
    { waiting: true },
    ['End and call next', 'End and go to closing', 'End only', anybody],
    { topicOver: true },
  ],
  ['nobody waits', {}, ['End the turn', 'End and go to closing', anybody], {}],
  ['nobody waits in the closing', { segment: 'closing' }, ['End the turn', 'End and close the meeting', anybody], {}],
])('[A15] while somebody speaks the chair can also go on: %s', (_, input, verbs, known) => {
  expect(listVerbs({ ...input, current: makeTurn({}) }, known)).toEqual(verbs)
})

test('[A15] after the last word the button ends the turn and shows who is still waiting', () => {
  const step = getNextStep(t, makeInput({ current: makeTurn({}), status: 'closed', lastWord: true, stillWaiting: 14 }))
  expect([step.verb, step.object]).toEqual(['End the turn', 'Last speaker called; 14 people are still waiting'])
})

test('[F55] once the time of the topic is over, going on comes before the next question', () => {
  expect(listVerbs({ heard: true, question: true }, { topicOver: true }).slice(0, 2)).toEqual(['Go to closing', question])
  const step = getNextStep(t, makeInput({ question: true }))
  expect([step.object, step.command]).toEqual([
    'It goes on the room screen. No clock starts.',
    { type: 'questions.show', data: { question: 'q', expectedCurrent: null } },
  ])
})

test('[A17] going on or closing names the topics that were never taken', () => {
  const skipped = { heard: true, segment: 'opening', taken: ['opening'] }
  expect(getNextStep(t, makeInput({ ...skipped, status: 'closed' })).object).toBe('Planned for 11:00')
  expect(getNextStep(t, makeInput({ segment: 'closing', taken: ['opening', 'closing'], status: 'closed' })).object).toBe(
    '1 topic not taken, First shows who would not be reached',
  )
})
