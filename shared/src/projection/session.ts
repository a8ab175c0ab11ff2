import type { SessionPhase } from '../contract/enums.ts'
import type { Group } from '../contract/plan.ts'
import { audiences } from '../contract/roles.ts'
import type { Instant } from '../kernel/time.ts'
import type { Wording } from '../kernel/wording.ts'
import { valuePart } from './part.ts'

export type SessionView = {
  readonly phase: SessionPhase
  readonly openedAt: Instant | null
  readonly closedAt: Instant | null
  readonly title: Wording
  readonly short: Wording
  readonly series: string | null
  readonly place: string
  readonly timeZone: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly groups: readonly Group[]
  readonly captionsLink: string | null
  /** A session for practice; nothing in it counts. */
  readonly rehearsal: boolean
  /** Everybody may submit a written statement, not only people who were not reached. */
  readonly everybodyWrites: boolean
}

export const sessionParts = {
  session: valuePart(
    'The phase of the session, its title, place, times and groups.',
    audiences,
    ['session'],
    ({ session }): SessionView => ({
      phase: session.phase,
      openedAt: session.openedAt,
      closedAt: session.closedAt,
      title: session.plan.title,
      short: session.plan.short,
      series: session.plan.series,
      place: session.plan.place,
      timeZone: session.plan.timeZone,
      startsAt: session.plan.startsAt,
      endsAt: session.plan.endsAt,
      groups: session.groups,
      captionsLink: session.plan.captionsLink,
      rehearsal: session.plan.rehearsal,
      everybodyWrites: session.plan.statements.anytime,
    }),
  ),
  joinCodeRenewals: valuePart(
    'How often the join code was renewed, for the screen that shows it.',
    ['display'],
    ['session'],
    ({ session }): number => session.joinCodeRenewals,
  ),
}
