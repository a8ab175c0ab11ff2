import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { describe, expect, test } from 'vitest'
import { afterNoon, createState, plan } from '../support/fixtures.ts'
import { approve, ask, command, given, openSession, toQuestionId } from '../support/given.ts'

const question = toQuestionId('gov-1-asks')
const questionData = { question }
const afterAsk = [openSession, ask('gov-1')]
const afterApproval = [...afterAsk, approve('gov-1-asks')]
const afterShow = [...afterApproval, command('chair', 'questions.show', { question, expectedCurrent: null }, { id: 'answer', at: 100 })]
const getQuestion = (state: State) => state.questions.all.get(question)

describe('asking', () => {
  test('[T1] a question waits for a moderator, without a number', () => {
    const state = given([openSession])
      .when('questions.ask', { text: 'Why?', receipt: null }, 'gov-1', { id: 'gov-1-asks', at: 30 })
      .then([
        {
          type: 'questions.asked',
          data: {
            question: expect.objectContaining({
              id: question,
              text: 'Why?',
              number: 0,
              author: { person: 'gov-1', entity: 'Delegation 1', group: 'government', channel: 'room' },
              receiptDigest: null,
              status: 'pending',
              askedAt: afterNoon(30),
            }),
          },
        },
      ])
    expect(state.questions.publishedCount).toBe(0)
  })

  test('[T1] without moderation it is published at once', () => {
    const free = createState({ ...plan, questions: { ...plan.questions, moderation: 'none' } })
    expect(
      getQuestion(
        given([openSession], free).when('questions.ask', { text: 'Why?', receipt: null }, 'gov-1', { id: 'gov-1-asks' }).thenState(),
      ),
    ).toMatchObject({
      number: 1,
      status: 'approved',
    })
  })

  test('[T2] the session sets the maximum length, counted in grapheme clusters', () => {
    given([openSession])
      .when('questions.ask', { text: 'x'.repeat(281), receipt: null }, 'gov-1')
      .thenRefused('text-too-long')
    given([openSession])
      .when('questions.ask', { text: '👩‍👩‍👧‍👦'.repeat(280), receipt: null }, 'gov-1')
      .thenState()
  })

  test('[T3] an author can withdraw until the answer starts', () => {
    for (const history of [afterAsk, afterApproval, [...afterAsk, command('desk', 'questions.hold', questionData)]])
      expect(
        getQuestion(
          given(history)
            .when('questions.withdraw', questionData, 'gov-1')
            .then([{ type: 'questions.withdrawn', data: questionData }]),
        )?.status,
      ).toBe('withdrawn')
    given(afterShow).when('questions.withdraw', questionData, 'gov-1').thenRefused('wrong-status')
    given(afterAsk).when('questions.withdraw', questionData, 'civil-1').thenRefused('forbidden')
  })

  test('[T3] the author of a merged question can withdraw until the answer to the host question starts', () => {
    const host = [...afterAsk, ask('civil-1'), approve('civil-1-asks')]
    const merged = [...host, command('desk', 'questions.merge', { into: toQuestionId('civil-1-asks'), question })]
    const state = given(merged).when('questions.withdraw', questionData, 'gov-1').thenState()
    expect(getQuestion(state)).toMatchObject({ status: 'withdrawn', mergedInto: null, statusBefore: null })
    expect(state.questions.merged.size).toBe(0)
    const answering = [...merged, command('chair', 'questions.show', { question: toQuestionId('civil-1-asks'), expectedCurrent: null })]
    given(answering).when('questions.withdraw', questionData, 'gov-1').thenRefused('wrong-status')
  })

  test('[T14] a person has at most as many open questions as the session allows', () => {
    const two = createState({ ...plan, questions: { ...plan.questions, cap: 2 } })
    const full = [openSession, ask('gov-1'), ask('gov-1', 'How?', 'second')]
    const again = { text: 'When?', receipt: null }
    given(full, two).when('questions.ask', again, 'gov-1').thenRefused('question-limit')
    given([...full, approve('second'), command('desk', 'questions.hold', questionData)], two)
      .when('questions.ask', again, 'gov-1')
      .thenRefused('question-limit')
    given(full, two).when('questions.ask', again, 'gov-1b').thenState()
    const second = { question: toQuestionId('second') }
    for (const settled of [
      command('gov-1', 'questions.withdraw', second),
      command('desk', 'questions.decline', { ...second, reason: 'time' }),
      command('desk', 'questions.merge', { into: question, ...second }),
    ])
      given([...full, settled], two)
        .when('questions.ask', again, 'gov-1')
        .thenState()
    given([...full, ask('gov-1', 'Who?', 'third')])
      .when('questions.ask', again, 'gov-1')
      .thenState()
  })
})

describe('supporting', () => {
  test('[T7] each person supports once, and can withdraw the support', () => {
    const state = given(afterApproval)
      .when('questions.support', questionData, 'civil-1')
      .then([{ type: 'questions.supported', data: { question, person: 'civil-1', group: 'civil' } }])
    expect(state.questions.supporters.get(question)?.toObject()).toEqual({ 'civil-1': 'civil' })
    given([], state).when('questions.support', questionData, 'civil-1').thenNothing()
    const back = given([], state)
      .when('questions.unsupport', questionData, 'civil-1')
      .then([{ type: 'questions.unsupported', data: { question, person: 'civil-1', group: 'civil' } }])
    expect([back.questions.supporters.get(question)?.size, back.questions.bySupporter.get('civil-1' as PersonId)]).toEqual([0, []])
    given([], back).when('questions.unsupport', questionData, 'civil-1').thenNothing()
  })

  test('[T7] nobody supports their own question', () =>
    given(afterApproval).when('questions.support', questionData, 'gov-1').thenRefused('own-question'))

  test('[T8] support of an unpublished question is refused as unknown, of a past one as not published', () => {
    for (const type of ['questions.support', 'questions.unsupport'] as const) {
      for (const history of [
        afterAsk,
        [...afterAsk, command('desk', 'questions.hold', questionData)],
        [...afterAsk, command('gov-1', 'questions.withdraw', questionData)],
      ])
        given(history).when(type, questionData, 'civil-1').thenRefused('no-such-question')
      given(afterAsk)
        .when(type, { question: toQuestionId('none') }, 'civil-1')
        .thenRefused('no-such-question')
      given([...afterShow, command('chair', 'questions.mark-answered', { question, answer: 'live' })])
        .when(type, questionData, 'civil-1')
        .thenRefused('not-published')
      const merge = command('desk', 'questions.merge', { into: toQuestionId('civil-1-asks'), question })
      given([...afterAsk, ask('civil-1'), merge])
        .when(type, questionData, 'agency-1')
        .thenRefused('no-such-question')
      given([...afterApproval, ask('civil-1'), merge])
        .when(type, questionData, 'agency-1')
        .thenRefused('not-published')
    }
  })
})
