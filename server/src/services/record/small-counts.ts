/** Hides counts of one or two people in the public version. Together with what readers know, such a count would name somebody. */
import { makeByChannel } from '@rostrum/shared/contract/channels'
import type { SessionRecord } from '@rostrum/shared/contract/record'

type Statistics = SessionRecord['statistics']
type PeopleCounts = Statistics['registered']

/** The smallest count of people that is shown, except zero. */
const fewest = 3

export const isFew = (count: number | null): boolean => count !== null && count > 0 && count < fewest

export function guardStatistics(statistics: Statistics): Statistics {
  const guardWaits = <T extends { readonly heard: number }>(share: T): T => (share.heard < fewest ? { ...share, waits: null } : share)
  const { requests } = statistics
  return {
    ...statistics,
    groups: statistics.groups.map(guardWaits),
    channels: statistics.channels.map(guardWaits),
    waits: requests.heard + requests.joint < fewest ? null : statistics.waits,
    registered: guardPeopleCounts(statistics.registered),
    present: statistics.present === null ? null : guardPeopleCounts(statistics.present),
  }
}

/**
 * Hides small counts in each column. Zeros and the smallest of the other counts are hidden with them, so that each hidden count could be
 * that other one, whatever the sum of its column is. Without another count the sum is hidden too.
 */
function guardPeopleCounts({ groups, ...totals }: PeopleCounts): PeopleCounts {
  const columns = makeByChannel((channel) => groups.map((one) => one[channel]))
  const guarded = makeByChannel((channel) => hideSmall(columns[channel]))
  const isGuarded = makeByChannel((channel) => isFew(totals[channel]) || hasOnlySmall(columns[channel]))
  return {
    ...makeByChannel((channel) => (isGuarded[channel] ? null : totals[channel])),
    groups: groups.map(({ group }, index) => ({ group, ...makeByChannel((channel) => guarded[channel][index] ?? null) })),
  }
}

const hasOnlySmall = (column: readonly (number | null)[]): boolean => column.some(isFew) && column.every((count) => (count ?? 0) < fewest)

function hideSmall(column: readonly (number | null)[]): readonly (number | null)[] {
  if (!column.some(isFew)) return column
  const least = Math.min(...column.flatMap((count) => (count !== null && count >= fewest ? [count] : [])))
  const other = column.indexOf(least)
  return column.map((count, index) => (count === null || count < fewest || index === other ? null : count))
}
