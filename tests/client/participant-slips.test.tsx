// @vitest-environment jsdom
/** A finger that taps twice or three times at one spot of a participant's page, as fast as a hand does, and a page that changes under it. */

import { loadLanguage } from '@rostrum/client/text/text'
import { restMs } from '@rostrum/client/ui/resting'
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { command, join, queueOpen, replay, toEntryId } from '../support/given.ts'
import { openParticipantPage, press, queryButton, sent, updateParticipantPage } from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  sent.length = 0
  localStorage.clear()
  // The clock stands still between two presses, however busy the machine is.
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const getButtons = (name: string) => screen.getAllByRole('button', { name })
/** Taps without waiting, at one spot unless `clientX` is another. */
const tap = async (button: HTMLElement, clientX = 9000) => {
  await userEvent.pointer({ keys: '[TouchA]', target: button, coords: { clientX, clientY: 700 } })
}
const waiting = [...queueOpen, join('gov-1'), join('civil-1')]
const goTo = (to: string, from: string) =>
  command('chair', 'agenda.go', { to: to as SegmentId, expectedCurrent: from as SegmentId }, { id: `to-${to}` })
const onTopic = [...queueOpen, goTo('topic', 'opening'), join('gov-1'), join('civil-1')]
/** Presses after a pause. */
const pressLater = (name: string) => {
  vi.advanceTimersByTime(restMs + 50)
  return press(name)
}

test.each(['room', 'remote'] as const)('[V190] taps at one spot never confirm what the first of them asked: %s', async (where) => {
  openParticipantPage(replay(waiting), 'civil-1', where)
  await press('More')
  await tap(getButtons('Withdraw')[0] as HTMLElement)
  // The tap that follows meets whatever is there now.
  for (const name of ['Withdraw', 'Stay on the list']) await tap(getButtons(name).at(-1) as HTMLElement)
  expect(sent).toEqual([])
  expect(queryButton('Stay on the list')).not.toBeNull()
  await pressLater('Withdraw')
  expect(sent).toEqual([{ type: 'queue.withdraw', data: { entry: toEntryId('civil-1') } }])
})

test('[V190] the safe choice is the last one, where the button was', async () => {
  openParticipantPage(replay(waiting), 'civil-1')
  await press('More')
  await press('Withdraw')
  const place = screen.getByText(/You will lose your place/).parentElement
  expect([...(place?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent)).toEqual(['Withdraw', 'Stay on the list'])
})

test.each(['room', 'remote'] as const)('[V190] a page that changes under the finger rests: %s', async (where) => {
  openParticipantPage(replay(onTopic), 'civil-1', where)
  updateParticipantPage(replay([...onTopic, goTo('closing', 'topic')]), 'civil-1', where)
  for (const name of ['Withdraw', 'I will speak on this item', 'More']) await tap(getButtons(name)[0] as HTMLElement)
  expect(sent).toEqual([])
  expect(queryButton('Stay on the list')).toBeNull()
  await pressLater('I will speak on this item')
  expect(sent).toEqual([{ type: 'queue.keep-place', data: { entry: toEntryId('civil-1') } }])
})

test('[V191] a point of order is raised by a second press, and two taps raise nothing', async () => {
  openParticipantPage(replay(queueOpen), 'civil-1')
  await press('More')
  await tap(getButtons('Point of order')[0] as HTMLElement)
  for (const clientX of [9000, 4000]) await tap(getButtons('Raise it now')[0] as HTMLElement, clientX)
  expect(sent).toEqual([])
  await pressLater('Cancel')
  expect(queryButton('Point of order')).not.toBeNull()
  await pressLater('Point of order')
  await pressLater('Raise it now')
  expect(sent).toEqual([{ type: 'queue.join', data: { kind: 'point-of-order', topic: null } }])
})
