// @vitest-environment jsdom
/** Text as large as its box allows. jsdom has no layout, so the test sets what the browser would measure. */
import { render, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useFit } from '../../client/src/ui/use-fit.ts'

const Box = ({ text }: { text: string }) => <section ref={useFit<HTMLElement>(3)}>{text}</section>

test('[V37] a box that was too small only for a moment gets its largest size back', async () => {
  const { container, rerender } = render(<Box text="one" />)
  const box = container.querySelector('section') as HTMLElement
  let room = 100
  Object.defineProperties(box, { scrollHeight: { get: () => 80 }, clientHeight: { get: () => room } })
  room = 50
  rerender(<Box text="two" />)
  await waitFor(() => expect(box.dataset['fit']).toBe('3'), { interval: 1 })
  // Neither a change of content nor a resize between two frames reports that there is room again.
  room = 100
  await waitFor(() => expect(box.dataset['fit']).toBe('0'))
})
