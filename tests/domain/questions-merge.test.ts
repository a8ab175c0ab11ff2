import type { State } from '@rostrum/shared/contract/registry'
import { describe, expect, test } from 'vitest'
import { approve, ask, command, given, openSession, type SentCommand, toQuestionId } from '../support/given.ts'

const [host, child, third] = ['host', 'child', 'third'].map(toQuestionId) as [never, never, never]
const afterQuestions = [
  openSession,
  ask('gov-1', 'Why?', 'host'),
  ask('civil-1', 'Why so?', 'child'),
  ask('agency-1', 'For what reason?', 'third'),
]
const merge = (into: never, question: never): SentCommand => command('desk', 'questions.merge', { into, question })
const getStatus = ({ questions }: State, id: never) => questions.all.get(id)?.status
const getMergedInto = ({ questions }: State, id: never) => questions.all.get(id)?.mergedInto ?? null

describe('merging', () => {
  test('[T23] a merged question and its host keep text, author and number', () => {
    const state = given([...afterQuestions, approve('child'), approve('host')])
      .when('questions.merge', { into: host, question: child }, 'desk')
      .then([{ type: 'questions.merged', data: { into: host, question: child, by: 'desk' } }])
    expect(state.questions.all.get(child)).toMatchObject({
      status: 'merged',
      mergedInto: host,
      statusBefore: 'approved',
      number: 1,
      text: 'Why so?',
      author: { person: 'civil-1' },
      lastAction: { action: 'merged', by: 'desk' },
    })
    expect(state.questions.all.get(host)).toMatchObject({ status: 'approved', number: 2, mergedInto: null })
    expect(state.questions.merged.toObject()).toEqual({ [host]: [child] })
  })

  test('[T23] questions merged into it move with it: the result is always one group', () => {
    const state = given([...afterQuestions, merge(child, third)])
      .when('questions.merge', { into: host, question: child }, 'chair')
      .thenState()
    expect([getMergedInto(state, child), getMergedInto(state, third)]).toEqual([host, host])
    expect(state.questions.merged.get(host)).toEqual([child, third])
  })

  test('[T23] both must be open, and neither may be merged already', () => {
    given([...afterQuestions, merge(host, child)])
      .when('questions.merge', { into: child, question: third }, 'desk')
      .thenRefused('wrong-status')
    given([...afterQuestions, merge(host, child)])
      .when('questions.merge', { into: third, question: child }, 'desk')
      .thenRefused('wrong-status')
    given(afterQuestions).when('questions.merge', { into: host, question: host }, 'desk').thenRefused('wrong-status')
    given([...afterQuestions, command('desk', 'questions.decline', { question: child, reason: 'time' })])
      .when('questions.merge', { into: host, question: child }, 'desk')
      .thenRefused('wrong-status')
    given(afterQuestions)
      .when('questions.merge', { into: host, question: toQuestionId('none') }, 'desk')
      .thenRefused('no-such-question')
    given([...afterQuestions, approve('host'), command('chair', 'questions.show', { question: host, expectedCurrent: null })])
      .when('questions.merge', { into: host, question: child }, 'desk')
      .thenRefused('wrong-status')
  })

  test('[T9] a merged question is no longer next', () => {
    const next = [...afterQuestions, approve('child'), command('chair', 'questions.set-next', { question: child })]
    expect(given([...next, merge(host, child)]).getState().questions.next).toBeNull()
    expect(given([...next, merge(child, host)]).getState().questions.next).toBe(child)
  })
})

describe('separating', () => {
  test('[T24] a separated question is as it was before, with those merged into it', () => {
    for (const before of [[], [approve('child')], [command('desk', 'questions.hold', { question: child })]]) {
      const grouped = given([...afterQuestions, ...before, merge(child, third)]).getState()
      const state = given([merge(host, child)], grouped)
        .when('questions.unmerge', { question: child }, 'chair')
        .then([{ type: 'questions.unmerged', data: { question: child } }])
      expect(state.questions.merged.toObject()).toEqual(grouped.questions.merged.toObject())
      for (const id of [host, third]) expect(state.questions.all.get(id)).toEqual(grouped.questions.all.get(id))
      expect(state.questions.all.get(child)).toEqual({ ...grouped.questions.all.get(child), lastAction: null })
    }
  })

  test('[T24] one by one: a question that has left its group does not return to it', () => {
    const state = given([
      ...afterQuestions,
      merge(child, third),
      merge(host, child),
      command('desk', 'questions.unmerge', { question: third }),
    ])
      .when('questions.unmerge', { question: child }, 'desk')
      .thenState()
    expect([getMergedInto(state, child), getMergedInto(state, third), getStatus(state, third)]).toEqual([null, null, 'pending'])
    expect(state.questions.merged.size).toBe(0)
  })

  test('[T24] is possible until the close, even from an answered host', () => {
    const answered = [...afterQuestions, approve('child'), merge(host, child), approve('host')].concat(
      command('desk', 'questions.mark-answered', { question: host, answer: 'in-writing' }),
    )
    expect(getStatus(given(answered).when('questions.unmerge', { question: child }, 'desk').thenState(), child)).toBe('approved')
    given([...answered, command('chair', 'session.close', {})])
      .when('questions.unmerge', { question: child }, 'desk')
      .thenRefused('session-closed')
    given(afterQuestions).when('questions.unmerge', { question: child }, 'desk').thenRefused('wrong-status')
  })
})

describe('changes of the host', () => {
  const grouped = [...afterQuestions, approve('host'), merge(child, third), merge(host, child)]
  const leaving: readonly SentCommand[] = [
    command('gov-1', 'questions.withdraw', { question: host }),
    command('desk', 'questions.decline', { question: host, reason: 'duplicate' }),
    command('desk', 'questions.move-to-queue', { question: host }),
  ]

  test.each(leaving)('[T25] $type: the merged questions are separate again', (leaves) => {
    const state = given([...grouped, leaves]).getState()
    expect([getStatus(state, child), getMergedInto(state, child)]).toEqual(['pending', null])
    expect([getStatus(state, third), getMergedInto(state, third)]).toEqual(['merged', child])
    expect(state.questions.merged.toObject()).toEqual({ [child]: [third] })
  })

  test('[T25] a host that is answered or not reached keeps its merged questions', () => {
    for (const settles of [
      command('desk', 'questions.mark-answered', { question: host, answer: 'taken-on-notice' }),
      command('chair', 'session.close', {}),
    ]) {
      const state = given([...grouped, settles]).getState()
      expect([getStatus(state, child), getMergedInto(state, child), getMergedInto(state, third)]).toEqual(['merged', host, host])
    }
  })

  test('[T25] a merged question that leaves the group leaves alone', () => {
    const state = given([...grouped, command('civil-1', 'questions.withdraw', { question: child })]).getState()
    expect([getStatus(state, child), getMergedInto(state, child), getMergedInto(state, third)]).toEqual(['withdrawn', null, host])
    expect(state.questions.merged.toObject()).toEqual({ [host]: [third] })
  })
})
