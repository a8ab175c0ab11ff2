/** The status of the roster's members: speaking, in the queue, connected. Derived from the secretariat's view. */

import type { RosterRow } from '@rostrum/shared/api/people'
import { channelRules } from '@rostrum/shared/contract/channels'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { View } from '@rostrum/shared/projection/registry'
import { useMemo } from 'react'
import { useView } from '../../../session/hooks.tsx'

/** Position in the queue by person, counted from 1. */
const mapPositions = (order: View['order'], entries: View['entries']): ReadonlyMap<PersonId, number> =>
  new Map(
    order.flatMap((entry, index) => {
      const person = entries[entry]?.staff?.person
      return person ? [[person, index + 1] as const] : []
    }),
  )

export const usePositions = (): ReadonlyMap<PersonId, number> => {
  const order = useView((view) => view.order)
  const entries = useView((view) => view.entries)
  return useMemo(() => mapPositions(order, entries), [order, entries])
}

/** Returns the number of the current speaker, or 0 if there is none. */
export const useSpeakingNumber = (): number => useView(({ floor }) => (floor.current?.startedAt ? (floor.current.speaker?.number ?? 0) : 0))

/** Past turns, by organization. */
export const useTurnCounts = (): ReadonlyMap<string, number> => {
  const entityShares = useView((view) => view.entityShares)
  return useMemo(() => new Map(entityShares?.map(({ entity, turns }) => [entity, turns] as const)), [entityShares])
}

/**
 * The number of entries at the head of the queue whose connection is followed live. For all others the page shows it as of the last
 * request.
 */
const maxWatched = 10

export type MemberStatus =
  | { readonly kind: 'ended' | 'connected' | 'checked-in' | 'absent' }
  /** In the queue without a device that has ever connected: the secretariat added the entry. */
  | { readonly kind: 'added-by-secretariat' }
  | { readonly kind: 'away'; readonly since: number }

type MemberStatusRow = Pick<RosterRow, 'person' | 'revoked' | 'presence' | 'since'>

export const getMemberStatus = (
  { person, revoked, presence, since }: MemberStatusRow,
  position: number | undefined,
  away: View['presence']['away'],
): MemberStatus => {
  if (revoked) return { kind: 'ended' }
  const awaySince = away?.[person]
  const isConnected = position !== undefined && position <= maxWatched && away !== undefined && awaySince === undefined
  if (isConnected && presence !== 'checked-in') return { kind: 'connected' }
  const lostSince = presence === 'connected' ? awaySince : presence === 'away' ? (awaySince ?? since) : null
  if (lostSince !== undefined && lostSince !== null) return { kind: 'away', since: lostSince }
  if (presence === 'connected') return { kind: 'connected' }
  if (position !== undefined) return { kind: 'added-by-secretariat' }
  return { kind: presence === 'checked-in' ? 'checked-in' : 'absent' }
}

/** True if a person with access is to be checked in, but neither checked in nor connected. The secretariat waits for them. */
export const isMissing = ({ channel, checkedIn }: Pick<RosterRow, 'channel' | 'checkedIn'>, { kind }: MemberStatus): boolean =>
  channelRules[channel].isCheckedIn && !checkedIn && kind !== 'connected' && kind !== 'ended'
