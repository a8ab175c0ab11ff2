/** Where people of the roster stand: at the floor, in the list, on the line. Out of what the desk's view holds. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { View } from '@rostrum/shared/projection/registry'
import { useMemo } from 'react'
import { useView } from '../../../session/hooks.tsx'
import type { RosterRow } from '../roster-types.ts'

/** Places by person, counted from 1. */
export const placesIn = (line: View['line'], entries: View['entries']): ReadonlyMap<PersonId, number> =>
  new Map(
    line.flatMap(({ entry }, index) => {
      const person = entries[entry]?.desk?.person
      return person ? [[person, index + 1] as const] : []
    }),
  )

export const usePlaces = (): ReadonlyMap<PersonId, number> => {
  const line = useView((view) => view.line)
  const entries = useView((view) => view.entries)
  return useMemo(() => placesIn(line, entries), [line, entries])
}

/** The number at the floor; none has 0. */
export const useSpeaking = (): number => useView(({ floor }) => (floor.current?.startedAt ? (floor.current.speaker?.number ?? 0) : 0))

/** Turns taken, by organization. */
export const useTurns = (): ReadonlyMap<string, number> => {
  const entities = useView((view) => view.entities)
  return useMemo(() => new Map(entities?.map(({ entity, turns }) => [entity, turns] as const)), [entities])
}

/** The line is watched, second by second, for those who come next; of the others the page says how it was when it was asked for. */
const watched = 10

export type Reached =
  | { readonly kind: 'ended' | 'connected' | 'arrived' | 'absent' }
  /** In the list, and no device of theirs was ever seen: the desk has written them down. */
  | { readonly kind: 'desk' }
  | { readonly kind: 'away'; readonly since: number }

type Row = Pick<RosterRow, 'person' | 'revoked' | 'presence' | 'since'>

export const reachedOf = (
  { person, revoked, presence, since }: Row,
  place: number | undefined,
  away: View['presence']['away'],
): Reached => {
  if (revoked) return { kind: 'ended' }
  const told = away?.[person]
  const seen = place !== undefined && place <= watched && away !== undefined && told === undefined
  if (seen && presence !== 'arrived') return { kind: 'connected' }
  const lost = presence === 'connected' ? told : presence === 'away' ? (told ?? since) : null
  if (lost !== undefined && lost !== null) return { kind: 'away', since: lost }
  if (presence === 'connected') return { kind: 'connected' }
  if (place !== undefined) return { kind: 'desk' }
  return { kind: presence === 'arrived' ? 'arrived' : 'absent' }
}

/** Registered for the room, and neither seen there nor on the line: the desk waits for them. */
export const missing = ({ channel, arrived }: Pick<RosterRow, 'channel' | 'arrived'>, { kind }: Reached): boolean =>
  channel === 'room' && !arrived && kind !== 'connected' && kind !== 'ended'
