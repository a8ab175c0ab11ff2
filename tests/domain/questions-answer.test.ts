/** Questions answered, aloud or in writing, and those that are taken to the floor list. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { describe, expect, test } from 'vitest'
import { founded, sinceNoon, unattributed } from '../support/fixtures.ts'
import { approves, asks, asksUnnamed, calls, entryOf, given, joins, listOpen, open, questionOf, said, turnOf } from '../support/given.ts'

const question = questionOf('gov-1-asks')
const one = { question }
const asked = [open, asks('gov-1')]
const approved = [...asked, approves('gov-1-asks')]
const shown = [...approved, said('chair', 'questions.show', { question, expectedCurrent: null }, { id: 'answer', at: 100 })]
const get = (state: State) => state.questions.all.get(question)

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

  test('[T27] a question is put to a panellist, and to nobody else', () => {
    const to = 'panel' as PersonId
    for (const history of [asked, approved, shown, [...shown, said('chair', 'floor.end', { turn: turnOf('answer') })]]) {
      const state = given(history)
        .when('questions.put', { ...one, to }, 'chair')
        .then([{ type: 'questions.put', data: { ...one, to } }])
      expect(get(state)?.to).toBe(to)
      given([], state)
        .when('questions.put', { ...one, to }, 'desk')
        .thenNothing()
      expect(
        get(
          given([], state)
            .when('questions.put', { ...one, to: null }, 'desk')
            .thenState(),
        )?.to,
      ).toBeNull()
    }
    for (const nobody of ['gov-1', 'chair', 'nobody'])
      given(approved)
        .when('questions.put', { ...one, to: nobody as PersonId }, 'chair')
        .thenRefused('no-such-person')
    given([...approved, said('chair', 'people.revoke', { person: to })])
      .when('questions.put', { ...one, to }, 'chair')
      .thenRefused('no-such-person')
    given([...asked, said('desk', 'questions.decline', { ...one, reason: 'time' })])
      .when('questions.put', { ...one, to }, 'chair')
      .thenRefused('not-decided-here')
  })
})

describe('to the floor list', () => {
  const floor = (words: string) => [open, said('gov-2', 'questions.ask', { text: words, receipt: null }, { id: 'remote', at: 40 })]
  const about = { question: questionOf('remote') }

  test('[T28] its author stands in the list by the time and the door of asking, with its words as the topic', () => {
    for (const history of [floor('Why?\n\nHow?'), [...floor('Why?\n\nHow?'), approves('remote')]]) {
      const state = given(history)
        .when('questions.to-floor', about, 'desk', { id: 'stands', at: 300 })
        .then([
          { type: 'questions.left-for-floor', data: { ...about, by: 'desk' } },
          {
            type: 'queue.joined',
            data: {
              entry: expect.objectContaining({
                id: entryOf('stands'),
                kind: 'intervention',
                askedAt: sinceNoon(40),
                door: 'remote',
                topic: 'Why? How?',
                speaker: expect.objectContaining({ person: 'gov-2', entity: 'Delegation 2', channel: 'remote' }),
              }),
            },
          },
        ])
      expect(state.questions.all.get(about.question)).toMatchObject({ status: 'to-floor', decided: { what: 'to-floor', by: 'desk' } })
      expect(state.queue.line.map(({ entry }) => entry)).toEqual([entryOf('stands')])
    }
  })

  test('[T28] long words are cut to what a topic holds, between characters as a reader counts them', () => {
    const topicOf = (words: string) =>
      given(floor(words)).when('questions.to-floor', about, 'desk', { id: 'stands' }).thenState().queue.entries[entryOf('stands')]?.topic
    expect(topicOf('x'.repeat(140))).toBe('x'.repeat(140))
    expect(topicOf('x'.repeat(141))).toBe(`${'x'.repeat(139)}…`)
    expect(topicOf('👩‍👩‍👧‍👦'.repeat(200))).toBe(`${'👩‍👩‍👧‍👦'.repeat(139)}…`)
  })

  test('[T28] not where they wait already, may not, or are not kept, nor a question that is decided', () => {
    given([...floor('Why?'), said('chair', 'queue.open', {}), joins('gov-2')])
      .when('questions.to-floor', about, 'desk')
      .thenRefused('already-queued')
    given([...floor('Why?'), said('chair', 'people.revoke', { person: 'gov-2' as PersonId })])
      .when('questions.to-floor', about, 'desk')
      .thenRefused('no-such-person')
    given([open, asksUnnamed('gov-1')], founded(unattributed))
      .when('questions.to-floor', one, 'desk')
      .thenRefused('author-unknown')
    given(shown).when('questions.to-floor', one, 'desk').thenRefused('not-decided-here')
    given(asked)
      .when('questions.to-floor', { question: questionOf('none') }, 'desk')
      .thenRefused('no-such-question')
  })
})
