import type { PersonId, SegmentId } from '@rostrum/shared/contract/ids'
import type { CommandData, State } from '@rostrum/shared/contract/registry'
import { describe, expect, test } from 'vitest'
import { afterNoon, createState, plan } from '../support/fixtures.ts'
import { approve, ask, command, given, openSession, toQuestionId } from '../support/given.ts'

const question = toQuestionId('gov-1-asks')
const questionData = { question }
const afterAsk = [openSession, ask('gov-1')]
const afterApproval = [...afterAsk, approve('gov-1-asks')]
const decline = command('desk', 'questions.decline', { ...questionData, reason: 'off-topic' })
const closeSession = command('chair', 'session.close', {})
const showQuestion = command('chair', 'questions.show', { question, expectedCurrent: null }, { id: 'answer' })
const getQuestion = (state: State, id = question) => state.questions.all.get(id)
const getStatus = (state: State, id: string) => getQuestion(state, toQuestionId(id))?.status

describe('deciding', () => {
  test('[T4] publishing a question gives it the next number, which it keeps', () => {
    const state = given([...afterApproval, ask('civil-1')])
      .when('questions.approve', { question: toQuestionId('civil-1-asks') }, 'desk')
      .then([{ type: 'questions.approved', data: { question: toQuestionId('civil-1-asks'), by: 'desk' } }])
    expect([...state.questions.all.values()].map(({ number }) => number)).toEqual([1, 2])
    expect(
      getQuestion(
        given([...afterApproval, showQuestion])
          .when('questions.unshow', questionData, 'chair')
          .thenState(),
      ),
    ).toMatchObject({ number: 1, status: 'approved' })
  })

  test('[T5] a decision is taken once: the second moderator is refused', () => {
    given(afterApproval).when('questions.approve', questionData, 'desk').thenRefused('wrong-status')
    given(afterApproval).when('questions.hold', questionData, 'desk').thenRefused('wrong-status')
    given([...afterAsk, decline])
      .when('questions.decline', { ...questionData, reason: 'duplicate' }, 'chair')
      .thenRefused('wrong-status')
    for (const type of ['questions.approve', 'questions.hold', 'questions.reopen', 'questions.unmerge', 'questions.move-to-queue'] as const)
      given(afterAsk)
        .when(type, { question: toQuestionId('none') }, 'desk')
        .thenRefused('no-such-question')
  })

  test('[T5] a question records who took the last decision, and when', () => {
    const at = 200
    const bySecretariat = { by: 'desk' as PersonId, at: afterNoon(at) }
    const getLastAction = (history: typeof afterAsk, type: 'questions.approve' | 'questions.hold' | 'questions.reopen') =>
      getQuestion(given(history).when(type, questionData, 'desk', { at }).thenState())?.lastAction
    expect(getQuestion(given(afterAsk).getState())?.lastAction).toBeNull()
    expect(getLastAction(afterAsk, 'questions.approve')).toEqual({ action: 'approved', ...bySecretariat })
    expect(getLastAction(afterAsk, 'questions.hold')).toEqual({ action: 'held', ...bySecretariat })
    expect(getLastAction([...afterAsk, decline], 'questions.reopen')).toEqual({ action: 'reopened', ...bySecretariat })
    const free = createState({ ...plan, questions: { ...plan.questions, moderation: 'none' } })
    expect(getQuestion(given(afterAsk, free).getState())?.lastAction).toBeNull()
  })

  test('[T6] a question can be declined with a reason, even after it was published, and can be put on hold', () => {
    for (const history of [afterAsk, afterApproval]) {
      const state = given(history)
        .when('questions.decline', { ...questionData, reason: 'off-topic' }, 'desk', { at: 200 })
        .then([{ type: 'questions.declined', data: { ...questionData, reason: 'off-topic', by: 'desk' } }])
      expect(getQuestion(state)).toMatchObject({
        status: 'declined',
        reason: 'off-topic',
        closedAt: afterNoon(200),
        lastAction: { action: 'declined' },
      })
    }
    const held = given(afterAsk)
      .when('questions.hold', questionData, 'desk')
      .then([{ type: 'questions.held', data: { ...questionData, by: 'desk' } }])
    given([], held).when('questions.hold', questionData, 'chair').thenNothing()
    given([], held).when('questions.approve', questionData, 'chair').thenState()
  })

  test('[T18] several are approved at once: each undecided question, once', () => {
    const three = [...afterAsk, ask('civil-1'), ask('agency-1'), approve('civil-1-asks')]
    const ids = ['gov-1-asks', 'civil-1-asks', 'gov-1-asks', 'none', 'agency-1-asks'].map(toQuestionId)
    const state = given(three)
      .when('questions.decide-all', { questions: ids, decision: { kind: 'approve' } }, 'desk')
      .then(['gov-1-asks', 'agency-1-asks'].map((id) => ({ type: 'questions.approved', data: { question: toQuestionId(id), by: 'desk' } })))
    expect([...state.questions.all.values()].map(({ number }) => number)).toEqual([2, 1, 3])
    given([], state)
      .when('questions.decide-all', { questions: ids, decision: { kind: 'approve' } }, 'chair')
      .thenRefused('wrong-status')
  })

  test.each([
    [{ kind: 'hold' }, ['questions.held'], 'on-hold'],
    [{ kind: 'decline', reason: 'duplicate' }, ['questions.declined'], 'declined'],
    [{ kind: 'merge', into: toQuestionId('civil-1-asks') }, ['questions.merged'], 'merged'],
    [{ kind: 'about', segment: plan.segments[1]?.id ?? null }, ['questions.labelled'], 'pending'],
  ] as const)('[T36] several get one decision: %o', (decision, types, status) => {
    const three = [...afterAsk, ask('civil-1'), ask('agency-1'), approve('civil-1-asks')]
    const ids = ['gov-1-asks', 'civil-1-asks', 'none', 'agency-1-asks'].map(toQuestionId)
    const state = given(three).when('questions.decide-all', { questions: ids, decision }, 'desk').thenState()
    expect(['gov-1-asks', 'civil-1-asks', 'agency-1-asks'].map((id) => getStatus(state, id))).toEqual([status, 'approved', status])
    expect(types).toHaveLength(1)
  })

  test('[T36] many are merged into one: each supporter counts once, and what was merged into them goes along', () => {
    const merged = given([...afterAsk, ask('civil-1'), ask('agency-1'), ask('private-1')])
      .when('questions.merge', { into: toQuestionId('agency-1-asks'), question: toQuestionId('private-1-asks') }, 'desk')
      .thenState()
    const ids = ['gov-1-asks', 'civil-1-asks', 'agency-1-asks'].map(toQuestionId)
    const state = given([], merged)
      .when('questions.decide-all', { questions: ids, decision: { kind: 'merge', into: toQuestionId('gov-1-asks') } }, 'desk')
      .thenState()
    const into = ['civil-1-asks', 'agency-1-asks', 'private-1-asks'].map((id) => state.questions.all.get(toQuestionId(id))?.mergedInto)
    expect(into).toEqual(ids.map(() => toQuestionId('gov-1-asks')))
  })

  test('[T36] a segment that is not in the agenda, and a question that cannot take others, refuse the whole', () => {
    const decideAll = (decision: CommandData<'questions.decide-all'>['decision']) =>
      given(afterAsk).when('questions.decide-all', { questions: [questionData.question], decision }, 'desk')
    decideAll({ kind: 'about', segment: 'nowhere' as SegmentId }).thenRefused('no-such-segment')
    decideAll({ kind: 'merge', into: toQuestionId('none') }).thenRefused('no-such-question')
    decideAll({ kind: 'merge', into: questionData.question }).thenNothing()
  })

  test('[T19] a declined question can be reopened, and keeps its number', () => {
    const state = given([...afterApproval, decline])
      .when('questions.reopen', questionData, 'chair')
      .then([{ type: 'questions.reopened', data: { ...questionData, by: 'chair' } }])
    expect(getQuestion(state)).toMatchObject({ status: 'pending', number: 1, reason: null, closedAt: null })
    expect(getQuestion(given([], state).when('questions.approve', questionData, 'desk').thenState())?.number).toBe(1)
    given(afterApproval).when('questions.reopen', questionData, 'chair').thenRefused('wrong-status')
    given([...afterAsk, decline, closeSession])
      .when('questions.reopen', questionData, 'chair')
      .thenRefused('session-closed')
  })
})

describe('the text of a question', () => {
  const edit = { ...questionData, text: 'How?', expectedText: 'Why?' }

  test('[T20] can be edited while the question is open, and the original is kept', () => {
    for (const history of [
      afterAsk,
      afterApproval,
      [...afterApproval, showQuestion],
      [...afterAsk, command('desk', 'questions.hold', questionData)],
    ]) {
      const state = given(history)
        .when('questions.edit', edit, 'desk')
        .then([{ type: 'questions.edited', data: { ...questionData, text: 'How?', by: 'desk' } }])
      expect(getQuestion(state)).toMatchObject({ text: 'How?', original: 'Why?', lastAction: { action: 'edited', by: 'desk' } })
      const before = given(history).getState()
      expect([getQuestion(state)?.status, state.questions.current]).toEqual([getQuestion(before)?.status, before.questions.current])
      const twice = given([], state)
        .when('questions.edit', { ...questionData, text: 'Where?', expectedText: 'How?' }, 'chair')
        .thenState()
      expect(getQuestion(twice)).toMatchObject({ text: 'Where?', original: 'Why?' })
      const back = given([], twice)
        .when('questions.edit', { ...questionData, text: 'Why?', expectedText: 'Where?' }, 'chair')
        .thenState()
      expect(getQuestion(back)).toMatchObject({ text: 'Why?', original: null })
    }
    given([...afterAsk, decline])
      .when('questions.edit', edit, 'desk')
      .thenRefused('wrong-status')
  })

  test('[T20] can be edited only by a moderator who sees the current text; the same text again changes nothing', () => {
    const edited = [...afterAsk, command('desk', 'questions.edit', edit)]
    given(edited).when('questions.edit', edit, 'chair').thenNothing()
    given(edited)
      .when('questions.edit', { ...edit, text: 'Where?' }, 'chair')
      .thenRefused('conflict')
  })

  test('[T2] has the same length limit after an edit', () => {
    given(afterAsk)
      .when('questions.edit', { ...edit, text: 'x'.repeat(281) }, 'desk')
      .thenRefused('text-too-long')
  })

  test('[T21] can be labelled with a segment and with tags, each once, even after the close', () => {
    const label = { ...questionData, segment: 'topic' as SegmentId, tags: ['Access', 'Skills', 'Access'] }
    for (const history of [afterAsk, afterApproval, [...afterAsk, decline], [...afterAsk, closeSession]]) {
      const state = given(history)
        .when('questions.label', label, 'desk')
        .then([{ type: 'questions.labelled', data: { ...label, tags: ['Access', 'Skills'] } }])
      expect(getQuestion(state)).toMatchObject({ segment: 'topic', tags: ['Access', 'Skills'] })
      given([], state).when('questions.label', label, 'chair').thenNothing()
      given([], state)
        .when('questions.label', { ...questionData, segment: null, tags: [] }, 'chair')
        .thenState()
    }
    given(afterAsk)
      .when('questions.label', { ...label, segment: 'none' as SegmentId }, 'desk')
      .thenRefused('no-such-segment')
    given(afterAsk)
      .when('questions.label', { ...label, question: toQuestionId('none') }, 'desk')
      .thenRefused('no-such-question')
  })
})

describe('the moderation switch', () => {
  const off = { moderation: 'none', expectedModeration: 'before' } as const
  const on = { moderation: 'before', expectedModeration: 'none' } as const

  test('[T22] applies to questions asked from then on', () => {
    const state = given(afterAsk)
      .when('questions.set-moderation', off, 'desk')
      .then([{ type: 'questions.moderation-set', data: { moderation: 'none' } }])
    const next = given([ask('civil-1')], state).getState()
    expect([...next.questions.all.values()].map(({ status }) => status)).toEqual(['pending', 'approved'])
    const back = given([command('chair', 'questions.set-moderation', on), ask('agency-1')], next).getState()
    expect([...back.questions.all.values()].map(({ status }) => status)).toEqual(['pending', 'approved', 'pending'])
  })

  test('[T22] works before the opening too, and until the close, if the sender sees the current setting', () => {
    const state = given([]).when('questions.set-moderation', off, 'desk').thenState()
    given([], state).when('questions.set-moderation', off, 'chair').thenNothing()
    given([]).when('questions.set-moderation', { moderation: 'none', expectedModeration: 'none' }, 'chair').thenRefused('conflict')
    given([openSession, closeSession]).when('questions.set-moderation', off, 'chair').thenRefused('session-closed')
  })

  test('[T22] starts as in the plan', () => {
    for (const moderation of ['none', 'before'] as const)
      expect(createState({ ...plan, questions: { ...plan.questions, moderation } }).questions.moderation).toBe(moderation)
  })
})
