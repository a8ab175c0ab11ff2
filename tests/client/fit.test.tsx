// @vitest-environment jsdom
/** Text as large as its box allows. jsdom has no layout, so the test sets what the browser would measure. */
import { render, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useFit, useGivingWay } from '../../client/src/ui/use-fit.ts'

const Box = ({ text }: { text: string }) => (
  <section ref={useFit<HTMLElement>(3)}>
    <p>{text}</p>
  </section>
)

/** Sets what the browser would measure: the height of the box, the end of its text, and how far characters reach. */
const lay = (box: HTMLElement, { room, text, ink }: { room: () => number; text: () => number; ink: number }) => {
  Object.defineProperties(box, { scrollHeight: { get: () => ink }, clientHeight: { get: room } })
  box.getBoundingClientRect = () => ({ bottom: room() }) as DOMRect
  const line = box.querySelector('p') as HTMLElement
  line.getBoundingClientRect = () => ({ bottom: text() }) as DOMRect
}

test('[V37] a box that was too small only for a moment gets its largest size back', async () => {
  const { container, rerender } = render(<Box text="one" />)
  const box = container.querySelector('section') as HTMLElement
  let room = 50
  lay(box, { room: () => room, text: () => 80, ink: 80 })
  rerender(<Box text="two" />)
  await waitFor(() => expect(box.dataset['fit']).toBe('3'), { interval: 1 })
  // Neither a change of content nor a resize between two frames reports that there is room again.
  room = 100
  await waitFor(() => expect(box.dataset['fit']).toBe('0'))
})

test('[V147] a line that reaches out of the box makes it smaller, and characters that reach out of their line do not', async () => {
  const { container, rerender } = render(<Box text="one" />)
  const box = container.querySelector('section') as HTMLElement
  let text = 102
  lay(box, { room: () => 100, text: () => text, ink: 104 })
  rerender(<Box text="two" />)
  await waitFor(() => expect(box.dataset['fit']).toBe('3'), { interval: 1 })
  text = 100
  await waitFor(() => expect(box.dataset['fit']).toBe('0'))
})

const Page = ({ text }: { text: string }) => (
  <main ref={useGivingWay<HTMLElement>(2)}>
    <section ref={useFit<HTMLElement>([4, 3, 2, 1], undefined, 1)}>{text}</section>
  </main>
)

test('[V377] the first edge of a page gives way to the height of a text, and not to the width of a word', async () => {
  const { container, rerender } = render(<Page text="one" />)
  const page = container.querySelector('main') as HTMLElement
  const box = container.querySelector('section') as HTMLElement
  const scale = () => Number(box.style.getPropertyValue('--fit'))
  let word = 10
  let lines = 75
  Object.defineProperties(box, {
    scrollWidth: { get: () => word * scale() },
    clientWidth: { get: () => 100 },
    scrollHeight: { get: () => lines * scale() },
    clientHeight: { get: () => (page.dataset['crowded'] === '0' ? 100 : 150) },
  })
  rerender(<Page text="lines that have room in a larger size without the edge" />)
  await waitFor(() => expect([box.dataset['fit'], page.dataset['crowded']]).toEqual(['2', '1']), { interval: 1 })
  word = 100
  lines = 50
  rerender(<Page text="a word that has room in the last size only" />)
  await waitFor(() => expect([box.dataset['fit'], page.dataset['crowded']]).toEqual(['3', '0']), { interval: 1 })
})
