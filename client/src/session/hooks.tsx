/** The interface of the session for features: the view, the server's time, and how to send commands and requests. */

import { ordinaryChannel } from '@rostrum/shared/contract/channels'
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Command, CommandType } from '@rostrum/shared/contract/registry'
import { getPersonGrant } from '@rostrum/shared/domain/permissions'
import { isEqual, keepSame } from '@rostrum/shared/kernel/equality'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { View } from '@rostrum/shared/projection/registry'
import type { Reply } from '@rostrum/shared/protocol/messages'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Connection } from './connection.ts'
import type { ApiRequest } from './http.ts'
import type { PendingCommand } from './outbox.ts'
import type { RefusalArea } from './refusal-areas.ts'
import { rememberLast } from './remember-last.ts'
import { getLocalTime, getProbeInterval, isExact } from './server-clock.ts'
import { type ConnectionStatus, type SessionStore, useSessionStore } from './store.ts'
import { getTicker } from './ticker.ts'

export const ConnectionContext = createContext<Connection | null>(null)

/** Reads from the view. Use it only below the component that waits for the first view. */
export const useView = <T,>(select: (view: View) => T): T => useSessionStore(({ view }) => select(requireView(view)))

const requireView = (view: View | null): View => {
  if (!view) throw new Error('The view is used before the first one arrived')
  return view
}

/**
 * `area`: where on the page a refusal is shown, near the pressed button. `id`: needed only if the id of the new thing must be known before
 * the reply.
 */
export const useSend = (area: RefusalArea): ((command: Command, id?: CommandId) => Promise<Reply>) => {
  const connection = useContext(ConnectionContext)
  if (!connection) throw new Error('useSend is used outside a session')
  return (command, id) => connection.send(command, area, id)
}

/** The name under which this device stores data for this session and person. */
export const useStorageKey = (): string => {
  const connection = useContext(ConnectionContext)
  if (!connection) throw new Error('useStorageKey is used outside a session')
  return connection.storageKey
}

/** Sends an HTTP request to the server, for data that is not in the view. */
export const useRequest = (): ApiRequest => {
  const connection = useContext(ConnectionContext)
  if (!connection) throw new Error('useRequest is used outside a session')
  return connection.request
}

export const useCancelPending = (): ((pending: PendingCommand) => void) => {
  const connection = useContext(ConnectionContext)
  if (!connection) throw new Error('useCancelPending is used outside a session')
  return (pending) => connection.cancel(pending)
}

/** Returns the first command of this type that has not been answered yet. */
export const usePending = (type: CommandType): PendingCommand | undefined =>
  useSessionStore(({ pending }) => pending.find(({ envelope }) => envelope.type === type))

/** Whether this person may ever send this command. A screen does not offer what a role may not do. */
export const usePermission = (type: CommandType): boolean => useView(({ me }) => getPersonGrant(me, type) !== 'no')

export const useConnectionStatus = (): ConnectionStatus => useSessionStore(({ connectionStatus }) => connectionStatus)

/**
 * Returns the server's time, updated at multiples of `intervalMs`. These are the same instants on every screen, so digits change together.
 */
export const useNow = (intervalMs: number): Instant => {
  const ticker = getTicker(intervalMs)
  return useSyncExternalStore(ticker.subscribe, ticker.getTime)
}

/** Returns plain data computed from the view. While its content is the same it is the same object, and renders nothing. */
export const useMade = <T,>(make: (view: View) => T): T => useView(useKept(make))

/** Like `useMade`, but computed from the view and the server's time, at multiples of `intervalMs`. */
export const useMadeNow = <T,>(intervalMs: number, make: (view: View, now: Instant) => T): T =>
  useFollowed(
    intervalMs,
    useCallback(({ store, now }: Followed) => make(requireView(store.view), now), [make]),
  )

type Followed = { readonly store: SessionStore; readonly now: Instant }

const useFollowed = <T,>(intervalMs: number, make: (followed: Followed) => T): T => {
  const ticker = getTicker(intervalMs)
  const makeKept = useKept(make)
  return useSyncExternalStore(ticker.subscribeWithSession, () => makeKept({ store: useSessionStore.getState(), now: ticker.getTime() }))
}

/** React asks several times for the result of one input. It is computed once, and reuses earlier objects whose content is the same. */
const useKept = <Given extends object, T>(make: (given: Given) => T): ((given: Given) => T) => {
  const kept = useRef<T | undefined>(undefined)
  return useMemo(
    () =>
      rememberLast((given) => {
        kept.current = keepSame(kept.current, make(given))
        return kept.current
      }),
    [make],
  )
}

/**
 * Calls `tell` with the earlier value after each change that happens while the page is open. A page that begins with the last view of an
 * earlier one compares only from the first current view on: what changed before is not news.
 */
export const useNews = <T,>(value: T, tell: (previous: T) => void): void => {
  const hasBeenCurrent = useSessionStore(({ currentAt }) => currentAt !== null)
  const before = useRef<{ readonly value: T } | null>(null)
  useEffect(() => {
    if (!hasBeenCurrent) return
    const previous = before.current
    if (previous !== null && isEqual(previous.value, value)) return
    before.current = { value }
    if (previous !== null) tell(previous.value)
  })
}

/** False while this screen may differ from another by more than is promised. Clocks then show "≈". */
export const useClockTrusted = (): boolean =>
  useSessionStore(
    ({ clockOffset, connectionStatus, view }) =>
      connectionStatus.kind === 'live' && isExact(clockOffset, view?.me.channel ?? ordinaryChannel),
  )

/** A screen counts as stale after this many probe intervals without an answer. */
const heartbeatsUntilStale = 2.5

/** Returns when the screen last heard from the server, if that is too long ago, or null while it is up to date. */
export const useStaleSince = (): Instant | null => useFollowed(1000, findStaleSince)

/** False once the view may be older than a screen may be, even if frames have arrived since. */
export const useIsCurrent = (): boolean =>
  useFollowed(
    500,
    ({ store: { currentAt, view } }) =>
      currentAt !== null && getLocalTime() - currentAt <= getProbeInterval(view?.me.role) * heartbeatsUntilStale,
  )

const findStaleSince = ({ store: { lastHeardAt, connectionStatus, clockOffset, view } }: Followed): Instant | null => {
  if (lastHeardAt === null) return null
  const lastHeard = (lastHeardAt + (clockOffset?.offset ?? 0)) as Instant
  const silenceMs = getLocalTime() - lastHeardAt
  return connectionStatus.kind !== 'live' || silenceMs > getProbeInterval(view?.me.role) * heartbeatsUntilStale ? lastHeard : null
}
