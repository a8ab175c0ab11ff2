/** How long the person who closed a session can take it back. Without the validator, so that screens can import it. */
import { addMillis, type Instant, minutes } from '../kernel/time.ts'

/** Returns when the close is final. Nothing is deleted before. */
export const getCloseFinalAt = (closedAt: Instant): Instant => addMillis(closedAt, minutes(1))
