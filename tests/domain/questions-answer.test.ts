/** Questions that are answered, aloud or in writing, or moved to the queue. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { describe, expect, test } from 'vitest'
import { afterNoon, anonymousPlan, createState, plan } from '../support/fixtures.ts'
import {
  approve,
  ask,
  askAnonymously,
  call,
  command,
  given,
  join,
  openSession,
  queueOpen,
  toEntryId,
  toQuestionId,
  toTurnId,
} from '../support/given.ts'

const question = toQuestionId('gov-1-asks')
const questionData = { question }
const afterAsk = [openSession, ask('gov-1')]
const afterApproval = [...afterAsk, approve('gov-1-asks')]
const toBeRead = [...afterApproval, command('chair', 'questions.show', { question, expectedCurrent: null }, { id: 'answer', at: 100 })]
const afterShow = [...toBeRead, command('chair', 'floor.start', { turn: toTurnId('answer') }, { at: 110 })]
const getQuestion = (state: State) => state.questions.all.get(question)

describe('answering', () => {
  test('[T9] one question can be next; it is marked and cleared', () => {
    const state = given(afterApproval)
      .when('questions.set-next', questionData, 'chair')
      .then([{ type: 'questions.next-set', data: questionData }])
    given([], state).when('questions.set-next', questionData, 'desk').thenNothing()
    expect(
      given([], state)
        .when('questions.set-next', { question: null }, 'desk')
        .then([{ type: 'questions.next-set', data: { question: null } }]).questions.next,
    ).toBeNull()
    given(afterAsk).when('questions.set-next', questionData, 'chair').thenRefused('wrong-status')
    given(afterAsk)
      .when('questions.set-next', { question: toQuestionId('none') }, 'chair')
      .thenRefused('no-such-question')
  })

  test('[T9] a declined, withdrawn or answered question is no longer next', () => {
    const next = [...afterApproval, command('chair', 'questions.set-next', questionData)]
    expect(
      given(next)
        .when('questions.decline', { ...questionData, reason: 'time' }, 'desk')
        .thenState().questions.next,
    ).toBeNull()
    expect(given(next).when('questions.withdraw', questionData, 'gov-1').thenState().questions.next).toBeNull()
    expect(
      given(next)
        .when('questions.mark-answered', { ...questionData, answer: 'in-writing' }, 'desk')
        .thenState().questions.next,
    ).toBeNull()
  })

  test('[T10, F53] a question on the screen has the floor; the clock of the answer starts when the Chair has read it', () => {
    const state = given(afterApproval)
      .when('questions.show', { question, expectedCurrent: null }, 'chair', { id: 'answer', at: 100 })
      .then([
        { type: 'questions.shown', data: questionData },
        {
          type: 'floor.called',
          data: { turn: toTurnId('answer'), kind: 'answer', entry: null, question, segment: 'opening', limit: 120_000 },
        },
      ])
    expect(state.questions.current).toBe(question)
    expect(getQuestion(state)).toMatchObject({ status: 'answering', shownAt: afterNoon(100) })
    expect(state.floor.current).toMatchObject({ question, startedAt: null, runningSince: null })
    const started = given([], state)
      .when('floor.start', { turn: toTurnId('answer') }, 'chair', { at: 130 })
      .thenState()
    expect(started.floor.current).toMatchObject({ question, startedAt: afterNoon(130) })
  })

  test('[F53] a question that is only to be read leaves no answer: it is taken off, or waits again while somebody else has the floor', () => {
    const off = given(toBeRead)
      .when('questions.unshow', questionData, 'chair')
      .then([
        { type: 'questions.unshown', data: questionData },
        { type: 'floor.released', data: { turn: toTurnId('answer') } },
      ])
    expect([off.floor.past, getQuestion(off)?.status]).toEqual([[], 'approved'])
    const other = given([...toBeRead, ask('civil-1'), approve('civil-1-asks')])
      .when('questions.show', { question: toQuestionId('civil-1-asks'), expectedCurrent: question }, 'chair')
      .thenState()
    expect([other.floor.past, getQuestion(other)?.status]).toEqual([[], 'approved'])
    const queued = [...toBeRead, command('chair', 'queue.open', {}), join('civil-1')]
    const called = { entry: toEntryId('civil-1'), expectedCurrent: toTurnId('answer'), expectedNext: toEntryId('civil-1') }
    const state = given(queued).when('floor.call', called, 'chair').thenState()
    expect([state.floor.past, getQuestion(state)?.status]).toEqual([[], 'approved'])
    const written = given(toBeRead)
      .when('questions.mark-answered', { ...questionData, answer: 'in-writing' }, 'chair')
      .thenState()
    expect([written.floor.past, getQuestion(written)?.status]).toEqual([[], 'answered'])
  })

  test('[T10] showing the next question marks the one before as answered', () => {
    const state = given([...afterShow, ask('civil-1'), approve('civil-1-asks')])
      .when('questions.show', { question: toQuestionId('civil-1-asks'), expectedCurrent: question }, 'chair')
      .thenState()
    expect(getQuestion(state)).toMatchObject({ status: 'answered', answer: 'live' })
    expect(state.questions.current).toBe(toQuestionId('civil-1-asks'))
    expect(state.floor.past).toHaveLength(1)
  })

  test('[T11] no question is shown while somebody speaks, for a sender with an old view, or before it is published', () => {
    given([...queueOpen, ask('gov-1'), approve('gov-1-asks'), join('civil-1'), call('civil-1')])
      .when('questions.show', { question, expectedCurrent: null }, 'chair')
      .thenRefused('floor-taken')
    given(afterShow).when('questions.show', { question, expectedCurrent: null }, 'chair').thenRefused('conflict')
    given(afterAsk).when('questions.show', { question, expectedCurrent: null }, 'chair').thenRefused('wrong-status')
  })

  test('[T12] a question taken off the screen is open again, and the floor is free', () => {
    const state = given(afterShow)
      .when('questions.unshow', questionData, 'chair')
      .then([
        { type: 'questions.unshown', data: questionData },
        { type: 'floor.ended', data: { turn: toTurnId('answer') } },
      ])
    expect(state).toMatchObject({ questions: { current: null }, floor: { current: null } })
    given(afterApproval).when('questions.unshow', questionData, 'chair').thenRefused('wrong-status')
  })

  test('[T13] a question is marked as answered, on the screen or not: live, in writing, or to be answered later', () => {
    const live = given(afterShow)
      .when('questions.mark-answered', { ...questionData, answer: 'live' }, 'chair')
      .then([
        { type: 'questions.answered', data: { ...questionData, answer: 'live' } },
        { type: 'floor.ended', data: { turn: toTurnId('answer') } },
      ])
    expect(live).toMatchObject({ questions: { current: null }, floor: { current: null } })
    expect(
      getQuestion(
        given(afterApproval)
          .when('questions.mark-answered', { ...questionData, answer: 'taken-on-notice' }, 'desk')
          .thenState(),
      ),
    ).toMatchObject({ status: 'answered', answer: 'taken-on-notice' })
    given(afterAsk)
      .when('questions.mark-answered', { ...questionData, answer: 'live' }, 'desk')
      .thenRefused('wrong-status')
  })

  test('[T27] a question is assigned to a panellist, and to nobody else', () => {
    const assignee = 'panel' as PersonId
    for (const history of [
      afterAsk,
      afterApproval,
      afterShow,
      [...afterShow, command('chair', 'floor.end', { turn: toTurnId('answer') })],
    ]) {
      const state = given(history)
        .when('questions.assign', { ...questionData, assignee }, 'chair')
        .then([{ type: 'questions.assigned', data: { ...questionData, assignee } }])
      expect(getQuestion(state)?.assignee).toBe(assignee)
      given([], state)
        .when('questions.assign', { ...questionData, assignee }, 'desk')
        .thenNothing()
      expect(
        getQuestion(
          given([], state)
            .when('questions.assign', { ...questionData, assignee: null }, 'desk')
            .thenState(),
        )?.assignee,
      ).toBeNull()
    }
    for (const nobody of ['gov-1', 'chair', 'nobody'])
      given(afterApproval)
        .when('questions.assign', { ...questionData, assignee: nobody as PersonId }, 'chair')
        .thenRefused('no-such-person')
    given([...afterApproval, command('chair', 'people.revoke', { person: assignee })])
      .when('questions.assign', { ...questionData, assignee }, 'chair')
      .thenRefused('no-such-person')
    given([...afterAsk, command('desk', 'questions.decline', { ...questionData, reason: 'time' })])
      .when('questions.assign', { ...questionData, assignee }, 'chair')
      .thenRefused('wrong-status')
  })
})

describe('moved to the queue', () => {
  const floor = (words: string) => [
    openSession,
    command('gov-2', 'questions.ask', { text: words, receipt: null }, { id: 'remote', at: 40 }),
  ]
  const about = { question: toQuestionId('remote') }

  test('[T28] its author joins the queue with the time and the channel of asking, and with its text as the topic', () => {
    for (const history of [floor('Why?\n\nHow?'), [...floor('Why?\n\nHow?'), approve('remote')]]) {
      const state = given(history)
        .when('questions.move-to-queue', about, 'desk', { id: 'stands', at: 300 })
        .then([
          { type: 'questions.moved-to-queue', data: { ...about, by: 'desk' } },
          {
            type: 'queue.joined',
            data: {
              entry: expect.objectContaining({
                id: toEntryId('stands'),
                kind: 'intervention',
                askedAt: afterNoon(40),
                requestChannel: 'remote',
                topic: 'Why? How?',
                speaker: expect.objectContaining({ person: 'gov-2', entity: 'Delegation 2', channel: 'remote' }),
              }),
            },
          },
        ])
      expect(state.questions.all.get(about.question)).toMatchObject({
        status: 'moved-to-queue',
        lastAction: { action: 'moved-to-queue', by: 'desk' },
      })
      expect(state.queue.order.map(({ entry }) => entry)).toEqual([toEntryId('stands')])
    }
  })

  test('[T28] a long text is cut to the length of a topic, between grapheme clusters', () => {
    const getTopic = (words: string) =>
      given(floor(words))
        .when('questions.move-to-queue', about, 'desk', { id: 'stands' })
        .thenState()
        .queue.entries.get(toEntryId('stands'))?.topic
    expect(getTopic('x'.repeat(140))).toBe('x'.repeat(140))
    expect(getTopic('x'.repeat(141))).toBe(`${'x'.repeat(139)}…`)
    expect(getTopic('👩‍👩‍👧‍👦'.repeat(200))).toBe(`${'👩‍👩‍👧‍👦'.repeat(139)}…`)
  })

  test('[T28] is refused if the author already waits, may not ask, or is not recorded, and for a decided question', () => {
    given([...floor('Why?'), command('chair', 'queue.open', {}), join('gov-2')])
      .when('questions.move-to-queue', about, 'desk')
      .thenRefused('already-queued')
    given([...floor('Why?'), command('chair', 'people.revoke', { person: 'gov-2' as PersonId })])
      .when('questions.move-to-queue', about, 'desk')
      .thenRefused('no-such-person')
    given([openSession, askAnonymously('gov-1')], createState(anonymousPlan))
      .when('questions.move-to-queue', questionData, 'desk')
      .thenRefused('author-unknown')
    const hidden = createState({ ...plan, questions: { ...plan.questions, attribution: 'hidden' } })
    given([...floor('Why?'), approve('remote')], hidden)
      .when('questions.move-to-queue', about, 'desk')
      .thenRefused('author-hidden')
    given(floor('Why?'), hidden).when('questions.move-to-queue', about, 'desk').thenState()
    given(afterShow).when('questions.move-to-queue', questionData, 'desk').thenRefused('wrong-status')
    given(afterAsk)
      .when('questions.move-to-queue', { question: toQuestionId('none') }, 'desk')
      .thenRefused('no-such-question')
  })
})
