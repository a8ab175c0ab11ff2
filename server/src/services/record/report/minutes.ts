/** Times in sentences are whole minutes. */
import type { SessionRecord } from '@rostrum/shared/contract/record'

/** From the second to the first, in whole minutes. Negative if the first is earlier. */
export const getMinutesApart = (first: string, second: string): number => Math.round((Date.parse(first) - Date.parse(second)) / 60_000) || 0

export const roundMinutes = (seconds: number): number => Math.round(seconds / 60)

/** In minutes. A session that began further from its plan took place at another time, and was neither late nor early. */
const otherTime = 180

export const isAtOtherTime = ({ session }: SessionRecord): boolean =>
  session.openedAt !== null && Math.abs(getMinutesApart(session.openedAt, session.plannedStart)) > otherTime
