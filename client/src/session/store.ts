/** The state of a screen: the streams as they arrived, the connection, the clock, and commands without an answer. */
import type { Instant } from '@rostrum/shared/kernel/time'
import type { View } from '@rostrum/shared/projection/registry'
import type { StreamStates } from '@rostrum/shared/protocol/frame'
import type { ConnectionRefusal, ReadOnly, RefusalReason } from '@rostrum/shared/protocol/messages'
import { create } from 'zustand'
import type { PendingCommand } from './outbox.ts'
import type { RefusalArea } from './refusal-areas.ts'
import type { ClockOffset } from './server-clock.ts'

/** `connecting`: no view yet. `live`: connected. `offline`: has a view but no connection. `refused`: refused for good, with the reason. */
export type ConnectionStatus =
  | { readonly kind: 'connecting' | 'live' | 'offline' }
  | { readonly kind: 'refused'; readonly reason: ConnectionRefusal }

export type LastRefusal = { readonly pending: PendingCommand; readonly reason: RefusalReason }

export type SessionStore = {
  readonly connectionStatus: ConnectionStatus
  readonly streams: StreamStates
  /** Both streams merged. Null until both have arrived once. */
  readonly view: View | null
  readonly clockOffset: ClockOffset | null
  /** When the screen last heard from the server, by its own clock. */
  readonly lastHeardAt: number | null
  /**
   * The screen shows everything that the server had sent at this instant of the screen's own clock. Null until the server has answered
   * once.
   */
  readonly currentAt: number | null
  /** Since when there has been no connection. */
  readonly offlineSince: Instant | null
  /** True for a while after the server has announced a restart or closed the connection for one. */
  readonly restarting: boolean
  /** True while connected by long polling, because the network refuses WebSockets. */
  readonly isPolling: boolean
  /** True once every way to connect has failed: a WebSocket, and long polling where the server answers. */
  readonly isBlocked: boolean
  /** Why and since when the server has stored nothing. Null while it stores everything. */
  readonly readOnly: ReadOnly | null
  readonly pending: readonly PendingCommand[]
  /** The last refusal, until the next press, or until its moment is over. */
  readonly lastRefusal: LastRefusal | null
}

export const initialStore: SessionStore = {
  connectionStatus: { kind: 'connecting' },
  streams: {},
  view: null,
  clockOffset: null,
  lastHeardAt: null,
  currentAt: null,
  offlineSince: null,
  restarting: false,
  isPolling: false,
  isBlocked: false,
  readOnly: null,
  pending: [],
  lastRefusal: null,
}

export const useSessionStore = create<SessionStore>(() => initialStore)

/** A refusal in one of these areas is over with the turn or the state that it was about. */
const floorAreas: readonly RefusalArea[] = ['controls', 'queue', 'question-on-screen', 'question-next']
/** A refusal in one of these is over with my turn or my request. */
const ownAreas: readonly RefusalArea[] = ['own-request', 'own-turn']

const getMoment = ({ session, progress, floor: { current }, steps, myFloor: { turn }, myQueue }: View, isOwn: boolean): string =>
  [
    session.phase,
    progress.current,
    ...(isOwn
      ? [turn, turn && current?.startedAt, myQueue.entry?.id, myQueue.reply?.id, myQueue.pointOfOrder?.id, myQueue.removed]
      : [current?.id, current?.startedAt, steps?.at(-1)?.id]),
  ].join()

useSessionStore.subscribe(({ lastRefusal, view }, before) => {
  if (lastRefusal === null || lastRefusal !== before.lastRefusal || !view || !before.view || view === before.view) return
  const isOwn = ownAreas.includes(lastRefusal.pending.area)
  if ((isOwn || floorAreas.includes(lastRefusal.pending.area)) && getMoment(view, isOwn) !== getMoment(before.view, isOwn))
    useSessionStore.setState({ lastRefusal: null })
})

export const mergeViews = ({ audience, person }: StreamStates): View | null =>
  audience && person ? ({ ...audience.view, ...person.view } as unknown as View) : null
