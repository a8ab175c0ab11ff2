/** Entries whose speaker was called in vain. They wait at the end of their kind. */
import type { Entry } from './queue.ts'

type CalledBefore = Pick<Entry, 'missedCalls' | 'declinedAt'>

export const isAtEnd = ({ missedCalls, declinedAt }: CalledBefore): boolean => missedCalls > 0 || declinedAt !== null

/** Sorts those who were absent first, then those who declined, by when they last declined. */
export const compareAtEnd = (a: CalledBefore, b: CalledBefore): number => (a.declinedAt ?? 0) - (b.declinedAt ?? 0)
