import type { PersonId, SegmentId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { describe, expect, test } from 'vitest'
import { founded, plan, sinceNoon } from '../support/fixtures.ts'
import { approves, asks, given, open, questionOf, said } from '../support/given.ts'

const question = questionOf('gov-1-asks')
const one = { question }
const asked = [open, asks('gov-1')]
const approved = [...asked, approves('gov-1-asks')]
const declines = said('desk', 'questions.decline', { ...one, reason: 'off-topic' })
const closes = said('chair', 'session.close', {})
const shows = said('chair', 'questions.show', { question, expectedCurrent: null }, { id: 'answer' })
const get = (state: State, id = question) => state.questions.all.get(id)

describe('deciding', () => {
  test('[T4] publishing gives the next number, which stays', () => {
    const state = given([...approved, asks('civil-1')])
      .when('questions.approve', { question: questionOf('civil-1-asks') }, 'desk')
      .then([{ type: 'questions.approved', data: { question: questionOf('civil-1-asks'), by: 'desk' } }])
    expect([...state.questions.all.values()].map(({ number }) => number)).toEqual([1, 2])
    expect(
      get(
        given([...approved, shows])
          .when('questions.unshow', one, 'chair')
          .thenState(),
      ),
    ).toMatchObject({ number: 1, status: 'approved' })
  })

  test('[T5] a decision is taken once: the second moderator is told', () => {
    given(approved).when('questions.approve', one, 'desk').thenRefused('not-decided-here')
    given(approved).when('questions.hold', one, 'desk').thenRefused('not-decided-here')
    given([...asked, declines])
      .when('questions.decline', { ...one, reason: 'duplicate' }, 'chair')
      .thenRefused('not-decided-here')
    for (const type of ['questions.approve', 'questions.hold', 'questions.reopen', 'questions.unmerge', 'questions.to-floor'] as const)
      given(asked)
        .when(type, { question: questionOf('none') }, 'desk')
        .thenRefused('no-such-question')
  })

  test('[T5] who decided what last, and when, is kept with it', () => {
    const at = 200
    const desk = { by: 'desk' as PersonId, at: sinceNoon(at) }
    const decided = (history: typeof asked, type: 'questions.approve' | 'questions.hold' | 'questions.reopen') =>
      get(given(history).when(type, one, 'desk', { at }).thenState())?.decided
    expect(get(given(asked).thenSo())?.decided).toBeNull()
    expect(decided(asked, 'questions.approve')).toEqual({ what: 'approved', ...desk })
    expect(decided(asked, 'questions.hold')).toEqual({ what: 'held', ...desk })
    expect(decided([...asked, declines], 'questions.reopen')).toEqual({ what: 'reopened', ...desk })
    const free = founded({ ...plan, questions: { ...plan.questions, moderation: 'none' } })
    expect(get(given(asked, free).thenSo())?.decided).toBeNull()
  })

  test('[T6] a question is declined with a reason, also after it was published, and held', () => {
    for (const history of [asked, approved]) {
      const state = given(history)
        .when('questions.decline', { ...one, reason: 'off-topic' }, 'desk', { at: 200 })
        .then([{ type: 'questions.declined', data: { ...one, reason: 'off-topic', by: 'desk' } }])
      expect(get(state)).toMatchObject({
        status: 'declined',
        reason: 'off-topic',
        settledAt: sinceNoon(200),
        decided: { what: 'declined' },
      })
    }
    const held = given(asked)
      .when('questions.hold', one, 'desk')
      .then([{ type: 'questions.held', data: { ...one, by: 'desk' } }])
    given([], held).when('questions.hold', one, 'chair').thenNothing()
    given([], held).when('questions.approve', one, 'chair').thenState()
  })

  test('[T18] several are approved at once: those that are still undecided, each once', () => {
    const three = [...asked, asks('civil-1'), asks('agency-1'), approves('civil-1-asks')]
    const ids = ['gov-1-asks', 'civil-1-asks', 'gov-1-asks', 'none', 'agency-1-asks'].map(questionOf)
    const state = given(three)
      .when('questions.approve-all', { questions: ids }, 'desk')
      .then(['gov-1-asks', 'agency-1-asks'].map((id) => ({ type: 'questions.approved', data: { question: questionOf(id), by: 'desk' } })))
    expect([...state.questions.all.values()].map(({ number }) => number)).toEqual([2, 1, 3])
    given([], state).when('questions.approve-all', { questions: ids }, 'chair').thenRefused('not-decided-here')
  })

  test('[T19] a declined question is open again, and keeps its number', () => {
    const state = given([...approved, declines])
      .when('questions.reopen', one, 'chair')
      .then([{ type: 'questions.reopened', data: { ...one, by: 'chair' } }])
    expect(get(state)).toMatchObject({ status: 'pending', number: 1, reason: null, settledAt: null })
    expect(get(given([], state).when('questions.approve', one, 'desk').thenState())?.number).toBe(1)
    given(approved).when('questions.reopen', one, 'chair').thenRefused('not-decided-here')
    given([...asked, declines, closes])
      .when('questions.reopen', one, 'chair')
      .thenRefused('session-closed')
  })
})

describe('the words of a question', () => {
  const edit = { ...one, text: 'How?', expectedText: 'Why?' }

  test('[T20] they are changed while it is open, and what was asked is kept', () => {
    for (const history of [asked, approved, [...approved, shows], [...asked, said('desk', 'questions.hold', one)]]) {
      const state = given(history)
        .when('questions.edit', edit, 'desk')
        .then([{ type: 'questions.edited', data: { ...one, text: 'How?', by: 'desk' } }])
      expect(get(state)).toMatchObject({ text: 'How?', original: 'Why?', decided: { what: 'edited', by: 'desk' } })
      const before = given(history).thenSo()
      expect([get(state)?.status, state.questions.current]).toEqual([get(before)?.status, before.questions.current])
      const twice = given([], state)
        .when('questions.edit', { ...one, text: 'Where?', expectedText: 'How?' }, 'chair')
        .thenState()
      expect(get(twice)).toMatchObject({ text: 'Where?', original: 'Why?' })
      const back = given([], twice)
        .when('questions.edit', { ...one, text: 'Why?', expectedText: 'Where?' }, 'chair')
        .thenState()
      expect(get(back)).toMatchObject({ text: 'Why?', original: null })
    }
    given([...asked, declines])
      .when('questions.edit', edit, 'desk')
      .thenRefused('not-decided-here')
  })

  test('[T20] against those that the moderator sees; the same words twice are once', () => {
    const edited = [...asked, said('desk', 'questions.edit', edit)]
    given(edited).when('questions.edit', edit, 'chair').thenNothing()
    given(edited)
      .when('questions.edit', { ...edit, text: 'Where?' }, 'chair')
      .thenRefused('moved-on')
  })

  test('[T2] edited, it is no longer than it may be asked', () => {
    given(asked)
      .when('questions.edit', { ...edit, text: 'x'.repeat(281) }, 'desk')
      .thenRefused('text-too-long')
  })

  test('[T21] it is labelled with a part of the agenda and with tags, each once, also after the close', () => {
    const label = { ...one, segment: 'topic' as SegmentId, tags: ['Access', 'Skills', 'Access'] }
    for (const history of [asked, approved, [...asked, declines], [...asked, closes]]) {
      const state = given(history)
        .when('questions.label', label, 'desk')
        .then([{ type: 'questions.labelled', data: { ...label, tags: ['Access', 'Skills'] } }])
      expect(get(state)).toMatchObject({ segment: 'topic', tags: ['Access', 'Skills'] })
      given([], state).when('questions.label', label, 'chair').thenNothing()
      given([], state)
        .when('questions.label', { ...one, segment: null, tags: [] }, 'chair')
        .thenState()
    }
    given(asked)
      .when('questions.label', { ...label, segment: 'none' as SegmentId }, 'desk')
      .thenRefused('no-such-segment')
    given(asked)
      .when('questions.label', { ...label, question: questionOf('none') }, 'desk')
      .thenRefused('no-such-question')
  })
})

describe('the switch', () => {
  const off = { moderation: 'none', expectedModeration: 'before' } as const
  const on = { moderation: 'before', expectedModeration: 'none' } as const

  test('[T22] counts for what is asked from then on', () => {
    const state = given(asked)
      .when('questions.moderate', off, 'desk')
      .then([{ type: 'questions.moderated', data: { moderation: 'none' } }])
    const next = given([asks('civil-1')], state).thenSo()
    expect([...next.questions.all.values()].map(({ status }) => status)).toEqual(['pending', 'approved'])
    const back = given([said('chair', 'questions.moderate', on), asks('agency-1')], next).thenSo()
    expect([...back.questions.all.values()].map(({ status }) => status)).toEqual(['pending', 'approved', 'pending'])
  })

  test('[T22] before the opening too, until the close, against what the driver sees', () => {
    const state = given([]).when('questions.moderate', off, 'desk').thenState()
    given([], state).when('questions.moderate', off, 'chair').thenNothing()
    given([]).when('questions.moderate', { moderation: 'none', expectedModeration: 'none' }, 'chair').thenRefused('moved-on')
    given([open, closes]).when('questions.moderate', off, 'chair').thenRefused('session-closed')
  })

  test('[T22] it begins as the plan has it', () => {
    for (const moderation of ['none', 'before'] as const)
      expect(founded({ ...plan, questions: { ...plan.questions, moderation } }).questions.moderation).toBe(moderation)
  })
})
