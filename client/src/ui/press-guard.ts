/** One press is one act. It counts for what its place said when it began, and a second one that follows at once does not count. */

import { restMs } from './resting.ts'

type Point = { readonly x: number; readonly y: number }

/** A press on a control. `at`: where the pointer is, or that a key was pressed. Null for the press of a program, such as a shortcut. */
export type Press<Control> = {
  readonly control: Control
  readonly means: string
  readonly isResting: boolean
  readonly at: Point | 'key' | null
}

/** A hand that presses twice moves less than this between the presses, in pixels. */
const sameHandPx = 24

/** Follows the presses on one page, whatever control comes under the pointer or gets the focus in between. */
export class PressGuard<Control> {
  #current: (Pick<Press<Control>, 'control' | 'means' | 'at'> & { readonly counts: boolean }) | null = null
  #last: (Pick<Press<Control>, 'control' | 'at'> & { readonly when: number }) | null = null

  /** The pointer goes down, or the key. False if the press does not count, whatever follows. */
  begin(press: Press<Control>, now: number): boolean {
    const { control, means, at, isResting } = press
    const counts = !isResting && !this.#isRepeated(press, now)
    this.#current = { control, means, at, counts }
    if (counts) this.#last = { control, at, when: now }
    return counts
  }

  /** False if what the press began on has changed meanwhile. */
  isStill({ control, means }: Pick<Press<Control>, 'control' | 'means'>): boolean {
    return this.#current === null || this.#current.control !== control || (this.#current.counts && this.#current.means === means)
  }

  /** The press is complete. The press of a program starts here. */
  finish(press: Omit<Press<Control>, 'at'>, now: number): boolean {
    const at = this.#current?.control === press.control ? this.#current.at : null
    const counts = at === null ? this.begin({ ...press, at }, now) : this.isStill(press)
    this.#current = null
    if (counts) this.#last = { control: press.control, at, when: now }
    return counts
  }

  /** The pointer has left the control, or scrolls. */
  cancel(): void {
    this.#current = null
  }

  /** The person has moved on by another key, so the next press of Enter is meant for what has the focus then. */
  moveOn(): void {
    if (this.#last?.at === 'key') this.#last = null
  }

  #isRepeated({ control, at }: Press<Control>, now: number): boolean {
    if (this.#last === null || now - this.#last.when >= restMs) return false
    if (this.#last.control === control) return true
    if (at === null || this.#last.at === null) return false
    if (at === 'key' || this.#last.at === 'key') return at === this.#last.at
    return Math.hypot(at.x - this.#last.at.x, at.y - this.#last.at.y) < sameHandPx
  }
}
