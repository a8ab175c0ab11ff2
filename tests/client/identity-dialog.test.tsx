// @vitest-environment jsdom
/** “How I appear”: the person’s consent to their name in the record, on the pages Room and Remote. */

import { SessionBar } from '@rostrum/client/features/session/session-bar.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { useSessionStore } from '@rostrum/client/session/store'
import { formatCrowd } from '@rostrum/client/text/counts'
import { getText, loadLanguage } from '@rostrum/client/text/text'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { command, join, queueOpen, replay, toEntryId } from '../support/given.ts'
import {
  getPageText,
  openParticipantPage,
  press,
  queryButton,
  requests,
  type SurfaceName,
  setAnswers,
  updateParticipantPage,
} from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (words: string) => words })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

/** Opens the dialog as a browser does; jsdom does not implement it. */
HTMLDialogElement.prototype.showModal = function () {
  this.setAttribute('open', '')
}

const state = replay(queueOpen)
const openDialog = async (where: SurfaceName = 'room') => {
  openParticipantPage(state, 'civil-1', where)
  await press('How I am listed')
  return within(await screen.findByRole('dialog', { name: 'How I am listed' }))
}
const getPutRequests = () => requests.filter(({ method }) => method === 'PUT')

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  localStorage.clear()
})
afterEach(cleanup)

describe('my own consent', () => {
  test.each(['room', 'remote'] as const)('[P25] is asked for in the %s with an explanation, stored, and confirmed', async (where) => {
    setAnswers(({ method, body }) => ({ ok: true, value: method === 'GET' ? { nameInRecord: null, name: null } : body }))
    const dialog = await openDialog(where)
    await screen.findByText('You have not answered yet.')
    expect(getPageText()).toContain('until the record is exported')
    expect(dialog.getAllByRole('radio').map((radio) => radio.getAttribute('aria-checked'))).toEqual(['false', 'false'])
    await press('Save')
    expect(getPutRequests()).toEqual([])
    dialog.getByRole('radio', { name: /Organization and my name/ }).click()
    await press('Save')
    expect(getPutRequests()).toEqual([])
    expect((await dialog.findByRole('alert')).textContent).toContain('Enter your name')
    await userEvent.type(dialog.getByLabelText('Your name'), 'A Person')
    await press('Save')
    const body = { nameInRecord: true, name: 'A Person' }
    await waitFor(() => expect(getPutRequests()).toEqual([{ path: '/api/me', method: 'PUT', body }]))
    expect((await dialog.findByRole('status')).textContent).toContain('Your name may appear in the record.')
    await press('Close')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('[V33] the focus goes back to the button of the dialog, however it closes', async () => {
    openParticipantPage(state, 'civil-1')
    const opener = screen.getByRole('button', { name: 'How I am listed' })
    opener.focus()
    opener.click()
    const dialog = await screen.findByRole('dialog', { name: 'How I am listed' })
    const close = within(dialog).getByRole('button', { name: 'Close' })
    close.focus()
    close.click()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(opener)
  })

  test('[P85] a second device joins by the code or the link that the first shows, and only when it is asked for', async () => {
    setAnswers(() => ({ ok: true, value: { nameInRecord: null, name: null } }))
    for (const where of ['room', 'remote']) localStorage.setItem(`rostrum.link.${where}`, 'secret')
    const dialog = await openDialog()
    expect(dialog.queryByRole('img')).toBeNull()
    const scrollIntoView = vi.spyOn(HTMLElement.prototype, 'scrollIntoView')
    await press('Use another device as well')
    const code = dialog.getByRole('img', { name: 'Use another device as well' })
    expect(scrollIntoView.mock.contexts.some((one) => (one as HTMLElement).contains(code))).toBe(true)
    // A person who cannot scan the picture, or sees none, takes the link.
    await press('Copy the link')
    expect(await dialog.findByText(`Select the link to copy it: ${location.origin}/enter#secret`)).not.toBeNull()
  })

  test.each(['room', 'remote'] as const)('[P90] people who wait, in the %s, reach their second device and their channel', async (where) => {
    setAnswers(() => ({ ok: true, value: { nameInRecord: null, name: null } }))
    localStorage.setItem(`rostrum.link.${where}`, 'secret')
    const person = where === 'room' ? 'gov-1' : 'gov-1b'
    const waiting = [...queueOpen, join('civil-1'), join('gov-2'), join(person)]
    for (const history of [waiting, [...waiting, command(person, 'queue.hold', { entry: toEntryId(person) })]]) {
      openParticipantPage(replay(history), person, where)
      await press('How I am listed')
      await screen.findByRole('button', { name: where === 'room' ? 'I am remote now' : 'I am in the room now' })
      cleanup()
    }
  })

  test.each(['room', 'remote'] as const)('[P25] can be changed in the %s before the session and after it', (where) => {
    openParticipantPage(replay([]), 'civil-1', where)
    expect(queryButton('How I am listed')).not.toBeNull()
    updateParticipantPage(replay([...queueOpen, command('chair', 'session.close', {})]), 'civil-1', where)
    expect(queryButton('How I am listed')).not.toBeNull()
  })

  test('[P25] shows the stored choice, and reports when a choice could not be stored', async () => {
    setAnswers(({ method }) =>
      method === 'GET' ? { ok: true, value: { nameInRecord: true, name: 'Given name' } } : { ok: false, reason: 'no-connection' },
    )
    const dialog = await openDialog()
    const [only, both] = dialog.getAllByRole('radio')
    await waitFor(() => expect(both?.getAttribute('aria-checked')).toBe('true'))
    only?.click()
    await press('Save')
    await dialog.findByText(/No connection/)
    expect(getPageText()).not.toContain('Saved.')
  })
})

describe('my own name', () => {
  test('[P25] is shown as it is stored, and can be corrected', async () => {
    setAnswers(({ method, body }) => ({ ok: true, value: method === 'GET' ? { nameInRecord: true, name: 'A Persn' } : body }))
    const dialog = await openDialog()
    const field = await dialog.findByLabelText<HTMLInputElement>('Your name')
    await waitFor(() => expect(field.value).toBe('A Persn'))
    expect(queryButton('Save')?.getAttribute('aria-disabled')).toBe('true')
    await userEvent.type(field, '{Backspace}on')
    await press('Save')
    await waitFor(() => expect(getPutRequests()).toMatchObject([{ body: { nameInRecord: true, name: 'A Person' } }]))
  })

  test('[P28] shows the limit at the field as soon as the name is too long', async () => {
    setAnswers(() => ({ ok: true, value: { nameInRecord: true, name: 'x'.repeat(80) } }))
    const dialog = await openDialog()
    const field = await dialog.findByLabelText<HTMLInputElement>('Your name')
    await waitFor(() => expect(field.value).toHaveLength(80))
    expect(dialog.queryByRole('alert')).toBeNull()
    await userEvent.type(field, 'y')
    expect(dialog.getByRole('alert').textContent).toContain('80')
    await press('Save')
    expect(getPutRequests()).toEqual([])
  })

  test('[P31] is refused at the field if it reads like an office', async () => {
    setAnswers(({ method }) =>
      method === 'GET' ? { ok: true, value: { nameInRecord: true, name: 'Chair' } } : { ok: false, reason: 'office-imitated' },
    )
    const dialog = await openDialog()
    await userEvent.type(await dialog.findByLabelText('Your name'), 's')
    await press('Save')
    expect((await dialog.findByRole('alert')).textContent).toContain('an official title')
  })
})

describe('room or remote', () => {
  test.each([
    ['room', 'I am remote now', 'remote'],
    ['remote', 'I am in the room now', 'room'],
  ] as const)('[P29] is changed from the page of the %s', async (where, button, channel) => {
    const person = [...state.people.all.values()].find((one) => one.role === 'participant' && one.channel === where)?.id
    setAnswers(({ method }) => ({ ok: true, value: method === 'GET' ? { nameInRecord: null, name: null } : { channel } }))
    openParticipantPage(state, String(person), where)
    await press('How I am listed')
    await press(button)
    await waitFor(() => expect(getPutRequests()).toEqual([{ path: '/api/me/channel', method: 'PUT', body: { channel } }]))
  })
})

describe('the number of people', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1_000, 'about 1,000'],
    [1_238, 'about 1,240'],
    [12_345, 'about 12,300'],
    [19_960, 'about 20,000'],
  ])('[P24] %d is shown as %s', (n, words) => {
    const speak = getText()
    expect(speak && formatCrowd(speak.t, 'en', n).replace(/[\u2066-\u2069]/g, '')).toBe(words)
  })

  test.each([
    ['fr', 'environ 1\u202f240 en salle'],
    ['ar', 'نحو 1,240 في القاعة'],
    ['zh', '会场约1,240人'],
  ])('[P24] is shown in %s in the bar of Chair and podium', async (language, words) => {
    await loadLanguage(language, 'staff')
    updateParticipantPage(state, 'civil-1', 'podium')
    useSessionStore.setState(({ view }) => ({ view: view && { ...view, presence: { room: 1_238, remote: 12 } } }))
    render(
      <ConnectionContext value={{} as ComponentProps<typeof ConnectionContext>['value']}>
        <SessionBar />
      </ConnectionContext>,
    )
    expect(getPageText()).toContain(words)
  })
})
