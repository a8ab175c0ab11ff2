/** Lengths of names in graphemes, the same wherever a name is written. Without the validator, so that forms can import them. */

/** The delegation of a regional union fits with its full name. */
export const maxEntityLength = 160
export const maxPersonNameLength = 80
/** The title of a session. */
export const maxTitleLength = 160
