/** The time during which a session may be opened without confirmation. Without the validator, so that screens can import it. */
import { elapsed, type Instant, minutes } from '../kernel/time.ts'

const openingWindow = minutes(12 * 60)

type PlannedDay = { readonly startsAt: Instant; readonly rehearsal: boolean; readonly cancelled?: boolean }

/**
 * True on the day for which the session is planned: at most half a day from the planned start. Never true for a cancelled session, and
 * always for a rehearsal.
 */
export const isItsDay = ({ startsAt, rehearsal, cancelled = false }: PlannedDay, at: Instant): boolean =>
  rehearsal || (!cancelled && Math.abs(elapsed(startsAt, at)) <= openingWindow)
