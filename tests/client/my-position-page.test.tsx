// @vitest-environment jsdom
/** My place on phone and laptop: why, giving way, changing places, and being warned. */
import { load } from '@rostrum/client/text/text'
import { announcements } from '@rostrum/client/ui/screen-reader'
import type { GroupId } from '@rostrum/shared/contract/ids'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sinceNoon } from '../support/fixtures.ts'
import { entryOf, joins, listOpen, type Said, said, stateAfter } from '../support/given.ts'
import { button, comesIn, press, sees, sent, text } from '../support/participant-page.tsx'

// The kit asks the browser for these, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

const inOrder = said('chair', 'queue.order', { mode: 'received', recommend: false, expectedMode: 'balanced' })
const started: readonly Said[] = [...listOpen, inOrder]
const five = [...started, joins('gov-1'), joins('gov-2'), joins('civil-1'), joins('private-1'), joins('technical-1')]
const afterFive = (...more: readonly Said[]) => stateAfter([...five, ...more])

beforeEach(async () => {
  await load('en', 'all')
  sent.length = 0
  localStorage.clear()
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test('one lets the next one go first', async () => {
  sees(afterFive(), 'civil-1')
  await press('Let one speaker go first')
  expect(sent).toEqual([{ type: 'queue.defer', data: { entry: entryOf('civil-1'), after: entryOf('private-1') } }])
})

test('the last one has nobody to let go first, and can still change places', () => {
  sees(afterFive(), 'technical-1')
  expect(button('Let one speaker go first')).toBeNull()
  expect(button('Change places')).not.toBeNull()
})

test('whoever was let go first is named as the reason', () => {
  sees(afterFive(said('civil-1', 'queue.defer', { entry: entryOf('civil-1'), after: entryOf('private-1') })), 'civil-1')
  expect(text()).toContain('Why 4th? You asked 3rd. You let Company 1 go first. 2 asked before you.')
  expect(text()).toContain('The Chair has not moved you.')
})

test('moved by the Chair, one is told so and not the opposite', () => {
  sees(afterFive(said('chair', 'queue.move', { entry: entryOf('civil-1'), before: null })), 'civil-1')
  expect(text()).toContain('Why 5th? You asked 3rd. The Chair moved you.')
  expect(text()).not.toContain('has not moved you')
})

test('changing places: the sheet lists those who wait with a device, and asks the one who is pressed', async () => {
  const added = said('desk', 'queue.add', {
    kind: 'intervention',
    person: null,
    entity: 'Without a device',
    speaker: null,
    group: 'civil' as GroupId,
    door: 'room',
    seenAt: sinceNoon(1),
    note: null,
  })
  sees(afterFive(added), 'civil-1')
  await press('Change places')
  const sheet = screen.getByRole('region', { name: 'Change places with' })
  expect(document.activeElement?.textContent).toBe('Change places with')
  const names = [...sheet.querySelectorAll('li')].map((row) => row.textContent)
  expect(names).toHaveLength(4)
  expect(names.join()).not.toContain('Without a device')
  await press(/Laboratory 1/)
  expect(sent).toEqual([{ type: 'queue.offer-swap', data: { entry: entryOf('civil-1'), with: entryOf('technical-1') } }])
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Change places with' })).toBeNull())
})

test('Escape closes the sheet, focus goes back to its button, and nothing is sent', async () => {
  sees(afterFive(), 'civil-1')
  await press('Change places')
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('region', { name: 'Change places with' })).toBeNull()
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Change places'))
  expect(sent).toEqual([])
})

const offered = () => afterFive(said('technical-1', 'queue.offer-swap', { entry: entryOf('technical-1'), with: entryOf('civil-1') }))

test('an offer waits for its answer and can be taken back; no second one is made meanwhile', async () => {
  sees(offered(), 'technical-1')
  expect(text()).toContain('Offered to Organization 1. Waiting for their answer.')
  expect(button('Change places')).toBeNull()
  await press('Take back')
  expect(sent).toEqual([{ type: 'queue.offer-swap', data: { entry: entryOf('technical-1'), with: null } }])
})

test.each([
  ['Accept', 'queue.take-swap'],
  ['Decline', 'queue.refuse-swap'],
])('an offer made to me says both places, is spoken, and is answered: %s', async (name, type) => {
  const say = vi.spyOn(announcements, 'say')
  sees(offered(), 'civil-1')
  const words = 'Laboratory 1 asks to change places with you: you would be 5th instead of 3rd.'
  expect(text()).toContain(words)
  expect(say.mock.calls.map(([spoken]) => spoken)).toContain(words)
  await press(name)
  expect(sent).toEqual([{ type, data: { entry: entryOf('civil-1'), with: entryOf('technical-1') } }])
})

test('after the swap both are told why they stand where they stand', () => {
  const swapped = stateAfter([
    ...five,
    said('technical-1', 'queue.offer-swap', { entry: entryOf('technical-1'), with: entryOf('civil-1') }),
    said('civil-1', 'queue.take-swap', { entry: entryOf('civil-1'), with: entryOf('technical-1') }),
  ])
  sees(swapped, 'civil-1')
  expect(text()).toContain('Why 5th? You asked 3rd. You changed places with another speaker.')
})

test('near the floor one is warned: at three before, once aloud, and at one with what to do', () => {
  const say = vi.spyOn(announcements, 'say')
  const near = () => say.mock.calls.filter(([words]) => /stay close/.test(words)).length
  sees(afterFive(), 'private-1')
  expect(text()).toContain('Three speakers before you. Please stay close.')
  expect(near()).toBe(1)
  comesIn(stateAfter([...five, said('gov-1', 'queue.withdraw', { entry: entryOf('gov-1') })]), 'private-1')
  expect(text()).toContain('Two speakers before you. Please stay close.')
  expect(near()).toBe(1)
  expect(button('I am ready')).toBeNull()
  comesIn(
    stateAfter([
      ...five,
      said('gov-1', 'queue.withdraw', { entry: entryOf('gov-1') }),
      said('gov-2', 'queue.withdraw', { entry: entryOf('gov-2') }),
    ]),
    'private-1',
  )
  expect(text()).toContain('One speaker before you')
  expect(text()).toContain('Go to a microphone')
  expect(button('I am ready')).not.toBeNull()
  expect(say.mock.calls.some(([words]) => words === 'One speaker before you.')).toBe(true)
})

test('four before: not a word yet', () => {
  sees(afterFive(), 'technical-1')
  expect(text()).not.toContain('stay close')
})

test('on the laptop, second in the list, one sees the reason beside what to do; a point of order is one press away', () => {
  sees(stateAfter([...started, joins('gov-1'), joins('civil-1')]), 'civil-1', 'remote')
  expect(text()).toContain('Why 2nd? You asked 2nd.')
  expect(text()).toContain('One speaker before you')
  expect(button('Point of order')).not.toBeNull()
  expect(button('Change places')).not.toBeNull()
})

test('a person who is next has the step to the meeting from afar, and says ready', async () => {
  sees(stateAfter([...started, joins('civil-1')]), 'civil-1', 'remote')
  expect(text()).toContain('You are next')
  expect(text()).toContain('Be in the meeting')
  await press('I am ready')
  expect(sent).toEqual([{ type: 'queue.ready', data: { entry: entryOf('civil-1') } }])
})
