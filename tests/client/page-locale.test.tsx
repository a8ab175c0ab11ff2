// @vitest-environment jsdom
/** Menus, pop-ups and dialogs have the language and direction of the page, and not those of the browser. */
import { MenuButton } from '@rostrum/client/ui/menu.tsx'
import { PopoverButton } from '@rostrum/client/ui/popover.tsx'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'

vi.stubGlobal('CSS', { escape: (text: string) => text })
afterEach(() => {
  cleanup()
  document.documentElement.removeAttribute('lang')
})

test.each([
  ['ar', 'rtl'],
  ['fr', 'ltr'],
])('[V326] the page is in %s, so what opens runs %s', async (language, direction) => {
  document.documentElement.lang = language
  render(
    <>
      <MenuButton label="Menu" options={[{ id: 'one', label: 'One' }]} onAction={() => undefined} />
      <PopoverButton text="More" title="Title">
        {() => null}
      </PopoverButton>
    </>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Menu' }))
  expect(screen.getByRole('menu').closest('[dir]')?.getAttribute('dir')).toBe(direction)
  await userEvent.keyboard('{Escape}')
  await userEvent.click(screen.getByRole('button', { name: 'More' }))
  expect(screen.getByRole('dialog').closest('[dir]')?.getAttribute('dir')).toBe(direction)
})
