/** Stops the presses of a page that do not count, before any control gets them. */
import { isTyped } from './keyboard-target.ts'
import { type Press, PressGuard } from './press-guard.ts'

const controls = 'button, [role^="menuitem"]'
const findControl = ({ target }: Event): Element | null => (target instanceof Element ? target.closest(controls) : null)

/** Returns a function that ends it. */
export const guardPresses = (): (() => void) => {
  const guard = new PressGuard<Element>()
  const listening = new AbortController()
  /** True from a press that does not count until the next one begins. */
  let isStopped = false

  const listen = <T extends keyof WindowEventMap>(types: readonly T[], act: (event: WindowEventMap[T]) => void) => {
    for (const type of types) window.addEventListener(type, act, { capture: true, signal: listening.signal })
  }
  const stop = (event: Event) => {
    isStopped = true
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  listen(['pointerdown'], (event) => {
    isStopped = false
    const control = findControl(event)
    if (control !== null && event.button === 0 && !guard.begin(toPress(control, { x: event.clientX, y: event.clientY }), event.timeStamp))
      stop(event)
  })
  listen(['mousedown', 'mouseup', 'touchstart', 'touchend'], (event) => {
    if (isStopped) stop(event)
  })
  listen(['pointercancel'], () => guard.cancel())
  listen(['pointerup'], (event) => {
    const control = findControl(event)
    if (isStopped) return stop(event)
    if (control === null) return guard.cancel()
    if (guard.isStill(toPress(control))) return
    // A menu acts as the pointer goes up, and would wait for it.
    control.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true, pointerId: event.pointerId, pointerType: event.pointerType }))
    stop(event)
  })
  listen(['click'], (event) => {
    const control = findControl(event)
    if (control === null || isTyped(event)) return
    if (isStopped || !guard.finish(toPress(control), event.timeStamp)) stop(event)
    isStopped = false
  })
  listen(['keydown'], (event) => {
    isStopped = false
    if (event.key !== 'Enter' && event.key !== ' ') return guard.moveOn()
    const control = findControl(event)
    if (control !== null && (event.repeat || !guard.begin(toPress(control, 'key'), event.timeStamp))) stop(event)
  })
  return () => listening.abort()
}

const toPress = (control: Element, at: Press<Element>['at'] = null): Press<Element> => ({
  control,
  means: control.getAttribute('data-means') ?? '',
  isResting: control.hasAttribute('data-resting'),
  at,
})
