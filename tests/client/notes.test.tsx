// @vitest-environment jsdom
/** The note-takers' desk: quick while somebody speaks, from the keyboard, and never under one's hands. */
import { load } from '@rostrum/client/text/text'
import type { PersonId, SegmentId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, sent } from '../support/fake-connection.ts'
import { founded, plan } from '../support/fixtures.ts'
import { approves, asks, calls, joins, listOpen, questionOf, type Said, said, stateAfter, turnOf } from '../support/given.ts'
import { again, aim, comesIn, entries, field, opens, pageText, points, press, table } from '../support/notes-page.tsx'

// The kit asks the browser for this, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text })

beforeEach(() => load('en', 'all'))
afterEach(() => {
  cleanup()
  localStorage.clear()
})

const segment = (id: string) => id as SegmentId
const tags = { ...plan, notes: { tags: ['success', 'failure', 'expectation', 'مبدأ'] } }
const moment = (...history: readonly Said[]): State => stateAfter([...listOpen, ...history], founded(tags))
const starts = (who: string, at: number) => said('chair', 'floor.start', { turn: turnOf(`turn-${who}`) }, { at })
const ends = (who: string, at: number) => said('chair', 'floor.end', { turn: turnOf(`turn-${who}`) }, { at })
const notes = (id: string, text: string, more: object = {}) =>
  said('desk', 'notes.add', { text, tag: 'failure', segment: segment('topic'), about: null, ...more }, { id })

/** One has spoken for 2:51 in the topic, another speaks, a third waits. */
const spoken: readonly Said[] = [
  said('chair', 'agenda.go', { to: segment('topic'), expectedCurrent: segment('opening') }, { at: 600 }),
  joins('civil-1', 610),
  joins('gov-1', 611),
  joins('private-1', 612),
  calls('civil-1', { at: 620 }),
  starts('civil-1', 630),
  ends('civil-1', 801),
]
const speaking: readonly Said[] = [...spoken, calls('gov-1', { at: 810 }), starts('gov-1', 815)]
const gov = { kind: 'turn', turn: turnOf('turn-gov-1') }
const civil = { kind: 'turn', turn: turnOf('turn-civil-1') }
const next: readonly Said[] = [...speaking, ends('gov-1', 900), calls('private-1', { at: 905 })]

describe('what is listed', () => {
  it('has every turn of the part with its time, organization, channel and length, and the points under it', async () => {
    await opens(moment(...speaking, notes('a', 'No money', { about: civil }), notes('b', 'Access grew', { about: gov, tag: 'success' })))
    const [first, second] = entries()
    expect(first).toMatch(/^12:10Organization 1.*Remote2:51.*FailureNo money/)
    expect(second).toMatch(/^12:13Delegation 1.*RoomSpeaking now.*SuccessAccess grew/)
    expect(entries()).toHaveLength(2)
  })

  it('has the questions answered in it, live and in writing, with their text', async () => {
    const question = questionOf('civil-1-asks')
    await opens(
      moment(
        ...spoken,
        asks('civil-1'),
        approves('civil-1-asks'),
        said('chair', 'questions.put', { question, to: 'panel' as PersonId }),
        said('chair', 'questions.show', { question, expectedCurrent: null }, { id: 'answer', at: 900 }),
        said('chair', 'questions.settle', { question, answer: 'live' }, { at: 930 }),
        asks('private-1'),
        approves('private-1-asks'),
        said('desk', 'questions.label', { question: questionOf('private-1-asks'), segment: segment('topic'), tags: [] }),
        said('desk', 'questions.settle', { question: questionOf('private-1-asks'), answer: 'in-writing' }),
      ),
    )
    expect(entries().slice(1)).toEqual([expect.stringMatching(/^12:15Q01.*Why\?/), expect.stringMatching(/^Q02.*Why\?/)])
  })

  it('shows a part at a time, each tab with the number of its points', async () => {
    await opens(moment(...speaking, notes('a', 'No money'), notes('b', 'Opened', { segment: segment('opening') })))
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual([
      'opening1',
      expect.stringMatching(/1.*topic1/),
      'closing',
    ])
    expect(points()).toEqual([expect.stringContaining('No money')])
    await userEvent.click(screen.getByRole('tab', { name: /opening/ }))
    expect(points()).toEqual([expect.stringContaining('Opened')])
  })

  it('keeps a turn in its place when it goes from the floor among those that are over', async () => {
    await opens(moment(...speaking))
    expect(entries()[1]).toMatch(/Delegation 1.*Speaking now/)
    await comesIn(moment(...next))
    expect(entries()[1]).toMatch(/Delegation 1.*1:25/)
    expect(entries()[2]).toMatch(/Speaking now/)
  })

  it('counts the points of each group by tag, and what nobody said apart', async () => {
    await opens(
      moment(
        ...speaking,
        notes('a', 'One', { about: civil }),
        notes('b', 'Two', { about: gov, tag: 'success' }),
        notes('c', 'Three', { tag: null }),
      ),
    )
    expect(table()[0]).toEqual(['Group', 'Success', 'Failure', 'Expectation', 'مبدأ', 'No tag'])
    const rows = Object.fromEntries(table().map(([name, ...counts]) => [name, counts.join('')]))
    expect(rows).toMatchObject({ civil: '01000', Government: '10000', private: '00000', 'No speaker': '00001' })
    expect(screen.getByRole('link', { name: 'Open the record' }).getAttribute('href')).toBe('/record')
  })

  it('keeps what somebody wrote as text, in its own direction', async () => {
    const text = '<img src=x onerror="alert(1)"> مرحبا'
    await opens(moment(...speaking, notes('a', text, { about: gov })))
    expect(document.querySelector('img')).toBeNull()
    expect(screen.getByText(text).getAttribute('dir')).toBe('auto')
  })
})

describe('writing', () => {
  it('has the focus as the workplace opens; Enter adds, Shift and Enter make a new line', async () => {
    await opens(moment(...speaking))
    expect(document.activeElement).toBe(field())
    await userEvent.keyboard('Access{Shift>}{Enter}{/Shift}grew{Enter}')
    expect(sent).toEqual([{ type: 'notes.add', data: { text: 'Access\ngrew', tag: null, segment: 'topic', about: gov } }])
    expect([field().value, document.activeElement === field()]).toEqual(['', true])
    expect(points()).toEqual([expect.stringContaining('Sending')])
  })

  it('adds nothing while letters are composed, nor of nothing', async () => {
    await opens(moment(...speaking))
    await userEvent.keyboard('{Enter}  {Enter}あ')
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true })
    expect(sent).toEqual([])
  })

  it.each([
    ['Alt', { altKey: true }],
    ['Ctrl', { ctrlKey: true }],
  ])('chooses a tag with %s and its number, and takes it off again; letters and AltGr only write', async (_, held) => {
    await opens(moment(...speaking))
    const chosen = () => screen.getAllByRole('button', { pressed: true }).map(({ textContent }) => textContent)
    fireEvent.keyDown(field(), { key: '2', code: 'Digit2', ...held })
    expect(chosen()).toEqual(['FailureAlt 2'])
    await userEvent.keyboard('s1fe')
    fireEvent.keyDown(field(), { key: '~', code: 'Digit1', ctrlKey: true, altKey: true })
    expect([chosen(), field().value]).toEqual([['FailureAlt 2'], 's1fe'])
    fireEvent.keyDown(field(), { key: '4', code: 'Numpad4', ...held })
    await userEvent.keyboard('{Enter}')
    expect(sent).toMatchObject([{ data: { tag: 'مبدأ' } }])
    expect(screen.queryAllByRole('button', { pressed: true })).toEqual([])
  })

  it('is for whoever speaks, until something is typed: then it stays, says so, and can be changed', async () => {
    await opens(moment(...speaking))
    expect(aim()).toBe('Note on Delegation 1')
    await userEvent.keyboard('Half a sentence')
    await comesIn(moment(...next))
    expect(aim()).toBe('Note on Delegation 1')
    expect(pageText()).toContain('Kept for the person who was speaking when you began')
    await userEvent.keyboard(', done')
    await press('Change to: Note on Company 1')
    expect([aim(), document.activeElement === field()]).toEqual(['Note on Company 1', true])
    await userEvent.keyboard('{Enter}')
    expect(sent).toMatchObject([{ data: { text: 'Half a sentence, done', about: { turn: turnOf('turn-private-1') } } }])
  })

  it('follows the next speaker where nothing was typed, also when another had been chosen', async () => {
    await opens(moment(...speaking))
    await press('Write a note: Organization 1')
    expect([aim(), document.activeElement === field()]).toEqual(['Note on Organization 1', true])
    await comesIn(moment(...next))
    expect(aim()).toBe('Note on Company 1')
    await userEvent.keyboard('x')
    await userEvent.clear(field())
    await comesIn(moment(...next, said('chair', 'floor.absent', { turn: turnOf('turn-private-1') })))
    expect(aim()).toMatch(/^Note on 1 topic/)
  })

  it('can be for a turn that is over, for a question, and for the part as a whole', async () => {
    const question = questionOf('civil-1-asks')
    const history = [
      asks('civil-1'),
      approves('civil-1-asks'),
      said('desk', 'questions.label', { question, segment: segment('topic'), tags: [] }),
      said('desk', 'questions.settle', { question, answer: 'in-writing' }),
    ]
    await opens(moment(...speaking, ...history))
    const choose = (name: RegExp) => userEvent.selectOptions(screen.getByRole('combobox'), screen.getByRole('option', { name }))
    await choose(/Organization 1/)
    await userEvent.keyboard('One{Enter}Two{Enter}')
    await choose(/Q01/)
    await userEvent.keyboard('Three{Enter}')
    await choose(/1 .*topic/)
    await userEvent.keyboard('Four{Enter}')
    await choose(/The present speaker/)
    await userEvent.keyboard('Five{Enter}')
    expect(sent.map(({ data }) => 'about' in data && data.about)).toEqual([civil, civil, { kind: 'question', question }, null, gov])
  })

  it('survives a change of workplace and a reload, with its tag and whom it is for', async () => {
    await opens(moment(...speaking))
    await userEvent.keyboard('Not finished')
    fireEvent.keyDown(field(), { key: '1', code: 'Digit1', altKey: true })
    await comesIn(moment(...next))
    await again()
    expect([field().value, aim()]).toEqual(['Not finished', 'Note on Delegation 1'])
    await userEvent.keyboard(' yet{Enter}')
    expect(sent).toMatchObject([{ data: { text: 'Not finished yet', tag: 'success', about: gov } }])
    await again()
    expect(field().value).toBe('')
  })

  it.each(['{', '[]', '{"text":1}', '{"text":"Kept","aim":{"target":{"segment":1}}}'])(
    'takes up nothing that it did not keep: %s',
    async (kept) => {
      localStorage.setItem('rostrum.note.session.desk', kept)
      localStorage.setItem('rostrum.note-edits.session.desk', '{"a":{"text":"Edited"}}')
      await opens(moment(...speaking))
      expect([field().value, aim(), points()]).toEqual([kept.includes('Kept') ? 'Kept' : '', 'Note on Delegation 1', []])
    },
  )

  it('gives refused words back, and never over what is being written', async () => {
    await opens(moment(...speaking))
    await userEvent.keyboard('First{Enter}')
    await answer('no-such-tag')
    expect(field().value).toBe('First')
    expect(pageText()).toContain('not one of this session')
    await userEvent.keyboard('{Enter}Second')
    await answer('no-such-tag')
    expect(field().value).toBe('Second')
  })

  it('does not move under the hands when others add points', async () => {
    await opens(moment(...speaking))
    await userEvent.keyboard('Mine')
    const mine = field()
    await comesIn(moment(...speaking, notes('a', 'Theirs', { about: gov })))
    expect([field() === mine, mine.value, document.activeElement === mine]).toEqual([true, 'Mine', true])
    expect(points()).toEqual([expect.stringContaining('Theirs')])
  })

  it('goes on before the opening and after the close', async () => {
    await opens(founded(tags))
    await userEvent.keyboard('Before{Enter}')
    await comesIn(moment(...speaking, ends('gov-1', 900), said('chair', 'session.close', {})))
    await userEvent.keyboard('After{Enter}')
    expect(sent).toMatchObject([{ data: { segment: 'opening', about: null } }, { data: { segment: 'topic', about: null } }])
  })
})
