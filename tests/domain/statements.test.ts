import type { PersonId } from '@rostrum/shared/contract/ids'
import { describe, expect, test } from 'vitest'
import { founded, plan } from '../support/fixtures.ts'
import { calls, entryOf, given, joins, listOpen, said, stateAfter, turnOf } from '../support/given.ts'

const close = said('chair', 'session.close', {})
const unheard = [...listOpen, joins('gov-1'), close]
const file = { text: 'We would have said this.', expectedVersion: 0 }
const anytime = founded({ ...plan, statements: { words: 100, anytime: true } })
const heard = [...listOpen, joins('gov-1'), calls('gov-1'), said('chair', 'floor.start', { turn: turnOf('turn-gov-1') })]

describe('a statement in writing', () => {
  test('[N4] is filed by whoever was not heard, and stands for their request', () => {
    const state = given(unheard).when('statements.file', file, 'gov-1').thenState()
    expect(state.statements.all.get('gov-1' as PersonId)).toMatchObject({
      text: file.text,
      words: 5,
      version: 1,
      entry: entryOf('gov-1'),
      turn: null,
      author: { person: 'gov-1' },
    })
  })

  test('[N4] is filed by nobody else, unless the session takes them from everybody', () => {
    given(unheard).when('statements.file', file, 'civil-1').thenRefused('statements-closed')
    const state = given(heard, anytime).when('statements.file', file, 'civil-1').thenState()
    expect(state.statements.all.get('civil-1' as PersonId)).toMatchObject({ entry: null, turn: null })
    given([], anytime).when('statements.file', file, 'civil-1').thenRefused('session-not-open')
  })

  test('[N4] of somebody who has spoken stands with their last turn', () => {
    const ended = [...heard, said('chair', 'floor.end', { turn: turnOf('turn-gov-1') })]
    const state = given(ended, anytime).when('statements.file', file, 'gov-1').thenState()
    expect(state.statements.all.get('gov-1' as PersonId)).toMatchObject({ entry: null, turn: turnOf('turn-gov-1') })
  })

  test('[N5] has as many words as the session allows, counted as a reader counts', () => {
    const words = (n: number) => ({ ...file, text: Array(n).fill('word').join(' ') })
    given(unheard).when('statements.file', words(100), 'gov-1').thenState()
    given(unheard).when('statements.file', words(101), 'gov-1').thenRefused('text-too-long')
    const chinese = given(unheard)
      .when('statements.file', { ...file, text: '社区网络如何获得资金？' }, 'gov-1')
      .thenState()
    expect(chinese.statements.all.get('gov-1' as PersonId)?.words).toBeGreaterThan(3)
  })

  test('[N6] filed again takes the place of the one before, from whatever device has seen it; it can be taken back', () => {
    const filed = [...unheard, said('gov-1', 'statements.file', file)]
    given(filed)
      .when('statements.file', { ...file, text: 'Other' }, 'gov-1')
      .thenRefused('moved-on')
    const again = given(filed).when('statements.file', { text: 'Other', expectedVersion: 1 }, 'gov-1').thenState()
    expect(again.statements.all.get('gov-1' as PersonId)).toMatchObject({ text: 'Other', version: 2 })
    expect(again.statements.all.get('gov-1' as PersonId)?.id).toBe(stateAfter(filed).statements.all.get('gov-1' as PersonId)?.id)
    given(filed)
      .when('statements.file', { ...file, expectedVersion: 1 }, 'gov-1')
      .thenNothing()
    given(filed).when('statements.withdraw', { expectedVersion: 1 }, 'gov-1').thenState()
    given(unheard).when('statements.withdraw', { expectedVersion: 1 }, 'gov-1').thenRefused('no-such-statement')
  })
})
