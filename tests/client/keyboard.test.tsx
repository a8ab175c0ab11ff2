// @vitest-environment jsdom
/** The chair's shortcuts: off at first, quiet while keys belong elsewhere, and never more than the button on the page may. */
import { PreferencesDialog } from '@rostrum/client/features/keyboard/preferences-dialog.tsx'
import { type Press, shortcutOf } from '@rostrum/client/features/keyboard/shortcut'
import { useShortcuts } from '@rostrum/client/features/keyboard/use-shortcuts'
import { load } from '@rostrum/client/text/text'
import { Button } from '@rostrum/client/ui/button.tsx'
import { NextAction } from '@rostrum/client/ui/next-action.tsx'
import { announcements } from '@rostrum/client/ui/screen-reader'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'

// The kit asks the browser for this, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const key = (changed: Partial<Press>): Press => ({
  key: 'n',
  code: '',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  ...changed,
})

describe('which key stands for what', () => {
  test.each([
    ['n', 'next'],
    ['N', 'next'],
    ['p', 'pause'],
    ['+', 'add'],
    ['u', 'undo'],
    ['/', 'find'],
    ['x', null],
    ['Enter', null],
    ['F6', null],
  ])('%s', (name, shortcut) => {
    expect(shortcutOf(key({ key: name }))).toBe(shortcut)
  })

  test.each([{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }, { isComposing: true }])(
    'nothing with %o',
    (held) => {
      expect(shortcutOf(key(held))).toBeNull()
    },
  )

  test('on a keyboard of another script the key at the same place, on one of Latin script the letter', () => {
    expect(shortcutOf(key({ key: 'ى', code: 'KeyN' }))).toBe('next')
    expect(shortcutOf(key({ key: 'ظ', code: 'Slash' }))).toBe('find')
    expect(shortcutOf(key({ key: 'لا', code: 'KeyB' }))).toBeNull()
    expect(shortcutOf(key({ key: 'è', code: 'KeyN' }))).toBeNull()
    expect(shortcutOf(key({ key: '-', code: 'Slash' }))).toBeNull()
  })
})

const pressed: string[] = []

const Driving = ({ paused = false, covered = false }: { paused?: boolean; covered?: boolean }) => {
  useShortcuts()
  return (
    <>
      <NextAction verb="Call next" icon="next" onPress={() => void pressed.push('next')} />
      <Button data-shortcut="pause" disabled={paused} onClick={() => void pressed.push('pause')}>
        Pause
      </Button>
      <Button data-shortcut="add" onClick={() => void pressed.push('add')}>
        + 30 s
      </Button>
      <input aria-label="Topic" />
      <input aria-label="Search" data-shortcut="find" />
      <select aria-label="Language" />
      {covered ? <div role="dialog" aria-label="Order of speakers" /> : null}
    </>
  )
}

const switchOn = () => localStorage.setItem('rostrum.shortcuts', 'on')

beforeEach(async () => {
  pressed.length = 0
  await load('en', 'all')
})
afterEach(() => {
  cleanup()
  localStorage.clear()
})

describe('on the page', () => {
  it('does nothing and tells nothing until switched on', () => {
    render(<Driving />)
    fireEvent.keyDown(document.body, { key: 'n' })
    expect(pressed).toEqual([])
    expect(document.querySelectorAll('[aria-keyshortcuts]')).toHaveLength(0)
  })

  it('presses the buttons on the page, leaves the focus where it is, and tells readers the keys', () => {
    switchOn()
    render(<Driving />)
    screen.getByRole('button', { name: '+ 30 s' }).focus()
    const taken = ['n', 'p', '+'].map((name) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name }))
    expect(pressed).toEqual(['next', 'pause', 'add'])
    expect(taken).toEqual([false, false, false])
    expect(document.activeElement?.textContent).toBe('+ 30 s')
    expect([...document.querySelectorAll('[aria-keyshortcuts]')].map((one) => one.getAttribute('aria-keyshortcuts'))).toEqual([
      'N',
      'P',
      'Plus',
    ])
  })

  it('cannot do what the button may not, nor what is not there', () => {
    switchOn()
    render(<Driving paused />)
    expect(fireEvent.keyDown(document.body, { key: 'p' })).toBe(true)
    expect(fireEvent.keyDown(document.body, { key: 'u' })).toBe(true)
    expect(pressed).toEqual([])
  })

  it('keeps out of writing, of lists of the device, of held keys, and of what somebody else took', () => {
    switchOn()
    render(<Driving />)
    fireEvent.keyDown(screen.getByLabelText('Topic'), { key: 'n' })
    fireEvent.keyDown(screen.getByLabelText('Language'), { key: 'p' })
    fireEvent.keyDown(document.body, { key: 'n', repeat: true })
    fireEvent.keyDown(document.body, { key: 'n', ctrlKey: true })
    const taken = new KeyboardEvent('keydown', { key: 'n', bubbles: true, cancelable: true })
    taken.preventDefault()
    document.body.dispatchEvent(taken)
    expect(pressed).toEqual([])
  })

  it('rests while a dialog or a menu is open', () => {
    switchOn()
    const { rerender } = render(<Driving covered />)
    fireEvent.keyDown(document.body, { key: 'n' })
    expect(pressed).toEqual([])
    rerender(<Driving />)
    fireEvent.keyDown(document.body, { key: 'n' })
    expect(pressed).toEqual(['next'])
  })

  it('goes to the search and leaves its key out of it', () => {
    switchOn()
    render(<Driving />)
    expect(fireEvent.keyDown(document.body, { key: '/' })).toBe(false)
    expect(document.activeElement).toBe(screen.getByLabelText('Search'))
  })

  it('holds only while a screen that drives is shown', () => {
    switchOn()
    localStorage.setItem('rostrum.announcements', 'important')
    const { unmount } = render(<Driving />)
    expect(announcements.wished()).toBe('important')
    unmount()
    render(<Button data-shortcut="pause">Pause</Button>)
    fireEvent.keyDown(document.body, { key: 'p' })
    expect(screen.getByRole('button').getAttribute('aria-keyshortcuts')).toBeNull()
    expect(announcements.wished()).toBe('all')
  })
})

describe('the preferences', () => {
  const Page = () => {
    useShortcuts()
    return (
      <>
        <NextAction verb="Call next" icon="next" onPress={() => void pressed.push('next')} />
        <PreferencesDialog onClose={() => void pressed.push('closed')} />
      </>
    )
  }
  const chosen = () => screen.getAllByRole('radio', { checked: true }).map((one) => one.querySelector('span, strong')?.textContent)

  it('are off and all at first, are used as soon as they are chosen, and stay on this device', async () => {
    const { unmount } = render(<Page />)
    expect(chosen()).toEqual(['Off', 'All'])
    await userEvent.click(screen.getByRole('radio', { name: 'On' }))
    await userEvent.click(screen.getByRole('radio', { name: /^Important only/ }))
    expect(document.querySelector('[data-shortcut="next"]')?.getAttribute('aria-keyshortcuts')).toBe('N')
    expect(announcements.wished()).toBe('important')
    unmount()
    render(<Page />)
    expect(chosen()).toEqual(['On', 'Important only'])
  })

  it('name every key that the page behind has a use for', () => {
    const keys = () => [...screen.getByRole('dialog').querySelectorAll('kbd')].map((one) => one.textContent)
    const { unmount } = render(<Page />)
    expect(keys()).toEqual(['N', 'P', '+', 'U'])
    unmount()
    document.body.insertAdjacentHTML('beforeend', '<div data-column><input data-shortcut="find"></div>')
    render(<Page />)
    expect(keys()).toEqual(['N', 'P', '+', 'U', '/', 'F6'])
    document.querySelector('[data-column]')?.remove()
  })

  it('close with their button and with Escape', async () => {
    render(<Page />)
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    await userEvent.keyboard('{Escape}')
    expect(pressed).toEqual(['closed', 'closed'])
  })
})
