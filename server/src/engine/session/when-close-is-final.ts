/** Waits with a deletion until the close can no longer be taken back. */
import { getCloseFinalAt } from '@rostrum/shared/contract/closing'
import type { State } from '@rostrum/shared/contract/registry'
import type { Session } from './session.ts'

/** Calls `act` on every node, also after a restart, and again after another close. Returns a function that ends it. */
export const whenCloseIsFinal = (session: Pick<Session, 'state' | 'now' | 'onChange'>, act: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = ({ session: { closedAt } }: State) => {
    clearTimeout(timer)
    if (closedAt !== null) timer = setTimeout(act, Math.max(0, getCloseFinalAt(closedAt) - session.now())).unref()
  }
  const unfollow = session.onChange(({ from, to }) => {
    if (from.session.closedAt !== to.session.closedAt) wait(to)
  })
  wait(session.state)
  return () => {
    clearTimeout(timer)
    unfollow()
  }
}
