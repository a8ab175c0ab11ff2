/**
 * The link of an officer opens everything that the officer may see, so a shared laptop must not keep it for ever. During the session the
 * browser may be started again. After the close only the tab keeps the link, for reloads.
 */
import type { Ticket } from '@rostrum/shared/api/tickets'
import { getCloseFinalAt } from '@rostrum/shared/contract/closing'
import type { Surface } from '@rostrum/shared/contract/pages'
import { roleRules } from '@rostrum/shared/contract/roles'
import { removeFromDevice } from './device-links.ts'
import { getServerTime } from './server-clock.ts'
import { useSessionStore } from './store.ts'

/** Removes an officer's link from the device once the close of the session is final. Returns a function that stops it. */
export const forgetLinkAfterClose = (surface: Surface, link: string, { role }: Pick<Ticket, 'role'>): (() => void) => {
  if (roleRules[role].countsAsParticipant) return () => undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let known: number | null = null
  const wait = () => {
    const { view, clockOffset } = useSessionStore.getState()
    const closedAt = view?.session.closedAt ?? null
    if (closedAt === known) return
    known = closedAt
    clearTimeout(timer)
    if (closedAt === null) return
    timer = setTimeout(() => removeFromDevice(surface, link), Math.max(0, getCloseFinalAt(closedAt) - getServerTime(clockOffset)))
  }
  wait()
  const unsubscribe = useSessionStore.subscribe(wait)
  return () => {
    clearTimeout(timer)
    unsubscribe()
  }
}
