/** All floods, by name. Each stays within the limits of what a device may send, or goes on when it is refused or closed. */
import { setMaxListeners } from 'node:events'
import { constants, setPriority } from 'node:os'
import { askDocument, guessCodes, handInBoothTexts, readViews, submitStatements } from './request-storms.ts'
import { askCaptions, openAndWait, sendBrackets } from './socket-storms.ts'
import type { Storm, StormTarget } from './storm.ts'
import { Tally } from './tally.ts'

export const storms = {
  'the document of the interface': askDocument,
  'brackets on a ticket': sendBrackets,
  'the longest statements': submitStatements,
  'texts for interpreters': handInBoothTexts,
  'whole views': readViews,
  'the latest captions': askCaptions,
  'connections that never enter': openAndWait,
  'wrong join codes': guessCodes,
} as const satisfies Record<string, Storm>
export type StormName = keyof typeof storms

export type StormOrder = { readonly name: StormName; readonly target: StormTarget } | 'end'

/** Runs the floods that the parent process orders, one at a time, and sends it the tally of each. */
export function serveStorms(): void {
  // The devices of a flood have processors of their own. Here they share those of the server, and must not take its time.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  setMaxListeners(0)
  let end = (): void => undefined
  process.on('message', (order: StormOrder) => {
    if (order === 'end') return end()
    const [tally, control] = [new Tally(), new AbortController()]
    const over = storms[order.name](order.target, tally, control.signal)
    end = () => {
      control.abort()
      void over.then(() => process.send?.(tally.list()))
    }
  })
  process.on('disconnect', () => process.exit())
  process.send?.('ready')
}
