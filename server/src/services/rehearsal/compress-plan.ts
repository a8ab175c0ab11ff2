/** Shortens a plan: every length is divided by the speed, so that all clocks on screens show real time. */

import { maxPeople } from '@rostrum/shared/contract/lengths'
import type { Limits } from '@rostrum/shared/contract/limits'
import type { Plan } from '@rostrum/shared/contract/plan'
import { addMillis, elapsed, type Instant, type Millis, seconds, toMillis } from '@rostrum/shared/kernel/time'

/** Returns a plan that is marked as a rehearsal and begins at `startsAt`. `speed`: 1 is as planned. */
export function compressPlan(plan: Plan, speed: number, startsAt: Instant): Plan {
  const shorten = (length: Millis): Millis => toMillis(Math.max(seconds(1), Math.round(length / speed)))
  const moveInstant = (at: Instant): Instant => addMillis(startsAt, toMillis(Math.round(elapsed(plan.startsAt, at) / speed)))
  const shortenAll = <T extends Readonly<Partial<Record<string, Millis>>>>(limits: T): T =>
    Object.fromEntries(Object.entries(limits).map(([key, limit]) => [key, shorten(limit as Millis)])) as T
  const { limits } = plan.floor
  const shortLimits: Limits = {
    everyone: shorten(limits.everyone),
    groups: shortenAll(limits.groups),
    channels: shortenAll(limits.channels),
    pointOfOrder: shorten(limits.pointOfOrder),
    rightOfReply: shorten(limits.rightOfReply),
    answer: shorten(limits.answer),
  }
  return {
    ...plan,
    rehearsal: true,
    ...(plan.cancelled ? { cancelled: false } : {}),
    pace: speed,
    walkIns: true,
    walkInPlaces: maxPeople,
    startsAt,
    endsAt: moveInstant(plan.endsAt),
    segments: plan.segments.map((segment) => ({
      ...segment,
      startsAt: moveInstant(segment.startsAt),
      length: shorten(segment.length),
      endsBy: segment.endsBy === null ? null : moveInstant(segment.endsBy),
      speakers: segment.speakers.map((speaker) => ({ ...speaker, limit: speaker.limit === null ? null : shorten(speaker.limit) })),
    })),
    floor: {
      ...plan.floor,
      limits: shortLimits,
      warnings: plan.floor.warnings.map(shorten),
      grace: toMillis(Math.round(plan.floor.grace / speed)),
      reserve: toMillis(Math.round(plan.floor.reserve / speed)),
    },
  }
}
