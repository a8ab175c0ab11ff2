import type { SessionPhase } from '../contract/enums.ts'
import type { Paper } from '../contract/papers.ts'
import type { Group } from '../contract/plan.ts'
import { admitsByCode } from '../contract/walk-ins.ts'
import type { Instant } from '../kernel/time.ts'
import type { Wording } from '../kernel/wording.ts'
import { displayOnly, everyone, sometimesPart, valuePart } from './part.ts'

export type SessionView = {
  readonly phase: SessionPhase
  readonly openedAt: Instant | null
  readonly closedAt: Instant | null
  /** When a suspended session is to be resumed. Null if the Chair did not say. */
  readonly until: Instant | null
  readonly title: Wording
  readonly short: Wording
  readonly series: string | null
  readonly place: string
  readonly timeZone: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly groups: readonly Group[]
  readonly captionsLink: string | null
  /** It will not take place, unless it is opened all the same. */
  readonly cancelled: boolean
  /** A session for practice; nothing in it counts. */
  readonly rehearsal: boolean
  /** Everybody may submit a written statement, not only people who were not reached. */
  readonly everybodyWrites: boolean
}

export const sessionParts = {
  session: valuePart(
    'The phase of the session, its title, place, times and groups.',
    everyone,
    ['session'],
    ({ session }): SessionView => ({
      phase: session.phase,
      openedAt: session.openedAt,
      closedAt: session.closedAt,
      until: session.until ?? null,
      title: session.plan.title,
      short: session.plan.short,
      series: session.plan.series,
      place: session.plan.place,
      timeZone: session.plan.timeZone,
      startsAt: session.plan.startsAt,
      endsAt: session.plan.endsAt,
      groups: session.groups,
      captionsLink: session.plan.captionsLink,
      cancelled: session.plan.cancelled ?? false,
      rehearsal: session.plan.rehearsal,
      everybodyWrites: session.plan.statements.anytime,
    }),
  ),
  papers: sometimesPart(
    'The papers of the session and of its agenda items, with their addresses. Absent if there are none.',
    everyone,
    ['session'],
    ({ session: { plan } }): readonly Paper[] | undefined =>
      plan.papers?.map(({ title, address, segment }) => ({ title, address, segment })),
  ),
  joinCodeRenewals: valuePart(
    'How often the join code was renewed, for the screen that shows it.',
    displayOnly,
    ['session'],
    ({ session }): number => session.joinCodeRenewals,
  ),
  admitsByCode: valuePart(
    'Whether the join code lets somebody new in, for the screen that shows it.',
    displayOnly,
    ['session', 'people'],
    admitsByCode,
  ),
}
