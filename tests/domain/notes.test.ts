import type { NoteId, QuestionId, SegmentId, TurnId } from '@rostrum/shared/contract/ids'
import { describe, expect, test } from 'vitest'
import { asks, calls, commandOf, given, joins, listOpen, questionOf, said, stateAfter, turnOf } from '../support/given.ts'

const point = { text: 'Access grew faster than any target.', tag: 'success', segment: 'topic' as SegmentId, about: null }
const note = commandOf('note') as string as NoteId
const noted = [...listOpen, said('desk', 'notes.add', point, { id: 'note' })]
const speaking = [...listOpen, joins('gov-1'), calls('gov-1')]
const turn = { kind: 'turn', turn: turnOf('turn-gov-1') } as const

describe('a point', () => {
  test('[N1] belongs to a part of the agenda, to a turn or a question, and carries one of the session’s tags', () => {
    const state = given(speaking)
      .when('notes.add', { ...point, about: turn }, 'desk')
      .then([{ type: 'notes.added', data: { note: expect.objectContaining({ ...point, about: turn, version: 0, edited: null }) } }])
    expect([...state.notes.all.values()]).toHaveLength(1)
    const asked = [...listOpen, asks('gov-1')]
    const about = { kind: 'question', question: questionOf('gov-1-asks') } as const
    expect(
      given(asked)
        .when('notes.add', { ...point, tag: null, about }, 'chair')
        .thenState().notes.all.size,
    ).toBe(1)
  })

  test('[N1] of what is not there is refused', () => {
    const add = (more: object) => given(speaking).when('notes.add', { ...point, ...more }, 'desk')
    add({ tag: 'colour' }).thenRefused('no-such-tag')
    add({ segment: 'lunch' as SegmentId }).thenRefused('no-such-segment')
    add({ about: { kind: 'turn', turn: 'none' as TurnId } }).thenRefused('no-such-turn')
    add({ about: { kind: 'question', question: 'none' as QuestionId } }).thenRefused('no-such-question')
  })

  test('[N2] is changed only by whoever has seen what stands there', () => {
    const edit = { note, text: 'Access grew.', tag: null, expectedVersion: 0 }
    const state = given(noted)
      .when('notes.edit', edit, 'chair')
      .then([{ type: 'notes.edited', data: { note, text: 'Access grew.', tag: null, by: 'chair' as never } }])
    expect(state.notes.all.get(note)).toMatchObject({ text: 'Access grew.', tag: null, version: 1, edited: { by: 'chair' }, by: 'desk' })
    const changed = [...noted, said('chair', 'notes.edit', edit)]
    given(changed)
      .when('notes.edit', { ...edit, text: 'Something else' }, 'desk')
      .thenRefused('moved-on')
    given(changed).when('notes.remove', { note, expectedVersion: 0 }, 'desk').thenRefused('moved-on')
    given(changed)
      .when('notes.edit', { ...edit, expectedVersion: 1 }, 'desk')
      .thenNothing()
  })

  test('[N2] is taken out, and then is not there', () => {
    const out = said('desk', 'notes.remove', { note, expectedVersion: 0 })
    expect(stateAfter([...noted, out]).notes.all.size).toBe(0)
    given([...noted, out])
      .when('notes.edit', { note, text: 'Late', tag: null, expectedVersion: 0 }, 'chair')
      .thenRefused('no-such-note')
  })

  test('[N3] can be written before the opening and after the close', () => {
    given([]).when('notes.add', point, 'desk').thenState()
    given([...listOpen, said('chair', 'session.close', {})])
      .when('notes.add', point, 'desk')
      .thenState()
  })
})
