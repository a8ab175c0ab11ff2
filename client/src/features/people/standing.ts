/** Where people of the roster stand: at the floor, in the list, on the line. Out of what the desk's view holds. */
import type { PersonId } from '@rostrum/shared/kernel/ids'
import type { View } from '@rostrum/shared/projection/view'
import { useMemo } from 'react'
import { useView } from '../../session/hooks.tsx'
import type { RosterRow } from './roster.ts'

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

/** The line is watched for those who come next; of the others nobody says whether they are there. */
const watched = 10

export type Reached = { readonly kind: 'ended' | 'connected' | 'unwatched' } | { readonly kind: 'away'; readonly since: number }

export const reachedOf = (
  { person, revoked }: Pick<RosterRow, 'person' | 'revoked'>,
  place: number | undefined,
  away: View['presence']['away'],
): Reached => {
  if (revoked) return { kind: 'ended' }
  const since = away?.[person]
  if (since !== undefined) return { kind: 'away', since }
  return { kind: place !== undefined && place <= watched && away !== undefined ? 'connected' : 'unwatched' }
}
