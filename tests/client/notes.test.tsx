// @vitest-environment jsdom
/** The notes workplace: quick while somebody speaks, and usable by keyboard. It never changes what the note-taker is typing. */
import { loadLanguage } from '@rostrum/client/text/text'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { reply, sent } from '../support/fake-connection.ts'
import { createState, plan } from '../support/fixtures.ts'
import { approve, ask, call, command, queueOpen, replay, type SentCommand, toQuestionId, toTurnId } from '../support/given.ts'
import { addNote, afterTurns, civilSubject, duringTurn, endTurn, govSubject, toSegmentId } from '../support/note-history.ts'
import {
  getEntryTexts,
  getField,
  getNoteTexts,
  getPageText,
  getSubjectText,
  getTableCells,
  openNotesPage,
  press,
  reopenNotesPage,
  updateNotesPage,
} from '../support/notes-page.tsx'

// jsdom lacks this browser API, and the UI kit needs it.
vi.stubGlobal('CSS', { escape: (text: string) => text })

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(() => {
  cleanup()
  localStorage.clear()
})

const tags = { ...plan, notes: { tags: ['success', 'failure', 'expectation', 'مبدأ'] } }
const makeState = (...history: readonly SentCommand[]): State => replay([...queueOpen, ...history], createState(tags))

const afterNextCall: readonly SentCommand[] = [...duringTurn, endTurn('gov-1', 900), call('private-1', { at: 905 })]

describe('the timeline', () => {
  test('has every turn of the segment with its time, organization, channel and length, and its notes below', async () => {
    await openNotesPage(
      makeState(
        ...duringTurn,
        addNote('a', 'No money', { about: civilSubject }),
        addNote('b', 'Access grew', { about: govSubject, tag: 'success' }),
      ),
    )
    const [first, second] = getEntryTexts()
    expect(first).toMatch(/^12:10Organization 1.*Remote2:51.*FailureNo money/)
    expect(second).toMatch(/^12:13Delegation 1.*RoomSpeaking now.*SuccessAccess grew/)
    expect(getEntryTexts()).toHaveLength(2)
  })

  test('has the questions answered in the segment, live and in writing, with their text', async () => {
    const question = toQuestionId('civil-1-asks')
    await openNotesPage(
      makeState(
        ...afterTurns,
        ask('civil-1'),
        approve('civil-1-asks'),
        command('chair', 'questions.assign', { question, assignee: 'panel' as PersonId }),
        command('chair', 'questions.show', { question, expectedCurrent: null }, { id: 'answer', at: 900 }),
        command('chair', 'questions.mark-answered', { question, answer: 'live' }, { at: 930 }),
        ask('private-1'),
        approve('private-1-asks'),
        command('desk', 'questions.label', { question: toQuestionId('private-1-asks'), segment: toSegmentId('topic'), tags: [] }),
        command('desk', 'questions.mark-answered', { question: toQuestionId('private-1-asks'), answer: 'in-writing' }),
      ),
    )
    expect(getEntryTexts().slice(1)).toEqual([
      expect.stringMatching(/^12:15Q01.*Remote.*Why\?/),
      expect.stringMatching(/^12:15Answer to Q01: Panel.*Room/),
      expect.stringMatching(/^Q02.*Why\?/),
      'Answer to Q02',
    ])
  })

  test('shows one segment at a time, and the number of notes on each tab', async () => {
    await openNotesPage(makeState(...duringTurn, addNote('a', 'No money'), addNote('b', 'Opened', { segment: toSegmentId('opening') })))
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual([
      'opening1',
      expect.stringMatching(/1.*topic1/),
      'closing',
    ])
    expect(getNoteTexts()).toEqual([expect.stringContaining('No money')])
    await userEvent.click(screen.getByRole('tab', { name: /opening/ }))
    expect(getNoteTexts()).toEqual([expect.stringContaining('Opened')])
  })

  test('keeps a turn in place when it moves from the floor to the past turns', async () => {
    await openNotesPage(makeState(...duringTurn))
    expect(getEntryTexts()[1]).toMatch(/Delegation 1.*Speaking now/)
    await updateNotesPage(makeState(...afterNextCall))
    expect(getEntryTexts()[1]).toMatch(/Delegation 1.*1:25/)
    expect(getEntryTexts()[2]).toMatch(/Speaking now/)
  })

  test('counts the notes of each group by tag, and notes about no speaker separately', async () => {
    await openNotesPage(
      makeState(
        ...duringTurn,
        addNote('a', 'One', { about: civilSubject }),
        addNote('b', 'Two', { about: govSubject, tag: 'success' }),
        addNote('c', 'Three', { tag: null }),
      ),
    )
    expect(getTableCells()[0]).toEqual(['Group', 'Success', 'Failure', 'Expectation', 'مبدأ', 'No tag'])
    const rows = Object.fromEntries(getTableCells().map(([name, ...counts]) => [name, counts.join('')]))
    expect(rows).toMatchObject({ civil: '01000', government: '10000', private: '00000', 'No speaker': '00001' })
    expect(screen.getByRole('link', { name: 'Open the record' }).getAttribute('href')).toBe('/record')
  })

  test('shows the author’s text as plain text, in its own direction', async () => {
    const text = '<img src=x onerror="alert(1)"> مرحبا'
    await openNotesPage(makeState(...duringTurn, addNote('a', text, { about: govSubject })))
    expect(document.querySelector('img')).toBeNull()
    expect(screen.getByText(text).getAttribute('dir')).toBe('auto')
  })
})

describe('writing', () => {
  test('has the focus when the workplace opens; Enter adds a note, Shift and Enter start a new line', async () => {
    await openNotesPage(makeState(...duringTurn))
    expect(document.activeElement).toBe(getField())
    await userEvent.keyboard('Access{Shift>}{Enter}{/Shift}grew{Enter}')
    expect(sent).toEqual([{ type: 'notes.add', data: { text: 'Access\ngrew', tag: null, segment: 'topic', about: govSubject } }])
    expect([getField().value, document.activeElement === getField()]).toEqual(['', true])
    expect(getNoteTexts()).toEqual([expect.stringContaining('Sending')])
  })

  test('adds nothing while an input method composes a character, and adds no empty note', async () => {
    await openNotesPage(makeState(...duringTurn))
    await userEvent.keyboard('{Enter}  {Enter}あ')
    fireEvent.keyDown(getField(), { key: 'Enter', isComposing: true })
    expect(sent).toEqual([])
  })

  test.each([
    ['Alt', { altKey: true }],
    ['Ctrl', { ctrlKey: true }],
  ])('chooses a tag with %s and its number, and removes it the same way; plain digits and AltGr only type', async (_, held) => {
    await openNotesPage(makeState(...duringTurn))
    const getChosen = () => screen.getAllByRole('button', { pressed: true }).map(({ textContent }) => textContent)
    fireEvent.keyDown(getField(), { key: '2', code: 'Digit2', ...held })
    expect(getChosen()).toEqual(['FailureAlt 2'])
    await userEvent.keyboard('s1fe')
    fireEvent.keyDown(getField(), { key: '~', code: 'Digit1', ctrlKey: true, altKey: true })
    expect([getChosen(), getField().value]).toEqual([['FailureAlt 2'], 's1fe'])
    fireEvent.keyDown(getField(), { key: '4', code: 'Numpad4', ...held })
    await userEvent.keyboard('{Enter}')
    expect(sent).toMatchObject([{ data: { tag: 'مبدأ' } }])
    expect(screen.queryAllByRole('button', { pressed: true })).toEqual([])
  })

  test('starts with the current speaker as subject; typing fixes the subject, which is named and can be changed', async () => {
    await openNotesPage(makeState(...duringTurn))
    expect(getSubjectText()).toBe('Note on Delegation 1')
    await userEvent.keyboard('Half a sentence')
    await updateNotesPage(makeState(...afterNextCall))
    expect(getSubjectText()).toBe('Note on Delegation 1')
    expect(getPageText()).toContain('Kept for the person who was speaking when you began')
    await userEvent.keyboard(', done')
    await press('Change to: Note on Company 1')
    expect([getSubjectText(), document.activeElement === getField()]).toEqual(['Note on Company 1', true])
    await userEvent.keyboard('{Enter}')
    expect(sent).toMatchObject([{ data: { text: 'Half a sentence, done', about: { turn: toTurnId('turn-private-1') } } }])
  })

  test('follows the next speaker while nothing is typed, even after another subject was chosen', async () => {
    await openNotesPage(makeState(...duringTurn))
    await press('Write a note: Organization 1')
    expect([getSubjectText(), document.activeElement === getField()]).toEqual(['Note on Organization 1', true])
    await updateNotesPage(makeState(...afterNextCall))
    expect(getSubjectText()).toBe('Note on Company 1')
    await userEvent.keyboard('x')
    await userEvent.clear(getField())
    await updateNotesPage(makeState(...afterNextCall, command('chair', 'floor.mark-absent', { turn: toTurnId('turn-private-1') })))
    expect(getSubjectText()).toMatch(/^Note on 1 topic/)
  })

  test('can have a past turn, a question, or the whole segment as subject', async () => {
    const question = toQuestionId('civil-1-asks')
    const history = [
      ask('civil-1'),
      approve('civil-1-asks'),
      command('desk', 'questions.label', { question, segment: toSegmentId('topic'), tags: [] }),
      command('desk', 'questions.mark-answered', { question, answer: 'in-writing' }),
    ]
    await openNotesPage(makeState(...duringTurn, ...history))
    const choose = (name: RegExp) => userEvent.selectOptions(screen.getByRole('combobox'), screen.getByRole('option', { name }))
    await choose(/Organization 1/)
    await userEvent.keyboard('One{Enter}Two{Enter}')
    await choose(/^Q01/)
    await userEvent.keyboard('Three{Enter}')
    await choose(/1 .*topic/)
    await userEvent.keyboard('Four{Enter}')
    await choose(/The current speaker/)
    await userEvent.keyboard('Five{Enter}')
    expect(sent.map(({ data }) => 'about' in data && data.about)).toEqual([
      civilSubject,
      civilSubject,
      { kind: 'question', question },
      null,
      govSubject,
    ])
  })

  test('survives a change of workplace and a reload, with its tag and subject', async () => {
    await openNotesPage(makeState(...duringTurn))
    await userEvent.keyboard('Not finished')
    fireEvent.keyDown(getField(), { key: '1', code: 'Digit1', altKey: true })
    await updateNotesPage(makeState(...afterNextCall))
    await reopenNotesPage()
    expect([getField().value, getSubjectText()]).toEqual(['Not finished', 'Note on Delegation 1'])
    await userEvent.keyboard(' yet{Enter}')
    expect(sent).toMatchObject([{ data: { text: 'Not finished yet', tag: 'success', about: govSubject } }])
    await reopenNotesPage()
    expect(getField().value).toBe('')
  })

  test.each(['{', '[]', '{"text":1}', '{"text":"Kept","aim":{"target":{"segment":1}}}'])(
    'ignores a stored draft that it did not write: %s',
    async (kept) => {
      localStorage.setItem('rostrum.note.session.desk', kept)
      localStorage.setItem('rostrum.note-edits.session.desk', '{"a":{"text":"Edited"}}')
      await openNotesPage(makeState(...duringTurn))
      expect([getField().value, getSubjectText(), getNoteTexts()]).toEqual([
        kept.includes('Kept') ? 'Kept' : '',
        'Note on Delegation 1',
        [],
      ])
    },
  )

  test('gets the text of a refused note back, and never overwrites a new draft', async () => {
    await openNotesPage(makeState(...duringTurn))
    await userEvent.keyboard('First{Enter}')
    await reply('no-such-tag')
    expect(getField().value).toBe('First')
    expect(getPageText()).toContain('This session does not have this tag.')
    await userEvent.keyboard('{Enter}Second')
    await reply('no-such-tag')
    expect(getField().value).toBe('Second')
  })

  test('does not move when others add notes', async () => {
    await openNotesPage(makeState(...duringTurn))
    await userEvent.keyboard('Mine')
    const mine = getField()
    await updateNotesPage(makeState(...duringTurn, addNote('a', 'Theirs', { about: govSubject })))
    expect([getField() === mine, mine.value, document.activeElement === mine]).toEqual([true, 'Mine', true])
    expect(getNoteTexts()).toEqual([expect.stringContaining('Theirs')])
  })

  test('works before the opening and after the close', async () => {
    await openNotesPage(createState(tags))
    await userEvent.keyboard('Before{Enter}')
    await updateNotesPage(makeState(...duringTurn, endTurn('gov-1', 900), command('chair', 'session.close', {})))
    await userEvent.keyboard('After{Enter}')
    expect(sent).toMatchObject([{ data: { segment: 'opening', about: null } }, { data: { segment: 'topic', about: null } }])
  })
})
