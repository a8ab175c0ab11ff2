/** When a connection is opened again, and how soon. */
import { audienceByRole, type Role } from '@rostrum/shared/contract/roles'

/** A WebSocket that some networks neither open nor refuse must not take longer than this. */
export const openTimeoutMs = { websocket: 5000, polling: 8000 }
/** How long the screen says "restarting" after the server announced a restart. */
export const restartWindowMs = 30_000
/** Until a command is sent again that had no answer. */
export const retryDelayMs = 1500

export const isStaff = (role: Role): boolean => audienceByRole[role] === 'staff'

/** Milliseconds until a page tries again that the server sent away. Those sent away together come back apart. */
export const getReturnDelay = (): number => retryDelayMs * (0.5 + Math.random())

/** Options of Socket.IO. Officers are few and come back first. A crowd spreads over some seconds. */
export const getReconnectDelays = (role: Role) =>
  isStaff(role) ? { reconnectionDelay: 100, reconnectionDelayMax: 250 } : { reconnectionDelay: 500, reconnectionDelayMax: 3000 }

/** The close code of the WebSocket, if the library passes it on. */
export const getCloseCode = (details: Error | { readonly context?: unknown } | undefined): number | null =>
  details !== undefined && 'context' in details ? ((details.context as Partial<CloseEvent> | undefined)?.code ?? null) : null

/** The device is back from sleep or has a network again. Returns a function that ends it. */
export const listenForReturn = (onReturn: () => void): (() => void) => {
  const onVisibilityChange = () => document.visibilityState === 'visible' && onReturn()
  window.addEventListener('online', onReturn)
  window.addEventListener('pageshow', onReturn)
  document.addEventListener('visibilitychange', onVisibilityChange)
  return () => {
    window.removeEventListener('online', onReturn)
    window.removeEventListener('pageshow', onReturn)
    document.removeEventListener('visibilitychange', onVisibilityChange)
  }
}
