/**
 * Keeps the focus on the page when the control that had it disappears. It moves to an element with `data-takes-focus` that has just
 * appeared, or else to the first such element on the page.
 */
import { useEffect } from 'react'

/** For a heading that may take the focus but is not a tab stop. */
export const takesFocus = { 'data-takes-focus': '', tabIndex: -1 } as const

const selector = '[data-takes-focus]'

const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body

const isShown = (element: HTMLElement): boolean => element.closest('[hidden]') === null

const listTargets = (within: ParentNode): readonly HTMLElement[] => [...within.querySelectorAll<HTMLElement>(selector)].filter(isShown)

/** Returns the first target in the order of the page, whatever the order of the changes. */
const findTarget = (added: readonly Node[]): HTMLElement | null => {
  const all = listTargets(document)
  return all.find((target) => added.some((node) => node.contains(target))) ?? all[0] ?? findHeading()
}

const findHeading = (): HTMLElement | null => {
  const heading = document.querySelector<HTMLElement>('main h1, main h2')
  if (heading !== null) heading.tabIndex = -1
  return heading
}

/** A person who has just entered the page from another begins to read at its first heading. A page that is loaded leaves the focus alone. */
export const useFocusOnEntry = (): void =>
  useEffect(() => {
    if (navigator.userActivation?.hasBeenActive && isFocusLost()) findHeading()?.focus({ preventScroll: true })
  }, [])

export const useKeptFocus = (): void =>
  useEffect(() => {
    let last: Element | null = null
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null
    }
    // A person who leaves a control for the page has not lost the focus. A control that disappears is no longer on the page by then.
    const forget = ({ target }: FocusEvent) => {
      setTimeout(() => {
        if (last === target && last?.isConnected && isFocusLost()) last = null
      })
    }
    const restore = (changes: readonly MutationRecord[]) => {
      if (last === null || last.isConnected || !isFocusLost()) return
      last = null
      findTarget(changes.flatMap(({ addedNodes }) => [...addedNodes]))?.focus()
    }
    const observer = new MutationObserver(restore)
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    document.addEventListener('focusout', forget)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', remember)
      document.removeEventListener('focusout', forget)
    }
  }, [])
