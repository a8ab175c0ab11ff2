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
 * Hides small counts in each column. A single hidden count could be derived from the sum of its column, so the next smallest is hidden too.
 */
function guardPeopleCounts({ groups, ...totals }: PeopleCounts): PeopleCounts {
  const guarded = makeByChannel((channel) => hideSmall(groups.map((one) => one[channel])))
  return {
    ...makeByChannel((channel) => (isFew(totals[channel]) ? null : totals[channel])),
    groups: groups.map(({ group }, index) => ({ group, ...makeByChannel((channel) => guarded[channel][index] ?? null) })),
  }
}

function hideSmall(column: readonly (number | null)[]): readonly (number | null)[] {
  const hidden = column.flatMap((count, index) => (isFew(count) ? [index] : []))
  if (hidden.length === 1) {
    const others = column.flatMap((count, index) => (count !== null && count >= fewest ? [{ count, index }] : []))
    const [next] = others.sort((a, b) => a.count - b.count)
    if (next) hidden.push(next.index)
  }
  return column.map((count, index) => (hidden.includes(index) ? null : count))
}
