// @vitest-environment jsdom
/** The text that a person will read out: written before the turn, shown while they speak, on this device only. */
import { loadLanguage } from '@rostrum/client/text/text'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call, command, join, openSession, queueOpen, replay, toTurnId } from '../support/given.ts'
import {
  getPageText,
  openParticipantPage,
  press,
  queryButton,
  requests,
  type SurfaceName,
  sent,
  setAnswers,
  updateParticipantPage,
} from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
// jsdom has no modal dialogs.
HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
  this.open = true
}
beforeEach(async () => {
  localStorage.clear()
  sent.length = 0
  setAnswers(() => ({ ok: false, reason: 'not-found' }))
  await loadLanguage('en', 'staff')
})
afterEach(cleanup)

const waiting = [...queueOpen, join('gov-1')]
const start = command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })
const calling = [...waiting, call('gov-1')]
const speaking = [...calling, start]
const speech = 'Thank you, Chair.\nWe support the review.'

const write = async (text: string) => {
  if (queryButton('More')) await press('More')
  await press('My text')
  await userEvent.type(await screen.findByRole('textbox', { name: 'My text' }), text)
  expect(getPageText()).toMatch(/7 words\. 3.min is about 360 words\./)
  await press('Close')
}

test.each<SurfaceName>(['room', 'remote'])(
  '[P69] is written before the turn and shown with the clock during it, and not sent: %s',
  async (surface) => {
    openParticipantPage(replay(waiting), 'gov-1', surface)
    await write(speech)
    expect(queryButton('My text, 7 words')).not.toBeNull()
    updateParticipantPage(replay(calling), 'gov-1', surface)
    expect(getPageText()).not.toContain('We support the review.')
    updateParticipantPage(replay(speaking), 'gov-1', surface)
    expect(screen.getByRole('region', { name: 'My text' }).textContent).toBe(speech)
    expect(screen.getAllByRole('timer').length).toBe(1)
    expect(sent).toEqual([])
    // The dialog asks what the interpreters have; it sends nothing on its own.
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([])
  },
)

test.each<SurfaceName>(['room', 'remote', 'podium'])('[P69] can be written before the opening: %s', async (surface) => {
  openParticipantPage(replay([]), surface === 'podium' ? 'panel' : 'gov-1', surface)
  await write(speech)
  expect(queryButton('My text, 7 words')).not.toBeNull()
})

test('[P69] can be hidden while speaking, and shown again', async () => {
  openParticipantPage(replay(waiting), 'gov-1')
  await write(speech)
  updateParticipantPage(replay(speaking), 'gov-1')
  await press('Show my text')
  expect(screen.queryByRole('region', { name: 'My text' })).toBeNull()
  await press('Show my text')
  expect(getPageText()).toContain('We support the review.')
})

test('[P69] survives a reload and is deleted at the close', async () => {
  openParticipantPage(replay(waiting), 'gov-1')
  await write(speech)
  cleanup()
  openParticipantPage(replay(speaking), 'gov-1')
  expect(getPageText()).toContain('We support the review.')
  updateParticipantPage(replay([...speaking, command('chair', 'session.close', {})]), 'gov-1')
  expect(JSON.stringify({ ...localStorage })).not.toContain('support the review')
})

test('[P69] is shown to a panellist too', async () => {
  const give = command('chair', 'floor.give', { person: 'panel' as PersonId, expectedCurrent: null, expectedNext: null }, { id: 'turn' })
  openParticipantPage(replay([openSession]), 'panel', 'podium')
  await write(speech)
  updateParticipantPage(replay([openSession, give, command('chair', 'floor.start', { turn: toTurnId('turn') })]), 'panel', 'podium')
  expect(screen.getByRole('region', { name: 'My text' }).textContent).toBe(speech)
})
