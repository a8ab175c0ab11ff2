// @vitest-environment jsdom
/** A participant withdraws a request, or puts it on hold: in the words of its list, and named while there is no connection. */
import { useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { screenReader } from '@rostrum/client/ui/screen-reader'
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { command, join, queueOpen, raisePoint, replay, toCommandId, toEntryId } from '../support/given.ts'
import { cancelled, getPageText, openParticipantPage, press, queryButton, sent } from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
beforeEach(async () => {
  cancelled.length = 0
  sent.length = 0
  await loadLanguage('en', 'staff')
})
afterEach(cleanup)

const asked = [...queueOpen, join('civil-1'), join('gov-1')]
const wait = (type: 'queue.withdraw' | 'queue.hold', isUnsent: boolean) => {
  const envelope = { id: toCommandId(type), type, data: { entry: toEntryId('gov-1') } }
  const how = isUnsent ? { status: 'waiting' as const, isUnsent: true as const } : { status: 'waiting' as const }
  const pending = [{ envelope, area: 'own-request' as const, pressedAt: Date.now(), ...how }]
  act(() => useSessionStore.setState({ connectionStatus: { kind: 'offline' }, pending }))
}

test.each([
  ['queue.withdraw', 'Waiting to send: Withdraw'],
  ['queue.hold', 'Waiting to send: Put on hold'],
] as const)('[V414] a %s that waits for the connection is named and can be taken back', async (type, words) => {
  openParticipantPage(replay(asked), 'gov-1')
  expect(getPageText()).not.toContain('Waiting to send')
  wait(type, true)
  expect(getPageText()).toContain(words)
  await press('Cancel')
  expect(cancelled).toEqual([toCommandId(type)])
})

test('[V414] one that may have arrived is named, and cannot be taken back', () => {
  openParticipantPage(replay(asked), 'gov-1')
  wait('queue.withdraw', false)
  expect(getPageText()).toContain('Waiting to send: Withdraw')
  expect(queryButton('Cancel')).toBeNull()
})

test.each([
  ['right of reply', [command('gov-1', 'queue.join', { kind: 'right-of-reply', topic: null })]],
  ['point of order', [raisePoint('gov-1')]],
] as const)('[V415] the withdrawal of a %s is asked in its own words, and no place is said to be lost', async (name, request) => {
  openParticipantPage(replay([...queueOpen, ...request]), 'gov-1')
  await press('Withdraw')
  expect(getPageText()).toContain(`Withdraw your ${name}?`)
  expect(getPageText()).not.toContain('lose your place')
  expect(queryButton('Do not withdraw')).not.toBeNull()
  await press('Withdraw')
  expect(sent).toMatchObject([{ type: 'queue.withdraw' }])
})

test('[V416] after an absence the button says what the Chair will read: that I am ready', async () => {
  const next = [...queueOpen, join('gov-1')]
  const call = (id: string) =>
    command('chair', 'floor.call', { entry: toEntryId('gov-1'), expectedCurrent: null, expectedNext: toEntryId('gov-1') }, { id })
  const absent = [...next, call('first'), command('chair', 'floor.mark-absent', { turn: toCommandId('first') as never })]
  openParticipantPage(replay(absent), 'gov-1')
  await press('I am ready')
  expect(sent).toMatchObject([{ type: 'queue.ready' }])
  expect(screen.queryByText('I am here now')).toBeNull()
})

test('[V418] a last call is spoken with the time that is left', async () => {
  const say = vi.spyOn(screenReader, 'say')
  openParticipantPage(replay([...queueOpen, command('chair', 'queue.last-call', { for: 90_000 as never }, { at: 50 })]), 'gov-1')
  await vi.waitFor(() => expect(say.mock.calls.flat().join()).toMatch(/Last call: the list closes in 1\smin \d+\ss\./))
})
