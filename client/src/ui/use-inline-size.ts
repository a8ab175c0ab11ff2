/** The measured width of a box, in pixels. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** `assumed`: the width until the box is measured. A box that is not drawn has none. */
export const useInlineSize = <Box extends HTMLElement>(assumed: number): readonly [box: RefObject<Box | null>, width: number] => {
  const ref = useRef<Box>(null)
  const [width, setWidth] = useState(assumed)
  useLayoutEffect(() => {
    const box = ref.current
    if (box === null) return
    const measure = () => {
      if (box.clientWidth > 0) setWidth(box.clientWidth)
    }
    // Runs at once, so that another width is never painted.
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
