import type { Phase } from '../contract/enums.ts'
import type { Group } from '../contract/plan.ts'
import type { Instant } from '../kernel/time.ts'
import { audiencePart } from './part.ts'

export type SessionView = {
  readonly phase: Phase
  readonly openedAt: Instant | null
  readonly closedAt: Instant | null
  readonly title: string
  readonly short: string
  readonly series: string | null
  readonly place: string
  readonly timeZone: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly groups: readonly Group[]
  readonly captionsLink: string | null
  /** Played to practise: nothing of it counts. */
  readonly rehearsal: boolean
  /** Statements in writing are taken from everybody, and not from those alone who were not reached. */
  readonly everybodyWrites: boolean
}

export const sessionParts = {
  session: audiencePart<SessionView>(['session'], ({ session }) => ({
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
  })),
  /** How often the join code was made anew, for the screen that shows it. */
  codes: audiencePart<number>(['session'], ({ session }, audience) => (audience === 'display' ? session.codes : undefined)),
}
