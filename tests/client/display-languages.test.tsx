// @vitest-environment jsdom
/** The languages of a room screen: one, or several in turn, chosen on the screen. */
import { Display } from '@rostrum/client/surfaces/display/display.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setDisplayView } from '../support/display-view.ts'
import { createState } from '../support/fixtures.ts'
import { openSession, replay } from '../support/given.ts'
import { getPageText } from '../support/participant-page.tsx'

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
beforeEach(async () => {
  localStorage.clear()
  await loadLanguage('en', 'staff')
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const state = replay([openSession], createState())
/** Sets the server's time, in seconds after noon. */
const setTime = (at: number) => setDisplayView(state, at)
const openDisplay = () => {
  setTime(1)
  render(<Display ticket={{ joining: null } as never} />)
}
const shows = (text: string) => waitFor(() => expect(getPageText()).toContain(text))
const choose = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('[V62] two languages are shown in turn, 20 s each by the server’s time, even after a reload', async () => {
  openDisplay()
  expect(screen.queryByRole('group')).toBeNull()
  fireEvent.keyDown(window, { key: 'Tab' })
  await choose('Français')
  await shows('The list of speakers is closed')
  setTime(19)
  await shows('The list of speakers is closed')
  setTime(20)
  await shows('La liste des orateurs est close')
  expect(document.documentElement.lang).toBe('fr')
  cleanup()
  setTime(39)
  render(<Display ticket={{ joining: null } as never} />)
  await shows('La liste des orateurs est close')
  setTime(40)
  await shows('The list of speakers is closed')
})

test('[V62, V151] one language can be replaced with another, and the last cannot be removed', async () => {
  openDisplay()
  fireEvent.keyDown(window, { key: 'Tab' })
  await choose('English')
  const only = screen.getByRole('button', { name: 'English' })
  expect([only.getAttribute('aria-pressed'), only.getAttribute('aria-disabled')]).toEqual(['true', null])
  await choose('العربية')
  await choose('English')
  await waitFor(() => expect(document.documentElement.dir).toBe('rtl'))
  await choose('العربية')
  expect(screen.getByRole('button', { name: 'العربية' }).getAttribute('aria-pressed')).toBe('true')
})

test('[V62] the choice disappears when nobody uses the screen, and content that moves under the pointer does not bring it back', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  openDisplay()
  const move = (movementX: number) => {
    const event = new MouseEvent('pointermove', { bubbles: true })
    Object.defineProperties(event, { movementX: { value: movementX }, movementY: { value: 0 } })
    fireEvent(window, event)
  }
  move(0)
  expect(screen.queryByRole('group')).toBeNull()
  move(3)
  expect(screen.getByRole('group', { name: 'Languages of this screen' })).toBeTruthy()
  act(() => void vi.advanceTimersByTime(6100))
  expect(screen.queryByRole('group')).toBeNull()
})
