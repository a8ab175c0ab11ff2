import type { SessionRecord } from '@rostrum/shared/contract/record'

export type GroupShare = {
  readonly group: string | null
  readonly requests: number
  /** The shares in per cent of all requests, and of all time. */
  readonly requestShare: number
  readonly timeShare: number
}

export function listShares({ statistics }: SessionRecord): readonly GroupShare[] {
  const toPercent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole)
  return statistics.groups.map(({ group, requests, spokenSeconds }) => ({
    group,
    requests,
    requestShare: toPercent(requests, statistics.requests.total),
    timeShare: toPercent(spokenSeconds, statistics.spokenSeconds),
  }))
}
