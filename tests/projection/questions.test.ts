/** The outcome of a question, as seen by each audience, its author and a panellist. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { type Audience, audiences } from '@rostrum/shared/contract/roles'
import { diffViews, projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { makeFinalCounts } from '@rostrum/shared/projection/questions/counts'
import { describe, expect, test } from 'vitest'
import { afterNoon, anonymousPlan, createState, getPerson, plan } from '../support/fixtures.ts'
import { approve, ask, askAnonymously, command, openSession, replay, type SentCommand, toQuestionId } from '../support/given.ts'

const [one, two, three] = ['gov-1-asks', 'civil-1-asks', 'agency-1-asks'].map(toQuestionId) as [never, never, never]
const projectFor = (state: State, audience: Audience = 'public') => projectAudience(state, audience).view
const projectOwn = (state: State, person: string) => projectPerson(state, getPerson(state, person)).view
const afterQuestions = [openSession, ask('gov-1'), ask('civil-1', 'Why so?'), ask('agency-1', 'How?')]
const afterApprovals = [...afterQuestions, approve('gov-1-asks'), approve('civil-1-asks'), approve('agency-1-asks')]
const support = (by: string, question: never): SentCommand => command(by, 'questions.support', { question })
const merge = (into: never, question: never): SentCommand => command('desk', 'questions.merge', { into, question })

describe('support', () => {
  test('[V18] changes only the row of its question', () => {
    const before = replay(afterApprovals)
    const after = replay([support('guest-1', one)], before)
    for (const audience of ['staff', 'podium', 'booth', 'public'] as const)
      expect(diffViews(projectFor(before, audience), projectFor(after, audience))).toEqual([['+', 'support', one, 1]])
    expect(diffViews(projectFor(before, 'display'), projectFor(after, 'display'))).toEqual([])
    expect(projectFor(after).questions).toBe(projectFor(before).questions)
  })

  test('[V18] counts people and their groups, for visible questions only', () => {
    const state = replay([...afterApprovals, support('gov-2', one), support('gov-1b', one), support('civil-1', one)])
    for (const audience of ['staff', 'podium', 'booth', 'public'] as const) {
      expect(Object.keys(projectFor(state, audience).support)).toEqual(Object.keys(projectFor(state, audience).questions))
      expect(projectFor(state, audience).support).toMatchObject({ [one]: 3, [two]: 0 })
      expect(projectFor(state, audience).supportGroups).toEqual({ [one]: ['civil', 'government'] })
    }
    const shown = replay([command('chair', 'questions.show', { question: one, expectedCurrent: null })], state)
    expect(projectFor(shown, 'display').support).toEqual({ [one]: 3 })
    expect(projectFor(shown, 'display').supportGroups).toEqual({ [one]: ['civil', 'government'] })
  })

  test('[T26] for a host question counts distinct people, without its author', () => {
    const history = [
      ...afterApprovals,
      support('private-1', one),
      support('private-1', two),
      support('gov-2', two),
      support('gov-1', two),
      support('civil-1', three),
      merge(two, three),
      merge(one, two),
    ]
    const state = replay(history)
    expect(projectFor(state).support).toEqual({ [one]: 3 })
    expect(projectFor(state).supportGroups).toEqual({ [one]: ['civil', 'government', 'private'] })
    expect(projectFor(state, 'staff').support).toEqual({ [one]: 3, [two]: 3, [three]: 1 })
    expect(projectFor(state, 'staff').supportGroups).toMatchObject({ [two]: ['government', 'private'], [three]: ['civil'] })
    const less = replay([command('gov-2', 'questions.support', { question: one }), support('guest-1', one)], state)
    expect(projectFor(less).support[one]).toBe(4)
  })
})

describe('a merged question', () => {
  test('[V7] disappears for the room; its author sees the host, and gets its answer', () => {
    const state = replay([...afterApprovals, merge(one, two)])
    expect(Object.keys(projectFor(state).questions).sort()).toEqual([three, one].sort())
    expect([projectFor(state).questions[one]?.merged, projectFor(state, 'staff').questions[one]?.merged]).toEqual([1, 1])
    expect(projectFor(state, 'staff').questions[two]?.staff).toMatchObject({
      mergedInto: one,
      lastAction: { action: 'merged', by: 'desk' },
    })
    expect(projectOwn(state, 'civil-1').myQuestions).toMatchObject([
      { id: two, status: 'merged', mergedInto: 1, answer: null, text: 'Why so?' },
    ])
    const answered = replay([command('desk', 'questions.mark-answered', { question: one, answer: 'in-writing' })], state)
    expect(projectOwn(answered, 'civil-1').myQuestions).toMatchObject([{ status: 'merged', mergedInto: 1, answer: 'in-writing' }])
    expect(projectOwn(answered, 'gov-1').myQuestions).toMatchObject([{ status: 'answered', mergedInto: null, answer: 'in-writing' }])
  })

  test('[V7] is not included in the count of the host if it was never published', () => {
    const before = replay([...afterQuestions, approve('gov-1-asks')])
    const after = replay([merge(one, two)], before)
    for (const audience of ['podium', 'public', 'display'] as const)
      expect(diffViews(projectFor(before, audience), projectFor(after, audience))).toEqual([])
    expect(projectFor(after, 'staff').questions[one]?.merged).toBe(1)
  })

  test('[V385] counts its author with the host once the host is answered, for everybody and once for each organization', () => {
    const before = replay([...afterQuestions, ask('gov-1b', 'What, too?'), approve('gov-1-asks'), merge(one, two), merge(one, three)])
    const together = replay([merge(one, toQuestionId('gov-1b-asks') as never)], before)
    for (const audience of audiences) expect(projectFor(together, audience).questions[one]?.alsoAsked ?? 0).toBe(0)
    const shown = replay([command('chair', 'questions.show', { question: one, expectedCurrent: null })], together)
    for (const audience of audiences) expect([audience, projectFor(shown, audience).questions[one]?.alsoAsked]).toEqual([audience, 2])
  })

  test('[V385] counts nobody while authors are hidden', () => {
    const show = command('chair', 'questions.show', { question: one, expectedCurrent: null })
    const hidden = createState({ ...plan, questions: { ...plan.questions, attribution: 'hidden' } })
    const shown = replay([...afterApprovals, merge(one, two), show], hidden)
    expect([projectFor(shown).questions[one]?.alsoAsked, projectFor(shown, 'display').questions[one]?.alsoAsked]).toEqual([0, 0])
  })

  test('[V7] is shown to its author as pending, without the host, as long as the host is not published', () => {
    const before = replay(afterQuestions)
    const after = replay([merge(one, two)], before)
    expect(diffViews(projectOwn(before, 'civil-1'), projectOwn(after, 'civil-1'))).toEqual([])
    const held = replay([...afterQuestions, command('desk', 'questions.hold', { question: two }), merge(one, two)])
    expect(projectOwn(held, 'civil-1').myQuestions).toMatchObject([{ status: 'on-hold', mergedInto: null }])
    const hidden = replay([...afterQuestions, approve('civil-1-asks'), merge(one, two)])
    expect(projectOwn(hidden, 'civil-1').myQuestions).toMatchObject([{ status: 'pending', mergedInto: null }])
    expect(projectOwn(replay([approve('gov-1-asks')], after), 'civil-1').myQuestions).toMatchObject([{ status: 'merged', mergedInto: 1 }])
  })
})

test('[V7] a question that a moderator has removed from the room does not return at the close', () => {
  const history = [
    ...afterApprovals,
    command('desk', 'questions.decline', { question: one, reason: 'conduct' }),
    command('desk', 'questions.reopen', { question: one }),
    command('chair', 'session.close', {}),
  ]
  const state = replay(history)
  expect(Object.keys(projectFor(state).questions).sort()).toEqual([three, two].sort())
  expect(projectFor(state, 'staff').questions[one]).toMatchObject({ status: 'not-reached', number: 1 })
})

test('[T20] the original text is shown to its author and the staff; the room sees that a moderator has edited it', () => {
  const state = replay([...afterApprovals, command('chair', 'questions.edit', { question: one, text: 'When?', expectedText: 'Why?' })])
  expect(projectFor(state).questions[one]).toMatchObject({ text: 'When?', edited: true })
  expect(projectFor(state).questions[two]?.edited).toBe(false)
  for (const audience of ['podium', 'public', 'display'] as const)
    expect(JSON.stringify(projectFor(state, audience))).not.toContain('"Why?"')
  expect(projectFor(state, 'staff').questions[one]?.staff).toMatchObject({
    original: 'Why?',
    lastAction: { action: 'edited', by: 'chair' },
  })
  expect(projectOwn(state, 'gov-1').myQuestions).toMatchObject([{ text: 'When?', original: 'Why?' }])
})

test('[T5] the staff see who decided what, and when', () => {
  const state = replay([openSession, ask('gov-1'), command('chair', 'questions.hold', { question: one }, { at: 90 })])
  expect(projectFor(state, 'staff').questions[one]?.staff?.lastAction).toEqual({ action: 'held', by: 'chair', at: afterNoon(90) })
})

test('[T27] a panellist sees what is assigned to them, once it is published, and nobody else does', () => {
  const assignee = 'panel' as PersonId
  const put = [...afterQuestions, command('chair', 'questions.assign', { question: one, assignee })]
  expect(projectOwn(replay(put), 'panel').assignedToMe).toEqual([])
  const state = replay([...put, approve('gov-1-asks')])
  expect([
    projectOwn(state, 'panel').assignedToMe,
    projectOwn(state, 'gov-1').assignedToMe,
    projectOwn(state, 'chair').assignedToMe,
  ]).toEqual([[one], [], []])
  expect(audiences.filter((audience) => JSON.stringify(projectFor(state, audience)).includes('"assignee":"panel"'))).toEqual(['staff'])
})

test('[T22] before asking, people see whether questions are moderated, the length, the cap, and how they will appear', () => {
  const start = createState({ ...plan, questions: { ...plan.questions, attribution: 'hidden', cap: 3 } })
  for (const audience of audiences)
    expect(projectFor(start, audience).questionRules).toEqual({ moderated: true, length: 280, cap: 3, attribution: 'hidden' })
  const off = replay([command('desk', 'questions.set-moderation', { moderation: 'none', expectedModeration: 'before' })], start)
  expect(projectFor(off).questionRules.moderated).toBe(false)
})

test('[V8] if authors are not recorded, nobody sees them', () => {
  const state = replay([openSession, askAnonymously('gov-1'), approve('gov-1-asks')], createState(anonymousPlan))
  for (const audience of ['staff', 'podium', 'booth', 'public'] as const)
    expect(projectFor(state, audience).questions[one]).toMatchObject({ from: null })
  expect(projectOwn(state, 'gov-1').myQuestions).toEqual([])
})

test('[T29] the counts are for the staff only, and for everybody after the close', () => {
  const history = [
    ...afterApprovals,
    ask('private-1', 'Who?'),
    ask('guest-1', 'Where?'),
    command('desk', 'questions.decline', { question: toQuestionId('guest-1-asks'), reason: 'conduct' }),
    merge(one, two),
    command('chair', 'questions.mark-answered', { question: one, answer: 'live' }),
  ]
  const state = replay(history)
  const so = {
    received: 5,
    pending: 1,
    published: 1,
    merged: 1,
    movedToQueue: 0,
    withdrawn: 0,
    declined: { 'off-topic': 0, duplicate: 0, 'not-a-question': 0, conduct: 1, time: 0 },
    answered: { live: 1, 'in-writing': 0, 'taken-on-notice': 0 },
    notReached: 0,
  }
  expect(projectFor(state, 'staff').questionCounts).toEqual(so)
  for (const audience of ['podium', 'public', 'display'] as const) expect('questionCounts' in projectFor(state, audience)).toBe(false)
  const closed = replay([command('chair', 'session.close', {})], state)
  const atTheEnd = { ...so, pending: 0, published: 0, notReached: 2 }
  expect(projectFor(closed, 'staff').questionCounts).toEqual(atTheEnd)
  for (const audience of ['podium', 'public', 'display'] as const) {
    expect('questionCounts' in projectFor(closed, audience)).toBe(false)
    expect(makeFinalCounts(closed, audience)).toEqual({ finalQuestionCounts: atTheEnd })
  }
})
