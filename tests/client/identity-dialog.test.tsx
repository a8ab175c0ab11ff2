// @vitest-environment jsdom
/** How I appear: my own word on whether the record may give my name, on the phone and on the remote screen. */

import { SessionBar } from '@rostrum/client/features/session/session-bar.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { useScreen } from '@rostrum/client/session/store'
import { crowdText } from '@rostrum/client/text/counts'
import { load, textNow } from '@rostrum/client/text/text'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { listOpen, said, stateAfter } from '../support/given.ts'
import { answersAt, asked, button, comesIn, press, sees, text, type Where } from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (words: string) => words })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

/** As a browser does, where jsdom has none. */
HTMLDialogElement.prototype.showModal = function () {
  this.setAttribute('open', '')
}

const me = stateAfter(listOpen)
const opens = async (where: Where = 'room') => {
  sees(me, 'civil-1', where)
  await press('How I appear')
  return within(await screen.findByRole('dialog', { name: 'How I appear' }))
}
const puts = () => asked.filter(({ method }) => method === 'PUT')

beforeEach(async () => {
  await load('en', 'all')
  localStorage.clear()
})
afterEach(cleanup)

describe('my own consent', () => {
  test.each(['room', 'remote'] as const)('[P25] is asked in the %s with what it means, kept, and said to be kept', async (where) => {
    answersAt(({ method, body }) => ({ ok: true, value: method === 'GET' ? { named: null } : body }))
    const dialog = await opens(where)
    await screen.findByText('You have not answered yet.')
    expect(text()).toContain('until the record is exported')
    expect(dialog.getAllByRole('radio').map((radio) => radio.getAttribute('aria-checked'))).toEqual(['false', 'false'])
    await press('Save')
    expect(puts()).toEqual([])
    dialog.getByRole('radio', { name: /Organization and my name/ }).click()
    await press('Save')
    await waitFor(() => expect(puts()).toEqual([{ path: '/api/me', method: 'PUT', body: { named: true } }]))
    expect((await dialog.findByRole('status')).textContent).toContain('The record may give your name.')
    await press('Close')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test.each(['room', 'remote'] as const)('[P25] can be changed in the %s before the session and after it', (where) => {
    sees(stateAfter([]), 'civil-1', where)
    expect(button('How I appear')).not.toBeNull()
    comesIn(stateAfter([...listOpen, said('chair', 'session.close', {})]), 'civil-1', where)
    expect(button('How I appear')).not.toBeNull()
  })

  test('[P25] is shown as it is kept, and what could not be kept is said not to be', async () => {
    answersAt(({ method }) => (method === 'GET' ? { ok: true, value: { named: true } } : { ok: false, why: 'no-connection' }))
    const dialog = await opens()
    const [only, both] = dialog.getAllByRole('radio')
    await waitFor(() => expect(both?.getAttribute('aria-checked')).toBe('true'))
    only?.click()
    await press('Save')
    await dialog.findByText(/No connection/)
    expect(text()).not.toContain('Saved.')
  })
})

describe('how many people there are', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1_000, 'about 1,000'],
    [1_238, 'about 1,240'],
    [12_345, 'about 12,300'],
    [19_960, 'about 20,000'],
  ])('[P24] %d is said as %s', (n, words) => {
    const speak = textNow()
    expect(speak && crowdText(speak.t, 'en', n).replace(/[\u2066-\u2069]/g, '')).toBe(words)
  })

  test.each([
    ['fr', 'environ 1\u202f240 en salle'],
    ['ar', 'نحو 1,240 في القاعة'],
  ])('[P24] is said so in %s, in the bar of chair and podium', async (language, words) => {
    await load(language, 'all')
    comesIn(me, 'civil-1', 'podium')
    useScreen.setState(({ view }) => ({ view: view && { ...view, presence: { room: 1_238, remote: 12 } } }))
    render(
      <ConnectionContext value={{} as ComponentProps<typeof ConnectionContext>['value']}>
        <SessionBar />
      </ConnectionContext>,
    )
    expect(text()).toContain(words)
  })
})
