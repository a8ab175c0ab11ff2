import type { State } from '@rostrum/shared/contract/registry'
import { describe, expect, test } from 'vitest'
import { approves, asks, given, open, questionOf, type Said, said } from '../support/given.ts'

const [host, child, third] = ['host', 'child', 'third'].map(questionOf) as [never, never, never]
const asked = [open, asks('gov-1', 'Why?', 'host'), asks('civil-1', 'Why so?', 'child'), asks('agency-1', 'For what reason?', 'third')]
const merge = (into: never, question: never): Said => said('desk', 'questions.merge', { into, question })
const status = ({ questions }: State, id: never) => questions.all.get(id)?.status
const into = ({ questions }: State, id: never) => questions.all.get(id)?.into ?? null

describe('merging', () => {
  test('[T23] a question is asked with another, and both keep text, author and number', () => {
    const state = given([...asked, approves('child'), approves('host')])
      .when('questions.merge', { into: host, question: child }, 'desk')
      .then([{ type: 'questions.merged', data: { into: host, question: child, by: 'desk' } }])
    expect(state.questions.all.get(child)).toMatchObject({
      status: 'merged',
      into: host,
      before: 'approved',
      number: 1,
      text: 'Why so?',
      author: { person: 'civil-1' },
      decided: { what: 'merged', by: 'desk' },
    })
    expect(state.questions.all.get(host)).toMatchObject({ status: 'approved', number: 2, into: null })
    expect(state.questions.merged.toObject()).toEqual({ [host]: [child] })
  })

  test('[T23] those that were asked with it go with it: one group, however it came about', () => {
    const state = given([...asked, merge(child, third)])
      .when('questions.merge', { into: host, question: child }, 'chair')
      .thenState()
    expect([into(state, child), into(state, third)]).toEqual([host, host])
    expect(state.questions.merged.get(host)).toEqual([child, third])
  })

  test('[T23] both are open, and neither is asked with another already', () => {
    given([...asked, merge(host, child)])
      .when('questions.merge', { into: child, question: third }, 'desk')
      .thenRefused('not-decided-here')
    given([...asked, merge(host, child)])
      .when('questions.merge', { into: third, question: child }, 'desk')
      .thenRefused('not-decided-here')
    given(asked).when('questions.merge', { into: host, question: host }, 'desk').thenRefused('not-decided-here')
    given([...asked, said('desk', 'questions.decline', { question: child, reason: 'time' })])
      .when('questions.merge', { into: host, question: child }, 'desk')
      .thenRefused('not-decided-here')
    given(asked)
      .when('questions.merge', { into: host, question: questionOf('none') }, 'desk')
      .thenRefused('no-such-question')
    given([...asked, approves('host'), said('chair', 'questions.show', { question: host, expectedCurrent: null })])
      .when('questions.merge', { into: host, question: child }, 'desk')
      .thenRefused('not-decided-here')
  })

  test('[T9] asked with another, it is next no more', () => {
    const next = [...asked, approves('child'), said('chair', 'questions.queue', { question: child })]
    expect(given([...next, merge(host, child)]).thenSo().questions.next).toBeNull()
    expect(given([...next, merge(child, host)]).thenSo().questions.next).toBe(child)
  })
})

describe('separating', () => {
  test('[T24] it is as it was before, with those that it had brought', () => {
    for (const before of [[], [approves('child')], [said('desk', 'questions.hold', { question: child })]]) {
      const grouped = given([...asked, ...before, merge(child, third)]).thenSo()
      const state = given([merge(host, child)], grouped)
        .when('questions.unmerge', { question: child }, 'chair')
        .then([{ type: 'questions.unmerged', data: { question: child } }])
      expect(state.questions.merged.toObject()).toEqual(grouped.questions.merged.toObject())
      for (const id of [host, third]) expect(state.questions.all.get(id)).toEqual(grouped.questions.all.get(id))
      expect(state.questions.all.get(child)).toEqual({ ...grouped.questions.all.get(child), decided: null })
    }
  })

  test('[T24] one by one: whoever has left its group does not come back to it', () => {
    const state = given([...asked, merge(child, third), merge(host, child), said('desk', 'questions.unmerge', { question: third })])
      .when('questions.unmerge', { question: child }, 'desk')
      .thenState()
    expect([into(state, child), into(state, third), status(state, third)]).toEqual([null, null, 'pending'])
    expect(state.questions.merged.size).toBe(0)
  })

  test('[T24] until the close, also from one that was answered', () => {
    const answered = [...asked, approves('child'), merge(host, child), approves('host')].concat(
      said('desk', 'questions.settle', { question: host, answer: 'in-writing' }),
    )
    expect(status(given(answered).when('questions.unmerge', { question: child }, 'desk').thenState(), child)).toBe('approved')
    given([...answered, said('chair', 'session.close', {})])
      .when('questions.unmerge', { question: child }, 'desk')
      .thenRefused('session-closed')
    given(asked).when('questions.unmerge', { question: child }, 'desk').thenRefused('not-decided-here')
  })
})

describe('what becomes of the one that stands', () => {
  const grouped = [...asked, approves('host'), merge(child, third), merge(host, child)]
  const leaving: readonly Said[] = [
    said('gov-1', 'questions.withdraw', { question: host }),
    said('desk', 'questions.decline', { question: host, reason: 'duplicate' }),
    said('desk', 'questions.to-floor', { question: host }),
  ]

  test.each(leaving)('[T25] $type: those that are asked with it come back', (leaves) => {
    const state = given([...grouped, leaves]).thenSo()
    expect([status(state, child), into(state, child)]).toEqual(['pending', null])
    expect([status(state, third), into(state, third)]).toEqual(['merged', child])
    expect(state.questions.merged.toObject()).toEqual({ [child]: [third] })
  })

  test('[T25] answered or not reached, it takes them along', () => {
    for (const settles of [
      said('desk', 'questions.settle', { question: host, answer: 'taken-on-notice' }),
      said('chair', 'session.close', {}),
    ]) {
      const state = given([...grouped, settles]).thenSo()
      expect([status(state, child), into(state, child), into(state, third)]).toEqual(['merged', host, host])
    }
  })

  test('[T25] one that leaves the group leaves alone', () => {
    const state = given([...grouped, said('civil-1', 'questions.withdraw', { question: child })]).thenSo()
    expect([status(state, child), into(state, child), into(state, third)]).toEqual(['withdrawn', null, host])
    expect(state.questions.merged.toObject()).toEqual({ [host]: [third] })
  })
})
