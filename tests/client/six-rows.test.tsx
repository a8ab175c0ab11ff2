// @vitest-environment jsdom
/** A low list leaves out parts of its rows only where that brings more rows into view. */
import { useSixRows } from '@rostrum/client/features/queue/list/use-six-rows'
import { cleanup, render } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

class StillSize {
  readonly observe = () => undefined
  readonly disconnect = () => undefined
}

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', StillSize)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const List = ({ rows }: { rows: number }) => {
  const box = useRef<HTMLDivElement>(null)
  useSixRows(box)
  return (
    <div ref={box} data-testid="list">
      {Array.from({ length: rows }, (_, index) => (
        <p key={index} data-row />
      ))}
    </div>
  )
}

/** Draws a list of 300 px. `heights`: the height of a row at each level. */
const findLevel = (rows: number, heights: Readonly<Record<'all' | 'topics' | 'lines' | 'causes', number>>): string | undefined => {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const list = this.parentElement
    if (!this.hasAttribute('data-row') || list === null) return { bottom: 300 } as DOMRect
    const index = [...list.children].indexOf(this)
    return { bottom: (index + 1) * heights[(list.dataset['brief'] ?? 'all') as keyof typeof heights] } as DOMRect
  })
  return render(<List rows={rows} />).getByTestId('list').dataset['brief']
}

test.each([
  ['everything fits', 8, { all: 50, topics: 50, lines: 50, causes: 50 }, undefined],
  ['the list is short', 5, { all: 90, topics: 80, lines: 70, causes: 60 }, undefined],
  ['six rows fit without the topics', 8, { all: 70, topics: 50, lines: 50, causes: 40 }, 'topics'],
  ['six rows fit without the causes', 8, { all: 90, topics: 80, lines: 60, causes: 48 }, 'causes'],
  ['nothing that is left out brings another row', 8, { all: 74, topics: 72, lines: 70, causes: 62 }, undefined],
  ['only one line of the cause brings another row', 8, { all: 90, topics: 80, lines: 72, causes: 70 }, 'lines'],
] as const)('[V427] if %s, the rows keep as much as they can', (_, rows, heights, level) => {
  expect(findLevel(rows, heights)).toBe(level)
})
