// @vitest-environment jsdom
/** My requests and their status: limits, rights of reply, a last call, a closed list, a suspension, a joint statement. */
import { useSessionStore } from '@rostrum/client/session/store'
import { uiLanguages } from '@rostrum/client/text/language-files'
import { loadLanguage } from '@rostrum/client/text/text'
import type { GroupId } from '@rostrum/shared/contract/ids'
import { seconds } from '@rostrum/shared/kernel/time'
import { act, cleanup } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterNoon } from '../support/fixtures.ts'
import { call, command, join, queueOpen, raisePoint, replay, type SentCommand, toEntryId } from '../support/given.ts'
import {
  cancelled,
  getPageText,
  openParticipantPage,
  press,
  queryButton,
  sent,
  updateParticipantPage,
} from '../support/participant-page.tsx'

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

const groupLimit = command('chair', 'floor.set-limit', {
  scope: { kind: 'group', group: 'civil' as GroupId },
  limit: seconds(120),
  expectedLimit: null,
})
test('the limit shown is my own, not the limit for everyone', () => {
  openParticipantPage(replay([...queueStarted, groupLimit, join('civil-1')]), 'civil-1')
  expect(getPageText()).toContain('You will have 2\u00a0min')
  cleanup()
  openParticipantPage(replay([...queueStarted, groupLimit, join('gov-1')]), 'civil-1')
  expect(getPageText()).toContain('1 person is waiting. You would have 2\u00a0min to speak.')
  cleanup()
  openParticipantPage(replay([...queueStarted, groupLimit, join('civil-1')]), 'gov-1')
  expect(getPageText()).toContain('You would have 3\u00a0min to speak.')
})

test('[V191] a right of reply is asked for first, can be requested in addition to a point of order, and has its own status', async () => {
  openParticipantPage(replay(queueStarted), 'gov-1')
  await press('More')
  await press('Right of reply')
  expect(sent).toEqual([])
  await press('Request it now')
  expect(sent).toEqual([{ type: 'queue.join', data: { kind: 'right-of-reply', topic: null } }])
  const reply = command('gov-1', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' })
  updateParticipantPage(replay([...fiveRequests, reply]), 'gov-1')
  expect(getPageText()).toContain('Your right of reply will come at the end of the list for this item')
  expect(getPageText()).toContain('You will have 2\u00a0min. Keep this page open.')
  updateParticipantPage(
    replay([
      ...fiveRequests,
      command('gov-2', 'queue.join', { kind: 'right-of-reply', topic: null }),
      reply,
      command('chair', 'queue.advance-replies', {}),
    ]),
    'gov-1',
  )
  expect(getPageText()).toContain('Your right of reply will come before the rest of the list')
  updateParticipantPage(replay([...queueStarted, reply]), 'gov-1')
  expect(getPageText()).toContain('Your right of reply is next')
  sent.length = 0
  await press('Withdraw')
  await press('Withdraw')
  expect(sent).toEqual([{ type: 'queue.withdraw', data: { entry: toEntryId('reply') } }])
})

test('rights of reply that go first are counted ahead of me, without a number', () => {
  const reply = command('gov-2', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' })
  openParticipantPage(replay([...fiveRequests, reply, command('chair', 'queue.advance-replies', {})]), 'gov-1')
  expect(getPageText()).toContain('One speaker before you')
  expect(getPageText()).not.toContain('You are next')
})

test('[Q23] a right of reply on the floor is my turn, and is named as such from the call on', () => {
  const reply = command('gov-1', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' })
  const calling = command('chair', 'floor.call', { entry: toEntryId('reply'), expectedCurrent: null, expectedNext: toEntryId('reply') })
  for (const where of ['room', 'remote'] as const) {
    openParticipantPage(replay([...queueStarted, reply, calling]), 'gov-1', where)
    expect(getPageText()).toContain('The Chair has called you for your right of reply')
    cleanup()
  }
  openParticipantPage(replay([...queueStarted, reply, calling]), 'civil-1')
  expect(getPageText()).toContain('Right of reply')
  cleanup()
  openParticipantPage(replay([...queueStarted, join('gov-1'), call('gov-1')]), 'gov-1')
  expect(getPageText()).not.toContain('right of reply')
})

test('the refusal of a right of reply is explained in words', () => {
  openParticipantPage(replay(queueStarted), 'gov-1')
  const envelope = { id: 'x', type: 'queue.join', data: { kind: 'right-of-reply', topic: null } }
  act(() => useSessionStore.setState({ lastRefusal: { pending: { envelope } as never, reason: 'reply-limit' } }))
  expect(getPageText()).toContain('This organization has already requested its right of reply twice, the most that the rules allow.')
})

test('a last call counts down for people who can still ask', () => {
  const closing = replay([...queueStarted, command('chair', 'queue.last-call', { for: seconds(120) }, { at: 100 })])
  openParticipantPage(closing, 'gov-1', 'room', 120)
  expect(getPageText()).toContain('The list closes in 1:40.')
  cleanup()
  openParticipantPage(closing, 'civil-1', 'remote', 130)
  expect(getPageText()).toContain('The list closes in 1:30.')
  expect(getPageText()).toContain('list closes in 1:30')
})

test('while the list is closed nobody can request the floor; the page shows what is still possible', async () => {
  openParticipantPage(replay([...queueStarted, command('chair', 'queue.close', {})]), 'gov-1')
  expect(getPageText()).toContain('The list is closed. You can still raise a point of order or request a right of reply.')
  expect(queryButton('Request the floor')?.getAttribute('aria-disabled')).toBe('true')
  await press('Request the floor')
  await press('More')
  await press('Point of order')
  await press('Raise it now')
  expect(sent).toEqual([{ type: 'queue.join', data: { kind: 'point-of-order', topic: null } }])
})

test('during a suspension the page tells people so, and they can still ask', async () => {
  openParticipantPage(replay([...queueStarted, command('chair', 'session.suspend', {})]), 'gov-1')
  expect(getPageText()).toContain('The meeting is suspended')
  await press('Request the floor')
  expect(sent).toEqual([{ type: 'queue.join', data: { kind: 'intervention', topic: null } }])
})

test('the laptop shows the order mode, even if the rule only suggests', () => {
  const suggests = command('chair', 'queue.set-order', { mode: 'balanced', suggestOnly: true, expectedMode: 'received' })
  openParticipantPage(replay([...fiveRequests, suggests]), 'civil-1', 'remote')
  expect(getPageText()).toContain('Order of speakers: order of requests; suggested: balanced.')
})

test('a joint statement shows who speaks for me, and for whom I speak', () => {
  const joint = stateAfterFive(command('chair', 'queue.merge', { into: toEntryId('private-1'), entry: toEntryId('technical-1') }))
  openParticipantPage(joint, 'technical-1')
  expect(getPageText()).toContain('Company 1 will also speak on your behalf.')
  expect(getPageText()).toContain('They are 4th on the list.')
  expect(queryButton('Request the floor')).toBeNull()
  cleanup()
  openParticipantPage(joint, 'private-1')
  expect(getPageText()).toContain('Also on behalf of Laboratory 1.')
})

test('[V191] a request that waits keeps its place in the menu, and cannot be made twice', async () => {
  const reply = command('gov-1', 'queue.join', { kind: 'right-of-reply', topic: null })
  openParticipantPage(replay(queueStarted), 'gov-1')
  await press('More')
  const list = () => [...document.querySelectorAll('[data-thumb] button')].map(({ textContent }) => textContent)
  const before = list()
  updateParticipantPage(replay([...queueStarted, raisePoint('gov-1'), reply]), 'gov-1')
  expect(list()).toEqual(before.map((name) => (['Right of reply', 'Point of order'].includes(String(name)) ? `${name}: requested` : name)))
  await press('Right of reply: requested')
  await press('Point of order: requested')
  expect(sent).toEqual([])
})

test.each(uiLanguages.map(({ id }) => id))('in %s no text is missing on phone and laptop', async (language) => {
  await loadLanguage(language, 'staff')
  const everything = replay([
    ...fiveRequests,
    command('technical-1', 'queue.offer-swap', { entry: toEntryId('technical-1'), with: toEntryId('civil-1') }),
    command('civil-1', 'queue.join', { kind: 'right-of-reply', topic: null }),
    command('chair', 'queue.merge', { into: toEntryId('civil-1'), entry: toEntryId('private-1') }),
    command('chair', 'queue.last-call', { for: seconds(120) }),
  ])
  for (const person of ['gov-1', 'gov-2', 'civil-1', 'private-1', 'technical-1', 'guest-1']) {
    for (const where of ['room', 'remote'] as const) {
      openParticipantPage(everything, person, where)
      expect(getPageText().length).toBeGreaterThan(100)
      cleanup()
    }
  }
})

test('[Q46] a point of order that is not sent yet says so, and can be cancelled before the meeting has moved on', async () => {
  openParticipantPage(replay(queueStarted), 'civil-1')
  const envelope = { id: 'p'.repeat(16) as never, type: 'queue.join' as const, data: { kind: 'point-of-order' as const, topic: null } }
  const pending = { envelope, area: 'own-request', pressedAt: Date.now(), status: 'sending' } as const
  act(() => useSessionStore.setState({ pending: [pending] }))
  expect(queryButton('Cancel this request')).toBeNull()
  act(() => useSessionStore.setState({ pending: [{ ...pending, status: 'waiting' }] }))
  expect(getPageText()).toContain('Waiting to send')
  await press('Cancel this request')
  expect(cancelled).toEqual([envelope.id])
})

test.each(['room', 'remote'] as const)(
  '[V347] whoever is not on the list reads until when the meeting is suspended, in the %s',
  (where) => {
    const suspended = command('chair', 'session.suspend', { until: afterNoon(900) }, { at: 110 })
    openParticipantPage(replay([...queueStarted, suspended]), where === 'room' ? 'civil-1' : 'gov-1b', where, 120)
    expect(getPageText()).toContain('suspended until 12:15')
    if (where === 'remote') expect(getPageText()).toContain('Hall 1 time')
  },
)
