/** What a screen holds: the views as they came, the state of its line, its clock, and what it has asked for. */
import type { Instant } from '@rostrum/shared/kernel/time'
import type { View } from '@rostrum/shared/projection/registry'
import type { Synced } from '@rostrum/shared/protocol/frame'
import type { Refusal, TurnedAway } from '@rostrum/shared/protocol/messages'
import { create } from 'zustand'
import type { Pending } from './outbox.ts'
import type { Offset } from './server-clock.ts'

/** `connecting`: not yet heard of the session · `live` · `offline`: was live, is not · `away`: turned away, and why. */
export type Line = { readonly kind: 'connecting' | 'live' | 'offline' } | { readonly kind: 'away'; readonly why: TurnedAway }

export type Refused = { readonly pending: Pending; readonly why: Refusal }

export type Screen = {
  readonly line: Line
  readonly synced: Synced
  /** Both streams put together; null until both have come once. */
  readonly view: View | null
  readonly offset: Offset | null
  /** When the server was last heard, by the screen's own clock. */
  readonly heardAt: number | null
  /** Since when the line has been down. */
  readonly offlineSince: Instant | null
  /** Whether the line went down because the server is being restarted, as it said itself. */
  readonly restarting: boolean
  readonly pending: readonly Pending[]
  /** The last refusal, until the next press. */
  readonly refused: Refused | null
}

export const emptyScreen: Screen = {
  line: { kind: 'connecting' },
  synced: {},
  view: null,
  offset: null,
  heardAt: null,
  offlineSince: null,
  restarting: false,
  pending: [],
  refused: null,
}

export const useScreen = create<Screen>(() => emptyScreen)

export const viewOf = ({ audience, person }: Synced): View | null =>
  audience && person ? ({ ...audience.view, ...person.view } as unknown as View) : null
