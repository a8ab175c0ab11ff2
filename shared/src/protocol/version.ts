/** The version of the wire protocol. A test pins the hash of the schemas, so that a schema cannot change without a new version.
 *  1  2026-11  first.
 *  2  2026-11  order, moves, swaps, joint statements, rights of reply; limits by scope; steps; remedies, suspension; cues, announcements.
 *  3  2026-11  questions edited, labelled, merged, assigned, moved to the queue; support apart; authors not recorded; notes, statements.
 *  4  2026-11  one vocabulary: commands, events, parts and fields named as in ARCHITECTURE.
 *  5  2026-11  cursors are digests; short frames; support in two tables.
 *  6  2026-11  large first views packed.
 *  7  2026-11  rows name typed names by id.
 *  8  2026-11  large deltas packed; moved items counted from the one before.
 *  9  2026-11  titles, guiding questions, names of groups and announcements in several languages.
 * 10  2026-11  the sense of the room.
 * 11  2026-11  the language of a turn; captions.
 * 12  2026-11  interpreters: what a booth asks of a speaker, and a feed of its own.
 * 13  2026-11  what several booths ask of one speaker.
 * 14  2026-11  the last steps are a list, and the undone one is apart.
 * 15  2026-11  how often a request can still be overtaken is a part of its own.
 * 16  2026-12  a turn waits for the ruling on a point of order; until when the session is suspended; a last call that is held;
 *              the kind of a person's own request that interrupts; people who joined by code and are to be confirmed; everybody
 *              knows whether there are interpreters; the room screen knows whether the join code lets somebody new in; notes have further
 *              sources and can be joined; statements are entered by the secretariat; on whose point of order the Chair rules;
 *              the captions that the room screens show.
 * 17  2026-12  the sense of the room in words; how often a speaker was called in vain.
 * 18  2026-12  the last step, if it is final; the causes that a place stays, and that a person has no group.
 * 19  2026-12  the sentences of points in the report; the papers of a session; the outcomes of
 *              questions once the close is final; how many others asked a question; both requests of a step about two, and whether a step
 *              set the limit for everyone; names that are to be confirmed.
 * 20  2026-12  who was not reached because they were absent; claimed names in captions. */
export const protocolVersion = 20
