// @vitest-environment jsdom
import { useColumns } from '@rostrum/client/surfaces/chair/use-column-keys'
import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'

const Page = ({ covered = false }: { covered?: boolean }) => (
  <div ref={useColumns()}>
    <div data-column>
      <button type="button">Call next</button>
    </div>
    <div data-column>
      <button type="button" tabIndex={-1}>
        2:00
      </button>
      <button type="button">3:00</button>
    </div>
    <div data-column>
      <p>Nothing to press</p>
      <select aria-label="Sort" />
    </div>
    {covered ? <div role="dialog" aria-label="Order of speakers" /> : null}
  </div>
)

const f6 = (held: object = {}) => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'F6', ...held })
  return document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label')
}

afterEach(cleanup)

it('F6 goes round the columns, with Shift back, to what the tab key would stop at', () => {
  render(<Page />)
  expect([f6(), f6(), f6(), f6()]).toEqual(['Call next', '3:00', 'Sort', 'Call next'])
  expect([f6({ shiftKey: true }), f6({ shiftKey: true })]).toEqual(['Sort', '3:00'])
})

it('F6 stays out of dialogs, of held keys and of what belongs to the system', () => {
  const { rerender } = render(<Page />)
  expect(f6()).toBe('Call next')
  expect([f6({ repeat: true }), f6({ ctrlKey: true }), f6({ altKey: true }), f6({ isComposing: true })]).toEqual(Array(4).fill('Call next'))
  rerender(<Page covered />)
  expect(f6()).toBe('Call next')
})
