/** The state of a screen: the streams as they arrived, the connection, the clock, and commands without an answer. */
import type { Instant } from '@rostrum/shared/kernel/time'
import type { View } from '@rostrum/shared/projection/registry'
import type { StreamStates } from '@rostrum/shared/protocol/frame'
import type { ConnectionRefusal, ReadOnly, RefusalReason } from '@rostrum/shared/protocol/messages'
import { create } from 'zustand'
import type { PendingCommand } from './outbox.ts'
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
  /** Why and since when the server has stored nothing. Null while it stores everything. */
  readonly readOnly: ReadOnly | null
  readonly pending: readonly PendingCommand[]
  /** The last refusal, until the next press. */
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
  readOnly: null,
  pending: [],
  lastRefusal: null,
}

export const useSessionStore = create<SessionStore>(() => initialStore)

export const mergeViews = ({ audience, person }: StreamStates): View | null =>
  audience && person ? ({ ...audience.view, ...person.view } as unknown as View) : null
