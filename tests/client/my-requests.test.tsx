// @vitest-environment jsdom
/** What one asks for and how it stands: limits, rights of reply, a closing list, a break, a joint statement. */
import { useScreen } from '@rostrum/client/session/store'
import { load } from '@rostrum/client/text/text'
import type { GroupId } from '@rostrum/shared/contract/ids'
import { seconds } from '@rostrum/shared/kernel/time'
import { act, cleanup } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { entryOf, joins, listOpen, raises, type Said, said, stateAfter } from '../support/given.ts'
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

const limited = said('chair', 'floor.limit', {
  scope: { kind: 'group', group: 'civil' as GroupId },
  limit: seconds(120),
  expectedLimit: null,
})
test('the limit that is said is mine, not everyone’s', () => {
  sees(stateAfter([...started, limited, joins('civil-1')]), 'civil-1')
  expect(text()).toContain('You will have 2:00')
  cleanup()
  sees(stateAfter([...started, limited, joins('gov-1')]), 'civil-1')
  expect(text()).toContain('1 is waiting. You would have 2:00.')
  cleanup()
  sees(stateAfter([...started, limited, joins('civil-1')]), 'gov-1')
  expect(text()).toContain('You would have 3:00.')
})

test('a right of reply is asked for beside the point of order, and has its own state', async () => {
  sees(stateAfter(started), 'gov-1')
  await press('Right of reply')
  expect(sent).toEqual([{ type: 'queue.join', data: { kind: 'right-of-reply', topic: null } }])
  const reply = said('gov-1', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' })
  comesIn(stateAfter([...five, reply]), 'gov-1')
  expect(text()).toContain('Your right of reply comes at the end of this item’s list')
  expect(text()).toContain('You will have 2:00. Keep this page open.')
  comesIn(
    stateAfter([
      ...five,
      said('gov-2', 'queue.join', { kind: 'right-of-reply', topic: null }),
      reply,
      said('chair', 'queue.advance-replies', {}),
    ]),
    'gov-1',
  )
  expect(text()).toContain('Your right of reply comes now, before the rest of the list')
  comesIn(stateAfter([...started, reply]), 'gov-1')
  expect(text()).toContain('Your right of reply is next')
  sent.length = 0
  await press('Withdraw')
  expect(sent).toEqual([{ type: 'queue.withdraw', data: { entry: entryOf('reply') } }])
})

test('rights of reply that come first stand before me, without a number', () => {
  const reply = said('gov-2', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' })
  sees(stateAfter([...five, reply, said('chair', 'queue.advance-replies', {})]), 'gov-1')
  expect(text()).toContain('One speaker before you')
  expect(text()).not.toContain('You are next')
})

test('a reply on the floor is my turn like any other', () => {
  const reply = said('gov-1', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' })
  const calling = said('chair', 'floor.call', { entry: entryOf('reply'), expectedCurrent: null, expectedNext: entryOf('reply') })
  sees(stateAfter([...started, reply, calling]), 'gov-1')
  expect(text()).toContain('You are called')
})

test('why a right of reply is refused, in words', () => {
  sees(stateAfter(started), 'gov-1')
  const envelope = { id: 'x', type: 'queue.join', data: { kind: 'right-of-reply', topic: null } }
  act(() => useScreen.setState({ refused: { pending: { envelope } as never, why: 'reply-limit' } }))
  expect(text()).toContain('This organization has had its two rights of reply.')
})

test('a last call is counted down where one can still ask', () => {
  const closing = stateAfter([...started, said('chair', 'queue.last-call', { for: seconds(120) }, { at: 100 })])
  sees(closing, 'gov-1', 'room', 120)
  expect(text()).toContain('The list closes in 1:40.')
  cleanup()
  sees(closing, 'civil-1', 'remote', 130)
  expect(text()).toContain('The list closes in 1:30.')
  expect(text()).toContain('list closes in 1:30')
})

test('on a closed list the floor cannot be asked for; what stays possible is said, and stays', async () => {
  sees(stateAfter([...started, said('chair', 'queue.close', {})]), 'gov-1')
  expect(text()).toContain('The list is closed. Points of order and rights of reply stay possible.')
  expect(button('Request the floor')?.getAttribute('aria-disabled')).toBe('true')
  await press('Request the floor')
  await press('Point of order')
  expect(sent).toEqual([{ type: 'queue.join', data: { kind: 'point-of-order', topic: null } }])
})

test('in a break one is told so, and can still ask', async () => {
  sees(stateAfter([...started, said('chair', 'session.suspend', {})]), 'gov-1')
  expect(text()).toContain('The session is suspended')
  await press('Request the floor')
  expect(sent).toEqual([{ type: 'queue.join', data: { kind: 'intervention', topic: null } }])
})

test('on the laptop the rule in force is said, also where it only suggests', () => {
  const suggests = said('chair', 'queue.order', { mode: 'balanced', recommend: true, expectedMode: 'received' })
  sees(stateAfter([...five, suggests]), 'civil-1', 'remote')
  expect(text()).toContain('Order of speakers: received, suggested: balanced.')
})

test('a joint statement: who speaks for me, and for whom I speak', () => {
  const joint = afterFive(said('chair', 'queue.merge', { into: entryOf('private-1'), entry: entryOf('technical-1') }))
  sees(joint, 'technical-1')
  expect(text()).toContain('Company 1 speaks also on your behalf.')
  expect(text()).toContain('They are 4th on the list.')
  expect(button('Request the floor')).toBeNull()
  cleanup()
  sees(joint, 'private-1')
  expect(text()).toContain('Also on behalf of Laboratory 1.')
})

test('what is already waiting is not offered again', () => {
  sees(stateAfter([...started, raises('gov-1')]), 'gov-1')
  expect(button('Point of order')).toBeNull()
  expect(button('Right of reply')).not.toBeNull()
})

test.each(['en', 'fr', 'ar'])('in %s no word is missing on phone and laptop', async (language) => {
  await load(language, 'all')
  const everything = stateAfter([
    ...five,
    said('technical-1', 'queue.offer-swap', { entry: entryOf('technical-1'), with: entryOf('civil-1') }),
    said('civil-1', 'queue.join', { kind: 'right-of-reply', topic: null }),
    said('chair', 'queue.merge', { into: entryOf('civil-1'), entry: entryOf('private-1') }),
    said('chair', 'queue.last-call', { for: seconds(120) }),
  ])
  for (const person of ['gov-1', 'gov-2', 'civil-1', 'private-1', 'technical-1', 'guest-1']) {
    for (const where of ['room', 'remote'] as const) {
      sees(everything, person, where)
      expect(text().length).toBeGreaterThan(100)
      cleanup()
    }
  }
})
