// @vitest-environment jsdom
/** Notes that are edited and removed, by several note-takers at once. */
import { loadLanguage } from '@rostrum/client/text/text'
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { reply, sent } from '../support/fake-connection.ts'
import { command, openSession, replay } from '../support/given.ts'
import {
  getField,
  getNoteTexts,
  getPageText,
  openNotesPage,
  press,
  queryButton,
  reopenNotesPage,
  updateNotesPage,
} from '../support/notes-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(() => {
  vi.useRealTimers()
  cleanup()
  localStorage.clear()
})

const noteId = 'point'.padEnd(22, '-')
const addNote = command(
  'desk',
  'notes.add',
  { text: 'Old words', tag: 'failure', segment: 'opening' as SegmentId, about: null },
  { id: 'point' },
)
const editNote = command('chair', 'notes.edit', { note: noteId as never, text: 'Their words', tag: 'success', expectedVersion: 0 })
const removeNote = command('chair', 'notes.remove', { note: noteId as never, expectedVersion: 0 })
const stateWithNote = replay([openSession, addNote])

const getEditField = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'Note' })
const startEdit = async () => {
  await openNotesPage(stateWithNote)
  await press(/Edit the note/)
  await userEvent.clear(getEditField())
  await userEvent.keyboard('My words')
}

test('[N8] a note by another officer shows its author and who changed it; one’s own note shows neither', async () => {
  await openNotesPage(stateWithNote)
  expect(getPageText()).not.toContain('Secretariat')
  await updateNotesPage(replay([openSession, addNote, editNote]))
  expect(getNoteTexts()).toEqual([expect.stringContaining('Their wordsedited by the Chair')])
  const noteOfChair = command('chair', 'notes.add', addNote.data as never, { id: 'other' })
  const ownEdit = command('desk', 'notes.edit', { note: 'other'.padEnd(22, '-') as never, text: 'Mine', tag: null, expectedVersion: 0 })
  await updateNotesPage(replay([openSession, noteOfChair]))
  expect(getNoteTexts()).toEqual([expect.stringContaining('Old wordsChair')])
  await updateNotesPage(replay([openSession, noteOfChair, ownEdit]))
  expect(getNoteTexts()).toEqual([expect.stringContaining('MineChair · edited by you')])
})

describe('editing', () => {
  test('happens in place and ends with Enter, and is checked against the version that was read', async () => {
    await startEdit()
    await userEvent.keyboard('{Enter}')
    expect(sent).toEqual([{ type: 'notes.edit', data: { note: noteId, text: 'My words', tag: 'failure', expectedVersion: 0 } }])
    await reply()
    expect(getNoteTexts()).toEqual([expect.stringContaining('Old words')])
  })

  test('changes the tag too, and sends nothing if nothing has changed', async () => {
    await openNotesPage(stateWithNote)
    await press(/Edit the note/)
    fireEvent.keyDown(getEditField(), { key: '1', code: 'Digit1', altKey: true })
    fireEvent.keyDown(getEditField(), { key: '2', code: 'Digit2', altKey: true })
    await userEvent.keyboard('{Enter}')
    expect([sent, screen.queryByRole('textbox', { name: 'Note' })]).toEqual([[], null])
  })

  test('[N2] if somebody else was faster both texts are shown, and mine replaces theirs only on request', async () => {
    await startEdit()
    await updateNotesPage(replay([openSession, addNote, editNote]))
    expect(getNoteTexts()[0]).toContain('Their words')
    expect(getEditField().value).toBe('My words')
    await userEvent.type(getEditField(), '{Enter}')
    expect(sent).toEqual([])
    await press('Continue with my edit')
    await press('Save the note')
    expect(sent).toMatchObject([{ data: { text: 'My words', expectedVersion: 1 } }])
  })

  test('[N2] works the same when the session reports the conflict first; the note-taker can keep the other text', async () => {
    await startEdit()
    await press('Save the note')
    await reply('conflict')
    expect(getEditField().value).toBe('My words')
    await updateNotesPage(replay([openSession, addNote, editNote]))
    await press('Keep this one')
    expect(getNoteTexts()).toEqual([expect.stringContaining('Their words')])
    expect(sent).toHaveLength(1)
  })

  test('loses no text if somebody removes the note in the meantime', async () => {
    await startEdit()
    await updateNotesPage(replay([openSession, addNote, removeNote]))
    expect(getPageText()).toContain('Someone else removed this note')
    await press('Add as a new note')
    expect(sent).toMatchObject([{ type: 'notes.add', data: { text: 'My words', segment: 'opening', about: null } }])
    await reply()
    expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull()
  })

  test('survives a change of workplace, without taking the focus from the field below', async () => {
    await startEdit()
    await reopenNotesPage()
    expect([getEditField().value, document.activeElement === getField()]).toEqual(['My words', true])
  })
})

describe('removing', () => {
  const take = async () => {
    await openNotesPage(stateWithNote)
    vi.useFakeTimers()
    fireEvent.click(screen.getByRole('button', { name: /Remove the note/ }))
  }
  const advanceTime = (ms: number) => act(async () => vi.advanceTimersByTime(ms))

  test('needs no confirmation, and can be undone for a few seconds', async () => {
    await take()
    await advanceTime(4000)
    expect(getNoteTexts()[0]).toContain('Note removed.')
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await advanceTime(10_000)
    expect([sent, getNoteTexts()]).toEqual([[], [expect.stringContaining('FailureOld words')]])
  })

  test('is sent after these seconds, and checked against the version that was read', async () => {
    await take()
    await advanceTime(6000)
    expect(sent).toEqual([{ type: 'notes.remove', data: { note: noteId, expectedVersion: 0 } }])
    await updateNotesPage(replay([openSession, addNote, removeNote]))
    await reply()
    expect(getNoteTexts()).toEqual([])
  })

  test('is sent at once when the workplace closes', async () => {
    await take()
    cleanup()
    await advanceTime(10_000)
    expect(sent).toHaveLength(1)
  })

  test('[N2] if it is refused because the note has changed, the note returns in its current version', async () => {
    await take()
    await advanceTime(6000)
    await updateNotesPage(replay([openSession, addNote, editNote]))
    await reply('conflict')
    expect(getNoteTexts()).toEqual([expect.stringContaining('Their words')])
    expect(queryButton('Undo')).toBeNull()
  })
})
