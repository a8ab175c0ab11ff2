/** A plan in less time: every length is as many times shorter, so that each clock that is shown is true and nothing has to pretend. */

import type { Limits } from '@rostrum/shared/contract/limits'
import type { Plan } from '@rostrum/shared/contract/plan'
import { between, type Instant, type Millis, millisOf, plus, seconds } from '@rostrum/shared/kernel/time'

/** Marked as a rehearsal, beginning at `startsAt`. `speed`: 1 is as planned. */
export function compressed(plan: Plan, speed: number, startsAt: Instant): Plan {
  const shorter = (length: Millis): Millis => millisOf(Math.max(seconds(1), Math.round(length / speed)))
  const moved = (at: Instant): Instant => plus(startsAt, millisOf(Math.round(between(plan.startsAt, at) / speed)))
  const all = <T extends Readonly<Partial<Record<string, Millis>>>>(limits: T): T =>
    Object.fromEntries(Object.entries(limits).map(([key, limit]) => [key, shorter(limit as Millis)])) as T
  const { limits } = plan.floor
  const shortened: Limits = {
    everyone: shorter(limits.everyone),
    groups: all(limits.groups),
    channels: all(limits.channels),
    pointOfOrder: shorter(limits.pointOfOrder),
    rightOfReply: shorter(limits.rightOfReply),
    answer: shorter(limits.answer),
  }
  return {
    ...plan,
    rehearsal: true,
    walkIns: true,
    startsAt,
    endsAt: moved(plan.endsAt),
    segments: plan.segments.map((segment) => ({
      ...segment,
      startsAt: moved(segment.startsAt),
      length: shorter(segment.length),
      endsBy: segment.endsBy === null ? null : moved(segment.endsBy),
      speakers: segment.speakers.map((listed) => ({ ...listed, limit: listed.limit === null ? null : shorter(listed.limit) })),
    })),
    floor: {
      ...plan.floor,
      limits: shortened,
      warnings: plan.floor.warnings.map(shorter),
      grace: millisOf(Math.round(plan.floor.grace / speed)),
      reserve: millisOf(Math.round(plan.floor.reserve / speed)),
    },
  }
}
