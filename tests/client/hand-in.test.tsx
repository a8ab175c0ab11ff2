// @vitest-environment jsdom
/** Handing in one's own text to the interpreters, including after the server has lost it. */
import { getLocalTime } from '@rostrum/client/session/server-clock'
import { useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createState, plan } from '../support/fixtures.ts'
import { call, command, join, queueOpen, replay, toTurnId } from '../support/given.ts'
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

const path = '/api/me/booth-text'
const key = `rostrum.handed.${storageKey}`
/** The state of the simulated server, which keeps one text in its memory. */
let kept: { readonly mark: string; readonly at: number } | null = null
let takenBackAt: number | null = null
let clock = 0
let refusal: string | null = null
const countSent = (method: string) => requests.filter((one) => one.path === path && one.method === method).length

beforeEach(async () => {
  localStorage.clear()
  sent.length = 0
  kept = null
  takenBackAt = null
  refusal = null
  setAnswers(({ path: asked, method, body }) => {
    if (asked !== path) return { ok: false, reason: 'not-found' }
    if (refusal !== null && method !== 'GET') return { ok: false, reason: refusal }
    if (method === 'PUT') kept = { mark: (body as { mark: string }).mark, at: ++clock }
    if (method === 'DELETE') kept = null
    return { ok: true, value: { handedIn: kept, takenBackAt } }
  })
  await loadLanguage('en', 'staff')
})
afterEach(cleanup)

const waiting = [...queueOpen, join('gov-1')]
const speaking = [...waiting, call('gov-1'), command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })]
const spoken = [...speaking, command('chair', 'floor.end', { turn: toTurnId('turn-gov-1'), expectedNext: null } as never)]

const openDialog = async (surface: SurfaceName = 'room', person = 'gov-1', state = replay(waiting)) => {
  openParticipantPage(state, person, surface)
  if (queryButton('More')) await press('More')
  await press(/^My text/)
  return within(await screen.findByRole('region', { name: 'Give my text to the interpreters' }))
}
const write = (text: string) => userEvent.type(screen.getByRole('textbox', { name: 'My text' }), text)
const choose = (mark: string) => userEvent.click(screen.getByText(mark))
const stored = () => JSON.parse(localStorage.getItem(key) ?? 'null')

test.each<SurfaceName>(['room', 'remote', 'podium'])(
  '[X58] is handed in with how it will be read, again when it was changed, and taken back: %s',
  async (surface) => {
    const part = await openDialog(surface, surface === 'podium' ? 'panel' : 'gov-1', replay(surface === 'podium' ? [] : waiting))
    expect(getPageText()).toContain('Only the interpreters can read it. It is deleted when your turn is over or the meeting is closed.')
    await press('Give to the interpreters')
    await write('We agree.')
    await press('Give to the interpreters')
    expect(countSent('PUT')).toBe(0)
    await choose('Check against delivery')
    await userEvent.type(part.getByRole('textbox'), 'JAH-ma')
    await press('Give to the interpreters')
    expect(requests.at(-1)).toEqual({ path, method: 'PUT', body: { text: 'We agree.', mark: 'check', pronounced: 'JAH-ma' } })
    expect(part.getByRole('status').textContent).toMatch(/With the interpreters since .*Check against delivery/)
    await press('Give the new text')
    expect(countSent('PUT')).toBe(1)
    await write(' Thank you.')
    expect(getPageText()).toContain('You have changed it since. Give the interpreters the new text.')
    await press('Give the new text')
    expect(countSent('PUT')).toBe(2)
    expect(stored()).toMatchObject({ text: 'We agree. Thank you.', mark: 'check', pronounced: 'JAH-ma', turns: 0 })
    await press('Withdraw the text')
    expect(countSent('DELETE')).toBe(1)
    expect(stored()).toBeNull()
    expect(part.queryByRole('status')).toBeNull()
  },
)

test('[X58] a refusal tells the person what to do, and nothing counts as handed in', async () => {
  await openDialog()
  await write('We agree.')
  await choose('Read out verbatim')
  for (const [reason, words] of [
    ['no-connection', 'No connection: the interpreters do not have it. Try again.'],
    ['too-many-texts', 'No more texts can be accepted at the moment.'],
    ['text-refused', 'The text contains characters that cannot be stored.'],
    ['what-nobody-knows', 'Not saved. Try again.'],
  ] as const) {
    refusal = reason
    await press('Give to the interpreters')
    expect(screen.getByRole('alert').textContent).toContain(words)
    expect(stored()).toBeNull()
  }
})

test('[X58] if everybody may file a statement, the text is filed for the record only on request', async () => {
  await openDialog()
  expect(screen.queryByRole('checkbox')).toBeNull()
  cleanup()
  await openDialog('room', 'gov-1', replay(waiting, createState({ ...plan, statements: { words: 100, anytime: true } })))
  await write('We agree.')
  await choose('Read out verbatim')
  await press('Give to the interpreters')
  expect(sent).toEqual([])
  await userEvent.click(screen.getByRole('checkbox'))
  await press('Give the new text')
  expect(sent).toEqual([{ type: 'statements.submit', data: { text: 'We agree.', expectedVersion: 0 } }])
  expect(getPageText()).toContain('Your statement has been submitted')
})

/** The interpreters' access has ended, so nobody would read the text. */
const uninterpreted = command('system', 'people.revoke', { person: 'booth-fr' as PersonId })

test.each<SurfaceName>(['room', 'remote'])(
  '[V200] a page speaks of interpreters only where they are admitted, and says to nobody else that they have a text: %s',
  async (surface) => {
    kept = { mark: 'check', at: 7 }
    const part = await openDialog(surface)
    await vi.waitFor(() => expect(part.getByRole('status').textContent).toContain('With the interpreters since'))
    await press('Close')
    expect(getPageText()).toContain('Speak at an even pace for the interpreters')
    updateParticipantPage(replay([...waiting, uninterpreted]), 'gov-1', surface)
    await press(/^My text/)
    await screen.findByRole('textbox', { name: 'My text' })
    expect(getPageText()).toContain('Nobody else sees it. It is deleted a minute after the close.')
    expect(getPageText()).not.toMatch(/interpreters/)
  },
)

const record = { text: 'We agree.', mark: 'check', pronounced: null, at: 7, turns: 0 }
/** Opens the page, connects it and brings it up to date. */
const connect = async (history: Parameters<typeof replay>[0]) => {
  openParticipantPage(replay(history), 'gov-1')
  await vi.dynamicImportSettled()
  await act(async () => useSessionStore.setState({ currentAt: getLocalTime() }))
  await act(async () => vi.dynamicImportSettled())
}

test('[X58] a text that the server has lost is handed in again when the page connects', async () => {
  localStorage.setItem(key, JSON.stringify(record))
  await connect(waiting)
  await vi.waitFor(() => expect(countSent('PUT')).toBe(1))
  expect(requests.at(-1)?.body).toEqual({ text: 'We agree.', mark: 'check', pronounced: null })
  await vi.waitFor(() => expect(stored()).toEqual({ ...record, at: clock }))
  act(() => useSessionStore.setState({ connectionStatus: { kind: 'offline' } }))
  kept = null
  act(() => useSessionStore.setState({ connectionStatus: { kind: 'live' } }))
  await vi.dynamicImportSettled()
  expect(countSent('PUT')).toBe(1)
  await act(async () => useSessionStore.setState({ currentAt: getLocalTime() }))
  await vi.waitFor(() => expect(countSent('PUT')).toBe(2))
})

test('[X58] a text is not handed in again while the server has it', async () => {
  kept = { mark: 'check', at: 7 }
  localStorage.setItem(key, JSON.stringify(record))
  await connect(waiting)
  await vi.waitFor(() => expect(countSent('GET')).toBe(1))
  expect(countSent('PUT')).toBe(0)
  expect(stored()).toEqual(record)
})

test('[X58] a text that another device handed in later is not replaced', async () => {
  kept = { mark: 'verbatim', at: 9 }
  localStorage.setItem(key, JSON.stringify(record))
  await connect(waiting)
  await vi.waitFor(() => expect(stored()).toBeNull())
  expect(countSent('PUT')).toBe(0)
})

test('[X58] a text that was taken back on another device is not handed in again by this one', async () => {
  takenBackAt = 9
  localStorage.setItem(key, JSON.stringify(record))
  await connect(waiting)
  await vi.waitFor(() => expect(stored()).toBeNull())
  expect(countSent('PUT')).toBe(0)
})

test('[X58] nothing is handed in again after the turn or the close, and the local copy is deleted, a minute after the close', async () => {
  localStorage.setItem(key, JSON.stringify(record))
  await connect(spoken)
  await vi.waitFor(() => expect(stored()).toBeNull())
  cleanup()
  localStorage.setItem(key, JSON.stringify(record))
  openParticipantPage(replay(waiting), 'gov-1')
  const closed = replay([...waiting, command('chair', 'session.close', {}, { at: 20 })])
  updateParticipantPage(closed, 'gov-1', 'room', 79)
  expect(stored()).not.toBeNull()
  updateParticipantPage(closed, 'gov-1', 'room', 81)
  expect(stored()).toBeNull()
  expect(requests).toEqual([])
})
