/** F6 moves to the first control of the next column. Shift with F6 moves back. A column inside another is a stop of its own. */
import { type RefObject, useEffect, useRef } from 'react'
import { isOverlayOpen } from '../../ui/keyboard-target.ts'

const pressable = ['button', 'a[href]', 'select', 'input', '[tabindex="0"]'].map((one) => `${one}:not([tabindex="-1"])`).join()

export const useColumnKeys = (): RefObject<HTMLDivElement | null> => {
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || isOverlayOpen())
        return
      const columns = [...(page.current?.querySelectorAll<HTMLElement>('[data-column]') ?? [])]
      if (columns.length === 0) return
      event.preventDefault()
      const from = columns.findLastIndex((column) => column.contains(document.activeElement))
      const step = event.shiftKey ? -1 : 1
      const to = from === -1 ? 0 : (from + step + columns.length) % columns.length
      const controls = [...(columns[to]?.querySelectorAll<HTMLElement>(pressable) ?? [])]
      controls.find((control) => control.closest('[data-column]') === columns[to])?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return page
}
