import { expect, test } from 'vitest'
import { calls, given, joins, listOpen, turnOf } from '../support/given.ts'

const speaking = [...listOpen, joins('gov-1'), calls('gov-1')]

test('[C1] a cue goes to the turn that has the floor', () => {
  const state = given(speaking)
    .when('cues.give', { turn: turnOf('turn-gov-1'), cue: 'conclude' }, 'chair')
    .then([{ type: 'cues.given', data: { id: expect.any(String), turn: turnOf('turn-gov-1'), cue: 'conclude' } }])
  expect(state.cues.last).toMatchObject({ turn: turnOf('turn-gov-1'), cue: 'conclude' })
})

test('[C1] a cue for another turn is refused', () =>
  given(speaking)
    .when('cues.give', { turn: turnOf('gone'), cue: 'slower' }, 'desk')
    .thenRefused('moved-on'))

test('[C2] each cue counts anew, also the same one again', () => {
  const first = given(speaking)
    .when('cues.give', { turn: turnOf('turn-gov-1'), cue: 'conclude' }, 'chair', { id: 'first' })
    .thenState()
  const again = given([], first)
    .when('cues.give', { turn: turnOf('turn-gov-1'), cue: 'conclude' }, 'chair', { id: 'second' })
    .thenState()
  expect(again.cues.last?.id).not.toBe(first.cues.last?.id)
})
