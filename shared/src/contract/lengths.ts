/** Bounds of texts, in graphemes, and of a session. They are the same everywhere. Without the validator, so that forms can import them. */

/** Long enough for the full name of the delegation of a regional union. */
export const maxEntityLength = 160
export const maxPersonNameLength = 80
/** The form of a name that the Chair says. */
export const maxSaidLength = 200
/** More than any venue holds. It limits abuse of a join code, and imports of too many lists. */
export const maxPeople = 40_000
/** The title of a session. */
export const maxTitleLength = 160
/** How many seconds later than the speech captions may come. */
export const maxCaptionDelay = 30
/** How long, in milliseconds, after its arrival a line of captions can be corrected. */
export const captionCorrectableMs = 120_000
/** A phone number, or a note with it. */
export const maxPhoneLength = 60
/** The topic of a request. */
export const maxTopicLength = 140
/** The note of the secretariat on a request that it adds. */
export const maxEntryNoteLength = 280
export const maxNoteLength = 600
/** A written statement. The limit of the session is in words. */
export const maxStatementLength = 12_000
/** The text of the Rapporteur on one point. It holds the whole note, and the groups. */
export const maxSentenceLength = 2000
export const maxTagLength = 24
/** The most tags of a question. */
export const maxTags = 5
/** The most questions on which one command decides. */
export const maxQuestionsDecided = 100
/** The sentence that the Chair puts to the room. */
export const maxPromptLength = 240
export const maxAnnouncementLength = 280
/** The most announcements that are shown. One more replaces the oldest. */
export const maxAnnouncements = 5
/** The purpose of an organizer’s access, or of a program’s token. */
export const maxPurposeLength = 80
/** The most people that a rehearsal simulates. */
export const maxRehearsalPeople = 200
/** A list of people that is imported, in bytes. */
export const maxListBytes = 2 * 1024 * 1024
/** The size of a Word document that gives the report its look. */
export const maxTemplateBytes = 4_000_000
