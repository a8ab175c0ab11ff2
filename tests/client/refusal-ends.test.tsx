// @vitest-environment jsdom
/** When a refusal on a participant's page is over, and what it never covers. */
import { useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { screenReader } from '@rostrum/client/ui/screen-reader'
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call, command, join, queueOpen, replay, toCommandId, toTurnId } from '../support/given.ts'
import { openParticipantPage, press, updateParticipantPage } from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

const say = vi.spyOn(screenReader, 'say')
beforeEach(async () => {
  screenReader.empty()
  await loadLanguage('en', 'staff')
  say.mockClear()
})
afterEach(cleanup)

const sentence = 'This has changed in the meantime. Check it, then try again.'
const envelope = { id: toCommandId('refused'), type: 'queue.withdraw', data: {} }
const refuse = (area: 'own-request' | 'own-turn' | 'ask'): void =>
  act(() => useSessionStore.setState({ lastRefusal: { pending: { envelope, area } as never, reason: 'conflict' } }))
const countShown = (): number => screen.queryAllByText(sentence).length
const countSpoken = (): number => say.mock.calls.filter(([text]) => text === sentence).length

const waiting = [...queueOpen, join('gov-1'), join('civil-1')]
const going = command('chair', 'agenda.go', { to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId })
const changes = {
  'the Chair calls me': [call('gov-1')],
  'another topic begins': [going],
  'the meeting is closed': [command('chair', 'session.close', {})],
} as const

const cases = (['room', 'remote'] as const).flatMap((where) => Object.entries(changes).map(([what, change]) => ({ where, what, change })))

test.each(cases)('[V316] $where: a refusal of my request goes, and is not spoken again, when $what', ({ where, change }) => {
  openParticipantPage(replay(waiting), 'gov-1', where)
  refuse('own-request')
  expect([countShown(), countSpoken()]).toEqual([1, 1])
  updateParticipantPage(replay([...waiting, ...change]), 'gov-1', where)
  expect([countShown(), countSpoken()]).toEqual([0, 1])
})

test('[V316] a refusal of my turn goes with the start of its clock', () => {
  openParticipantPage(replay([...waiting, call('gov-1')]), 'gov-1')
  refuse('own-turn')
  expect(countShown()).toBe(1)
  updateParticipantPage(replay([...waiting, call('gov-1'), command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })]), 'gov-1')
  expect(countShown()).toBe(0)
})

test('[V316] a refusal of a question waits until my own clock is over', () => {
  openParticipantPage(replay([...waiting, call('gov-1')]), 'gov-1')
  refuse('ask')
  expect([countShown(), countSpoken()]).toEqual([0, 0])
  updateParticipantPage(replay(waiting), 'gov-1')
  expect([countShown(), countSpoken()]).toEqual([1, 1])
})

test('[V316] a refusal that was spoken is not spoken again when it moves on the page', async () => {
  openParticipantPage(replay(waiting), 'gov-1')
  refuse('own-request')
  await vi.waitFor(() => expect(screenReader.getText().polite).toContain(sentence))
  await press('Agenda')
  expect([countShown(), countSpoken()]).toEqual([1, 1])
})
