// @vitest-environment jsdom
/** The announcements to a participant after an own press, and of a place that changes quickly. */
import { loadLanguage } from '@rostrum/client/text/text'
import { screenReader } from '@rostrum/client/ui/screen-reader'
import { act, cleanup } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call, command, join, queueOpen, raisePoint, replay, toEntryId, toTurnId } from '../support/given.ts'
import { getPageText, openParticipantPage, press, sent, updateParticipantPage } from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(() => {
  cleanup()
  screenReader.empty()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const pages = ['room', 'remote'] as const

test.each(pages)('[V374] a point of order and a right of reply that were raised are spoken: %s', (where) => {
  const say = vi.spyOn(screenReader, 'say')
  const hear = () => say.mock.calls.map(([text]) => text)
  openParticipantPage(replay(queueOpen), 'gov-1', where)
  const reply = command('gov-1', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' })
  updateParticipantPage(replay([...queueOpen, raisePoint('gov-1')]), 'gov-1', where)
  expect(hear().filter((text) => text === 'Your point of order is with the Chair')).toHaveLength(1)
  updateParticipantPage(replay([...queueOpen, raisePoint('gov-1'), reply]), 'gov-1', where)
  expect(hear().filter((text) => text.startsWith('Your right of reply'))).toHaveLength(1)
})

test.each(pages)('[V374] a speaker who presses "I have finished" hears that the turn is not over yet: %s', async (where) => {
  const interrupt = vi.spyOn(screenReader, 'interrupt')
  const start = command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })
  openParticipantPage(replay([...queueOpen, join('gov-1'), call('gov-1'), start]), 'gov-1', where)
  await press('I have finished')
  expect(interrupt.mock.calls.map(([text]) => text)).toEqual(['You still have the floor. End your turn, or continue.'])
})

const all = ['gov-1b', 'gov-2', 'civil-1', 'private-1', 'technical-1', 'agency-1', 'guest-1']
test.each([
  ['a place', all, ['5th'], ['6th']],
  ['a warning', ['gov-2', 'civil-1', 'private-1', 'technical-1'], ['two speakers before'], ['three speakers before']],
] as const)('[V373] %s that has changed again before it was spoken is not spoken', (_, others, said, unsaid) => {
  vi.useFakeTimers()
  const heard: string[] = []
  screenReader.subscribe(() => heard.push(screenReader.getText().polite))
  const waiting = [...queueOpen, ...others.map((one) => join(one)), join('gov-1')]
  const [first = '', second = ''] = others
  const leave = (one: string) => command(one, 'queue.withdraw', { entry: toEntryId(one) }, { id: `left-${one}` })
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))
  openParticipantPage(replay(waiting), 'gov-1')
  pass(31_000)
  updateParticipantPage(replay([...waiting, leave(first)]), 'gov-1')
  pass(100)
  updateParticipantPage(replay([...waiting, leave(first), leave(second)]), 'gov-1')
  pass(6000)
  const spoken = heard.join(' ')
  expect(spoken.split('stay close').length).toBeLessThanOrEqual(2)
  for (const text of said) expect(spoken).toContain(text)
  for (const text of unsaid) expect(spoken).not.toContain(text)
})

test.each(pages)('[V375] a request is put on hold after a question that says what it costs: %s', async (where) => {
  sent.length = 0
  openParticipantPage(replay([...queueOpen, join('gov-1'), join('civil-1')]), 'gov-1', where)
  await press('Put on hold')
  expect(sent).toEqual([])
  expect(getPageText()).toContain('until you come back others may speak before you')
  await press('Put on hold')
  expect(sent).toEqual([{ type: 'queue.hold', data: { entry: toEntryId('gov-1') } }])
})
