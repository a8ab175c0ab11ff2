/** What becomes of a question, as each audience, its author and a panellist see it. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { type Audience, audiences } from '@rostrum/shared/contract/roles'
import { type AnyView, diff } from '@rostrum/shared/projection/delta'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import { describe, expect, test } from 'vitest'
import { founded, personIn, plan, sinceNoon, unattributed } from '../support/fixtures.ts'
import { approves, asks, asksUnnamed, open, questionOf, type Said, said, stateAfter } from '../support/given.ts'

const [one, two, three] = ['gov-1-asks', 'civil-1-asks', 'agency-1-asks'].map(questionOf) as [never, never, never]
const seen = (state: State, audience: Audience = 'public') => projectAudience(state, audience).view
const own = (state: State, person: string) => projectPerson(state, personIn(state, person)).view
const asked = [open, asks('gov-1'), asks('civil-1', 'Why so?'), asks('agency-1', 'How?')]
const published = [...asked, approves('gov-1-asks'), approves('civil-1-asks'), approves('agency-1-asks')]
const supports = (by: string, question: never): Said => said(by, 'questions.support', { question })
const merge = (into: never, question: never): Said => said('desk', 'questions.merge', { into, question })

describe('support', () => {
  test('[V18] sends the row of its count alone', () => {
    const before = stateAfter(published)
    const after = stateAfter([supports('guest-1', one)], before)
    for (const audience of ['staff', 'podium', 'public'] as const)
      expect(diff(seen(before, audience) as AnyView, seen(after, audience) as AnyView)).toEqual([
        ['+', 'support', one, { total: 1, groups: [] }],
      ])
    expect(diff(seen(before, 'display') as AnyView, seen(after, 'display') as AnyView)).toEqual([])
    expect(seen(after).questions).toBe(seen(before).questions)
  })

  test('[V18] is there for the questions that are there, as people and their groups', () => {
    const state = stateAfter([...published, supports('gov-2', one), supports('gov-1b', one), supports('civil-1', one)])
    for (const audience of ['staff', 'podium', 'public'] as const) {
      expect(Object.keys(seen(state, audience).support)).toEqual(Object.keys(seen(state, audience).questions))
      expect(seen(state, audience).support[one]).toEqual({ total: 3, groups: ['civil', 'government'] })
      expect(seen(state, audience).support[two]).toEqual({ total: 0, groups: [] })
    }
    const shown = stateAfter([said('chair', 'questions.show', { question: one, expectedCurrent: null })], state)
    expect(seen(shown, 'display').support).toEqual({ [one]: { total: 3, groups: ['civil', 'government'] } })
  })

  test('[T26] of one that others are asked with: distinct people, less its own author', () => {
    const history = [
      ...published,
      supports('private-1', one),
      supports('private-1', two),
      supports('gov-2', two),
      supports('gov-1', two),
      supports('civil-1', three),
      merge(two, three),
      merge(one, two),
    ]
    const state = stateAfter(history)
    expect(seen(state).support).toEqual({ [one]: { total: 3, groups: ['civil', 'government', 'private'] } })
    expect(seen(state, 'staff').support).toEqual({
      [one]: { total: 3, groups: ['civil', 'government', 'private'] },
      [two]: { total: 3, groups: ['government', 'private'] },
      [three]: { total: 1, groups: ['civil'] },
    })
    const less = stateAfter([said('gov-2', 'questions.support', { question: one }), supports('guest-1', one)], state)
    expect(seen(less).support[one]?.total).toBe(4)
  })
})

describe('one asked with another', () => {
  test('[V7] leaves the view of the room; its author is told of the one that stands, and gets its answer', () => {
    const state = stateAfter([...published, merge(one, two)])
    expect(Object.keys(seen(state).questions).sort()).toEqual([three, one].sort())
    expect([seen(state).questions[one]?.merged, seen(state, 'staff').questions[one]?.merged]).toEqual([1, 1])
    expect(seen(state, 'staff').questions[two]?.desk).toMatchObject({ into: one, decided: { what: 'merged', role: 'secretariat' } })
    expect(own(state, 'civil-1').myQuestions).toMatchObject([{ id: two, status: 'merged', into: 1, answer: null, text: 'Why so?' }])
    const answered = stateAfter([said('desk', 'questions.settle', { question: one, answer: 'in-writing' })], state)
    expect(own(answered, 'civil-1').myQuestions).toMatchObject([{ status: 'merged', into: 1, answer: 'in-writing' }])
    expect(own(answered, 'gov-1').myQuestions).toMatchObject([{ status: 'answered', into: null, answer: 'in-writing' }])
  })

  test('[V7] that was never published does not show in the count of the one that stands', () => {
    const before = stateAfter([...asked, approves('gov-1-asks')])
    const after = stateAfter([merge(one, two)], before)
    for (const audience of ['podium', 'public', 'display'] as const)
      expect(diff(seen(before, audience) as AnyView, seen(after, audience) as AnyView)).toEqual([])
    expect(seen(after, 'staff').questions[one]?.merged).toBe(1)
  })

  test('[V7] its author is not told of one that is not published: theirs waits', () => {
    const before = stateAfter(asked)
    const after = stateAfter([merge(one, two)], before)
    expect(diff(own(before, 'civil-1') as AnyView, own(after, 'civil-1') as AnyView)).toEqual([])
    const held = stateAfter([...asked, said('desk', 'questions.hold', { question: two }), merge(one, two)])
    expect(own(held, 'civil-1').myQuestions).toMatchObject([{ status: 'on-hold', into: null }])
    const hidden = stateAfter([...asked, approves('civil-1-asks'), merge(one, two)])
    expect(own(hidden, 'civil-1').myQuestions).toMatchObject([{ status: 'pending', into: null }])
    expect(own(stateAfter([approves('gov-1-asks')], after), 'civil-1').myQuestions).toMatchObject([{ status: 'merged', into: 1 }])
  })
})

test('[V7] what a moderator took back from the room does not come back with the close', () => {
  const history = [
    ...published,
    said('desk', 'questions.decline', { question: one, reason: 'conduct' }),
    said('desk', 'questions.reopen', { question: one }),
    said('chair', 'session.close', {}),
  ]
  const state = stateAfter(history)
  expect(Object.keys(seen(state).questions).sort()).toEqual([three, two].sort())
  expect(seen(state, 'staff').questions[one]).toMatchObject({ status: 'not-reached', number: 1 })
})

test('[T20] what was asked is shown to its author and the staff; the room sees that a moderator has changed it', () => {
  const state = stateAfter([...published, said('chair', 'questions.edit', { question: one, text: 'When?', expectedText: 'Why?' })])
  expect(seen(state).questions[one]).toMatchObject({ text: 'When?', edited: true })
  expect(seen(state).questions[two]?.edited).toBe(false)
  for (const audience of ['podium', 'public', 'display'] as const) expect(JSON.stringify(seen(state, audience))).not.toContain('"Why?"')
  expect(seen(state, 'staff').questions[one]?.desk).toMatchObject({ original: 'Why?', decided: { what: 'edited', role: 'chair' } })
  expect(own(state, 'gov-1').myQuestions).toMatchObject([{ text: 'When?', original: 'Why?' }])
})

test('[T5] the staff see who decided what, and when', () => {
  const state = stateAfter([open, asks('gov-1'), said('chair', 'questions.hold', { question: one }, { at: 90 })])
  expect(seen(state, 'staff').questions[one]?.desk?.decided).toEqual({ what: 'held', role: 'chair', at: sinceNoon(90) })
})

test('[T27] a panellist is told what is put to them, once it is published, and nobody else is', () => {
  const to = 'panel' as PersonId
  const put = [...asked, said('chair', 'questions.put', { question: one, to })]
  expect(own(stateAfter(put), 'panel').myPut).toEqual([])
  const state = stateAfter([...put, approves('gov-1-asks')])
  expect([own(state, 'panel').myPut, own(state, 'gov-1').myPut, own(state, 'chair').myPut]).toEqual([[one], [], []])
  expect(audiences.filter((audience) => JSON.stringify(seen(state, audience)).includes('"to":"panel"'))).toEqual(['staff'])
})

test('[T22] before they ask, people know whether a moderator sees it first, how long it may be, how many, and how it will appear', () => {
  const start = founded({ ...plan, questions: { ...plan.questions, attribution: 'hidden', cap: 3 } })
  for (const audience of audiences)
    expect(seen(start, audience).asking).toEqual({ moderated: true, length: 280, cap: 3, attribution: 'hidden' })
  const off = stateAfter([said('desk', 'questions.moderate', { moderation: 'none', expectedModeration: 'before' })], start)
  expect(seen(off).asking.moderated).toBe(false)
})

test('[V8] where authors are not kept, nobody is told them', () => {
  const state = stateAfter([open, asksUnnamed('gov-1'), approves('gov-1-asks')], founded(unattributed))
  for (const audience of ['staff', 'podium', 'public'] as const) expect(seen(state, audience).questions[one]).toMatchObject({ from: null })
  expect(own(state, 'gov-1').myQuestions).toEqual([])
})

test('[T29] the figures are for the staff, and for everybody after the close', () => {
  const history = [
    ...published,
    asks('private-1', 'Who?'),
    asks('guest-1', 'Where?'),
    said('desk', 'questions.decline', { question: questionOf('guest-1-asks'), reason: 'conduct' }),
    merge(one, two),
    said('chair', 'questions.settle', { question: one, answer: 'live' }),
  ]
  const state = stateAfter(history)
  const so = {
    received: 5,
    pending: 1,
    published: 1,
    merged: 1,
    toFloor: 0,
    withdrawn: 0,
    declined: { 'off-topic': 0, duplicate: 0, 'not-a-question': 0, conduct: 1, time: 0 },
    answered: { live: 1, 'in-writing': 0, 'taken-on-notice': 0 },
    notReached: 0,
  }
  expect(seen(state, 'staff').questionCounts).toEqual(so)
  for (const audience of ['podium', 'public', 'display'] as const) expect('questionCounts' in seen(state, audience)).toBe(false)
  const closed = stateAfter([said('chair', 'session.close', {})], state)
  for (const audience of audiences)
    expect(seen(closed, audience).questionCounts).toEqual({ ...so, pending: 0, published: 0, notReached: 2 })
})
