/** Times in sentences are whole minutes. */
import type { SessionRecord } from '@rostrum/shared/contract/record'

/** Returns the whole minutes from the second time to the first. Negative if the first is earlier. */
export const getMinutesApart = (first: string, second: string): number => Math.round((Date.parse(first) - Date.parse(second)) / 60_000) || 0

export const roundMinutes = (seconds: number): number => Math.round(seconds / 60)

/** In minutes. If a session began further from its plan than this, it took place at another time. It was then neither late nor early. */
const otherTime = 180

export const isAtOtherTime = ({ session }: SessionRecord): boolean =>
  session.openedAt !== null && Math.abs(getMinutesApart(session.openedAt, session.plannedStart)) > otherTime
