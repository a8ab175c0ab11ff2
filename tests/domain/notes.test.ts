import type { NoteId, QuestionId, SegmentId, StatementId, TurnId } from '@rostrum/shared/contract/ids'
import { describe, expect, test } from 'vitest'
import { ask, call, command, given, join, queueOpen, replay, toCommandId, toQuestionId, toTurnId } from '../support/given.ts'

const noteFields = { text: 'Access grew faster than any target.', tag: 'success', segment: 'topic' as SegmentId, about: null }
const noteId = toCommandId('note') as string as NoteId
const afterNote = [...queueOpen, command('desk', 'notes.add', noteFields, { id: 'note' })]
const afterCall = [...queueOpen, join('gov-1'), call('gov-1')]
const turnSubject = { kind: 'turn', turn: toTurnId('turn-gov-1') } as const

describe('a note', () => {
  test('[N1] belongs to a segment, a turn or a question, and has one of the session’s tags', () => {
    const state = given(afterCall)
      .when('notes.add', { ...noteFields, about: turnSubject }, 'desk')
      .then([
        { type: 'notes.added', data: { note: expect.objectContaining({ ...noteFields, about: turnSubject, version: 0, edited: null }) } },
      ])
    expect([...state.notes.all.values()]).toHaveLength(1)
    const asked = [...queueOpen, ask('gov-1')]
    const about = { kind: 'question', question: toQuestionId('gov-1-asks') } as const
    expect(
      given(asked)
        .when('notes.add', { ...noteFields, tag: null, about }, 'chair')
        .thenState().notes.all.size,
    ).toBe(1)
  })

  test('[N1] is refused for a segment, turn or question that does not exist', () => {
    const add = (more: object) => given(afterCall).when('notes.add', { ...noteFields, ...more }, 'desk')
    add({ tag: 'colour' }).thenRefused('no-such-tag')
    add({ segment: 'lunch' as SegmentId }).thenRefused('no-such-segment')
    add({ about: { kind: 'turn', turn: 'none' as TurnId } }).thenRefused('no-such-turn')
    add({ about: { kind: 'question', question: 'none' as QuestionId } }).thenRefused('no-such-question')
    add({ about: { kind: 'answer-to', question: 'none' as QuestionId } }).thenRefused('no-such-question')
    add({ about: { kind: 'statement', statement: 'none' as StatementId } }).thenRefused('no-such-statement')
  })

  test('[N2] can be changed only by somebody who has seen its current text', () => {
    const edit = { note: noteId, text: 'Access grew.', tag: null, expectedVersion: 0 }
    const state = given(afterNote)
      .when('notes.edit', edit, 'chair')
      .then([{ type: 'notes.edited', data: { note: noteId, text: 'Access grew.', tag: null, by: 'chair' as never } }])
    expect(state.notes.all.get(noteId)).toMatchObject({ text: 'Access grew.', tag: null, version: 1, edited: { by: 'chair' }, by: 'desk' })
    const changed = [...afterNote, command('chair', 'notes.edit', edit)]
    given(changed)
      .when('notes.edit', { ...edit, text: 'Something else' }, 'desk')
      .thenRefused('conflict')
    given(changed).when('notes.remove', { note: noteId, expectedVersion: 0 }, 'desk').thenRefused('conflict')
    given(changed)
      .when('notes.edit', { ...edit, expectedVersion: 1 }, 'desk')
      .thenNothing()
  })

  test('[N2] can be removed, and then no longer exists', () => {
    const out = command('desk', 'notes.remove', { note: noteId, expectedVersion: 0 })
    expect(replay([...afterNote, out]).notes.all.size).toBe(0)
    given([...afterNote, out])
      .when('notes.edit', { note: noteId, text: 'Late', tag: null, expectedVersion: 0 }, 'chair')
      .thenRefused('no-such-note')
  })

  test('[N3] can be written before the opening and after the close', () => {
    given([]).when('notes.add', noteFields, 'desk').thenState()
    given([...queueOpen, command('chair', 'session.close', {})])
      .when('notes.add', noteFields, 'desk')
      .thenState()
  })
})

describe('the sources of a point', () => {
  const hostId = toCommandId('host') as string as NoteId
  const asked = [...afterCall, ask('civil-1')]
  const question = toQuestionId('civil-1-asks')
  const also = [{ kind: 'question', question } as const, turnSubject]
  const two = [
    ...asked,
    command('desk', 'notes.add', { ...noteFields, about: turnSubject }, { id: 'note' }),
    command('desk', 'notes.add', { ...noteFields, text: 'Access has grown.' }, { id: 'host' }),
  ]
  const setAlso = { note: hostId, also, expectedVersion: 0 }

  test('[R82] are added to a note, each once, and taken off again', () => {
    const state = given(two)
      .when('notes.set-also', { ...setAlso, also: [...also, ...also] }, 'chair')
      .thenState()
    expect(state.notes.all.get(hostId)).toMatchObject({ also, version: 1, edited: { by: 'chair' } })
    const set = [...two, command('desk', 'notes.set-also', setAlso)]
    given(set)
      .when('notes.set-also', { ...setAlso, expectedVersion: 1 }, 'desk')
      .thenNothing()
    const off = given(set)
      .when('notes.set-also', { ...setAlso, also: [], expectedVersion: 1 }, 'desk')
      .thenState()
    expect(off.notes.all.get(hostId)?.also).toBeUndefined()
    // The first source of a note is never a further one.
    const own = given(two).when('notes.set-also', { note: noteId, also, expectedVersion: 0 }, 'desk').thenState()
    expect(own.notes.all.get(noteId)?.also).toEqual([also[0]])
  })

  test('[R82] are refused if they do not exist, or if the note has changed', () => {
    const missing = { kind: 'answer-to', question: 'none' as QuestionId } as const
    given(two)
      .when('notes.set-also', { ...setAlso, also: [missing] }, 'desk')
      .thenRefused('no-such-question')
    given([...two, command('desk', 'notes.set-also', setAlso)])
      .when('notes.set-also', { ...setAlso, also: [] }, 'chair')
      .thenRefused('conflict')
  })

  test('[R82] two notes become one point, and two again, with their own texts', () => {
    const join = { note: noteId, into: hostId, expectedVersion: 0 }
    const joined = given(two).when('notes.join', join, 'desk').thenState()
    expect(joined.notes.all.get(noteId)).toMatchObject({ into: hostId, text: noteFields.text, about: turnSubject })
    const history = [...two, command('desk', 'notes.join', join)]
    given(history).when('notes.join', { note: hostId, into: noteId, expectedVersion: 0 }, 'desk').thenRefused('already-joined')
    given(two)
      .when('notes.join', { ...join, into: noteId }, 'desk')
      .thenRefused('already-joined')
    given(two)
      .when('notes.join', { ...join, into: 'none' as NoteId }, 'desk')
      .thenRefused('no-such-note')
    const split = given(history).when('notes.join', { note: noteId, into: null, expectedVersion: 1 }, 'desk').thenState()
    expect(split.notes.all.get(noteId)?.into).toBeUndefined()
    const removed = given(history).when('notes.remove', { note: hostId, expectedVersion: 0 }, 'desk').thenState()
    expect([...removed.notes.all.values()].map(({ text, into }) => [text, into])).toEqual([[noteFields.text, undefined]])
  })
})
