/** Speaking time: a limit for everyone, and others by group, channel and kind. Without the validator, so that the client can import it. */

import { type Millis, toMillis } from '../kernel/time.ts'
import type { Channel } from './channels.ts'
import type { EntryKind } from './enums.ts'
import type { GroupId } from './ids.ts'
import { getEntryRule, type OwnLimit, ownLimits } from './kinds.ts'

export type Limits = {
  readonly everyone: Millis
  readonly groups: Readonly<Record<GroupId, Millis>>
  readonly channels: Readonly<Partial<Record<Channel, Millis>>>
} & Readonly<Record<(typeof ownLimits)[OwnLimit], Millis>>

/** The speakers or the kind of turn to which a limit applies. */
export type LimitScope =
  | { readonly kind: 'everyone' | OwnLimit }
  | { readonly kind: 'group'; readonly group: GroupId }
  | { readonly kind: 'channel'; readonly channel: Channel }

type LimitRequest = {
  readonly kind: EntryKind
  readonly speaker: { readonly group: GroupId | null; readonly channel: Channel }
  /** The entry's own limit from the programme. */
  readonly limit: Millis | null
}

/** Selects the most specific limit: the entry's own, then its group's, its channel's, everyone's. */
export const selectLimit = (limits: Limits, { kind, speaker, limit }: LimitRequest): Millis => {
  const own = getEntryRule(kind).limit
  if (own !== null) return limits[ownLimits[own]]
  const groupLimit = speaker.group === null ? undefined : limits.groups[speaker.group]
  return limit ?? groupLimit ?? limits.channels[speaker.channel] ?? limits.everyone
}

export const getLimit = (limits: Limits, scope: LimitScope): Millis | null => {
  switch (scope.kind) {
    case 'everyone':
      return limits.everyone
    case 'group':
      return limits.groups[scope.group] ?? null
    case 'channel':
      return limits.channels[scope.channel] ?? null
    default:
      return limits[ownLimits[scope.kind]]
  }
}

/**
 * Sets one limit; null removes the limit of a group or a channel. A limit for everyone also shortens longer limits of groups and channels.
 * Nobody not yet called then has more time.
 */
export const setLimit = (limits: Limits, scope: LimitScope, limit: Millis | null): Limits => {
  switch (scope.kind) {
    case 'everyone':
      if (limit === null) return limits
      return { ...limits, everyone: limit, groups: capLimits(limits.groups, limit), channels: capLimits(limits.channels, limit) }
    case 'group':
      return { ...limits, groups: setOrDelete(limits.groups, scope.group, limit) }
    case 'channel':
      return { ...limits, channels: setOrDelete(limits.channels, scope.channel, limit) }
    default:
      return limit === null ? limits : { ...limits, [ownLimits[scope.kind]]: limit }
  }
}

const capLimits = <T extends Readonly<Partial<Record<string, Millis>>>>(limits: T, limit: Millis): T =>
  Object.fromEntries(Object.entries(limits).map(([key, own]) => [key, toMillis(Math.min(own as Millis, limit))])) as T

const setOrDelete = <T extends Readonly<Partial<Record<string, Millis>>>>(limits: T, key: string, limit: Millis | null): T => {
  const { [key]: _, ...rest } = limits as Record<string, Millis>
  return (limit === null ? rest : { ...rest, [key]: limit }) as unknown as T
}
