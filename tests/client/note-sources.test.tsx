// @vitest-environment jsdom
/** The notes workplace: whose point a note is. It belongs to a speaker, an asker, the panel, the author of a statement, or several. */
import { loadLanguage } from '@rostrum/client/text/text'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sent } from '../support/fake-connection.ts'
import { createState, plan } from '../support/fixtures.ts'
import { approve, ask, command, queueOpen, replay, type SentCommand, toQuestionId } from '../support/given.ts'
import { addNote, afterTurns, civilSubject, duringTurn, govSubject } from '../support/note-history.ts'
import { getNoteTexts, getSubjectText, getTableCells, openNotesPage, press, updateNotesPage } from '../support/notes-page.tsx'

// jsdom lacks this browser API, and the UI kit needs it.
vi.stubGlobal('CSS', { escape: (text: string) => text })

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(() => {
  cleanup()
  localStorage.clear()
})

const tags = { ...plan, notes: { tags: ['success', 'failure'] } }
const makeState = (...history: readonly SentCommand[]): State => replay([...queueOpen, ...history], createState(tags))

const question = toQuestionId('civil-1-asks')
const duringAnswer: readonly SentCommand[] = [
  ...afterTurns,
  ask('civil-1'),
  approve('civil-1-asks'),
  command('chair', 'questions.assign', { question, assignee: 'panel' as PersonId }),
  command('chair', 'questions.show', { question, expectedCurrent: null }, { id: 'answer', at: 900 }),
]

test('[R80] while the panel answers, the subject is the answer; the question can be chosen', async () => {
  await openNotesPage(makeState(...duringAnswer))
  expect(getSubjectText()).toBe('Note on Answer to Q01: Panel')
  await userEvent.keyboard('Money is set aside{Enter}')
  await press('Write a note: Q01')
  await userEvent.keyboard('Money is missing{Enter}')
  expect(sent.map(({ data }) => 'about' in data && data.about)).toEqual([
    { kind: 'answer-to', question },
    { kind: 'question', question },
  ])
})

test('[R80] notes on an answer are counted for the panel, and notes on the question for the group that asked', async () => {
  await openNotesPage(
    makeState(
      ...duringAnswer,
      addNote('a', 'One', { about: { kind: 'answer-to', question } }),
      addNote('b', 'Two', { about: { kind: 'question', question } }),
    ),
  )
  const rows = Object.fromEntries(getTableCells().map(([name, ...counts]) => [name, counts.join('')]))
  expect(rows).toMatchObject({ civil: '01', Panel: '01', government: '00' })
})

test('[R81] a written statement is listed with its author and can be the subject', async () => {
  const file = command('private-1', 'statements.submit', { text: 'Said in writing', expectedVersion: 0 }, { id: 'filed' })
  await openNotesPage(makeState(...afterTurns, command('chair', 'session.close', {}), file))
  await userEvent.click(screen.getByRole('tab', { name: /topic/ }))
  await press('Write a note: Written statement: Company 1')
  await userEvent.keyboard('A point{Enter}')
  expect(sent).toMatchObject([{ data: { about: { kind: 'statement', statement: 'filed'.padEnd(22, '-') } } }])
})

test('[R82] a further speaker is chosen from what was said, shown with the note, and taken off again', async () => {
  const noteOnTurn = addNote('a', 'No money', { about: civilSubject })
  await openNotesPage(makeState(...duringTurn, noteOnTurn))
  await press('Who made this point: No money')
  await userEvent.selectOptions(screen.getByLabelText('Also said by'), 'Delegation 1')
  const set = { note: 'a'.padEnd(22, '-'), also: [govSubject], expectedVersion: 0 }
  expect(sent).toMatchObject([{ type: 'notes.set-also', data: set }])
  await updateNotesPage(makeState(...duringTurn, noteOnTurn, command('desk', 'notes.set-also', set as never)))
  expect(getNoteTexts()).toEqual([expect.stringContaining('Also: Delegation 1')])
  await press('Take off: Delegation 1')
  expect(sent[1]).toMatchObject({ type: 'notes.set-also', data: { also: [], expectedVersion: 1 } })
})

test('[R82] a note is joined with another one, says so, and is made a point of its own again', async () => {
  const notes = [addNote('a', 'No money', { about: civilSubject }), addNote('b', 'Too dear', { about: govSubject })]
  await openNotesPage(makeState(...duringTurn, ...notes))
  await press('Who made this point: Too dear')
  await userEvent.selectOptions(screen.getByLabelText('The same point as'), 'No money')
  const join = { note: 'b'.padEnd(22, '-'), into: 'a'.padEnd(22, '-'), expectedVersion: 0 }
  expect(sent).toMatchObject([{ type: 'notes.join', data: join }])
  await updateNotesPage(makeState(...duringTurn, ...notes, command('desk', 'notes.join', join as never)))
  expect(getNoteTexts()[1]).toContain('Part of the point: No money')
  await press('Make it a point of its own')
  expect(sent[1]).toMatchObject({ type: 'notes.join', data: { into: null, expectedVersion: 1 } })
})
