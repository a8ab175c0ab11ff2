// @vitest-environment jsdom
/** Points that are changed and taken out, by several note-takers at once. */
import { load } from '@rostrum/client/text/text'
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, sent } from '../support/fake-connection.ts'
import { open, said, stateAfter } from '../support/given.ts'
import { again, button, comesIn, field, opens, pageText, points, press } from '../support/notes-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })

beforeEach(() => load('en', 'all'))
afterEach(() => {
  vi.useRealTimers()
  cleanup()
  localStorage.clear()
})

const id = 'point'.padEnd(22, '-')
const one = said('desk', 'notes.add', { text: 'Old words', tag: 'failure', segment: 'opening' as SegmentId, about: null }, { id: 'point' })
const changed = said('chair', 'notes.edit', { note: id as never, text: 'Their words', tag: 'success', expectedVersion: 0 })
const removed = said('chair', 'notes.remove', { note: id as never, expectedVersion: 0 })
const there = stateAfter([open, one])

const edited = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'Note' })
const begin = async () => {
  await opens(there)
  await press(/Edit the note/)
  await userEvent.clear(edited())
  await userEvent.keyboard('My words')
}

describe('editing', () => {
  it('is done in its place with Enter, against the point as it was read', async () => {
    await begin()
    await userEvent.keyboard('{Enter}')
    expect(sent).toEqual([{ type: 'notes.edit', data: { note: id, text: 'My words', tag: 'failure', expectedVersion: 0 } }])
    await answer()
    expect(points()).toEqual([expect.stringContaining('Old words')])
  })

  it('changes the tag too, and sends nothing where nothing was changed', async () => {
    await opens(there)
    await press(/Edit the note/)
    fireEvent.keyDown(edited(), { key: '1', code: 'Digit1', altKey: true })
    fireEvent.keyDown(edited(), { key: '2', code: 'Digit2', altKey: true })
    await userEvent.keyboard('{Enter}')
    expect([sent, screen.queryByRole('textbox', { name: 'Note' })]).toEqual([[], null])
  })

  it('[N2] where somebody else was faster both texts stand, and mine is saved over theirs only when I say so', async () => {
    await begin()
    await comesIn(stateAfter([open, one, changed]))
    expect(points()[0]).toContain('Their words')
    expect(edited().value).toBe('My words')
    await userEvent.type(edited(), '{Enter}')
    expect(sent).toEqual([])
    await press('Go on with my edit')
    await press('Save the note')
    expect(sent).toMatchObject([{ data: { text: 'My words', expectedVersion: 1 } }])
  })

  it('[N2] told by the session first, it is the same; theirs can be kept', async () => {
    await begin()
    await press('Save the note')
    await answer('moved-on')
    expect(edited().value).toBe('My words')
    await comesIn(stateAfter([open, one, changed]))
    await press('Keep this one')
    expect(points()).toEqual([expect.stringContaining('Their words')])
    expect(sent).toHaveLength(1)
  })

  it('is not lost when somebody takes the point out meanwhile', async () => {
    await begin()
    await comesIn(stateAfter([open, one, removed]))
    expect(pageText()).toContain('Someone else removed this note')
    await press('Add as a new note')
    expect(sent).toMatchObject([{ type: 'notes.add', data: { text: 'My words', segment: 'opening', about: null } }])
    await answer()
    expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull()
  })

  it('survives a change of workplace, without taking the focus from the field below', async () => {
    await begin()
    await again()
    expect([edited().value, document.activeElement === field()]).toEqual(['My words', true])
  })
})

describe('taking out', () => {
  const take = async () => {
    await opens(there)
    vi.useFakeTimers()
    fireEvent.click(screen.getByRole('button', { name: /Remove the note/ }))
  }
  const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms))

  it('asks nothing, and can be taken back for a few seconds', async () => {
    await take()
    await pass(4000)
    expect(points()[0]).toContain('Note removed.')
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await pass(10_000)
    expect([sent, points()]).toEqual([[], [expect.stringContaining('FailureOld words')]])
  })

  it('is told once the seconds are over, against the point as it was read', async () => {
    await take()
    await pass(6000)
    expect(sent).toEqual([{ type: 'notes.remove', data: { note: id, expectedVersion: 0 } }])
    await comesIn(stateAfter([open, one, removed]))
    await answer()
    expect(points()).toEqual([])
  })

  it('is told at once when the workplace is left', async () => {
    await take()
    cleanup()
    await pass(10_000)
    expect(sent).toHaveLength(1)
  })

  it('[N2] refused because it was changed meanwhile, the point is back as it now is', async () => {
    await take()
    await pass(6000)
    await comesIn(stateAfter([open, one, changed]))
    await answer('moved-on')
    expect(points()).toEqual([expect.stringContaining('Their words')])
    expect(button('Undo')).toBeNull()
  })
})
