// @vitest-environment jsdom
import { Button } from '@rostrum/client/ui/button.tsx'
import { GuardedPage } from '@rostrum/client/ui/guarded-page.tsx'
import { NextAction } from '@rostrum/client/ui/next-action.tsx'
import { Place } from '@rostrum/client/ui/place.tsx'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let presses: string[]
/** When the hand made the press, where that is before the page gets to it. */
let made: number | null
beforeEach(() => {
  presses = []
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  made = null
  vi.spyOn(Event.prototype, 'timeStamp', 'get').mockImplementation(() => made ?? performance.now())
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const NextPage = ({ verb }: { verb: string }) => (
  <GuardedPage>
    <NextAction verb={verb} means={verb} object="University research centre" icon="next" onPress={() => presses.push(verb)} />
  </GuardedPage>
)
const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms))
const press = () => fireEvent.click(screen.getByRole('button'))

test('[F43] the main button rests for 0.7 s after what it does has changed, keeps its text, and then works again', () => {
  const { rerender } = render(<NextPage verb="Call next" />)
  wait(5000)
  rerender(<NextPage verb="Start the clock" />)
  press()
  wait(690)
  press()
  expect(presses).toEqual([])
  expect(screen.getByRole('button').textContent).toBe('Start the clockUniversity research centre')
  wait(20)
  press()
  expect(presses).toEqual(['Start the clock'])
})

test('[F43] meaning and rest of a place are rendered together: no press comes in between', () => {
  const { rerender } = render(<NextPage verb="Call next" />)
  rerender(<NextPage verb="End" />)
  expect(screen.getByRole('button').getAttribute('data-means')).toBe('End')
  expect(screen.getByRole('button').getAttribute('aria-disabled')).toBe('true')
})

test.each([0, 40, 120, 180, 250, 400, 690])('[F43] a second press after %i ms does nothing, though the words are the same', (ms) => {
  render(
    <GuardedPage>
      <Button onClick={() => presses.push('+30 s')}>+30 s</Button>
    </GuardedPage>,
  )
  press()
  wait(ms)
  press()
  expect(presses).toEqual(['+30 s'])
  wait(700)
  press()
  expect(presses).toEqual(['+30 s', '+30 s'])
})

test('[F117] a second press does nothing, however late a busy page gets to it', () => {
  render(
    <GuardedPage>
      <Button onClick={() => presses.push('+30 s')}>+30 s</Button>
    </GuardedPage>,
  )
  press()
  made = performance.now() + 400
  wait(1500)
  press()
  expect(presses).toEqual(['+30 s'])
  made = null
  press()
  expect(presses).toEqual(['+30 s', '+30 s'])
})

test('[F43] a press that began before the words changed does nothing', () => {
  const { rerender } = render(<NextPage verb="Start the clock" />)
  fireEvent.pointerDown(screen.getByRole('button'))
  rerender(<NextPage verb="End and call next" />)
  wait(800)
  fireEvent.pointerUp(screen.getByRole('button'))
  fireEvent.click(screen.getByRole('button'), { detail: 1 })
  expect(presses).toEqual([])
})

test('[F43] a key that is held down acts once, also where its act moves the focus', () => {
  render(<NextPage verb="Call next" />)
  const button = screen.getByRole('button')
  expect(fireEvent.keyDown(button, { key: 'Enter', repeat: false })).toBe(true)
  expect(fireEvent.keyDown(button, { key: 'Enter', repeat: true })).toBe(false)
})

test('[F43] a second Enter does nothing in the dialog that the first one opened, and a later one does', () => {
  render(
    <GuardedPage>
      <Button onClick={() => presses.push('open')}>Close the meeting</Button>
      <Button onClick={() => presses.push('close')}>Close now</Button>
    </GuardedPage>,
  )
  const [first, second] = screen.getAllByRole('button') as [HTMLElement, HTMLElement]
  const enter = (on: HTMLElement) => {
    if (fireEvent.keyDown(on, { key: 'Enter' })) fireEvent.click(on)
  }
  enter(first)
  wait(180)
  enter(second)
  expect(presses).toEqual(['open'])
  wait(600)
  enter(second)
  expect(presses).toEqual(['open', 'close'])
})

test('[F43] a control that comes into a place with another one rests too', () => {
  const Alerts = ({ id }: { id: string }) => (
    <GuardedPage>
      <Place means={id}>{id === '' ? null : <Button onClick={() => presses.push(id)}>Recognize</Button>}</Place>
    </GuardedPage>
  )
  const { rerender } = render(<Alerts id="" />)
  rerender(<Alerts id="first" />)
  press()
  expect(presses).toEqual([])
  wait(700)
  rerender(<Alerts id="second" />)
  press()
  expect(presses).toEqual([])
  wait(700)
  press()
  expect(presses).toEqual(['second'])
})

test('[F70] a place works again where its timer comes a part of a millisecond early', () => {
  const { rerender } = render(<NextPage verb="Call next" />)
  rerender(<NextPage verb="Start the clock" />)
  const early = performance.now() + 699.6
  const clock = vi.spyOn(performance, 'now').mockReturnValue(early)
  wait(700)
  clock.mockRestore()
  wait(2)
  press()
  expect(presses).toEqual(['Start the clock'])
})

test('outside a page of the staff nothing rests', () => {
  render(<Button onClick={() => presses.push('more')}>More</Button>)
  press()
  press()
  expect(presses).toEqual(['more', 'more'])
})

test('stays focusable and explains why when there is nothing to do', () => {
  render(<NextAction verb="Call next" means="" object="Nobody is waiting" icon="next" disabled onPress={() => presses.push('call')} />)
  const button = screen.getByRole('button', { name: /Nobody is waiting/ })
  button.focus()
  fireEvent.click(button)
  expect(document.activeElement).toBe(button)
  expect(presses).toEqual([])
})
