/** How long a start of the clock can be undone. Without the validator, so that screens can import it. */
import { type Millis, seconds } from '../kernel/time.ts'

const longestUndoneStart = seconds(30)

/** `used`: what the speaker has spoken. An undo gives the whole time again, so later it would throw a speech away. */
export const isStartFinal = (used: Millis): boolean => used > longestUndoneStart
