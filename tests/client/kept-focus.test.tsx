// @vitest-environment jsdom
/** The focus never falls to the page: after each press it is on the element that replaced the control. */
import { loadLanguage } from '@rostrum/client/text/text'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { click } from '../support/click.ts'
import { call, command, join, queueOpen, raisePoint, replay, type SentCommand, toEntryId, toTurnId } from '../support/given.ts'
import { openParticipantPage, press, type SurfaceName, updateParticipantPage } from '../support/participant-page.tsx'

// jsdom lacks these browser APIs, and the UI kit needs them.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

const receivedOrder = command('chair', 'queue.set-order', { mode: 'received', suggestOnly: false, expectedMode: 'balanced' })
const started: readonly SentCommand[] = [...queueOpen, receivedOrder]
const others = [...started, join('gov-1'), join('gov-2'), join('private-1')]
const queued = [...others, join('civil-1'), join('technical-1')]
const mine = { entry: toEntryId('civil-1') }
const turn = { turn: toTurnId('turn-civil-1') }
const called = [...started, join('civil-1'), join('gov-1'), call('civil-1')]
const speaking = [...called, command('chair', 'floor.start', turn)]
const held = [...queued, command('civil-1', 'queue.hold', mine)]
const offered = [...queued, command('technical-1', 'queue.offer-swap', { entry: toEntryId('technical-1'), with: mine.entry })]
const reply = command('civil-1', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'civil-1-reply' })

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

type Way = {
  readonly name: string
  readonly before: readonly SentCommand[]
  /** The buttons that are pressed, one after the other. */
  readonly presses: readonly string[]
  readonly after: readonly SentCommand[]
}

const ways: readonly Way[] = [
  { name: 'Request', before: others, presses: ['Request the floor'], after: [...others, join('civil-1')] },
  { name: 'Put on hold', before: queued, presses: ['More', 'Put on hold', 'Put on hold'], after: held },
  { name: 'Back in the order', before: held, presses: ['Back to the list'], after: queued },
  {
    name: 'Withdraw',
    before: queued,
    presses: ['More', 'Withdraw', 'Withdraw'],
    after: [...queued, command('civil-1', 'queue.withdraw', mine)],
  },
  {
    name: 'Accept',
    before: offered,
    presses: ['Accept'],
    after: [...offered, command('civil-1', 'queue.accept-swap', { ...mine, with: toEntryId('technical-1') })],
  },
  {
    name: 'Decline',
    before: offered,
    presses: ['Decline'],
    after: [...offered, command('civil-1', 'queue.refuse-swap', { ...mine, with: toEntryId('technical-1') })],
  },
  {
    name: 'Point of order',
    before: queued,
    presses: ['More', 'Point of order', 'Raise it now'],
    after: [...queued, raisePoint('civil-1')],
  },
  { name: 'Right of reply', before: queued, presses: ['More', 'Right of reply', 'Request it now'], after: [...queued, reply] },
  {
    name: 'I have finished',
    before: speaking,
    presses: ['I have finished', 'End my turn'],
    after: [...speaking, command('civil-1', 'floor.end', turn)],
  },
  {
    name: 'Give up this turn',
    before: called,
    presses: ['I cannot speak now', 'Give up this turn'],
    after: [...called, command('civil-1', 'floor.decline', turn)],
  },
]

const expectFocus = () =>
  waitFor(() => {
    expect(document.activeElement?.tagName).toMatch(/^(BUTTON|H1|H2|P)$/)
    expect(document.activeElement?.closest('[hidden]')).toBeNull()
  })

describe.each<SurfaceName>(['room', 'remote'])('%s', (where) => {
  test.each(ways)('[V33] after $name the focus is on the element that replaced the control', async ({ before, presses, after }) => {
    openParticipantPage(replay(before), 'civil-1', where)
    for (const name of presses) {
      const found = screen.getAllByRole('button', { name }).at(-1) as HTMLElement
      await click(found)
      await expectFocus()
    }
    updateParticipantPage(replay(after), 'civil-1', where)
    await expectFocus()
  })
})

test('[V33] a question before an action takes the focus, and gives it back', async () => {
  openParticipantPage(replay(queued), 'civil-1')
  await press('More')
  await press('Withdraw')
  expect(document.activeElement?.textContent).toContain('You will lose your place')
  await press('Stay on the list')
  expect(document.activeElement?.textContent).toBe('Withdraw')
})

test('[V33] if a heading replaced the control, the heading has the focus', async () => {
  openParticipantPage(replay(others), 'civil-1')
  await press('Request the floor')
  updateParticipantPage(replay([...others, join('civil-1')]), 'civil-1')
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('You are 4th.'))
})

test('[V33] a person who has moved the focus from the control to the page keeps it there', async () => {
  openParticipantPage(replay(others), 'civil-1')
  const button = screen.getByRole('button', { name: 'Request the floor' })
  button.focus()
  button.blur()
  await new Promise((resolve) => setTimeout(resolve))
  updateParticipantPage(replay([...others, join('civil-1')]), 'civil-1')
  await new Promise((resolve) => setTimeout(resolve))
  expect(document.activeElement).toBe(document.body)
})

test.each(['room', 'remote'] as const)(
  '[V317] %s: by keyboard the subject is written in its field, and the focus comes back to its button',
  async (where) => {
    openParticipantPage(replay(queued), 'civil-1', where)
    for (const leave of ['{Tab}{Enter}', '{Escape}', ' {Enter}']) {
      await press('More')
      screen.getByRole('button', { name: 'Add the subject' }).focus()
      await userEvent.keyboard('{Enter}')
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^What will you speak about/ }))
      await userEvent.keyboard(leave)
      await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add the subject' })))
      await userEvent.keyboard('{Escape}')
      expect(screen.queryByRole('button', { name: 'Add the subject' })).toBeNull()
    }
  },
)
