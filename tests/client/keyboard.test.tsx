// @vitest-environment jsdom
/** The Chair’s shortcuts. They are off by default, silent while another element uses the keys, and limited to buttons on the page. */
import { PreferencesDialog } from '@rostrum/client/features/keyboard/preferences-dialog.tsx'
import { findShortcut, type KeyPress } from '@rostrum/client/features/keyboard/shortcut'
import { useShortcuts } from '@rostrum/client/features/keyboard/use-shortcuts'
import { loadLanguage } from '@rostrum/client/text/text'
import { Button } from '@rostrum/client/ui/button.tsx'
import { NextAction } from '@rostrum/client/ui/next-action.tsx'
import { screenReader } from '@rostrum/client/ui/screen-reader'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

// jsdom lacks this browser API, and the UI kit needs it.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const makePress = (changed: Partial<KeyPress>): KeyPress => ({
  key: 'n',
  code: '',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  ...changed,
})

describe('the effect of each key', () => {
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
    expect(findShortcut(makePress({ key: name }))).toBe(shortcut)
  })

  test.each([{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }, { isComposing: true }])(
    'does nothing with %o',
    (held) => {
      expect(findShortcut(makePress(held))).toBeNull()
    },
  )

  test('uses the key by its position on a keyboard of a non-Latin script, and by its letter on one of Latin script', () => {
    expect(findShortcut(makePress({ key: 'ى', code: 'KeyN' }))).toBe('next')
    expect(findShortcut(makePress({ key: 'ظ', code: 'Slash' }))).toBe('find')
    expect(findShortcut(makePress({ key: 'لا', code: 'KeyB' }))).toBeNull()
    expect(findShortcut(makePress({ key: 'è', code: 'KeyN' }))).toBeNull()
    expect(findShortcut(makePress({ key: '-', code: 'Slash' }))).toBeNull()
  })
})

const pressed: string[] = []

const ShortcutPage = ({ paused = false, covered = false }: { paused?: boolean; covered?: boolean }) => {
  useShortcuts()
  return (
    <>
      <NextAction means="" verb="Call next" icon="next" onPress={() => void pressed.push('next')} />
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

const enableShortcuts = () => localStorage.setItem('rostrum.shortcuts', 'on')

beforeEach(async () => {
  pressed.length = 0
  await loadLanguage('en', 'staff')
})
afterEach(() => {
  cleanup()
  localStorage.clear()
})

describe('shortcuts on the page', () => {
  test('do nothing and announce nothing until they are switched on', () => {
    render(<ShortcutPage />)
    fireEvent.keyDown(document.body, { key: 'n' })
    expect(pressed).toEqual([])
    expect(document.querySelectorAll('[aria-keyshortcuts]')).toHaveLength(0)
  })

  test('press the buttons on the page, leave the focus in place, and tell screen readers the keys', () => {
    enableShortcuts()
    render(<ShortcutPage />)
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

  test('do nothing if the button is disabled or absent', () => {
    enableShortcuts()
    render(<ShortcutPage paused />)
    expect(fireEvent.keyDown(document.body, { key: 'p' })).toBe(true)
    expect(fireEvent.keyDown(document.body, { key: 'u' })).toBe(true)
    expect(pressed).toEqual([])
  })

  test('ignore text fields, native lists, repeated keys, and events that another handler has used', () => {
    enableShortcuts()
    render(<ShortcutPage />)
    fireEvent.keyDown(screen.getByLabelText('Topic'), { key: 'n' })
    fireEvent.keyDown(screen.getByLabelText('Language'), { key: 'p' })
    fireEvent.keyDown(document.body, { key: 'n', repeat: true })
    fireEvent.keyDown(document.body, { key: 'n', ctrlKey: true })
    const taken = new KeyboardEvent('keydown', { key: 'n', bubbles: true, cancelable: true })
    taken.preventDefault()
    document.body.dispatchEvent(taken)
    expect(pressed).toEqual([])
  })

  test('pause while a dialog or a menu is open', () => {
    enableShortcuts()
    const { rerender } = render(<ShortcutPage covered />)
    fireEvent.keyDown(document.body, { key: 'n' })
    expect(pressed).toEqual([])
    rerender(<ShortcutPage />)
    fireEvent.keyDown(document.body, { key: 'n' })
    expect(pressed).toEqual(['next'])
  })

  test('focus the search field without typing the key into it', () => {
    enableShortcuts()
    render(<ShortcutPage />)
    expect(fireEvent.keyDown(document.body, { key: '/' })).toBe(false)
    expect(document.activeElement).toBe(screen.getByLabelText('Search'))
  })

  test('work only while a page of the staff is shown', () => {
    enableShortcuts()
    localStorage.setItem('rostrum.announcements', 'important')
    const { unmount } = render(<ShortcutPage />)
    expect(screenReader.getLevel()).toBe('important')
    unmount()
    render(<Button data-shortcut="pause">Pause</Button>)
    fireEvent.keyDown(document.body, { key: 'p' })
    expect(screen.getByRole('button').getAttribute('aria-keyshortcuts')).toBeNull()
    expect(screenReader.getLevel()).toBe('all')
  })
})

describe('the preferences', () => {
  const Page = () => {
    useShortcuts()
    return (
      <>
        <NextAction means="" verb="Call next" icon="next" onPress={() => void pressed.push('next')} />
        <PreferencesDialog onClose={() => void pressed.push('closed')} />
      </>
    )
  }
  const getChosen = () => screen.getAllByRole('radio', { checked: true }).map((one) => one.querySelector('span, strong')?.textContent)

  test('are off and complete by default, apply at once, and stay on this device', async () => {
    const { unmount } = render(<Page />)
    expect(getChosen()).toEqual(['Off', 'All'])
    await userEvent.click(screen.getByRole('radio', { name: 'On' }))
    await userEvent.click(screen.getByRole('radio', { name: /^Important only/ }))
    expect(document.querySelector('[data-shortcut="next"]')?.getAttribute('aria-keyshortcuts')).toBe('N')
    expect(screenReader.getLevel()).toBe('important')
    unmount()
    render(<Page />)
    expect(getChosen()).toEqual(['On', 'Important only'])
  })

  test('name every key that the page below them uses', () => {
    const getKeys = () => [...screen.getByRole('dialog').querySelectorAll('kbd')].map((one) => one.textContent)
    const { unmount } = render(<Page />)
    expect(getKeys()).toEqual(['N', 'P', '+', 'U'])
    unmount()
    document.body.insertAdjacentHTML('beforeend', '<div data-column><input data-shortcut="find"></div>')
    render(<Page />)
    expect(getKeys()).toEqual(['N', 'P', '+', 'U', '/', 'F6'])
    document.querySelector('[data-column]')?.remove()
  })

  test('close with their button and with Escape', async () => {
    render(<Page />)
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    await userEvent.keyboard('{Escape}')
    expect(pressed).toEqual(['closed', 'closed'])
  })
})
