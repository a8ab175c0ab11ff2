// @vitest-environment jsdom
/** The smaller acts of a participant: each that loses something asks, each is answered, and each page begins at its top. */
import { loadLanguage } from '@rostrum/client/text/text'
import { screenReader } from '@rostrum/client/ui/screen-reader'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { command, join, queueOpen, raisePoint, replay } from '../support/given.ts'
import { openParticipantPage, press, queryButton, sent } from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  sent.length = 0
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const reply = command('gov-1', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' })

test.each([
  ['request', join('gov-1'), 'gov-1'],
  ['right of reply', reply, 'reply'],
  ['point of order', raisePoint('gov-1'), 'gov-1-point'],
])('[V269] withdrawing asks first, and is spoken when it is done: %s', async (kind, request, entry) => {
  const say = vi.spyOn(screenReader, 'say')
  openParticipantPage(replay([...queueOpen, request]), 'gov-1')
  if (kind === 'request') await press('More')
  await press('Withdraw')
  expect(sent).toEqual([])
  await press('Withdraw')
  expect(sent).toMatchObject([{ type: 'queue.withdraw', data: { entry: expect.stringContaining(entry.slice(0, 5)) } }])
  await waitFor(() => expect(say.mock.calls.flat()).toContain(`Your ${kind} has been withdrawn.`))
})

test('[V270] Escape closes what “More” has opened, and the focus is on “More”', async () => {
  openParticipantPage(replay([...queueOpen, join('gov-1')]), 'gov-1')
  await press('More')
  screen.getByRole('button', { name: 'Withdraw' }).focus()
  await userEvent.keyboard('{Escape}')
  expect(queryButton('Withdraw')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More' }))
})

test.each(['room', 'remote'] as const)(
  '[V318] %s: “More” has one form open at a time, Escape closes it first, and closing the menu closes it',
  async (where) => {
    openParticipantPage(replay([...queueOpen, join('gov-1'), join('civil-1'), join('private-1')]), 'gov-1', where)
    await press('More')
    await press('Point of order')
    expect(queryButton('Raise it now')).not.toBeNull()
    await press('Add the subject')
    expect([queryButton('Raise it now'), document.activeElement?.tagName]).toEqual([null, 'INPUT'])
    await press('Change places')
    expect(screen.queryByRole('textbox', { name: /^What will you speak about/ })).toBeNull()
    await press('Withdraw')
    expect(document.activeElement?.textContent).toContain('You will lose your place')
    await userEvent.keyboard('{Escape}')
    expect([queryButton('Stay on the list'), document.activeElement]).toEqual([null, queryButton('Withdraw')])
    await press('Point of order')
    await press('More')
    await press('More')
    expect([queryButton('Raise it now'), queryButton('Point of order') !== null]).toEqual([null, true])
    await press('Point of order')
    screen.getByRole('button', { name: 'More' }).focus()
    await userEvent.keyboard('{Escape}')
    expect([queryButton('Raise it now'), document.activeElement]).toEqual([null, queryButton('Point of order')])
    await userEvent.keyboard('{Escape}')
    expect([queryButton('Point of order'), document.activeElement]).toEqual([null, queryButton('More')])
  },
)

test('[V270] each tab of the phone begins at its top', async () => {
  openParticipantPage(replay(queueOpen), 'gov-1')
  const scroller = screen.getByRole('group', { name: /\S/ })
  scroller.scrollTop = 400
  await press('Agenda')
  expect(scroller.isConnected).toBe(true)
  expect(scroller.scrollTop).toBe(0)
})
