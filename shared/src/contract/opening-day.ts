/** The time during which a session may be opened without confirmation. Without the validator, so that screens can import it. */
import { elapsed, type Instant, minutes } from '../kernel/time.ts'

const openingWindow = minutes(12 * 60)

/** True on the day for which the session is planned: at most half a day from the planned start. Always true for a rehearsal. */
export const isItsDay = ({ startsAt, rehearsal }: { readonly startsAt: Instant; readonly rehearsal: boolean }, at: Instant): boolean =>
  rehearsal || Math.abs(elapsed(startsAt, at)) <= openingWindow
