/** Who was heard: shares of the time spoken beside shares of the requests, by group and by channel. */
import type { Outcome, SessionRecord } from '@rostrum/shared/contract/record'
import { askedIn, countOf, type Group, outcomesTold, spokenIn, sum, wasHeard } from './record-rows.ts'

export type Share<Of> = {
  readonly of: Of
  readonly asked: number
  readonly heard: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  readonly seconds: number
  /** Of all, from 0 to 1. */
  readonly ofTime: number
  readonly ofRequests: number
}
export type Shares<Of> = { readonly rows: readonly Share<Of>[]; readonly asked: number; readonly seconds: number }

type Said = { readonly group: string | null; readonly channel: 'room' | 'remote' | null }

function sharesOf<Of>(record: SessionRecord, of: readonly Of[], its: (one: Of) => (row: Said) => boolean): Shares<Of> {
  const [requests, turns] = [askedIn(record), spokenIn(record)]
  const seconds = sum(turns, ({ usedSeconds }) => usedSeconds)
  const rows = of.map((one) => {
    const own = requests.filter(its(one))
    const used = sum(turns.filter(its(one)), ({ usedSeconds }) => usedSeconds)
    return {
      of: one,
      asked: own.length,
      heard: own.filter(wasHeard).length,
      outcomes: Object.fromEntries(outcomesTold.map((outcome) => [outcome, countOf(own, outcome)])) as Record<Outcome, number>,
      seconds: used,
      ofTime: seconds === 0 ? 0 : used / seconds,
      ofRequests: requests.length === 0 ? 0 : own.length / requests.length,
    }
  })
  return { rows, asked: requests.length, seconds }
}

/** Null for those without a group, where there are any. */
export function groupShares(record: SessionRecord): Shares<Group | null> {
  const known = (id: string | null) => record.groups.some((group) => group.id === id)
  const apart = [...askedIn(record), ...spokenIn(record)].some(({ group }) => !known(group))
  return sharesOf<Group | null>(
    record,
    [...record.groups, ...(apart ? [null] : [])],
    (group) => (row) => (group === null ? !known(row.group) : row.group === group.id),
  )
}

export const channelShares = (record: SessionRecord): Shares<'room' | 'remote'> =>
  sharesOf(record, ['room', 'remote'], (channel) => (row) => row.channel === channel)

export const percent = (share: number): number => Math.round(share * 100)

/** How far a bar can reach: the next whole tenth above the longest. */
export const scaleOf = (rows: readonly Pick<Share<unknown>, 'ofTime' | 'ofRequests'>[]): number =>
  Math.max(1, Math.ceil(10 * Math.max(0, ...rows.flatMap(({ ofTime, ofRequests }) => [ofTime, ofRequests])) - 1e-9)) / 10

/** Points between the two shares, as they are written: above nought where more was spoken than asked. */
export const lead = ({ ofTime, ofRequests }: Pick<Share<unknown>, 'ofTime' | 'ofRequests'>): number => percent(ofTime) - percent(ofRequests)

/** Those furthest above and below their share of the requests; null where there is nothing to compare. */
export function extremes<Of>({ rows, asked, seconds }: Shares<Of>): { readonly above: Share<Of>; readonly below: Share<Of> } | null {
  const sorted = [...rows].sort((a, b) => lead(b) - lead(a))
  const [above, below] = [sorted[0], sorted.at(-1)]
  return asked === 0 || seconds === 0 || !above || !below ? null : { above, below }
}

/** Limits that were given, longest first, each with how many interventions had it. */
export function limitsGiven(record: SessionRecord): readonly { readonly seconds: number; readonly turns: number }[] {
  const counts = new Map<number, number>()
  for (const { kind, limitSeconds, extendedSeconds } of record.turns) {
    const given = limitSeconds - extendedSeconds
    if (kind === 'intervention') counts.set(given, (counts.get(given) ?? 0) + 1)
  }
  return [...counts].map(([seconds, turns]) => ({ seconds, turns })).sort((a, b) => b.seconds - a.seconds)
}
