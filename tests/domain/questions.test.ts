import type { State } from '@rostrum/shared/contract/registry'
import { describe, expect, test } from 'vitest'
import { sinceNoon, founded, plan } from '../support/fixtures.ts'
import { approves, asks, calls, given, joins, listOpen, open, questionOf, said, turnOf } from '../support/given.ts'

const question = questionOf('gov-1-asks')
const one = { question }
const asked = [open, asks('gov-1')]
const approved = [...asked, approves('gov-1-asks')]
const shown = [...approved, said('chair', 'questions.show', { question, expectedCurrent: null }, { id: 'answer', at: 100 })]
const get = (state: State) => state.questions.all.get(question)

describe('asking', () => {
  test('[T1] a question waits for a moderator, without a number', () => {
    const state = given([open])
      .when('questions.ask', { text: 'Why?' }, 'gov-1', { id: 'gov-1-asks', at: 30 })
      .then([
        {
          type: 'questions.asked',
          data: {
            question: expect.objectContaining({
              id: question,
              text: 'Why?',
              number: 0,
              author: 'gov-1',
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
    expect(get(given([open], free).when('questions.ask', { text: 'Why?' }, 'gov-1', { id: 'gov-1-asks' }).thenState())).toMatchObject({
      number: 1,
      status: 'approved',
    })
  })

  test('[T2] the session sets the length, counted as readers count', () => {
    given([open])
      .when('questions.ask', { text: 'x'.repeat(281) }, 'gov-1')
      .thenRefused('text-too-long')
    given([open])
      .when('questions.ask', { text: '👩‍👩‍👧‍👦'.repeat(280) }, 'gov-1')
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
})

describe('moderating', () => {
  test('[T4] publishing gives the next number, which stays', () => {
    const state = given([...approved, asks('civil-1')])
      .when('questions.approve', { question: questionOf('civil-1-asks') }, 'desk')
      .thenState()
    expect([...state.questions.all.values()].map(({ number }) => number)).toEqual([1, 2])
    const unshown = given(shown).when('questions.unshow', one, 'chair').thenState()
    expect(get(unshown)).toMatchObject({ number: 1, status: 'approved' })
  })

  test('[T5] a decision is taken once: the second moderator is told', () => {
    given(approved).when('questions.approve', one, 'desk').thenRefused('not-decided-here')
    given(approved).when('questions.hold', one, 'desk').thenRefused('not-decided-here')
    given([...asked, said('desk', 'questions.decline', { ...one, reason: 'off-topic' })])
      .when('questions.decline', { ...one, reason: 'duplicate' }, 'chair')
      .thenRefused('not-decided-here')
    for (const type of ['questions.approve', 'questions.hold'] as const)
      given(asked)
        .when(type, { question: questionOf('none') }, 'desk')
        .thenRefused('no-such-question')
  })

  test('[T6] a question is declined with a reason, also after it was published, and held', () => {
    for (const history of [asked, approved]) {
      const state = given(history)
        .when('questions.decline', { ...one, reason: 'off-topic' }, 'desk', { at: 200 })
        .then([{ type: 'questions.declined', data: { ...one, reason: 'off-topic' } }])
      expect(get(state)).toMatchObject({ status: 'declined', reason: 'off-topic', settledAt: sinceNoon(200) })
    }
    const held = given(asked)
      .when('questions.hold', one, 'desk')
      .then([{ type: 'questions.held', data: one }])
    given([], held).when('questions.hold', one, 'chair').thenNothing()
    given([], held).when('questions.approve', one, 'chair').thenState()
  })
})

describe('supporting', () => {
  test('[T7] one support a person, and it can be taken back', () => {
    const state = given(approved)
      .when('questions.support', one, 'civil-1')
      .then([{ type: 'questions.supported', data: { question, person: 'civil-1', group: 'civil' } }])
    expect(get(state)?.support).toEqual({ civil: 1 })
    given([], state).when('questions.support', one, 'civil-1').thenNothing()
    const back = given([], state)
      .when('questions.unsupport', one, 'civil-1')
      .then([{ type: 'questions.unsupported', data: { question, person: 'civil-1', group: 'civil' } }])
    expect(get(back)?.support).toEqual({ civil: 0 })
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
    }
  })
})

describe('answering', () => {
  test('[T9] one is next; it is marked and cleared', () => {
    const state = given(approved)
      .when('questions.queue', one, 'chair')
      .then([{ type: 'questions.queued', data: one }])
    given([], state).when('questions.queue', one, 'desk').thenNothing()
    expect(
      given([], state)
        .when('questions.queue', { question: null }, 'desk')
        .then([{ type: 'questions.queued', data: { question: null } }]).questions.next,
    ).toBeNull()
    given(asked).when('questions.queue', one, 'chair').thenRefused('not-decided-here')
    given(asked)
      .when('questions.queue', { question: questionOf('none') }, 'chair')
      .thenRefused('no-such-question')
  })

  test('[T9] whatever is declined, withdrawn or answered is next no more', () => {
    const next = [...approved, said('chair', 'questions.queue', one)]
    expect(
      given(next)
        .when('questions.decline', { ...one, reason: 'time' }, 'desk')
        .thenState().questions.next,
    ).toBeNull()
    expect(given(next).when('questions.withdraw', one, 'gov-1').thenState().questions.next).toBeNull()
    expect(
      given(next)
        .when('questions.settle', { ...one, answer: 'in-writing' }, 'desk')
        .thenState().questions.next,
    ).toBeNull()
  })

  test('[T10] shown, a question has the floor and the clock of an answer', () => {
    const state = given(approved)
      .when('questions.show', { question, expectedCurrent: null }, 'chair', { id: 'answer', at: 100 })
      .then([
        { type: 'questions.shown', data: one },
        {
          type: 'floor.called',
          data: { turn: turnOf('answer'), kind: 'answer', entry: null, question, segment: 'opening', limit: 120_000 },
        },
        { type: 'floor.started', data: { turn: turnOf('answer') } },
      ])
    expect(state.questions.current).toBe(question)
    expect(get(state)).toMatchObject({ status: 'answering', shownAt: sinceNoon(100) })
    expect(state.floor.current).toMatchObject({ question, startedAt: sinceNoon(100) })
  })

  test('[T10] the next one answers the one before', () => {
    const state = given([...shown, asks('civil-1'), approves('civil-1-asks')])
      .when('questions.show', { question: questionOf('civil-1-asks'), expectedCurrent: question }, 'chair')
      .thenState()
    expect(get(state)).toMatchObject({ status: 'answered', answer: 'live' })
    expect(state.questions.current).toBe(questionOf('civil-1-asks'))
    expect(state.floor.past).toHaveLength(1)
  })

  test('[T11] nothing is shown while somebody speaks, or against what the driver sees, or before it is published', () => {
    given([...listOpen, asks('gov-1'), approves('gov-1-asks'), joins('civil-1'), calls('civil-1')])
      .when('questions.show', { question, expectedCurrent: null }, 'chair')
      .thenRefused('floor-taken')
    given(shown).when('questions.show', { question, expectedCurrent: null }, 'chair').thenRefused('moved-on')
    given(asked).when('questions.show', { question, expectedCurrent: null }, 'chair').thenRefused('not-decided-here')
  })

  test('[T12] taken off the screen it is open again, and the floor is free', () => {
    const state = given(shown)
      .when('questions.unshow', one, 'chair')
      .then([
        { type: 'questions.unshown', data: one },
        { type: 'floor.ended', data: { turn: turnOf('answer') } },
      ])
    expect(state).toMatchObject({ questions: { current: null }, floor: { current: null } })
    given(approved).when('questions.unshow', one, 'chair').thenRefused('not-decided-here')
  })

  test('[T13] a question is settled from the screen or without it: live, in writing, on notice', () => {
    const live = given(shown)
      .when('questions.settle', { ...one, answer: 'live' }, 'chair')
      .then([
        { type: 'questions.settled', data: { ...one, answer: 'live' } },
        { type: 'floor.ended', data: { turn: turnOf('answer') } },
      ])
    expect(live).toMatchObject({ questions: { current: null }, floor: { current: null } })
    expect(
      get(
        given(approved)
          .when('questions.settle', { ...one, answer: 'taken-on-notice' }, 'desk')
          .thenState(),
      ),
    ).toMatchObject({ status: 'answered', answer: 'taken-on-notice' })
    given(asked)
      .when('questions.settle', { ...one, answer: 'live' }, 'desk')
      .thenRefused('not-decided-here')
  })
})
