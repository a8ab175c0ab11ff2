/** Bounds of names, in graphemes, and of a session, the same wherever they are used. Without the validator, so that forms can import them. */

/** The delegation of a regional union fits with its full name. */
export const maxEntityLength = 160
export const maxPersonNameLength = 80
/** More than any venue holds. It limits abuse of a join code, and imports of too many lists. */
export const maxPeople = 40_000
/** The title of a session. */
export const maxTitleLength = 160
/** Seconds that captions may come after what was spoken. */
export const maxCaptionDelay = 30
