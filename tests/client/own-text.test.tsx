// @vitest-environment jsdom
/** The text that a person will read out: written before the turn, shown while they speak, on this device only. */
import { loadLanguage } from '@rostrum/client/text/text'
import type { PersonId, StepId } from '@rostrum/shared/contract/ids'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call, command, join, openSession, queueOpen, raisePoint, replay, toCommandId, toEntryId, toTurnId } from '../support/given.ts'
import {
  getPageText,
  openParticipantPage,
  press,
  queryButton,
  requests,
  type SurfaceName,
  sent,
  setAnswers,
  storageKey,
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
    expect(queryButton(/^My text, 7 words, about 10.s$/)).not.toBeNull()
    updateParticipantPage(replay(calling), 'gov-1', surface)
    // Somebody who is called reads first what to do.
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
  expect(queryButton(/^My text, 7 words, about 10.s$/)).not.toBeNull()
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

const close = command('chair', 'session.close', {}, { id: 'the-end', at: 20 })
const isStored = () => JSON.stringify({ ...localStorage }).includes('support the review')

test('[P69, P95] survives a reload, and is deleted a minute after the close', async () => {
  openParticipantPage(replay(waiting), 'gov-1')
  await write(speech)
  cleanup()
  openParticipantPage(replay(speaking), 'gov-1')
  expect(getPageText()).toContain('We support the review.')
  updateParticipantPage(replay([...speaking, close]), 'gov-1', 'room', 79)
  expect(isStored()).toBe(true)
  updateParticipantPage(replay([...speaking, close]), 'gov-1', 'room', 81)
  expect(isStored()).toBe(false)
})

test('[P95] is there again if the close is taken back, and so is what the interpreters have', async () => {
  const undo = command('chair', 'steps.undo', { step: toCommandId('the-end') as string as StepId }, { at: 75 })
  localStorage.setItem(`rostrum.handed.${storageKey}`, JSON.stringify({ text: speech, mark: 'check', pronounced: null, at: 0, turns: 0 }))
  openParticipantPage(replay(waiting), 'gov-1')
  await write(speech)
  updateParticipantPage(replay([...speaking, close]), 'gov-1', 'room', 70)
  updateParticipantPage(replay([...speaking, close, undo]), 'gov-1', 'room', 76)
  expect(screen.getByRole('region', { name: 'My text' }).textContent).toBe(speech)
  expect(localStorage.getItem(`rostrum.handed.${storageKey}`)).not.toBeNull()
})

const getStatement = async () => (await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Your statement' })).value
const notReached = [...waiting, close]

test.each<SurfaceName>(['room', 'remote'])(
  '[P95] begins the statement of a person who was not reached, until it is submitted: %s',
  async (where) => {
    openParticipantPage(replay(waiting), 'gov-1', where)
    await write(speech)
    cleanup()
    openParticipantPage(replay(notReached), 'gov-1', where, 3600)
    expect(await getStatement()).toBe(speech)
    expect(getPageText()).toContain('Nobody has it until you submit it.')
    sent.length = 0
    await press('Submit my statement')
    expect(sent).toEqual([{ type: 'statements.submit', data: { text: speech, expectedVersion: 0 } }])
    const submit = command('gov-1', 'statements.submit', { text: speech, expectedVersion: 0 }, { at: 3601 })
    updateParticipantPage(replay([...notReached, submit]), 'gov-1', where, 3602)
    expect(isStored()).toBe(false)
  },
)

test('[P95] is deleted from this device when its writer deletes it from the statement', async () => {
  openParticipantPage(replay(waiting), 'gov-1')
  await write(speech)
  updateParticipantPage(replay(notReached), 'gov-1', 'room', 70)
  expect(await getStatement()).toBe(speech)
  await press('Delete the text')
  await press('Keep the text')
  expect(isStored()).toBe(true)
  await press('Delete the text')
  await press('Delete the text')
  expect(await getStatement()).toBe('')
  expect(isStored()).toBe(false)
})

test.each<SurfaceName>(['room', 'remote'])(
  '[V261] is where its reader was after a point of order and after it was put away: %s',
  async (where) => {
    openParticipantPage(replay(waiting), 'gov-1', where)
    await write(speech)
    updateParticipantPage(replay(speaking), 'gov-1', where)
    const getBox = () => screen.getByRole('region', { name: 'My text' })
    getBox().scrollTop = 300
    fireEvent.scroll(getBox())
    updateParticipantPage(replay(point), 'gov-1', where)
    expect(screen.queryByRole('region', { name: 'My text' })).toBeNull()
    updateParticipantPage(replay(back), 'gov-1', where)
    expect(getBox().scrollTop).toBe(300)
    if (where === 'remote') return
    await press('Show my text')
    await press('Show my text')
    expect(getBox().scrollTop).toBe(300)
  },
)

test('[P69] is shown to a panellist too', async () => {
  const give = command('chair', 'floor.give', { person: 'panel' as PersonId, expectedCurrent: null, expectedNext: null }, { id: 'turn' })
  openParticipantPage(replay([openSession]), 'panel', 'podium')
  await write(speech)
  updateParticipantPage(replay([openSession, give, command('chair', 'floor.start', { turn: toTurnId('turn') })]), 'panel', 'podium')
  expect(screen.getByRole('region', { name: 'My text' }).textContent).toBe(speech)
})

const point = [
  ...speaking,
  raisePoint('civil-1'),
  command('chair', 'floor.recognize', { entry: toEntryId('civil-1-point'), expectedCurrent: toTurnId('turn-gov-1') }, { id: 'point' }),
]
const back = [
  ...point,
  command('chair', 'floor.end', { turn: toTurnId('point') }),
  command('chair', 'floor.resume', { turn: toTurnId('turn-gov-1') }),
]
test.each<[SurfaceName, string, typeof calling]>([
  ['room', 'called', calling],
  ['room', 'interrupted', point],
  ['remote', 'called', calling],
  ['remote', 'interrupted', point],
])('[P88] is one press away before the clock runs and while the turn is paused: %s, %s', async (surface, _, history) => {
  openParticipantPage(replay(waiting), 'gov-1', surface)
  await write(speech)
  updateParticipantPage(replay(history), 'gov-1', surface)
  await press(surface === 'room' ? 'Show my text' : /^My text/)
  const shown =
    surface === 'room' ? screen.getByRole('region', { name: 'My text' }) : await screen.findByRole('textbox', { name: 'My text' })
  expect((shown as HTMLTextAreaElement).value ?? shown.textContent).toBe(speech)
})

test('[P87] is deleted only after a question, and then the page says that the interpreters still have it', async () => {
  const present = { text: speech, mark: 'check', pronounced: null, at: 0 }
  setAnswers(() => ({ ok: true, value: { handedIn: present, takenBackAt: null } }))
  localStorage.setItem(`rostrum.handed.${storageKey}`, JSON.stringify({ ...present, turns: 0 }))
  openParticipantPage(replay(waiting), 'gov-1')
  await write(speech)
  await press(/^My text/)
  await screen.findByText(/With the interpreters since/)
  const text = () => (screen.getByRole('textbox', { name: 'My text' }) as HTMLTextAreaElement).value
  await press('Delete the text')
  await press('Keep the text')
  expect(text()).toBe(speech)
  await press('Delete the text')
  await press('Delete the text')
  expect(text()).toBe('')
  expect(getPageText()).toContain('The interpreters still have it. You can withdraw it below.')
  expect(getPageText()).not.toContain('You have changed it since.')
  expect(queryButton('Withdraw the text')).not.toBeNull()
})
