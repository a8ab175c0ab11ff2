/**
 * Draws the rows of a long list that are in view, and a few around them. A short list is drawn whole. Drawn rows stay in the flow of the
 * page, so that no row overlaps another before its height is known. A gap takes the space of the others.
 */
import { useVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'

/** Drawing up to this number of rows costs less than following the scroll. */
const maxWhole = 30
/** Rows above and below the view, drawn in case the scroll is faster than the page. */
const overscan = 6
/** The size assumed until the page has its size. */
const initialRect = { width: 600, height: 600 }

type DrawnRow = {
  readonly index: number
  /** The space above the row, in place of rows that are not drawn. */
  readonly gap: number
}

export type RowWindow = {
  readonly drawn: readonly DrawnRow[]
  /** Includes the space below the last drawn row. */
  readonly listStyle: CSSProperties | undefined
  /** The `ref` of each drawn row, which also has its index in `data-index`. */
  readonly measure: ((row: HTMLElement | null) => void) | undefined
}

type WindowOptions = {
  /** The likely height of a row, in pixels. */
  readonly rowHeight: number
  /** The index of a row that is always drawn: the one that the tab key reaches and that may have the focus. */
  readonly keep: number
  /** Changes whenever content above the list in the same scroller may have another height. */
  readonly above: string | number
}

/** The list is inside an element with `data-scroller`. `keys` must keep its identity while it has the same keys. */
export const useRowWindow = (
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  { rowHeight, keep, above }: WindowOptions,
): RowWindow => {
  const isLong = keys.length > maxWhole
  const [listTop, setListTop] = useState(0)
  const virtualizer = useVirtualizer({
    count: keys.length,
    getScrollElement: () => findScroller(list.current),
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    estimateSize: () => rowHeight,
    measureElement: measureHeight,
    rangeExtractor: ({ startIndex, endIndex, count }) => listDrawn(startIndex, endIndex, count, keep),
    scrollMargin: listTop,
    initialRect,
    initialOffset: () => findScroller(list.current)?.scrollTop ?? 0,
  })
  const items = virtualizer.getVirtualItems()
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured only when it may differ, because measuring costs a layout
  useLayoutEffect(() => {
    if (isLong && list.current) setListTop(measureTop(list.current))
  }, [isLong, list, above])
  useScrollAnchor(virtualizer, keys, items)
  if (!isLong) return { drawn: keys.map((_, index) => ({ index, gap: 0 })), listStyle: undefined, measure: undefined }
  const end = items.at(-1)?.end ?? listTop
  return {
    drawn: items.map(({ index, start }, at) => ({ index, gap: start - (items[at - 1]?.end ?? listTop) })),
    // The browser would keep a drawn row in its place, and so undo the move of all rows by the anchor below.
    listStyle: { paddingBlockEnd: virtualizer.getTotalSize() + listTop - end, overflowAnchor: 'none' },
    measure: virtualizer.measureElement,
  }
}

/** Keeps the rows in view where they are after a change of the order. The list scrolls by the median move of these rows. */
const useScrollAnchor = (
  virtualizer: Virtualizer<HTMLElement, HTMLElement>,
  keys: readonly string[],
  items: readonly VirtualItem[],
): void => {
  const before = useRef({ keys, items })
  // A height that is measured while the order changes is part of that move, and must not be added to it.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ start }, _, { scrollOffset }) =>
    before.current.keys === keys && start < (scrollOffset ?? 0)
  useLayoutEffect(() => {
    const { keys: keysBefore, items: itemsBefore } = before.current
    before.current = { keys, items }
    const { scrollElement, scrollRect, options } = virtualizer
    // At the head of the list, the head stays in view.
    if (keysBefore === keys || !scrollElement || scrollElement.scrollTop <= options.scrollMargin) return
    const top = scrollElement.scrollTop
    const bottom = top + (scrollRect?.height ?? 0)
    // Brings the cache up to date with the heights that have been measured since.
    virtualizer.getVirtualItems()
    const moves = itemsBefore
      .filter(({ start, end }) => end > top && start < bottom)
      .flatMap(({ key, start }) => {
        const now = virtualizer.measurementsCache[keys.indexOf(String(key))]
        return now ? [now.start - start] : []
      })
      .sort((a, b) => a - b)
    scrollElement.scrollTop += moves[Math.floor(moves.length / 2)] ?? 0
    // The scroll event comes later, and a row may be measured before it.
    virtualizer.scrollOffset = scrollElement.scrollTop
  })
}

const findScroller = (list: HTMLElement | null): HTMLElement | null => list?.closest<HTMLElement>('[data-scroller]') ?? null

/** Returns how far the start of the list is below the start of the scrolled content. */
const measureTop = (list: HTMLElement): number => {
  const scroller = findScroller(list)
  if (!scroller) return 0
  return Math.round(list.getBoundingClientRect().top - scroller.getBoundingClientRect().top - scroller.clientTop + scroller.scrollTop)
}

/** Returns the exact height, without rounding, because the rows follow each other without a gap. */
const measureHeight = (row: HTMLElement, entry: ResizeObserverEntry | undefined): number =>
  entry?.borderBoxSize[0]?.blockSize ?? row.getBoundingClientRect().height

const listDrawn = (first: number, last: number, count: number, keep: number): number[] => {
  const [from, to] = [Math.max(0, first - overscan), Math.min(count - 1, last + overscan)]
  const drawn = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  if (keep < 0 || keep >= count || (keep >= from && keep <= to)) return drawn
  return keep < from ? [keep, ...drawn] : [...drawn, keep]
}
