/** Presses on a page on which a second press at the same place, or one on a place that rests, does nothing. */

import { restMs } from '@rostrum/client/ui/resting'
import { waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect } from 'vitest'

let x = 0
let last: { readonly target: Element; readonly when: number } | null = null
/** Presses what does not rest, each time at another place, and the same control again only later, as a hand that goes on does. */
export const click = async (target: Element): Promise<void> => {
  x += 100
  const ready = last?.target === target ? last.when + restMs : 0
  await waitFor(() => expect([target.hasAttribute('data-resting'), performance.now() < ready]).toEqual([false, false]), { timeout: 10_000 })
  await userEvent.pointer({ keys: '[MouseLeft]', target, coords: { clientX: x } })
  last = { target, when: performance.now() }
}
