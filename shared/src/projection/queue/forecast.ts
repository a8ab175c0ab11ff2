/** What happens if nothing changes: how many will be heard, at which limit, and when each one's time comes. */
import type { EntryKind } from '../../contract/enums.ts'
import type { EntryId, GroupId } from '../../contract/ids.ts'
import { type Limits, limitFor, limitsWith } from '../../contract/limits.ts'
import type { Place } from '../../contract/queue.ts'
import type { Channel } from '../../contract/roles.ts'
import { type Instant, type Millis, millisOf, minutes, seconds } from '../../kernel/time.ts'
import type { Rows } from '../part.ts'

const step = seconds(15)
const least = minutes(1)

/** As observed: from call to start, and how much of their limit speakers use, with how far they stray from it. */
export type Pace = { readonly handover: Millis; readonly share: number; readonly spread: number }

/** Somebody who waits, as far as their limit goes. `fixed`: listed with a limit of their own. */
export type Waiting = { readonly kind: EntryKind; readonly group: GroupId | null; readonly channel: Channel; readonly fixed: Millis | null }

/** Those who wait, in the order in which they stand. */
export const waitingIn = (line: readonly Place[], entries: Rows<EntryId, Listed>): readonly Waiting[] =>
  line.flatMap(({ entry }) => {
    const row = entries[entry]
    return row ? [{ kind: row.kind, group: row.group, channel: row.channel, fixed: row.listed ? row.limit : null }] : []
  })

type Listed = Omit<Waiting, 'fixed'> & { readonly listed: boolean; readonly limit: Millis }

/** The limits of those who wait if everyone's became this. */
export const limitsAt = (limits: Limits, waiting: readonly Waiting[], everyone: Millis): readonly Millis[] => {
  const then = everyone === limits.everyone ? limits : limitsWith(limits, { kind: 'everyone' }, everyone)
  return waiting.map(({ kind, group, channel, fixed }) => limitFor(then, { kind, speaker: { group, channel }, limit: fixed }))
}

/** How many turns of these lengths, one after the other, fit in the time that is left. */
export const heard = (limits: readonly Millis[], left: Millis, { handover, share }: Pick<Pace, 'handover' | 'share'>): number => {
  let free: number = left
  const over = limits.findIndex((limit) => {
    free -= limit * share + handover
    return free < 0
  })
  return over === -1 ? limits.length : over
}

/** Between those who take long and those who do not; the two are the same while little has been observed. */
export const heardBetween = (limits: readonly Millis[], left: Millis, { handover, share, spread }: Pace): readonly [number, number] => [
  heard(limits, left, { handover, share: share + spread }),
  heard(limits, left, { handover, share: Math.max(0, share - spread) }),
]

/** The longest limit for everyone at which all are heard, in steps of 15 s, not below a minute and not above the present one. */
export const limitForAll = (limits: Limits, waiting: readonly Waiting[], left: Millis, pace: Pace): Millis => {
  const lowest = Math.min(least, limits.everyone)
  const fits = (limit: number) => heard(limitsAt(limits, waiting, millisOf(limit)), left, pace) === waiting.length
  if (fits(limits.everyone)) return limits.everyone
  let limit = Math.floor((limits.everyone - 1) / step) * step
  while (limit > lowest && !fits(limit)) limit -= step
  return millisOf(Math.max(lowest, limit))
}

export type LimitChoice = { readonly limit: Millis; readonly heard: number; readonly all: boolean }

/** The present limit, two thirds and half of it, and the one at which all are heard: longest first. */
export const limitChoices = (limits: Limits, waiting: readonly Waiting[], left: Millis, pace: Pace): readonly LimitChoice[] => {
  const { everyone } = limits
  const rounded = (share: number) => Math.max(Math.min(least, everyone), Math.round((everyone * share) / step) * step)
  const offered = [everyone, rounded(2 / 3), rounded(1 / 2), limitForAll(limits, waiting, left, pace)]
  return [...new Set<number>(offered)]
    .sort((a, b) => b - a)
    .map((one) => {
      const count = heard(limitsAt(limits, waiting, millisOf(one)), left, pace)
      return { limit: millisOf(one), heard: count, all: count === waiting.length }
    })
}

export type Window = { readonly likely: Instant; readonly from: Instant; readonly until: Instant }

/**
 * When the floor reaches somebody, given the limits of those before them: from a fifth less to a tenth more than speakers are
 * expected to use, wider where they stray more, and never narrower than a minute.
 */
export const windowFor = (ahead: readonly Millis[], free: Instant, { handover, share, spread }: Pace): Window => {
  const limits = ahead.reduce((total, limit) => total + limit, 0)
  const at = (part: number) => (free + (ahead.length + 1) * handover + limits * Math.max(0, part)) as Instant
  const from = at(share - Math.max(0.2, spread))
  return { likely: at(share - 0.05), from, until: Math.max(at(share + Math.max(0.1, spread)), from + least) as Instant }
}
