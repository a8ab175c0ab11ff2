/** The sentence of a point in the report: set, changed and taken out, in one language at a time. */

import type { NoteId } from '@rostrum/shared/contract/ids'
import type { CommandData } from '@rostrum/shared/contract/registry'
import { projectAudience } from '@rostrum/shared/projection/project'
import { expect, test } from 'vitest'
import { command, given, queueOpen, replay, toCommandId } from '../support/given.ts'

const note = toCommandId('note') as string as NoteId
const basis = { note: 'Access has grown.', tag: null, organizations: 1, groups: [], panel: false }
const added = [...queueOpen, command('desk', 'notes.add', { text: basis.note, tag: null, segment: null, about: null }, { id: 'note' })]
const english: CommandData<'notes.set-sentence'> = { note, language: 'en', text: 'One participant.', basis, expectedText: null }
const french: CommandData<'notes.set-sentence'> = { ...english, language: 'fr', text: 'Un participant.' }
const set = [...added, command('desk', 'notes.set-sentence', english), command('desk', 'notes.set-sentence', french)]

test('[R99] a sentence is set for one language, replaced if the sender saw it, and taken out', () => {
  expect(replay(set).notes.all.get(note)?.sentences).toEqual({
    en: { text: 'One participant.', basis },
    fr: { text: 'Un participant.', basis },
  })
  const replaced = given(set)
    .when('notes.set-sentence', { ...english, text: 'Somebody.', expectedText: 'One participant.' }, 'chair')
    .thenState()
  expect(replaced.notes.all.get(note)?.sentences?.en?.text).toBe('Somebody.')
  const out = given(set)
    .when('notes.set-sentence', { ...english, text: null, expectedText: 'One participant.' }, 'desk')
    .thenState()
  expect(out.notes.all.get(note)?.sentences).toEqual({ fr: { text: 'Un participant.', basis } })
  const empty = replay([
    ...set.slice(0, -1),
    command('desk', 'notes.set-sentence', { ...english, text: null, expectedText: 'One participant.' }),
  ])
  expect(empty.notes.all.get(note)).not.toHaveProperty('sentences')
})

test('[R99] nobody replaces a sentence that they have not seen, nor one of a note that is not there', () => {
  given(set)
    .when('notes.set-sentence', { ...english, text: 'Somebody.' }, 'chair')
    .thenRefused('conflict')
  given(added)
    .when('notes.set-sentence', { ...english, expectedText: 'Gone.' }, 'chair')
    .thenRefused('conflict')
  given(added)
    .when('notes.set-sentence', { ...english, note: 'none' as NoteId }, 'desk')
    .thenRefused('no-such-note')
  given(added).when('notes.set-sentence', english, 'gov-1').thenRefused('forbidden')
})

test('[R99] the same sentence again does nothing, and for a point that has changed it is set anew', () => {
  const again = { ...english, expectedText: 'One participant.' }
  given(set).when('notes.set-sentence', again, 'desk').thenNothing()
  const changed = given(set)
    .when('notes.set-sentence', { ...again, basis: { ...basis, organizations: 2 } }, 'desk')
    .thenState()
  expect(changed.notes.all.get(note)?.sentences?.en?.basis.organizations).toBe(2)
})

test('[R99] a sentence is no change of its note, and no screen of the session has it', () => {
  const before = replay(added)
  const after = replay(set)
  expect(after.notes.all.get(note)).toMatchObject({ text: basis.note, version: 0, edited: null })
  expect(projectAudience(after, 'staff').view).toEqual(projectAudience(before, 'staff').view)
})
