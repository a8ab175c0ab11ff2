// @vitest-environment jsdom
import { useColumnKeys } from '@rostrum/client/surfaces/chair/use-column-keys'
import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

const Page = ({ covered = false }: { covered?: boolean }) => (
  <div ref={useColumnKeys()}>
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

const Nested = () => (
  <div ref={useColumnKeys()}>
    <div data-column>
      <div data-column>
        <button type="button">Large</button>
      </div>
      <button type="button">Call next</button>
    </div>
    <div data-column>
      <button type="button">3:00</button>
    </div>
  </div>
)

const pressF6 = (held: object = {}) => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'F6', ...held })
  return document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label')
}

afterEach(cleanup)

test('F6 cycles through the columns, with Shift backwards, to the element that Tab would focus', () => {
  render(<Page />)
  expect([pressF6(), pressF6(), pressF6(), pressF6()]).toEqual(['Call next', '3:00', 'Sort', 'Call next'])
  expect([pressF6({ shiftKey: true }), pressF6({ shiftKey: true })]).toEqual(['Sort', '3:00'])
})

test('F6 does nothing in dialogs, for repeated keys, and for system shortcuts', () => {
  const { rerender } = render(<Page />)
  expect(pressF6()).toBe('Call next')
  expect([pressF6({ repeat: true }), pressF6({ ctrlKey: true }), pressF6({ altKey: true }), pressF6({ isComposing: true })]).toEqual(
    Array(4).fill('Call next'),
  )
  rerender(<Page covered />)
  expect(pressF6()).toBe('Call next')
})

test('F6 stops once at a column inside another, and the outer one keeps its own first control', () => {
  render(<Nested />)
  expect([pressF6(), pressF6(), pressF6(), pressF6()]).toEqual(['Call next', 'Large', '3:00', 'Call next'])
  expect([pressF6({ shiftKey: true }), pressF6({ shiftKey: true })]).toEqual(['3:00', 'Large'])
})
