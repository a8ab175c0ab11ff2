/** When a session may be opened without a question. Without the validator, so that screens can import it. */
import { elapsed, type Instant, minutes } from '../kernel/time.ts'

const openingWindow = minutes(12 * 60)

/** Whether this is the day for which the session is planned: not more than half a day from the planned start. */
export const isItsDay = ({ startsAt, rehearsal }: { readonly startsAt: Instant; readonly rehearsal: boolean }, at: Instant): boolean =>
  rehearsal || Math.abs(elapsed(startsAt, at)) <= openingWindow
