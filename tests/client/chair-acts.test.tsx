// @vitest-environment jsdom
/** The acts of the Chair on the page: their commands, and what is shown before it is final. */
import { useSessionStore } from '@rostrum/client/session/store'
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { asked, calling, dialog, findUndo, getMain, listTypes, openPage, press, show, speaking, turn } from '../support/chair-page.tsx'
import { click } from '../support/click.ts'
import { clearSent, sent } from '../support/fake-connection.ts'
import { createState } from '../support/fixtures.ts'
import { approve, ask, command, join, openSession, queueOpen, raisePoint, replay } from '../support/given.ts'

test('[L16] while a press is being sent the button keeps its words, and shows when the press waits', async () => {
  await openPage(replay([...queueOpen, join('gov-1')]))
  await press(/^Call next/)
  expect(getMain().textContent).toBe('Call nextSending')
  expect(getMain().getAttribute('aria-busy')).toBe('true')
  act(() => useSessionStore.setState((now) => ({ pending: now.pending.map((one) => ({ ...one, pressedAt: Date.now() - 2000 })) })))
  expect(getMain().textContent).toBe('Call nextSending')
  act(() => useSessionStore.setState((now) => ({ pending: now.pending.map((one) => ({ ...one, pressedAt: Date.now() - 3100 })) })))
  expect(getMain().textContent).toBe('Call nextWaiting to send')
})

test('[F36] the main button recognizes a waiting point of order, and pauses the clock', async () => {
  await openPage(replay([...speaking, raisePoint('civil-1')]))
  await press(/^Recognize, pause the clock/)
  expect(sent).toEqual([{ type: 'floor.recognize', data: { entry: expect.stringContaining('civil-1-point'), expectedCurrent: turn } }])
})

test('[F40, U7] one press that ended a turn and went to another segment is named in full, with one undo', async () => {
  await openPage(replay(speaking))
  const went = { to: 'topic' as never, expectedCurrent: 'opening' as never, endsTurn: turn }
  act(() => show(replay([...speaking, command('chair', 'agenda.go', went, { id: 'go' })])))
  expect(document.body.textContent).toMatch(/Ended the turn of .?Delegation 1.?, went to/)
  expect(findUndo()).toBe('Undo both')
})

test('[S13] while the session is suspended no control of the floor is drawn', async () => {
  for (const history of [speaking, calling]) {
    await openPage(replay([...history, command('chair', 'session.suspend', {}, { id: 'suspend' })]))
    const names = history === speaking ? [/^(Pause|Resume)$/, /^\+30.s$/, /^Ask to conclude/] : [/^Not here/, /^Call someone else/]
    expect(names.flatMap((name) => screen.queryAllByRole('button', { name }))).toEqual([])
    expect(getMain().textContent).toMatch(/^Resume the meeting/)
    expect(findUndo()).toBe('Undo suspension')
    cleanup()
  }
})

test('[A15] after the opening the main button opens the list, and the area of the list offers the other acts', async () => {
  await openPage(replay([openSession]))
  expect(getMain().textContent).toBe('Open the list of speakers12 in the room, 8 remote')
  const place = within(screen.getByRole('list', { name: 'What comes next' }))
  expect(place.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Go to 1 topic/),
    expect.stringMatching(/^Give the floor to the panel/),
    expect.stringMatching(/^Give the floor to any participant/),
  ])
  await click(getMain())
  expect(listTypes()).toEqual(['queue.open'])
})

test('[A15] the floor can be given to anybody who takes part, found by organization', async () => {
  await openPage(replay([openSession]))
  await press(/^Give the floor to any participant/)
  await userEvent.type(dialog().getByRole('textbox'), 'perm')
  await click(await dialog().findByRole('radio', { name: /Permanent mission/ }))
  await press(/^Give the floor to Permanent|^Give the floor to/, dialog())
  expect(sent).toEqual([{ type: 'floor.give', data: { person: 'gov-2', expectedCurrent: null, expectedNext: null } }])
})

test('[V426] the search among all participants lists nobody of the panel before something is typed', async () => {
  await openPage(replay([openSession]))
  await press(/^Give the floor to any participant/)
  expect(dialog().queryAllByRole('radio')).toEqual([])
  await userEvent.type(dialog().getByRole('textbox'), 'perm')
  expect(await dialog().findAllByRole('radio')).toHaveLength(1)
})

test('[A15] a panel of one is chosen already', async () => {
  await openPage(replay([openSession]))
  await press(/^Give the floor to the panel/)
  expect(dialog().getAllByRole('radio')).toHaveLength(1)
  await press(/^Give the floor to (?!the panel)/, dialog())
  expect(sent).toMatchObject([{ type: 'floor.give', data: { person: 'panel' } }])
})

test('[A16] going on while somebody speaks shows whose turn ends and who is not heard, then ends the turn and moves on', async () => {
  await openPage(replay(speaking))
  await press('More cues for the speaker')
  await click(screen.getByRole('menuitem', { name: /^End and go to/ }))
  const text = screen.getByRole('dialog').textContent ?? ''
  expect(text).toMatch(/will be interrupted/)
  expect(text).toMatch(/2 people waiting have not been heard/)
  await press(/^End now and go to/, dialog())
  expect(sent).toEqual([{ type: 'agenda.go', data: { to: 'topic', expectedCurrent: 'opening', endsTurn: turn } }])
})

test('[A16] an act chosen for the end of the turn becomes the main button', async () => {
  await openPage(replay(speaking))
  await press('More cues for the speaker')
  await click(screen.getByRole('menuitem', { name: /^End and go to/ }))
  await press(/^After this speaker/, dialog())
  const intended = { turn, act: { kind: 'go', to: 'topic' as never } } as const
  expect(sent).toEqual([{ type: 'floor.intend', data: intended }])
  act(() => show(replay([...speaking, command('chair', 'floor.intend', intended, { id: 'later' })])))
  expect(getMain().textContent).toMatch(/^End and go to 1 topic/)
  expect(document.body.textContent).toMatch(/Postponed until after .?Delegation 1/)
  expect(findUndo()).toBe('Undo postponement')
})

test('[A16] going on from a call that has not started undoes the call', async () => {
  await openPage(replay(calling))
  await press(/^Session menu/)
  await click(screen.getByRole('menuitem', { name: /^Go to another item/ }))
  await press(/^Undo the call and go to/, dialog())
  expect(sent).toEqual([{ type: 'agenda.go', data: { to: 'topic', expectedCurrent: 'opening', endsTurn: turn } }])
})

test('[A16] before the close the page shows that it is soon final, whose turn ends, and who and which questions are not reached', async () => {
  await openPage(replay([...speaking, ask('private-1', 'Who pays?', 'asked'), approve('asked')], createState()))
  await press(/^Session menu/)
  await click(screen.getByRole('menuitem', { name: /^Close the meeting/ }))
  const text = screen.getByRole('dialog').textContent ?? ''
  for (const part of [
    'For one minute you can take this back',
    'Speaking now: will be interrupted',
    '2 speakers not reached',
    '1 question not reached',
    'Q01',
  ])
    expect(text).toContain(part)
  await press(/^Let the speaker finish, then close/, dialog())
  const intended = { turn, act: { kind: 'close' } } as const
  expect(sent).toEqual([{ type: 'floor.intend', data: intended }])
  act(() => show(replay([...speaking, command('chair', 'floor.intend', intended, { id: 'later' })])))
  expect(getMain().textContent).toMatch(/^End and close the meeting/)
  clearSent()
  await press(/^Session menu/)
  await click(screen.getByRole('menuitem', { name: /^Close the meeting/ }))
  await press(/^Close now and interrupt the speaker/, dialog())
  expect(listTypes()).toEqual(['session.close'])
})

test('[T31] the Chair reviews questions in the place of the list, while floor and next action stay as they were', async () => {
  await openPage(replay([...speaking, ask('private-1', 'Who pays?', 'asked')]))
  await press('Review 1 question')
  expect(screen.getByRole('heading', { name: 'Review questions' })).toBe(document.activeElement)
  expect(getMain().textContent).toMatch(/^End and call next/)
  await press(/^Approve/)
  expect(sent).toEqual([{ type: 'questions.approve', data: { question: expect.stringContaining('asked') } }])
  await press('Back to the list of speakers')
  expect(document.activeElement?.textContent).toBe('Review 1 question')
  await press(/^Session menu/)
  await click(screen.getByRole('menuitem', { name: 'Review questions' }))
  expect(screen.getByRole('heading', { name: 'Review questions' })).toBeTruthy()
})

test('[Q23] taking the rights of reply now makes the first of them the next call, even during a turn', async () => {
  const reply = command('technical-1', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' })
  await openPage(replay([...speaking, reply]))
  expect(getMain().textContent).not.toMatch(/right of reply/)
  await press(/^Take it first/)
  expect(sent).toEqual([{ type: 'queue.advance-replies', data: {} }])
  act(() => show(replay([...speaking, reply, command('chair', 'queue.advance-replies', {}, { id: 'first' })])))
  expect(getMain().textContent).toMatch(/^End and call next.*right of reply/)
})

test('[Q25] somebody who has not asked is found by name and called instead of the called speaker', async () => {
  await openPage(replay(calling))
  await press('More cues for the speaker')
  await click(screen.getByRole('menuitem', { name: /^Call someone else/ }))
  await userEvent.type(dialog().getByRole('textbox'), 'perm')
  await click(await dialog().findByRole('radio', { name: /Permanent mission.*In the room, not on the list/ }))
  await press(/^Call .*Permanent mission/, dialog())
  expect(sent).toEqual([{ type: 'floor.give', data: { person: 'gov-2', expectedCurrent: turn, expectedNext: expect.any(String) } }])
})

test('[P45] the phone number of the roster is an alert while the called person is not connected', async () => {
  const away = (people: object) =>
    act(() =>
      useSessionStore.setState(({ view }) => ({ view: view && { ...view, presence: { room: 12, remote: 8, away: people } as never } })),
    )
  asked.length = 0
  await openPage(replay(calling))
  expect(asked).toEqual([])
  away({ 'gov-1': 1 })
  await screen.findByText(/Phone: .?\+41 22 917/)
  expect(asked).toEqual(['/api/staff/phone?person=gov-1'])
  away({})
  expect(screen.queryByText(/^Phone:/)).toBeNull()
  act(() => show(replay(speaking)))
  away({ 'gov-1': 1 })
  expect(screen.queryByText(/^Phone:/)).toBeNull()
})
