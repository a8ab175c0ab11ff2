// @vitest-environment jsdom
/** My position on phone and laptop: its cause, letting another speaker go first, swapping, and the warnings before my turn. */
import { loadLanguage } from '@rostrum/client/text/text'
import { screenReader } from '@rostrum/client/ui/screen-reader'
import type { GroupId } from '@rostrum/shared/contract/ids'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterNoon } from '../support/fixtures.ts'
import { command, join, queueOpen, replay, type SentCommand, toEntryId } from '../support/given.ts'
import { getPageText, openParticipantPage, press, queryButton, sent, updateParticipantPage } from '../support/participant-page.tsx'

// jsdom lacks these browser APIs, and the UI kit needs them.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

const receivedOrder = command('chair', 'queue.set-order', { mode: 'received', suggestOnly: false, expectedMode: 'balanced' })
const queueStarted: readonly SentCommand[] = [...queueOpen, receivedOrder]
const fiveRequests = [...queueStarted, join('gov-1'), join('gov-2'), join('civil-1'), join('private-1'), join('technical-1')]
const stateAfterFive = (...more: readonly SentCommand[]) => replay([...fiveRequests, ...more])

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  sent.length = 0
  localStorage.clear()
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test('[Q24, V419] the warning shown before asking stays after asking, as long as it is true', () => {
  const warning = /The time planned for this item ends at .*You may not be reached\./
  const late = 60
  openParticipantPage(stateAfterFive(), 'guest-1', 'room', late)
  expect(getPageText()).toContain('If you request the floor now, you may not be reached.')
  cleanup()
  for (const surface of ['room', 'remote'] as const) {
    openParticipantPage(stateAfterFive(join('guest-1', late)), 'guest-1', surface, late)
    expect(getPageText()).toMatch(warning)
    cleanup()
  }
  // The first in the list will be reached in time, and so sees no warning.
  openParticipantPage(stateAfterFive(), 'gov-2', 'room', 60)
  expect(getPageText()).not.toMatch(/may not be reached/)
  updateParticipantPage(stateAfterFive(), 'technical-1', 'room', 100_000)
  expect(getPageText()).toContain('The time planned for this item is over. You may not be reached.')
})

test('[Q24, F28] after the last word people who wait read that they may not be reached, and nobody is next', () => {
  const [next, last] = [toEntryId('gov-1'), toEntryId('civil-1')]
  openParticipantPage(
    stateAfterFive(command('chair', 'floor.call-last', { entry: last, expectedCurrent: null, expectedNext: next })),
    'gov-1',
  )
  expect(getPageText()).toContain('The Chair has called the last speaker. You may not be reached.')
  expect(getPageText()).not.toContain('You are next')
})

test('[F99] after the last word nobody who waits reads a time, or is to be ready', () => {
  const lastWord = (who: string) =>
    command('chair', 'floor.call-last', { entry: toEntryId('civil-1'), expectedCurrent: null, expectedNext: toEntryId(who) })
  for (const person of ['gov-1', 'private-1', 'gov-2']) {
    openParticipantPage(stateAfterFive(lastWord('gov-1')), person)
    expect(getPageText()).not.toMatch(/about \d|between|microphone|stay close/i)
    cleanup()
  }
})

test('[Q45] a speaker lets the next one go first, and is asked before', async () => {
  openParticipantPage(stateAfterFive(), 'civil-1')
  await press('More')
  await press('Let one speaker go first')
  const question = await screen.findByText(/^Let .+ go first\? You will be .+ instead of .+\. This cannot be undone\.$/)
  expect([sent, document.activeElement]).toEqual([[], question])
  await press('Cancel')
  expect([sent, screen.queryByText(/go first\?/)]).toEqual([[], null])
  await press('Let one speaker go first')
  await press('Let them go first')
  expect(sent).toEqual([{ type: 'queue.defer', data: { entry: toEntryId('civil-1'), after: toEntryId('private-1') } }])
})

test('the last speaker has nobody to let go first, and can still swap positions', async () => {
  openParticipantPage(stateAfterFive(), 'technical-1')
  await press('More')
  expect(queryButton('Let one speaker go first')).toBeNull()
  expect(queryButton('Change places')).not.toBeNull()
})

test('the status names the speaker who was let go first', async () => {
  openParticipantPage(
    stateAfterFive(command('civil-1', 'queue.defer', { entry: toEntryId('civil-1'), after: toEntryId('private-1') })),
    'civil-1',
  )
  await press('Why am I 4th?')
  await screen.findByText(/Of those still waiting/)
  expect(getPageText()).toContain(
    'Of those still waiting, you were the 3rd to request the floor. You let Company 1 go first. 2 requested the floor before you.',
  )
  expect(getPageText()).toContain('The Chair has not moved you.')
})

test('a speaker moved by the Chair reads that, and never the opposite', async () => {
  openParticipantPage(stateAfterFive(command('chair', 'queue.move', { entry: toEntryId('civil-1'), before: null })), 'civil-1')
  await press('Why am I 5th?')
  await screen.findByText(/Of those still waiting/)
  expect(getPageText()).toContain('Of those still waiting, you were the 3rd to request the floor. The Chair moved you.')
  expect(getPageText()).not.toContain('has not moved you')
})

test('the swap sheet lists the waiting speakers who have a device, and asks the one who is pressed', async () => {
  const added = command('desk', 'queue.add', {
    kind: 'intervention',
    person: null,
    entity: 'Without a device',
    speaker: null,
    group: 'civil' as GroupId,
    requestChannel: 'room',
    seenAt: afterNoon(1),
    note: null,
  })
  openParticipantPage(stateAfterFive(added), 'civil-1')
  await press('More')
  await press('Change places')
  const sheet = await screen.findByRole('region', { name: 'Change places with' })
  // The sheet is loaded when it is asked for, and takes the focus when it is there.
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Change places with'))
  const names = [...sheet.querySelectorAll('li')].map((row) => row.textContent)
  expect(names).toHaveLength(4)
  expect(names.join()).not.toContain('Without a device')
  await press(/Laboratory 1/)
  expect(sent).toEqual([{ type: 'queue.offer-swap', data: { entry: toEntryId('civil-1'), with: toEntryId('technical-1') } }])
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Change places with' })).toBeNull())
})

test('Escape closes the sheet, the focus returns to its button, and nothing is sent', async () => {
  openParticipantPage(stateAfterFive(), 'civil-1')
  await press('More')
  await press('Change places')
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('region', { name: 'Change places with' })).toBeNull()
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Change places'))
  expect(sent).toEqual([])
})

const stateAfterOffer = () =>
  stateAfterFive(command('technical-1', 'queue.offer-swap', { entry: toEntryId('technical-1'), with: toEntryId('civil-1') }))

test('an offer waits for its answer and can be cancelled; until then no second offer is possible', async () => {
  openParticipantPage(stateAfterOffer(), 'technical-1')
  expect(getPageText()).toContain('Offered to Organization 1. Waiting for their answer.')
  expect(queryButton('Change places')).toBeNull()
  await press('Withdraw the offer')
  expect(sent).toEqual([{ type: 'queue.offer-swap', data: { entry: toEntryId('technical-1'), with: null } }])
})

test.each([
  ['Accept', 'queue.accept-swap'],
  ['Decline', 'queue.refuse-swap'],
])('an offer made to me shows both positions, is spoken, and gets an answer: %s', async (name, type) => {
  const say = vi.spyOn(screenReader, 'say')
  openParticipantPage(stateAfterOffer(), 'civil-1')
  const words = 'Laboratory 1 asks to change places with you: you would be 5th instead of 3rd.'
  expect(getPageText()).toContain(words)
  expect(say.mock.calls.map(([spoken]) => spoken)).toContain(words)
  await press(name)
  expect(sent).toEqual([{ type, data: { entry: toEntryId('civil-1'), with: toEntryId('technical-1') } }])
})

test('after the swap both speakers see the cause of their position', async () => {
  const swapped = replay([
    ...fiveRequests,
    command('technical-1', 'queue.offer-swap', { entry: toEntryId('technical-1'), with: toEntryId('civil-1') }),
    command('civil-1', 'queue.accept-swap', { entry: toEntryId('civil-1'), with: toEntryId('technical-1') }),
  ])
  openParticipantPage(swapped, 'civil-1')
  await press('Why am I 5th?')
  await screen.findByText(/Of those still waiting/)
  expect(getPageText()).toContain('Of those still waiting, you were the 3rd to request the floor. You changed places with another speaker.')
})

test('near the floor a speaker is warned: three before, spoken once, and one before, with instructions', () => {
  const say = vi.spyOn(screenReader, 'say')
  const countStayClose = () => say.mock.calls.filter(([words]) => /stay close/.test(words)).length
  openParticipantPage(stateAfterFive(), 'private-1')
  expect(getPageText()).toContain('There are three speakers before you. Please stay close by.')
  expect(countStayClose()).toBe(1)
  updateParticipantPage(replay([...fiveRequests, command('gov-1', 'queue.withdraw', { entry: toEntryId('gov-1') })]), 'private-1')
  expect(getPageText()).toContain('There are two speakers before you. Please stay close by.')
  // It waits to be spoken, and is replaced.
  expect(screenReader.waits('near')).toBe(true)
  expect(say.mock.calls.at(-1)).toEqual(['There are two speakers before you. Please stay close by.', 'near'])
  expect(queryButton('I am ready')).toBeNull()
  updateParticipantPage(
    replay([
      ...fiveRequests,
      command('gov-1', 'queue.withdraw', { entry: toEntryId('gov-1') }),
      command('gov-2', 'queue.withdraw', { entry: toEntryId('gov-2') }),
    ]),
    'private-1',
  )
  expect(getPageText()).toContain('One speaker before you')
  expect(getPageText()).toContain('Go to a microphone')
  expect(queryButton('I am ready')).not.toBeNull()
  expect(say.mock.calls.some(([words]) => words === 'One speaker before you.')).toBe(true)
})

test('with four speakers before me there is no warning yet', () => {
  openParticipantPage(stateAfterFive(), 'technical-1')
  expect(getPageText()).not.toContain('stay close')
})

test('[V35] on the laptop, the second speaker sees the cause next to the instructions, and rare actions behind one button', async () => {
  openParticipantPage(replay([...queueStarted, join('gov-1'), join('civil-1')]), 'civil-1', 'remote')
  await expect.poll(getPageText).toContain('Why am I 2nd? Of those still waiting, you were the 2nd to request the floor.')
  expect(getPageText()).toContain('One speaker before you')
  expect(queryButton('Point of order')).toBeNull()
  expect(queryButton('Change places')).toBeNull()
  expect(queryButton('More')).not.toBeNull()
})

test('the next speaker, if remote, is asked to be in the meeting and can report that they are ready', async () => {
  openParticipantPage(replay([...queueStarted, join('civil-1')]), 'civil-1', 'remote')
  expect(getPageText()).toContain('You are next')
  expect(getPageText()).toContain('Connect by video')
  await press('I am ready')
  expect(sent).toEqual([{ type: 'queue.ready', data: { entry: toEntryId('civil-1') } }])
})

test.each([
  [1, false],
  [2, true],
])(
  '[V198] the first two of an order that a rule makes read that nobody else can be placed ahead of them: place %s',
  async (place, canBe) => {
    const balanced = replay([...queueOpen, join('gov-1'), join('gov-2'), join('civil-1')])
    const entry = balanced.queue.order[place]?.entry
    const person = String(entry && balanced.queue.entries.get(entry)?.speaker.person)
    openParticipantPage(balanced, person)
    await press(/^Why am I/)
    await screen.findByText(/The Chair has not moved you/)
    expect(getPageText().includes('By the rule of order, nobody else can be placed ahead of you.')).toBe(!canBe)
  },
)

test('[V197] the number who wait is the same everywhere on a phone; rights of reply are counted apart and have no number', async () => {
  const reply = command('gov-2', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' })
  const two = [...queueStarted, join('gov-1'), join('civil-1'), reply, command('chair', 'queue.advance-replies', {})]
  openParticipantPage(replay(two), 'private-1')
  expect(getPageText()).toContain('2 people are waiting.')
  expect(getPageText()).toContain('2 waiting, 1 right of reply')
  await press(/^List of speakers/)
  const rows = [...screen.getByRole('list', { name: 'List of speakers' }).querySelectorAll('li')].map(
    (row) => row.firstElementChild?.textContent,
  )
  expect(rows).toEqual(['', '1', '2'])
})

test('[V410] on a laptop with a low window the reason of my place is behind one line, which is never cut', async () => {
  const list = { addEventListener: () => undefined, removeEventListener: () => undefined }
  vi.stubGlobal('matchMedia', (query: string) => ({ ...list, matches: query === '(max-height: 50rem)' }))
  openParticipantPage(replay([...queueStarted, join('gov-1'), join('civil-1'), join('gov-2')]), 'gov-2', 'remote')
  const fold = screen.getByRole('button', { name: /^Why am I 3rd\?/ })
  expect(fold.getAttribute('aria-expanded')).toBe('false')
  expect(getPageText()).not.toContain('Of those still waiting')
  vi.stubGlobal('matchMedia', () => ({ ...list, matches: false }))
})

test('[V199] a request on hold says that others may speak before', () => {
  openParticipantPage(replay([...queueStarted, join('gov-1'), command('gov-1', 'queue.hold', { entry: toEntryId('gov-1') })]), 'gov-1')
  expect(getPageText()).toContain('until you come back others may speak before you')
})

test('[V205] where the device has another time than the meeting, the forecast names the zone of the meeting', () => {
  const state = stateAfterFive()
  openParticipantPage(state, 'civil-1', 'remote')
  expect(getPageText()).toMatch(/between \d\d:\d\d and \d\d:\d\d(?!, )/)
  cleanup()
  const elsewhere = Intl.DateTimeFormat().resolvedOptions().timeZone === 'Asia/Tokyo' ? 'UTC' : 'Asia/Tokyo'
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({ timeZone: elsewhere } as Intl.ResolvedDateTimeFormatOptions)
  openParticipantPage(state, 'civil-1', 'remote')
  expect(getPageText()).toMatch(/between \d\d:\d\d and \d\d:\d\d, Hall 1 time/)
})
