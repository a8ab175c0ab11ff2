// @vitest-environment jsdom
/** A screen reader speaks only what is new and true: nothing from before a reload, no place twice, and no mark that the clock jumped over. */
import { loadLanguage } from '@rostrum/client/text/text'
import { ScreenReader, screenReader } from '@rostrum/client/ui/screen-reader'
import type { SegmentId, StepId } from '@rostrum/shared/contract/ids'
import { seconds } from '@rostrum/shared/kernel/time'
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterPut } from '../support/command-scenarios.ts'
import { call, command, join, openSession, queueOpen, raisePoint, replay, toCommandId, toEntryId, toTurnId } from '../support/given.ts'
import { getPageText, openParticipantPage, updateParticipantPage } from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

let spoken: string[]
const say = (text: string) => void spoken.push(text.replace(/[\u2066-\u2069]/g, '').replace(/[\u00a0\u202f]/g, ' '))
beforeEach(async () => {
  await loadLanguage('en', 'staff')
  spoken = []
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.spyOn(screenReader, 'say').mockImplementation(say)
  vi.spyOn(screenReader, 'interrupt').mockImplementation(say)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
})
/** The next texts, after timers without a wait have run. */
const hear = (ms = 0): readonly string[] => {
  act(() => vi.advanceTimersByTime(ms))
  return spoken.splice(0)
}

const go = (from: string, to: string) =>
  command('chair', 'agenda.go', { to: to as SegmentId, expectedCurrent: from as SegmentId }, { id: `go-${to}` })
const onTopic = [...queueOpen, go('opening', 'topic')]

test('[V265] a reloaded page does not speak what has changed since its last view, but what changes from then on', () => {
  openParticipantPage(replay([openSession]), 'gov-1', 'room', 60, true)
  updateParticipantPage(replay(onTopic), 'gov-1')
  expect(hear(60_000)).toEqual([])
  updateParticipantPage(replay([...onTopic, command('chair', 'queue.close', {}), go('topic', 'closing')]), 'gov-1')
  expect(hear()).toEqual([expect.stringMatching(/^The Chair has gone on to/), 'The list is closed.'])
})

test('[V265] the opening of the meeting and the undoing of its close are spoken, and neither as a change of topic', () => {
  const close = command('chair', 'session.close', {}, { id: 'the-end', at: 10 })
  const undo = command('chair', 'steps.undo', { step: toCommandId('the-end') as string as StepId }, { at: 25 })
  openParticipantPage(replay([]), 'gov-1')
  updateParticipantPage(replay(onTopic), 'gov-1')
  expect(hear()).toEqual(['The meeting is open.', 'The list is open.'])
  updateParticipantPage(replay([...onTopic, close]), 'gov-1')
  expect(hear()).toEqual([expect.stringContaining('The meeting is closed.')])
  updateParticipantPage(replay([...onTopic, close, undo]), 'gov-1')
  expect(hear()).toEqual(['The Chair has taken back the close. The meeting goes on.', 'The list is open.'])
})

test('[V265] texts that are spoken together end with a full stop', () => {
  const reader = new ScreenReader(() => Date.now())
  for (const text of ['The Chair has gone on to \u2068Expectations\u2069', '主席已转入议题', 'The list is open.', 'Last']) reader.say(text)
  vi.advanceTimersByTime(300)
  const heard = reader.getText().polite
  expect(heard).toBe('The Chair has gone on to \u2068Expectations\u2069. 主席已转入议题。The list is open. Last')
})

const six = ['gov-2', 'civil-1', 'private-1', 'technical-1', 'guest-1'].map((who) => join(who))

test.each(['room', 'remote'] as const)('[V266] my place is spoken when I have asked, and only again when it has changed: %s', (where) => {
  openParticipantPage(replay([...queueOpen, ...six]), 'gov-1', where)
  const waiting = [...queueOpen, ...six, join('gov-1')]
  const received = command('chair', 'queue.set-order', { mode: 'received', suggestOnly: false, expectedMode: 'balanced' })
  updateParticipantPage(replay([received, ...waiting]), 'gov-1', where)
  expect(hear()).toEqual(['You are 6th.'])
  expect(hear(60_000)).toEqual([])
})

test('[V266] a warning near the floor says the place, which is not said again', () => {
  const received = command('chair', 'queue.set-order', { mode: 'received', suggestOnly: false, expectedMode: 'balanced' })
  const waiting = [received, ...queueOpen, ...six, join('gov-1')]
  const withdraw = (who: string) => command(who, 'queue.withdraw', { entry: toEntryId(who) }, { id: `less-${who}` })
  openParticipantPage(replay(waiting), 'gov-1')
  const fewer = [...waiting, withdraw('gov-2'), withdraw('civil-1')]
  updateParticipantPage(replay(fewer), 'gov-1')
  expect(hear()).toEqual(['There are three speakers before you. Please stay close by.'])
  expect(hear(60_000)).toEqual([])
  updateParticipantPage(replay([...fewer, withdraw('private-1')]), 'gov-1')
  expect(hear(60_000)).toEqual(['You are 3rd.'])
})

const speaking = [...queueOpen, join('gov-1'), call('gov-1'), command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })]
const extend = (by: number) => command('chair', 'floor.extend', { turn: toTurnId('turn-gov-1'), by: seconds(by) }, { id: `by${by}` })

test.each(['room', 'remote'] as const)(
  '[V263] a speaker hears that the Chair has changed the time, and no mark that was not reached: %s',
  (where) => {
    openParticipantPage(replay(speaking), 'gov-1', where, 66)
    hear()
    const change = (second: number, ...by: readonly number[]) => {
      updateParticipantPage(replay([...speaking, ...by.map(extend)]), 'gov-1', where, second)
      return hear()
    }
    expect(change(66, 60)).toEqual(['The Chair has changed your time: 2 min 59 s left.'])
    expect(getPageText()).toMatch(/The speaking time has changed: you have 4.min, not 3.min\./)
    expect(change(67, 60, -150)).toEqual(['The Chair has changed your time: 28 s left.'])
    expect(change(68, 60, -150)).toEqual([])
    expect(change(86, 60, -150)).toEqual(['10 seconds left.'])
    expect(change(87, 60, -150, 30)).toEqual(['The Chair has changed your time: 38 s left.'])
    expect(change(87, 60, -150, 30, -90)).toEqual(['Time is up.'])
  },
)

test('[V263] other people hear of a changed time only that it is up', () => {
  openParticipantPage(replay(speaking), 'civil-1', 'remote', 66)
  hear()
  updateParticipantPage(replay([...speaking, extend(-90)]), 'civil-1', 'remote', 66)
  expect(hear()).toEqual([])
  updateParticipantPage(replay([...speaking, extend(-90), extend(-100)]), 'civil-1', 'remote', 66)
  expect(hear()).toEqual(['Time is up.'])
})

test('[V268] a point of order is spoken as one, with its speaker', () => {
  openParticipantPage(replay(speaking), 'private-1', 'remote', 66)
  hear()
  const raised = [...speaking, raisePoint('civil-1')]
  const expectedCurrent = toTurnId('turn-gov-1')
  const recognize = command('chair', 'floor.recognize', { entry: toEntryId('civil-1-point'), expectedCurrent }, { id: 'point' })
  updateParticipantPage(replay([...raised, recognize]), 'private-1', 'remote', 67)
  expect(hear()).toEqual([expect.stringMatching(/^Point of order: Organization 1, \d:\d\d\.$/)])
})

test('[V268] a person who is called in vain hears of the absence, and not of a call that is over', () => {
  const forget = vi.spyOn(screenReader, 'forget')
  const waiting = [...queueOpen, join('gov-1'), join('civil-1'), call('gov-1')]
  openParticipantPage(replay(waiting), 'gov-1')
  hear()
  updateParticipantPage(replay([...waiting, command('chair', 'floor.mark-absent', { turn: toTurnId('turn-gov-1') })]), 'gov-1')
  expect(forget).toHaveBeenCalledWith('mine')
  expect(hear()[0]).toMatch(/^You were called but were not there\./)
})

test('[V268] an offer to change places is spoken once, whatever happens to the places', () => {
  const received = command('chair', 'queue.set-order', { mode: 'received', suggestOnly: false, expectedMode: 'balanced' })
  const offer = command('gov-1', 'queue.offer-swap', { entry: toEntryId('gov-1'), with: toEntryId('guest-1') })
  const offered = [received, ...queueOpen, ...six, join('gov-1'), offer]
  openParticipantPage(replay([received, ...queueOpen, ...six, join('gov-1')]), 'guest-1')
  updateParticipantPage(replay(offered), 'guest-1')
  expect(hear()).toEqual([expect.stringContaining('asks to change places')])
  const less = command('gov-2', 'queue.withdraw', { entry: toEntryId('gov-2') })
  updateParticipantPage(replay([...offered, less]), 'guest-1')
  expect(hear().filter((text) => text.includes('change places'))).toEqual([])
})

test('[V268] the close of the meeting ends an open sentence, and nobody hears that the Chair has withdrawn it', async () => {
  vi.useRealTimers()
  openParticipantPage(replay(afterPut), 'gov-1')
  await screen.findByRole('heading', { name: 'Sense of the room' })
  await expect.poll(() => spoken.join()).toContain('seeks your view')
  spoken.length = 0
  updateParticipantPage(replay([...afterPut, command('chair', 'session.close', {})]), 'gov-1')
  expect(spoken).toEqual([expect.stringContaining('The meeting is closed.')])
  expect(getPageText()).not.toContain('The Chair has withdrawn this.')
})
