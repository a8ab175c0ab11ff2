/** The order in which requests were made. The server orders by it, and a screen uses it to explain why somebody is ahead. */
import type { Instant } from '../kernel/time.ts'
import { type CauseLetters, readCause } from './cause-letters.ts'
import type { EntryId } from './ids.ts'
import type { Entry, PositionCause } from './queue.ts'

type Asked = Pick<Entry, 'askedAt' | 'sequence'>

/** Compares by request time. Of two requests from the same millisecond, the one recorded first comes first. */
export const compareByRequest = (a: Asked, b: Asked): number => a.askedAt - b.askedAt || a.sequence - b.sequence

/** A position with its explanation. */
export type RankedPosition = {
  readonly entry: EntryId
  readonly cause: PositionCause
  /** Its rank by request time among all waiting entries: 1 is the earliest. */
  readonly requestRank: number
}

/** Explains the speaking order, as each screen derives it from what everybody sees. */
export const rankByRequest = (
  order: readonly EntryId[],
  causes: CauseLetters,
  entries: { readonly [id in EntryId]?: Asked },
): readonly RankedPosition[] => {
  const asked = order.map((entry, index) => {
    const row = entries[entry]
    return { index, askedAt: row?.askedAt ?? (0 as Instant), sequence: row?.sequence ?? 0 }
  })
  const ranks: number[] = []
  for (const [earlier, { index }] of asked.sort(compareByRequest).entries()) ranks[index] = earlier + 1
  return order.map((entry, index) => ({ entry, cause: readCause(causes, index), requestRank: ranks[index] as number }))
}

/** Counts how many of those ahead of this index asked later. */
export const countLaterAhead = (order: readonly RankedPosition[], index: number): number => {
  const own = order[index]?.requestRank ?? 0
  let count = 0
  for (let at = 0; at < index; at += 1) if ((order[at]?.requestRank ?? 0) > own) count += 1
  return count
}
