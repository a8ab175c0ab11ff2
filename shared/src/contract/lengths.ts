/** Bounds of names, in graphemes, and of a session. They are the same everywhere. Without the validator, so that forms can import them. */

/** Long enough for the full name of the delegation of a regional union. */
export const maxEntityLength = 160
export const maxPersonNameLength = 80
/** More than any venue holds. It limits abuse of a join code, and imports of too many lists. */
export const maxPeople = 40_000
/** The title of a session. */
export const maxTitleLength = 160
/** The most seconds by which captions may come after the speech. */
export const maxCaptionDelay = 30
