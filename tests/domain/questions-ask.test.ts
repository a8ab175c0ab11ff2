import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { describe, expect, test } from 'vitest'
import { founded, plan, sinceNoon } from '../support/fixtures.ts'
import { approves, asks, given, open, questionOf, said, turnOf } from '../support/given.ts'

const question = questionOf('gov-1-asks')
const one = { question }
const asked = [open, asks('gov-1')]
const approved = [...asked, approves('gov-1-asks')]
const shown = [...approved, said('chair', 'questions.show', { question, expectedCurrent: null }, { id: 'answer', at: 100 })]
const get = (state: State) => state.questions.all.get(question)

describe('asking', () => {
  test('[T1] a question waits for a moderator, without a number', () => {
    const state = given([open])
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
              proof: null,
              status: 'pending',
              askedAt: sinceNoon(30),
            }),
          },
        },
      ])
    expect(state.questions.published).toBe(0)
  })

  test('[T1] without moderation it is published at once', () => {
    const free = founded({ ...plan, questions: { ...plan.questions, moderation: 'none' } })
    expect(
      get(given([open], free).when('questions.ask', { text: 'Why?', receipt: null }, 'gov-1', { id: 'gov-1-asks' }).thenState()),
    ).toMatchObject({
      number: 1,
      status: 'approved',
    })
  })

  test('[T2] the session sets the length, counted as readers count', () => {
    given([open])
      .when('questions.ask', { text: 'x'.repeat(281), receipt: null }, 'gov-1')
      .thenRefused('text-too-long')
    given([open])
      .when('questions.ask', { text: '👩‍👩‍👧‍👦'.repeat(280), receipt: null }, 'gov-1')
      .thenState()
  })

  test('[T3] an author withdraws until the answer begins', () => {
    for (const history of [asked, approved, [...asked, said('desk', 'questions.hold', one)]])
      expect(
        get(
          given(history)
            .when('questions.withdraw', one, 'gov-1')
            .then([{ type: 'questions.withdrawn', data: one }]),
        )?.status,
      ).toBe('withdrawn')
    given(shown).when('questions.withdraw', one, 'gov-1').thenRefused('not-decided-here')
    given(asked).when('questions.withdraw', one, 'civil-1').thenRefused('forbidden')
  })

  test('[T3] and, asked with another, until the answer to that one begins', () => {
    const host = [...asked, asks('civil-1'), approves('civil-1-asks')]
    const merged = [...host, said('desk', 'questions.merge', { into: questionOf('civil-1-asks'), question })]
    const state = given(merged).when('questions.withdraw', one, 'gov-1').thenState()
    expect(get(state)).toMatchObject({ status: 'withdrawn', into: null, before: null })
    expect(state.questions.merged.size).toBe(0)
    const answering = [...merged, said('chair', 'questions.show', { question: questionOf('civil-1-asks'), expectedCurrent: null })]
    given(answering).when('questions.withdraw', one, 'gov-1').thenRefused('not-decided-here')
  })

  test('[T14] a person has as many open at once as the session allows', () => {
    const two = founded({ ...plan, questions: { ...plan.questions, cap: 2 } })
    const full = [open, asks('gov-1'), asks('gov-1', 'How?', 'second')]
    const again = { text: 'When?', receipt: null }
    given(full, two).when('questions.ask', again, 'gov-1').thenRefused('question-limit')
    given([...full, approves('second'), said('desk', 'questions.hold', one)], two)
      .when('questions.ask', again, 'gov-1')
      .thenRefused('question-limit')
    given(full, two).when('questions.ask', again, 'gov-1b').thenState()
    const second = { question: questionOf('second') }
    for (const settled of [
      said('gov-1', 'questions.withdraw', second),
      said('desk', 'questions.decline', { ...second, reason: 'time' }),
      said('desk', 'questions.merge', { into: question, ...second }),
    ])
      given([...full, settled], two)
        .when('questions.ask', again, 'gov-1')
        .thenState()
    given([...full, asks('gov-1', 'Who?', 'third')])
      .when('questions.ask', again, 'gov-1')
      .thenState()
  })
})

describe('supporting', () => {
  test('[T7] one support a person, and it can be taken back', () => {
    const state = given(approved)
      .when('questions.support', one, 'civil-1')
      .then([{ type: 'questions.supported', data: { question, person: 'civil-1', group: 'civil' } }])
    expect(state.questions.supporters.get(question)?.toObject()).toEqual({ 'civil-1': 'civil' })
    given([], state).when('questions.support', one, 'civil-1').thenNothing()
    const back = given([], state)
      .when('questions.unsupport', one, 'civil-1')
      .then([{ type: 'questions.unsupported', data: { question, person: 'civil-1', group: 'civil' } }])
    expect([back.questions.supporters.get(question)?.size, back.questions.supports.get('civil-1' as PersonId)]).toEqual([0, []])
    given([], back).when('questions.unsupport', one, 'civil-1').thenNothing()
  })

  test('[T7] not on one’s own', () => given(approved).when('questions.support', one, 'gov-1').thenRefused('own-question'))

  test('[T8] before it is published a question answers like one that does not exist; afterwards like one that is over', () => {
    for (const type of ['questions.support', 'questions.unsupport'] as const) {
      for (const history of [asked, [...asked, said('desk', 'questions.hold', one)], [...asked, said('gov-1', 'questions.withdraw', one)]])
        given(history).when(type, one, 'civil-1').thenRefused('no-such-question')
      given(asked)
        .when(type, { question: questionOf('none') }, 'civil-1')
        .thenRefused('no-such-question')
      given([...shown, said('chair', 'floor.end', { turn: turnOf('answer') })])
        .when(type, one, 'civil-1')
        .thenRefused('not-published')
      const merge = said('desk', 'questions.merge', { into: questionOf('civil-1-asks'), question })
      given([...asked, asks('civil-1'), merge])
        .when(type, one, 'agency-1')
        .thenRefused('no-such-question')
      given([...approved, asks('civil-1'), merge])
        .when(type, one, 'agency-1')
        .thenRefused('not-published')
    }
  })
})
