/** Shares of the time spoken compared with shares of the requests, by group and by channel. */
import { countsAsIntervention } from '@rostrum/shared/contract/kinds'
import type { RequestOutcome, SessionRecord } from '@rostrum/shared/contract/record'
import { countOutcome, listCountedRequests, listInterventions, outcomeOrder, type RecordGroup, sumBy, wasReached } from './record-rows.ts'

export type RecordShare<Of> = {
  readonly of: Of
  readonly requests: number
  readonly reached: number
  readonly outcomes: Readonly<Record<RequestOutcome, number>>
  readonly seconds: number
  /** Of all, from 0 to 1. */
  readonly ofTime: number
  readonly ofRequests: number
}
export type RecordShares<Of> = { readonly rows: readonly RecordShare<Of>[]; readonly requests: number; readonly seconds: number }

type AttributedRow = { readonly group: string | null; readonly channel: 'room' | 'remote' | null }

function computeShares<Of>(
  record: SessionRecord,
  of: readonly Of[],
  makeFilter: (one: Of) => (row: AttributedRow) => boolean,
): RecordShares<Of> {
  const [requests, turns] = [listCountedRequests(record), listInterventions(record)]
  const seconds = sumBy(turns, ({ usedSeconds }) => usedSeconds)
  const rows = of.map((one) => {
    const own = requests.filter(makeFilter(one))
    const used = sumBy(turns.filter(makeFilter(one)), ({ usedSeconds }) => usedSeconds)
    return {
      of: one,
      requests: own.length,
      reached: own.filter(wasReached).length,
      outcomes: Object.fromEntries(outcomeOrder.map((outcome) => [outcome, countOutcome(own, outcome)])) as Record<RequestOutcome, number>,
      seconds: used,
      ofTime: seconds === 0 ? 0 : used / seconds,
      ofRequests: requests.length === 0 ? 0 : own.length / requests.length,
    }
  })
  return { rows, requests: requests.length, seconds }
}

/** Null for speakers without a group, if there are any. */
export function computeGroupShares(record: SessionRecord): RecordShares<RecordGroup | null> {
  const known = (id: string | null) => record.groups.some((group) => group.id === id)
  const apart = [...listCountedRequests(record), ...listInterventions(record)].some(({ group }) => !known(group))
  return computeShares<RecordGroup | null>(
    record,
    [...record.groups, ...(apart ? [null] : [])],
    (group) => (row) => (group === null ? !known(row.group) : row.group === group.id),
  )
}

export const computeChannelShares = (record: SessionRecord): RecordShares<'room' | 'remote'> =>
  computeShares(record, ['room', 'remote'], (channel) => (row) => row.channel === channel)

export const toWholePercent = (share: number): number => Math.round(share * 100)

/** The end of the scale: the longest bar, rounded up to a tenth. */
export const computeScale = (rows: readonly Pick<RecordShare<unknown>, 'ofTime' | 'ofRequests'>[]): number =>
  Math.max(1, Math.ceil(10 * Math.max(0, ...rows.flatMap(({ ofTime, ofRequests }) => [ofTime, ofRequests])) - 1e-9)) / 10

/** Percentage points between the two rounded shares. Above zero if a group spoke more than it asked. */
export const computeLead = ({ ofTime, ofRequests }: Pick<RecordShare<unknown>, 'ofTime' | 'ofRequests'>): number =>
  toWholePercent(ofTime) - toWholePercent(ofRequests)

/** The rows furthest above and below their share of the requests; null if there is nothing to compare. */
export function findExtremes<Of>({
  rows,
  requests: asked,
  seconds,
}: RecordShares<Of>): { readonly above: RecordShare<Of>; readonly below: RecordShare<Of> } | null {
  const sorted = [...rows].sort((a, b) => computeLead(b) - computeLead(a))
  const [above, below] = [sorted[0], sorted.at(-1)]
  return asked === 0 || seconds === 0 || !above || !below ? null : { above, below }
}

/** The limits that applied, longest first, each with its number of interventions. */
export function countLimitsGiven(record: SessionRecord): readonly { readonly seconds: number; readonly turns: number }[] {
  const counts = new Map<number, number>()
  for (const { kind, limitSeconds, extendedSeconds } of record.turns) {
    const limit = limitSeconds - extendedSeconds
    if (countsAsIntervention(kind)) counts.set(limit, (counts.get(limit) ?? 0) + 1)
  }
  return [...counts].map(([seconds, turns]) => ({ seconds, turns })).sort((a, b) => b.seconds - a.seconds)
}
