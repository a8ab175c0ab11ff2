/** When a connection is opened again, and how soon. */
import { isStaff, type Role } from '@rostrum/shared/contract/roles'
import type { ConnectionRefusal } from '@rostrum/shared/protocol/messages'

/** After one of these the page does not try again. */
export const permanentRefusals: readonly ConnectionRefusal[] = ['protocol', 'revoked', 'no-such-session']

/** The longest an attempt to connect may take, in milliseconds. Some networks neither open nor refuse a WebSocket. */
export const openTimeoutMs = { websocket: 5000, polling: 8000 }
/** How long, in milliseconds, the screen shows "restarting" after the server announced a restart. */
export const restartWindowMs = 30_000
/** How long, in milliseconds, a check waits for its answer. */
export const checkTimeoutMs = 2000
/** How long, in milliseconds, until a command without an answer is sent again. */
export const retryDelayMs = 1500

/**
 * Returns how long, in milliseconds, a page waits after the server closed its connection. Pages that were disconnected together come back
 * at different times.
 */
export const getReturnDelay = (): number => retryDelayMs * (0.5 + Math.random())

/** Returns options of Socket.IO. Officers are few and come back first; a crowd is spread over some seconds. */
export const getReconnectDelays = (role: Role) =>
  isStaff(role) ? { reconnectionDelay: 100, reconnectionDelayMax: 250 } : { reconnectionDelay: 500, reconnectionDelayMax: 3000 }

/** Returns the close code of the WebSocket, if the library passes it on. */
export const getCloseCode = (details: Error | { readonly context?: unknown } | undefined): number | null =>
  details !== undefined && 'context' in details ? ((details.context as Partial<CloseEvent> | undefined)?.code ?? null) : null

/** `onLoss`: the browser reports that there is no network. `onReturn`: the device is back from sleep, or has a network again. */
type NetworkListener = { readonly onLoss: () => void; readonly onReturn: () => void }

/** Returns a function that ends it. */
export const listenToNetwork = ({ onLoss, onReturn }: NetworkListener): (() => void) => {
  const onVisibilityChange = () => document.visibilityState === 'visible' && onReturn()
  window.addEventListener('offline', onLoss)
  window.addEventListener('online', onReturn)
  window.addEventListener('pageshow', onReturn)
  document.addEventListener('visibilitychange', onVisibilityChange)
  return () => {
    window.removeEventListener('offline', onLoss)
    window.removeEventListener('online', onReturn)
    window.removeEventListener('pageshow', onReturn)
    document.removeEventListener('visibilitychange', onVisibilityChange)
  }
}
